import { resolvedDefinition } from '../../features/resolved.ts';
import { type ResolvedAnswer, type ResolvedParams, resolvedRequest } from '../../protocol/requests.ts';
import type { Session } from '../session.ts';

export function onResolved(session: Session): void {
  session.connection.onRequest(resolvedRequest, async ({ uri }: ResolvedParams): Promise<ResolvedAnswer> => {
    const opened = session.opened(uri);
    if (opened === undefined) return null;
    await session.complete(opened.file);
    const text = resolvedDefinition(session.workspace, opened.file, session.locale);
    return text === undefined ? null : { text };
  });
}

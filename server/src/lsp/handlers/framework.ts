import { framework } from '../../features/framework.ts';
import { type FrameworkAnswer, type FrameworkParams, frameworkRequest } from '../../protocol/framework.ts';
import type { Session } from '../session.ts';

export function onFramework(session: Session): void {
  session.connection.onRequest(frameworkRequest, async ({ uri }: FrameworkParams): Promise<FrameworkAnswer> => {
    const opened = session.opened(uri);
    if (opened === undefined) return null;
    await session.complete(opened.file);
    const { file, document } = opened;
    const query = { file, uri: document.uri, version: document.version, lastGood: session.lastGood(file) };
    return framework(session.workspace, query, session.locale);
  });
}

import { explainUnit } from '../../features/explain.ts';
import { type ExplainAnswer, type ExplainParams, explainRequest } from '../../protocol/requests.ts';
import type { Session } from '../session.ts';

export function onExplain(session: Session): void {
  session.connection.onRequest(explainRequest, async ({ uri, unit }: ExplainParams): Promise<ExplainAnswer> => {
    const opened = session.opened(uri);
    if (opened === undefined) return null;
    await session.complete(opened.file);
    return explainUnit(session.workspace, opened.file, unit, session.locale) ?? null;
  });
}

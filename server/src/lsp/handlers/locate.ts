import { locate } from '../../features/locate.ts';
import { type LocateAnswer, type LocateParams, locateRequest } from '../../protocol/requests.ts';
import type { Session } from '../session.ts';

export function onLocate(session: Session): void {
  session.connection.onRequest(locateRequest, async ({ uri, target }: LocateParams): Promise<LocateAnswer> => {
    const opened = session.opened(uri);
    if (opened === undefined) return null;
    await session.complete(opened.file);
    const found = locate(session.workspace, opened.file, target);
    return found === undefined ? null : { uri: session.uriOf(found.file), range: found.range };
  });
}

import { completion, fileEndings } from '../../features/completion.ts';
import type { Session } from '../session.ts';

export function onCompletion(session: Session): void {
  session.connection.onCompletion(async ({ textDocument, position }) => {
    const opened = session.opened(textDocument.uri);
    if (opened === undefined) return null;
    await session.almostComplete(opened.file);
    const { workspace, locale, client } = session;
    const endings = fileEndings(workspace, opened.file, position);
    const nearby = endings.length === 0 ? [] : await session.filesNear(opened.file, endings);
    const { fillsIn, showsMeanings } = client;
    return completion(workspace, opened.file, position, locale, { nearby, fillsIn, showsMeanings });
  });
}

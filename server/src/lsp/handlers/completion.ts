import { completion } from '../../features/completion.ts';
import type { Session } from '../session.ts';

export function onCompletion(session: Session): void {
  session.connection.onCompletion(async ({ textDocument, position }) => {
    const opened = session.opened(textDocument.uri);
    if (opened === undefined) return null;
    await session.almostComplete(opened.file);
    return completion(session.workspace, opened.file, position, session.locale);
  });
}

import { colourPresentations, documentColours } from '../../features/tierColours.ts';
import type { Session } from '../session.ts';

export function onDocumentColor(session: Session): void {
  session.connection.onDocumentColor(({ textDocument }) => {
    const opened = session.opened(textDocument.uri);
    return opened === undefined ? [] : documentColours(session.workspace, opened.file);
  });
  session.connection.onColorPresentation(({ textDocument, range }) => {
    const opened = session.opened(textDocument.uri);
    return opened === undefined ? [] : colourPresentations(session.workspace, opened.file, range);
  });
}

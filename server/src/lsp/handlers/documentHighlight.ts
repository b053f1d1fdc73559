import { documentHighlights } from '../../features/navigation.ts';
import type { Session } from '../session.ts';

export function onDocumentHighlight(session: Session): void {
  session.connection.onDocumentHighlight(({ textDocument, position }) => {
    const opened = session.opened(textDocument.uri);
    return opened === undefined ? null : [...documentHighlights(session.workspace, opened.file, position)];
  });
}

import { documentLinks } from '../../features/documentLinks.ts';
import type { Session } from '../session.ts';

export function onDocumentLink(session: Session): void {
  session.connection.onDocumentLinks(({ textDocument }) => {
    const opened = session.opened(textDocument.uri);
    return opened === undefined ? null : documentLinks(session.workspace, opened.file);
  });
}

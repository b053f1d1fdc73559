import { formatting } from '../../features/formatting.ts';
import type { Session } from '../session.ts';

export function onFormatting(session: Session): void {
  session.connection.onDocumentFormatting(({ textDocument }) => {
    const opened = session.opened(textDocument.uri);
    return opened === undefined ? null : formatting(session.workspace, opened.file);
  });
}

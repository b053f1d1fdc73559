import { documentSymbols } from '../../features/documentSymbols.ts';
import type { Session } from '../session.ts';

export function onDocumentSymbol(session: Session): void {
  session.connection.onDocumentSymbol(({ textDocument }) => {
    const opened = session.opened(textDocument.uri);
    return opened === undefined ? null : documentSymbols(session.workspace, opened.file, session.locale);
  });
}

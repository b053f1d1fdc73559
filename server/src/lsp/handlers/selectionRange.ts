import { selectionRanges } from '../../features/selectionRanges.ts';
import type { Session } from '../session.ts';

export function onSelectionRange(session: Session): void {
  session.connection.onSelectionRanges(({ textDocument, positions }) => {
    const opened = session.opened(textDocument.uri);
    return opened === undefined ? null : selectionRanges(session.workspace, opened.file, positions);
  });
}

import { foldingRanges } from '../../features/folding.ts';
import type { Session } from '../session.ts';

export function onFoldingRange(session: Session): void {
  session.connection.onFoldingRanges(({ textDocument }) => {
    const opened = session.opened(textDocument.uri);
    return opened === undefined ? null : foldingRanges(session.workspace, opened.file);
  });
}

import type { FormattingOptions, Range, TextDocumentIdentifier, TextEdit } from 'vscode-languageserver';
import { formatting } from '../../features/formatting.ts';
import type { Session } from '../session.ts';

interface Params {
  readonly textDocument: TextDocumentIdentifier;
  readonly options: FormattingOptions;
  readonly range?: Range;
}

export function onFormatting(session: Session): void {
  const answer = ({ textDocument, range }: Params): TextEdit[] | null => {
    const opened = session.opened(textDocument.uri);
    return opened === undefined ? null : formatting(session.workspace, opened.file, range);
  };
  session.connection.onDocumentFormatting(answer);
  session.connection.onDocumentRangeFormatting(answer);
}

import { semanticTokens } from '../../features/semanticTokens.ts';
import type { Session } from '../session.ts';

export function onSemanticTokens(session: Session): void {
  const { semanticTokens: requests } = session.connection.languages;
  requests.on(({ textDocument }) => {
    const opened = session.opened(textDocument.uri);
    return opened === undefined ? { data: [] } : semanticTokens(session.workspace, opened.file);
  });
  requests.onRange(({ textDocument, range }) => {
    const opened = session.opened(textDocument.uri);
    return opened === undefined ? { data: [] } : semanticTokens(session.workspace, opened.file, range);
  });
}

import { codeLenses } from '../../features/codeLens.ts';
import type { Session } from '../session.ts';

export function onCodeLens(session: Session): void {
  session.connection.onCodeLens(async ({ textDocument }) => {
    const opened = session.opened(textDocument.uri);
    if (opened === undefined) return null;
    await session.complete(opened.file);
    const { previewCommand } = session.client;
    const query = { file: opened.file, uri: opened.document.uri, previewCommand };
    return codeLenses(session.workspace, query, session.locale);
  });
}

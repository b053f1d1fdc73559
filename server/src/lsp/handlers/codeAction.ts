import { codeActions } from '../../features/codeActions.ts';
import type { Session } from '../session.ts';
import { workspaceEdit } from '../workspaceEdit.ts';

export function onCodeAction(session: Session): void {
  session.connection.onCodeAction(async ({ textDocument, range, context }) => {
    const opened = session.opened(textDocument.uri);
    if (opened === undefined) return null;
    await session.complete(opened.file);
    return codeActions(
      session.workspace,
      {
        file: opened.file,
        editOf: edits => workspaceEdit(session.client, opened.document, edits),
        range,
        only: context.only,
      },
      session.locale,
    );
  });
}

import { codeActions } from '../../features/codeActions.ts';
import type { Session } from '../session.ts';

export function onCodeAction(session: Session): void {
  session.connection.onCodeAction(async ({ textDocument, range, context }) => {
    const opened = session.opened(textDocument.uri);
    if (opened === undefined) return null;
    await session.complete(opened.file);
    const { uri, version } = opened.document;
    return codeActions(
      session.workspace,
      { file: opened.file, uri, version, range, only: context.only },
      session.locale,
    );
  });
}

import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { prepareRename, type Refusal, rename } from '../../features/rename.ts';
import type { Session } from '../session.ts';
import { workspaceEdit } from '../workspaceEdit.ts';

export function onRename(session: Session): void {
  const { connection } = session;
  const refusing = ({ refused }: Refusal) =>
    new ResponseError<void>(LSPErrorCodes.RequestFailed, refused[session.locale]);

  connection.onPrepareRename(async ({ textDocument, position }) => {
    const opened = session.opened(textDocument.uri);
    if (opened === undefined) return null;
    await session.complete(opened.file);
    const prepared = prepareRename(session.workspace, opened.file, position);
    return 'refused' in prepared ? refusing(prepared) : prepared;
  });

  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const opened = session.opened(textDocument.uri);
    if (opened === undefined) return null;
    await session.complete(opened.file);
    const renamed = rename(session.workspace, opened.file, position, newName);
    if ('refused' in renamed) return refusing(renamed);
    return workspaceEdit(session.client, opened.document, renamed.edits);
  });
}

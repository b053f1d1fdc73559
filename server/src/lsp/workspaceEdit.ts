/** Edits of one document as the client takes them. */
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { OpenDocument } from './documents.ts';

export function workspaceEdit(
  { editsVersions }: Client,
  { uri, version }: Pick<OpenDocument, 'uri' | 'version'>,
  edits: readonly TextEdit[],
): WorkspaceEdit {
  return editsVersions
    ? { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] }
    : { changes: { [uri]: [...edits] } };
}

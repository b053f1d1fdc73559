/** Between the places of the server and those of the editor. */
import * as vscode from 'vscode';
import type { FrameworkRange } from '../../../server/src/protocol/framework.ts';

export function rangeOf({ start, end }: FrameworkRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Selects a place of a definition, in the column where the definition is already, so that the ranking stays in view. */
export async function showPlace(uri: vscode.Uri, range: vscode.Range): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(editor => editor.document.uri.toString() === uri.toString());
  await vscode.window.showTextDocument(uri, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    selection: range,
  });
}

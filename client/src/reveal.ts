/** Opens the editor where something that a panel shows is written. */
import * as vscode from 'vscode';
import type { PreviewTarget } from '../../server/src/protocol/preview.ts';
import type { Server } from './server.ts';

/** In the column where the definition already is, so that the preview stays in view. */
export async function reveal(server: Server, definition: vscode.Uri, target: PreviewTarget): Promise<void> {
  const place = await server.locate({ uri: definition.toString(), target });
  if (place === null) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('This is not written in a file that can be shown.'), 4000);
    return;
  }
  const { start, end } = place.range;
  const shown = vscode.window.visibleTextEditors.find(editor => editor.document.uri.toString() === place.uri);
  const beside = vscode.window.visibleTextEditors.find(
    editor => editor.document.uri.toString() === definition.toString(),
  );
  await vscode.window.showTextDocument(vscode.Uri.parse(place.uri, true), {
    viewColumn: shown?.viewColumn ?? beside?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(start.line, start.character, end.line, end.character),
  });
}

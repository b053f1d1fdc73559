/** What is made of a ranking, saved where the user wants it. */
import * as vscode from 'vscode';
import type { DocumentFormat } from '../../server/src/protocol/requests.ts';
import type { Server } from './server.ts';

/** Made by the server, of the whole ranking. */
export async function saveDocument(server: Server, definition: vscode.Uri, format: DocumentFormat): Promise<void> {
  const title = vscode.l10n.t('Indicators: exporting');
  const made = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async () => {
    await vscode.workspace.openTextDocument(definition);
    return server.document({ uri: definition.toString(), format });
  });
  if (made === null) {
    void vscode.window.showWarningMessage(vscode.l10n.t('There is no ranking yet: see the problems of the file.'));
    return;
  }
  const content = 'text' in made ? made.text : Uint8Array.from(atob(made.base64), letter => letter.charCodeAt(0));
  await save(definition, { name: made.name, content });
}

/** Beside the definition, if the user does not want it elsewhere. */
export async function save(
  definition: vscode.Uri,
  { name, content }: { readonly name: string; readonly content: string | Uint8Array },
): Promise<void> {
  const defaultUri = vscode.Uri.joinPath(definition, '..', name.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-'));
  const target = await vscode.window.showSaveDialog({ defaultUri });
  if (target === undefined) return;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  await vscode.workspace.fs.writeFile(target, bytes);
}

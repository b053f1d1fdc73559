/** *Open the Sample*: a copy of the sample that the extension carries, which the user may change at will. */
import * as vscode from 'vscode';

const files = ['dgsc-2024.indicators.yaml', 'data/2024.csv'] as const;

export function registerSample({ extensionUri, globalStorageUri }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand('indicators.openSample', async () => {
    const from = vscode.Uri.joinPath(extensionUri, 'samples/digital-government-2024');
    const to = vscode.Uri.joinPath(globalStorageUri, 'sample');
    for (const file of files) await copyOnce(vscode.Uri.joinPath(from, file), vscode.Uri.joinPath(to, file));
    await vscode.window.showTextDocument(vscode.Uri.joinPath(to, files[0]), { preview: false });
  });
}

/** What the user has changed already stays. */
async function copyOnce(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.stat(to);
  } catch {
    await vscode.workspace.fs.writeFile(to, await vscode.workspace.fs.readFile(from));
  }
}

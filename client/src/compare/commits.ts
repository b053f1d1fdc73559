/** When a commit was made (or another one checked out), as far as the editor's own Git extension is there to tell. */
import * as vscode from 'vscode';

/** What we need of the Git extension's API, version 1. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): {
    getRepository(uri: vscode.Uri): {
      readonly state: { readonly HEAD?: { readonly commit?: string }; readonly onDidChange: vscode.Event<void> };
    } | null;
  };
}

export function onCommit(file: vscode.Uri, listener: () => void): vscode.Disposable {
  const state = stateOf(file);
  let commit = state?.HEAD?.commit;
  return (
    state?.onDidChange(() => {
      const now = state.HEAD?.commit;
      if (now === commit) return;
      commit = now;
      listener();
    }) ?? new vscode.Disposable(() => {})
  );
}

function stateOf(file: vscode.Uri) {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension?.isActive !== true || !extension.exports.enabled) return undefined;
  return extension.exports.getAPI(1).getRepository(file)?.state;
}

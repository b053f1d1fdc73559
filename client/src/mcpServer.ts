/**
 * Offers `indicators mcp` to language models, for those who take tools that way: the command line that the extension carries,
 * on the open folders. Desktop only: it is a program.
 */
import * as vscode from 'vscode';

/** Nothing where the editor takes no such offers, whatever version it claims. */
export function registerMcpServer({ extension, extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  if (typeof vscode.lm?.registerMcpServerDefinitionProvider !== 'function') return vscode.Disposable.from();
  const changed = new vscode.EventEmitter<void>();
  const commandLine = vscode.Uri.joinPath(extensionUri, 'dist/cli.js').fsPath;
  return vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    vscode.lm.registerMcpServerDefinitionProvider('indicators.mcp', {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () => {
        const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
        if (folders.length === 0) return [];
        const words = [commandLine, 'mcp', `--locale=${vscode.env.language}`, ...folders.map(({ uri }) => uri.fsPath)];
        const environment = { ELECTRON_RUN_AS_NODE: '1' };
        return [
          new vscode.McpStdioServerDefinition(
            'Indicator Systems',
            process.execPath,
            words,
            environment,
            extension.packageJSON.version,
          ),
        ];
      },
    }),
  );
}

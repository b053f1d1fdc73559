/**
 * The definition with everything written out that it inherits, as a read-only document that follows the edit. Plain YAML
 * to the editor, so that it is not itself taken for a definition. Knows only where the text comes from: the server.
 */
import * as vscode from 'vscode';
import { chooseDefinition, columnBeside } from './definition.ts';
import type { Server } from './server.ts';

const scheme = 'indicators-resolved';

export function registerResolvedDefinitions(server: Server): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: document => contentOf(server, document.query),
  };
  const refresh = (definition: string) => {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === scheme && uri.query === definition) changed.fire(uri);
    }
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, provider),
    server.onDidChangePreview(({ uri }) => refresh(uri)),
    vscode.commands.registerCommand('indicators.showResolved', async (argument: unknown) => {
      const definition = await chooseDefinition(argument, undefined);
      if (definition !== undefined) await show(definition);
    }),
  );
}

async function show(definition: vscode.Uri): Promise<void> {
  const name = definition.path.replace(/^.*\//, '').replace(/\.indicators\.ya?ml$/, '');
  const uri = vscode.Uri.from({ scheme, path: `/${name}.resolved.yaml`, query: definition.toString() });
  const document = await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(uri), 'yaml');
  await vscode.window.showTextDocument(document, { viewColumn: columnBeside(definition), preview: true });
}

async function contentOf(server: Server, definition: string): Promise<string> {
  try {
    await vscode.workspace.openTextDocument(vscode.Uri.parse(definition, true));
    const answer = await server.resolved({ uri: definition });
    return answer?.text ?? `# ${vscode.l10n.t('This is not a definition.')}\n`;
  } catch {
    return `# ${vscode.l10n.t('The language server does not answer.')}\n`;
  }
}

/**
 * *New Indicator System*: the user picks a data file, the server guesses a definition, and it is written beside the data
 * and opened with its ranking. What is guessed is the server's business.
 */
import * as vscode from 'vscode';
import { base64Of } from './base64.ts';
import type { Previews } from './preview/panels.ts';
import type { Server } from './server.ts';

export function registerNewSystem(server: Server, previews: Previews): vscode.Disposable {
  return vscode.commands.registerCommand('indicators.newSystem', async (argument: unknown) => {
    const data = argument instanceof vscode.Uri ? argument : await pickedData();
    if (data === undefined) return;
    const definition = await draft(server, data);
    if (definition !== undefined) previews.open(definition);
  });
}

async function draft(server: Server, data: vscode.Uri): Promise<vscode.Uri | undefined> {
  const bytes = await vscode.workspace.fs.readFile(data);
  const answer = await server.newDefinition({ name: nameOf(data), base64: base64Of(bytes) });
  if (answer === null) {
    const text = vscode.l10n.t(
      'No definition can be drafted from {0}: it needs a column that tells the units apart and a column of numbers.',
      nameOf(data),
    );
    void vscode.window.showErrorMessage(text);
    return undefined;
  }
  const definition = await freeNeighbour(data);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(definition, { overwrite: false, contents: new TextEncoder().encode(answer.text) });
  if (!(await vscode.workspace.applyEdit(edit))) return undefined;
  // What has the focus beside an editor (the ranking of another) keeps its place.
  const viewColumn = vscode.window.activeTextEditor ? vscode.ViewColumn.Active : vscode.ViewColumn.One;
  await vscode.window.showTextDocument(definition, { viewColumn });
  return definition;
}

async function pickedData(): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles('**/*.{csv,tsv}', '**/node_modules/**', 500);
  if (found.length === 0) return browsedData();
  const files = found
    .map(uri => ({ label: vscode.workspace.asRelativePath(uri), uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const browse = { label: `$(folder-opened) ${vscode.l10n.t('Another file…')}`, uri: undefined };
  const title = vscode.l10n.t('From which data?');
  const picked = await vscode.window.showQuickPick([...files, browse], { title });
  return picked === browse ? browsedData() : picked?.uri;
}

async function browsedData(): Promise<vscode.Uri | undefined> {
  const filters = { [vscode.l10n.t('Data')]: ['csv', 'tsv', 'json'] };
  const title = vscode.l10n.t('From which data?');
  return (await vscode.window.showOpenDialog({ title, filters, canSelectMany: false }))?.[0];
}

/** `2024.indicators.yaml` beside `2024.csv`; `2024-2.…` where that is there already. */
async function freeNeighbour(data: vscode.Uri): Promise<vscode.Uri> {
  const stem = nameOf(data).replace(/\.[^.]+$/, '');
  for (let nth = 1; ; nth++) {
    const name = `${stem}${nth === 1 ? '' : `-${nth}`}.indicators.yaml`;
    const definition = vscode.Uri.joinPath(data, '..', name);
    if (!(await exists(definition))) return definition;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.replace(/^.*\//, '');
}

/** Which definition a command is about: the one it was called with, the one in view, the only one open, or one that the user picks. */
import * as vscode from 'vscode';
import { languageId } from '../../server/src/protocol/settings.ts';

/** `argument` is what the editor passes to a command: a URI, a URI as text (from the server), or nothing of use. */
export async function chooseDefinition(
  argument: unknown,
  previewed: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  return givenDefinition(argument) ?? previewed ?? definitionInView() ?? onlyOpen() ?? (await pickedDefinition());
}

function givenDefinition(argument: unknown): vscode.Uri | undefined {
  if (!isAddress(argument)) return undefined;
  return typeof argument === 'string' ? vscode.Uri.parse(argument, true) : argument;
}

/** Whether a command was called with a definition; the title of a panel hands over the panel's own address. */
export function isAddress(argument: unknown): argument is vscode.Uri | string {
  return argument instanceof vscode.Uri ? argument.scheme !== 'webview-panel' : typeof argument === 'string';
}

/** The definition in the active editor, else in another that is visible. */
export function definitionInView(): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document;
  const visible = vscode.window.visibleTextEditors.map(editor => editor.document);
  return [...(active ? [active] : []), ...visible].find(document => document.languageId === languageId)?.uri;
}

/** The column beside the editor that shows the definition, wherever the focus is; else beside what has it. */
export function columnBeside(definition: vscode.Uri): vscode.ViewColumn {
  const shown = vscode.window.visibleTextEditors.find(
    ({ document, viewColumn }) => viewColumn !== undefined && document.uri.toString() === definition.toString(),
  );
  return shown === undefined ? vscode.ViewColumn.Beside : shown.viewColumn! + 1;
}

function onlyOpen(): vscode.Uri | undefined {
  const [uri, more] = openDefinitions();
  return more === undefined ? uri : undefined;
}

/** In tabs, shown or hidden; each once. */
function openDefinitions(): readonly vscode.Uri[] {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  const uris = inputs.flatMap(input => (input instanceof vscode.TabInputText ? [input.uri] : []));
  const byText = new Map(uris.map(uri => [uri.toString(), uri]));
  return [...byText.values()].filter(({ path }) => /\.indicators\.ya?ml$/.test(path));
}

async function pickedDefinition(): Promise<vscode.Uri | undefined> {
  const items = await foundDefinitions();
  if (items.length === 0) {
    const text = vscode.l10n.t('There is no definition here. Definitions are files named *.indicators.yaml.');
    void vscode.window.showInformationMessage(text);
    return undefined;
  }
  const title = vscode.l10n.t('Which indicator system?');
  return items.length === 1 ? items[0]!.uri : (await vscode.window.showQuickPick(items, { title }))?.uri;
}

/** Those that are open and those of the open folders, by path. */
export async function foundDefinitions(): Promise<readonly { readonly label: string; readonly uri: vscode.Uri }[]> {
  const found = await vscode.workspace.findFiles('**/*.indicators.{yaml,yml}', '**/node_modules/**', 500);
  const byLabel = new Map([...openDefinitions(), ...found].map(uri => [vscode.workspace.asRelativePath(uri), uri]));
  return [...byLabel].map(([label, uri]) => ({ label, uri })).sort((a, b) => a.label.localeCompare(b.label));
}

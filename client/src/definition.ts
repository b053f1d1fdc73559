/** Which definition a command is about: the one it was called with, the one in view, or one that the user picks. */
import * as vscode from 'vscode';
import { languageId } from '../../server/src/protocol/settings.ts';

/** `argument` is what the editor passes to a command: a URI, a URI as text (from the server), or nothing of use. */
export async function chooseDefinition(
  argument: unknown,
  previewed: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  return givenDefinition(argument) ?? previewed ?? definitionInView() ?? (await pickedDefinition());
}

function givenDefinition(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  return typeof argument === 'string' ? vscode.Uri.parse(argument, true) : undefined;
}

/** The definition in the active editor, else in another that is visible. */
export function definitionInView(): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document;
  const visible = vscode.window.visibleTextEditors.map(editor => editor.document);
  return [...(active ? [active] : []), ...visible].find(document => document.languageId === languageId)?.uri;
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

/** Those of the open folders, by path. */
export async function foundDefinitions(): Promise<readonly { readonly label: string; readonly uri: vscode.Uri }[]> {
  const found = await vscode.workspace.findFiles('**/*.indicators.{yaml,yml}', '**/node_modules/**', 500);
  return found
    .map(uri => ({ label: vscode.workspace.asRelativePath(uri), uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

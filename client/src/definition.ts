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

function definitionInView(): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document;
  const visible = vscode.window.visibleTextEditors.map(editor => editor.document);
  return [...(active ? [active] : []), ...visible].find(document => document.languageId === languageId)?.uri;
}

async function pickedDefinition(): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles('**/*.indicators.{yaml,yml}', '**/node_modules/**', 500);
  if (found.length === 0) {
    const text = vscode.l10n.t('There is no definition here. Definitions are files named *.indicators.yaml.');
    void vscode.window.showInformationMessage(text);
    return undefined;
  }
  const items = found
    .map(uri => ({ label: vscode.workspace.asRelativePath(uri), uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const title = vscode.l10n.t('Which indicator system?');
  return items.length === 1 ? found[0] : (await vscode.window.showQuickPick(items, { title }))?.uri;
}

/** What a definition is compared with: how the user names it. */
import * as vscode from 'vscode';
import type { CompareBase } from '../../../server/src/protocol/base.ts';

export const lastCommit: CompareBase = { kind: 'commit', revision: 'HEAD' };
export const previousEdition: CompareBase = { kind: 'previous' };

interface Choice extends vscode.QuickPickItem {
  readonly base: () => Promise<CompareBase | undefined>;
}

/** `undefined`: the user has thought better of it. */
export async function chooseBase(definition: vscode.Uri): Promise<CompareBase | undefined> {
  const choices: readonly Choice[] = [
    { label: vscode.l10n.t('Last Commit'), description: 'HEAD', base: async () => lastCommit },
    { label: vscode.l10n.t('Another Commit, Branch or Tag…'), base: chooseRevision },
    { label: vscode.l10n.t('Previous Edition'), description: 'previous:', base: async () => previousEdition },
    { label: vscode.l10n.t('A File…'), base: () => chooseFile(definition) },
  ];
  return (await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('Compare with what?') }))?.base();
}

async function chooseRevision(): Promise<CompareBase | undefined> {
  const title = vscode.l10n.t('Compare with which commit, branch or tag?');
  const revision = await vscode.window.showInputBox({ title, placeHolder: 'HEAD~1, main, v2023…' });
  return revision === undefined || revision.trim() === '' ? undefined : { kind: 'commit', revision: revision.trim() };
}

/** One of the definitions of the open folders, or any other. */
export async function chooseFile(definition: vscode.Uri): Promise<CompareBase | undefined> {
  const others = (await vscode.workspace.findFiles('**/*.indicators.{yaml,yml}', '**/node_modules/**', 500)).filter(
    uri => uri.toString() !== definition.toString(),
  );
  const items = others
    .map(uri => ({
      label: vscode.workspace.asRelativePath(uri),
      choose: async (): Promise<vscode.Uri | undefined> => uri,
    }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const browse = { label: vscode.l10n.t('Another file…'), choose: () => browseFrom(definition) };
  const title = vscode.l10n.t('Compare with which definition?');
  const chosen = items.length === 0 ? browse : await vscode.window.showQuickPick([...items, browse], { title });
  const uri = await chosen?.choose();
  return uri && { kind: 'file', uri: uri.toString() };
}

async function browseFrom(definition: vscode.Uri): Promise<vscode.Uri | undefined> {
  const defaultUri = vscode.Uri.joinPath(definition, '..');
  const filters = { [vscode.l10n.t('Indicator systems')]: ['yaml', 'yml'] };
  return (await vscode.window.showOpenDialog({ defaultUri, filters }))?.[0];
}

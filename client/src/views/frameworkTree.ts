/**
 * The view *Framework* in the Explorer: indicators with their weights, those with findings marked. Follows the definition
 * that has the focus, its edits and its cursor; a click goes to the line.
 */
import * as vscode from 'vscode';
import type { FrameworkIndicator } from '../../../server/src/protocol/framework.ts';
import { findingsText } from './findingsText.ts';
import type { Frameworks } from './frameworks.ts';
import { nodeAt, nodesOf, type TreeNode, weightsText } from './nodes.ts';
import { rangeOf, showPlace } from './places.ts';

const scheme = 'indicators-framework';
const showCommand = 'indicators.showIndicator';

export function registerFrameworkTree(frameworks: Frameworks): vscode.Disposable {
  let nodes: readonly TreeNode[] = [];
  const changedTree = new vscode.EventEmitter<void>();
  const changedMarks = new vscode.EventEmitter<undefined>();
  const view = vscode.window.createTreeView<TreeNode>('indicators.framework', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changedTree.event,
      getChildren: node => [...(node?.children ?? nodes)],
      getParent: node => node.parent,
      getTreeItem: node => itemOf(node),
    },
  });

  const follow = () => {
    const { active } = frameworks;
    nodes = nodesOf(active?.indicators ?? []);
    void vscode.commands.executeCommand('setContext', 'indicators.hasFramework', active !== undefined);
    view.description = active?.title ?? '';
    view.message = active !== undefined && nodes.length === 0 ? vscode.l10n.t('No indicators yet.') : '';
    changedTree.fire();
    changedMarks.fire(undefined);
    revealCursor(vscode.window.activeTextEditor);
  };
  const revealCursor = (editor: vscode.TextEditor | undefined) => {
    const { active } = frameworks;
    if (!view.visible || editor === undefined || editor.document.uri.toString() !== active?.uri) return;
    if (editor.document.version !== active.version) return; // the places are of an older text: the next answer reveals
    const node = nodeAt(nodes, editor.selection.active);
    if (node === undefined || view.selection[0]?.key === node.key) return;
    // The tree may change meanwhile: then the next answer reveals.
    void Promise.resolve(view.reveal(node, { select: true, focus: false })).catch(() => undefined);
  };

  follow();
  return vscode.Disposable.from(
    view,
    changedTree,
    changedMarks,
    frameworks.onDidChangeActive(follow),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => revealCursor(textEditor)),
    view.onDidChangeVisibility(() => revealCursor(vscode.window.activeTextEditor)),
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changedMarks.event,
      provideFileDecoration: uri => (uri.scheme === scheme ? markOf(find(nodes, uri.path)) : undefined),
    }),
    vscode.commands.registerCommand(showCommand, async (key: string) => {
      const indicator = find(nodes, key);
      if (indicator === undefined || frameworks.active === undefined) return;
      await showPlace(vscode.Uri.parse(frameworks.active.uri, true), rangeOf(indicator.head));
    }),
  );
}

function itemOf({ indicator, key, children }: TreeNode): vscode.TreeItem {
  const { name, bonusCap } = indicator;
  const state =
    children.length === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(name, state);
  item.id = key;
  item.description = bonusCap === null ? weightsText(indicator) : vscode.l10n.t('bonus ≤ {0}', bonusCap);
  item.tooltip = tooltipOf(indicator);
  item.iconPath = iconOf(indicator);
  item.resourceUri = vscode.Uri.from({ scheme, path: key });
  item.command = { command: showCommand, title: vscode.l10n.t('Show in the definition'), arguments: [key] };
  item.accessibilityInformation = { label: item.tooltip.replaceAll('\n', ', ') };
  return item;
}

function tooltipOf({ name, id, level, levelName, weight, effective, bonusCap, ...counts }: FrameworkIndicator): string {
  const lines = [
    id.startsWith('#') || id === name ? name : `${name} (${id})`,
    levelName ?? vscode.l10n.t('Level {0}', level),
    bonusCap === null ? '' : vscode.l10n.t('Bonus of at most {0} points', bonusCap),
    weight === '' ? '' : vscode.l10n.t('Weight {0}', weight),
    effective === '' ? '' : vscode.l10n.t('Effective weight {0}', effective),
    findingsText(counts),
  ];
  return lines.filter(Boolean).join('\n');
}

function iconOf({ errors, warnings, bonusCap, children }: FrameworkIndicator): vscode.ThemeIcon {
  if (errors > 0) return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (warnings > 0) return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  if (bonusCap !== null) return new vscode.ThemeIcon('add');
  return new vscode.ThemeIcon(children === null ? 'symbol-field' : 'symbol-class');
}

/** Also on all above: what is folded still shows. */
function markOf(indicator: FrameworkIndicator | undefined): vscode.FileDecoration | undefined {
  if (indicator === undefined || indicator.errors + indicator.warnings === 0) return undefined;
  const count = indicator.errors || indicator.warnings;
  const colour = indicator.errors > 0 ? 'list.errorForeground' : 'list.warningForeground';
  const badge = count > 9 ? '9+' : String(count);
  const mark = new vscode.FileDecoration(badge, findingsText(indicator), new vscode.ThemeColor(colour));
  mark.propagate = true;
  return mark;
}

function find(nodes: readonly TreeNode[], key: string): FrameworkIndicator | undefined {
  const node = nodes.find(each => key === each.key || key.startsWith(`${each.key}/`));
  return node === undefined || node.key === key ? node?.indicator : find(node.children, key);
}

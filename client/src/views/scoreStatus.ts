/** The status bar's item while a definition is at hand: whether there is a ranking, and findings. A click shows them, else the ranking. */
import * as vscode from 'vscode';
import type { FrameworkView } from '../../../server/src/protocol/framework.ts';
import type { EmptyReason } from '../../../server/src/protocol/preview.ts';
import { findingsText } from './findingsText.ts';
import type { Frameworks } from './frameworks.ts';

export function registerScoreStatus(frameworks: Frameworks): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('indicators.score', vscode.StatusBarAlignment.Left, 40);
  item.name = vscode.l10n.t('Indicator Systems: score');
  const follow = () => {
    const { active } = frameworks;
    const hasErrors = (active?.state.errors ?? 0) > 0;
    void vscode.commands.executeCommand('setContext', 'indicators.hasErrors', hasErrors);
    if (active === undefined) {
      item.hide();
    } else {
      show(item, active);
      item.show();
    }
  };
  follow();
  return vscode.Disposable.from(item, frameworks.onDidChangeActive(follow));
}

function show(item: vscode.StatusBarItem, view: FrameworkView): void {
  const { errors, warnings } = view.state;
  const marks = [errors === 0 ? '' : `$(error) ${errors}`, warnings === 0 ? '' : `$(warning) ${warnings}`];
  item.text = [stateText(view), ...marks].filter(Boolean).join('  ');
  const findings = findingsText(view.state);
  item.tooltip = [view.title, explanation(view), findings].filter(Boolean).join('\n');
  item.accessibilityInformation = { label: item.tooltip.replaceAll('\n', ', ') };
  item.backgroundColor =
    view.state.kind === 'stale' ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  item.command =
    errors + warnings > 0
      ? 'workbench.actions.view.problems'
      : {
          command: 'indicators.previewRanking',
          title: vscode.l10n.t('Preview Ranking'),
          arguments: [vscode.Uri.parse(view.uri, true)],
        };
}

function stateText({ state, nScored }: FrameworkView): string {
  switch (state.kind) {
    case 'current':
      return `$(graph) ${vscode.l10n.t('{0} scored', (nScored ?? 0).toLocaleString('en'))}`;
    case 'stale':
      return `$(history) ${vscode.l10n.t('Last good ranking')}`;
    case 'empty':
      return `$(circle-slash) ${vscode.l10n.t('Not scored')}`;
  }
}

function explanation({ state }: FrameworkView): string {
  switch (state.kind) {
    case 'current':
      return vscode.l10n.t('The ranking is that of the text as it stands.');
    case 'stale':
      return vscode.l10n.t('The text cannot be scored now: the last good ranking is shown.');
    case 'empty':
      return emptyText(state.reason);
  }
}

function emptyText(reason: EmptyReason): string {
  switch (reason) {
    case 'not-a-definition':
      return vscode.l10n.t('This file is not a definition: it has no indicatorSystem.');
    case 'no-indicators':
      return vscode.l10n.t('The framework has no indicators yet.');
    case 'no-data':
      return vscode.l10n.t('The definition names no data.');
    case 'data-unreadable':
      return vscode.l10n.t('The data cannot be read.');
    case 'no-units':
      return vscode.l10n.t('The data have no units.');
    case 'definition-errors':
      return vscode.l10n.t('The definition has errors that prevent scoring.');
  }
}

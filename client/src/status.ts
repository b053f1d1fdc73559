/** Says beside the language's name whether the server runs; quiet while it does. */
import * as vscode from 'vscode';
import { languageId } from '../../server/src/protocol/settings.ts';
import type { ServerState } from './connection.ts';
import type { Server } from './server.ts';

export function registerStatus(server: Server): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('indicators.server', { language: languageId });
  item.name = vscode.l10n.t('Indicator Systems language server');
  const show = (state: ServerState) => {
    item.text = textOf(state);
    item.busy = state === 'starting';
    item.severity =
      state === 'stopped' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.command = { command: 'indicators.restartServer', title: vscode.l10n.t('Restart') };
  };
  show(server.state);
  return vscode.Disposable.from(item, server.onDidChangeState(show));
}

function textOf(state: ServerState): string {
  switch (state) {
    case 'starting':
      return vscode.l10n.t('Indicators: starting');
    case 'running':
      return vscode.l10n.t('Indicators: ready');
    case 'stopped':
      return vscode.l10n.t('Indicators: the language server has stopped');
  }
}

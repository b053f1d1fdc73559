/**
 * The ranking's ways into files: which there are. Documents of the whole ranking are made by the server; the table as it is
 * shown and the charts are made by the panel's page.
 */
import * as vscode from 'vscode';
import type { PageExport } from '../../server/src/protocol/preview.ts';
import type { DocumentFormat } from '../../server/src/protocol/requests.ts';
import { chooseDefinition } from './definition.ts';
import type { Previews } from './preview/panels.ts';
import { saveDocument } from './save.ts';
import type { Server } from './server.ts';

export function registerExports(server: Server, previews: Previews): vscode.Disposable {
  return vscode.commands.registerCommand('indicators.export', async (argument: unknown) => {
    const definition = await chooseDefinition(argument, previews.active());
    if (definition === undefined) return;
    const choice = await vscode.window.showQuickPick(choices(), { title: vscode.l10n.t('Export what?') });
    if (choice?.document !== undefined) await saveDocument(server, definition, choice.document);
    else if (choice?.page !== undefined) previews.make(definition, choice.page);
  });
}

interface Choice extends vscode.QuickPickItem {
  readonly document?: DocumentFormat;
  readonly page?: PageExport;
}

function choices(): readonly Choice[] {
  const charts = [
    ['moves', vscode.l10n.t('Rank Moves')],
    ['indicators', vscode.l10n.t('Framework with Weights')],
    ['heat', vscode.l10n.t('Heat Map')],
  ] as const;
  const formats = ['svg', 'png'] as const;
  return [
    { label: vscode.l10n.t('Ranking'), kind: vscode.QuickPickItemKind.Separator },
    { label: vscode.l10n.t('Report for Publication'), description: 'HTML', document: 'html' },
    { label: vscode.l10n.t('Workbook'), description: 'XLSX', document: 'xlsx' },
    {
      label: vscode.l10n.t('Table as Shown in the Panel'),
      description: 'CSV',
      page: { part: 'ranking', format: 'csv' },
    },
    { label: vscode.l10n.t('Charts'), kind: vscode.QuickPickItemKind.Separator },
    ...charts.flatMap(([part, label]) =>
      formats.map(format => ({ label, description: format.toUpperCase(), page: { part, format } })),
    ),
  ];
}

/** *Compare with…*: the commands, and the panels that they open: one for a definition, beside its editor, kept over a reload. */
import * as vscode from 'vscode';
import type { CompareBase } from '../../../server/src/protocol/base.ts';
import type { ComparePageState } from '../../../server/src/protocol/compare.ts';
import { chooseDefinition, columnBeside } from '../definition.ts';
import type { Server } from '../server.ts';
import { chooseBase, chooseFile, lastCommit, previousEdition } from './base.ts';
import { type ComparisonPanel, fillPanel } from './panel.ts';

const viewType = 'indicators.compare';

export function registerComparisons(extensionUri: vscode.Uri, server: Server): vscode.Disposable {
  const panels = new Map<string, { readonly view: vscode.WebviewPanel; readonly comparison: ComparisonPanel }>();

  const adopt = (view: vscode.WebviewPanel, definition: vscode.Uri, base: CompareBase) => {
    const uri = definition.toString();
    const choose = async () => {
      const chosen = await chooseBase(definition);
      if (chosen !== undefined) open(definition, chosen);
    };
    panels.set(uri, { view, comparison: fillPanel(view, { definition, base, extensionUri, server, choose }) });
    view.onDidDispose(() => {
      if (panels.get(uri)?.view === view) panels.delete(uri);
    });
  };

  const open = (definition: vscode.Uri, base: CompareBase) => {
    if (base.kind === 'commit' && !vscode.workspace.isTrusted) {
      // Git may run programs that the folder names.
      const text = vscode.l10n.t('Git is run only in folders that you trust.');
      void vscode.window.showWarningMessage(text);
      return;
    }
    const known = panels.get(definition.toString());
    if (known !== undefined) {
      known.view.reveal(undefined, true);
      known.comparison.compareWith(base);
      return;
    }
    const place = { viewColumn: columnBeside(definition), preserveFocus: true };
    adopt(vscode.window.createWebviewPanel(viewType, '', place, { enableFindWidget: true }), definition, base);
  };

  const command = (name: string, baseFor: (definition: vscode.Uri) => Promise<CompareBase | undefined>) =>
    vscode.commands.registerCommand(`indicators.${name}`, async (argument: unknown) => {
      const definition = await chooseDefinition(argument, activeDefinition());
      const base = definition && (await baseFor(definition));
      if (base !== undefined) open(definition!, base);
    });

  const activeDefinition = () => {
    const uri = [...panels].find(([, { view }]) => view.active)?.[0];
    return uri === undefined ? undefined : vscode.Uri.parse(uri, true);
  };

  return vscode.Disposable.from(
    command('compareWith', chooseBase),
    command('compareWithCommit', async () => lastCommit),
    command('compareWithPrevious', async () => previousEdition),
    command('compareWithFile', chooseFile),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(view, state: Partial<ComparePageState> | undefined) {
        const { uri, base } = state ?? {};
        const isAllowed = base !== undefined && (base.kind !== 'commit' || vscode.workspace.isTrusted);
        if (typeof uri === 'string' && isAllowed) adopt(view, vscode.Uri.parse(uri, true), base);
        else view.dispose();
      },
    }),
  );
}

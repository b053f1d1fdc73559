/** The commands of the palette and the menus. */
import * as vscode from 'vscode';
import { chooseDefinition, definitionInView, isAddress } from './definition.ts';
import type { Explanations } from './explain.ts';
import { pickUnit } from './pickUnit.ts';
import type { Previews } from './preview/panels.ts';
import type { Server } from './server.ts';

export function registerCommands(server: Server, previews: Previews, explanations: Explanations): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('indicators.previewRanking', async (argument: unknown) => {
      const uri = await chooseDefinition(argument, undefined);
      if (uri === undefined) return;
      // Of a definition that is hidden (by the walkthrough, say) the text is shown too.
      if (definitionInView() === undefined && !isAddress(argument)) await vscode.window.showTextDocument(uri);
      previews.open(uri);
    }),
    vscode.commands.registerCommand('indicators.explainUnit', async (argument: unknown, unit: unknown) => {
      const uri = await chooseDefinition(argument, previews.active());
      if (uri === undefined) return;
      const chosen = typeof unit === 'string' ? unit : await pickUnit(server, uri);
      if (chosen !== undefined) await explanations.open(uri, chosen);
    }),
    vscode.commands.registerCommand('indicators.restartServer', async () => {
      try {
        await server.restart();
      } catch {
        await reportDeadServer(server);
      }
    }),
  );
}

async function reportDeadServer(server: Server): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  const text = vscode.l10n.t('The language server could not be started.');
  if ((await vscode.window.showErrorMessage(text, showLog)) === showLog) server.showLog();
}

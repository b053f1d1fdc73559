/** Lets the user pick one of a definition's units, in rank order. */
import * as vscode from 'vscode';
import type { RankingView, UnitView } from '../../server/src/protocol/preview.ts';
import type { Server } from './server.ts';

/** The unit's id; `undefined`: none was picked, or there are none (the user was told). */
export async function pickUnit(server: Server, uri: vscode.Uri): Promise<string | undefined> {
  await vscode.workspace.openTextDocument(uri);
  const { ranking } = await server.preview({ uri: uri.toString(), baseline: 'none' });
  if (ranking === null || ranking.units.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no ranking yet: see the problems of the file.'));
    return undefined;
  }
  const items = ranking.units.map(unit => ({
    label: unit.name,
    description: describe(unit, ranking),
    id: unit.id,
  }));
  const options = { title: vscode.l10n.t('Explain which unit?'), matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.id;
}

function describe(unit: UnitView, ranking: RankingView): string {
  const tier = unit.tier === null ? undefined : ranking.tiers[unit.tier]?.name;
  const parts = [
    unit.rank === null ? vscode.l10n.t('not ranked') : `#${unit.rank}`,
    unit.score?.toFixed(ranking.decimals),
    tier,
    unit.id === unit.name ? undefined : unit.id,
  ];
  return parts.filter(part => part !== undefined).join(' · ');
}

/** Lets the user pick one of a definition's units, in rank order. */
import * as vscode from 'vscode';
import type { RankingColumns } from '../../server/src/protocol/preview.ts';
import type { Server } from './server.ts';

/** The unit's id; `undefined`: none was picked, or there are none (the user was told). */
export async function pickUnit(server: Server, uri: vscode.Uri): Promise<string | undefined> {
  await vscode.workspace.openTextDocument(uri);
  const { ranking } = await server.preview({ uri: uri.toString(), baseline: { kind: 'none' }, reading: 'known' });
  if (ranking === null || ranking.units.ids.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no ranking yet: see the problems of the file.'));
    return undefined;
  }
  const items = ranking.units.order.map(unit => ({
    label: ranking.units.names[unit]!,
    description: describe(unit, ranking),
    id: ranking.units.ids[unit]!,
  }));
  const options = { title: vscode.l10n.t('Explain which unit?'), matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.id;
}

function describe(unit: number, { units, tiers, decimals }: RankingColumns): string {
  const [rank, tier, id] = [units.ranks[unit], units.tiers[unit], units.ids[unit]];
  const parts = [
    rank == null ? vscode.l10n.t('not ranked') : `#${rank}`,
    units.scores[unit]?.toFixed(decimals),
    tier == null ? undefined : tiers[tier]?.name,
    id === units.names[unit] ? undefined : id,
  ];
  return parts.filter(part => part !== undefined).join(' · ');
}

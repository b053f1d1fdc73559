/** A ranking as it is sent → as the page reads it: columns become units. Pure. */
import type { PreviewReport, RankingColumns, RankingView, UnitView } from '../../../../server/src/protocol/preview.ts';

export interface ShownReport extends Omit<PreviewReport, 'ranking'> {
  readonly ranking: RankingView | null;
}

export function shownReport(report: PreviewReport): ShownReport {
  return { ...report, ranking: report.ranking && rankingOf(report.ranking) };
}

export function rankingOf(ranking: RankingColumns): RankingView {
  const newUnits = new Set(ranking.units.before?.new);
  return { ...ranking, units: ranking.units.ids.map((_, position) => unitAt(ranking, position, newUnits)) };
}

function unitAt(ranking: RankingColumns, position: number, newUnits: ReadonlySet<number>): UnitView {
  const { units, groupSystems } = ranking;
  const { before } = units;
  const groups: Record<string, readonly string[]> = {};
  const rankWithin: Record<string, Record<string, number>> = {};
  for (const system of groupSystems) {
    const places = units.groups[system.id]?.[position] ?? [];
    const names = places.map(place => system.groups[place]!.name);
    groups[system.id] = names;
    const ranks = units.ranksWithin[system.id]?.[position];
    if (ranks === undefined) continue;
    rankWithin[system.id] = Object.fromEntries(
      names.flatMap((name, index) => (ranks[index] == null ? [] : [[name, ranks[index]]])),
    );
  }
  return {
    id: units.ids[position]!,
    name: units.names[position]!,
    groups,
    score: units.scores[position]!,
    rank: units.ranks[position]!,
    rankWithin,
    tier: units.tiers[position]!,
    reason: units.reasons[position] ?? null,
    scores: units.levels.map(level => level[position]!),
    missing: units.missing[position]!,
    notApplicable: units.notApplicable[position]!,
    adjustments: units.adjustments[position] ?? [],
    before:
      before === null || newUnits.has(position)
        ? null
        : { score: before.scores[position]!, rank: before.ranks[position]!, tier: before.tiers[position]! },
  };
}

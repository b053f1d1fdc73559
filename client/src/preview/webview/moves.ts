/** The rankings that stand side by side: what it was, what it is, what it would be. Pure. */
import type { RankingView, UnitView } from '../../../../server/src/protocol/preview.ts';
import { tierColour } from '../../../../server/src/protocol/tierColours.ts';
import type { BumpRanking } from './charts/bump.ts';
import type { Ink } from './charts/drawing.ts';
import type { Strings } from './english.ts';
import { formatRank } from './format.ts';
import type { ShownTrial } from './trials.tsx';

export interface MovesRanking extends BumpRanking {
  /** Whether the moves are counted from this one. */
  readonly isNow: boolean;
}

export interface MovesQuery {
  readonly units: readonly UnitView[];
  readonly trials: readonly ShownTrial[];
  /** What the ranking before is called. */
  readonly baseline: string;
}

export function movesOf(
  ranking: RankingView,
  { units, trials, baseline }: MovesQuery,
  strings: Strings,
): readonly MovesRanking[] {
  const ink = (tier: number | null | undefined): Ink | null =>
    tier == null ? null : `tier-${tierColour(tier, ranking.tiers.length)}`;
  const hasBefore = ranking.baseline === 'changed';
  const before = {
    name: baseline,
    note: '',
    ranks: units.map(unit => unit.before?.rank ?? null),
    inks: units.map(unit => ink(unit.before?.tier)),
    isNow: false,
  };
  const now = {
    name: strings.now,
    note: '',
    ranks: units.map(({ rank }) => rank),
    inks: units.map(({ tier }) => ink(tier)),
    isNow: true,
  };
  const others = trials.flatMap(({ name, ranking: other }) =>
    other === null
      ? []
      : [
          {
            name,
            note: '',
            ranks: units.map(({ id }) => other.units[id]?.rank ?? null),
            inks: units.map(({ id }) => ink(other.units[id]?.tier)),
            isNow: false,
          },
        ],
  );
  const moved = (ranks: MovesRanking['ranks']) => ranks.filter((rank, unit) => rank !== now.ranks[unit]).length;
  const movedSince = moved(before.ranks);
  const noteNow = movedSince === 0 ? strings.same : strings.moved(movedSince);
  return [
    ...(hasBefore ? [before, { ...now, note: noteNow }] : [now]),
    ...others.map(other => ({ ...other, note: strings.differ(moved(other.ranks)) })),
  ];
}

/** How many rise and fall from the first ranking to the present one, else to the next, and who moves most. */
export function sentenceOf(units: readonly UnitView[], rankings: readonly MovesRanking[], strings: Strings): string {
  const [from, to] = rankings;
  if (from === undefined || to === undefined) return '';
  const moves = units.flatMap(({ name }, unit) => {
    const [before, after] = [from.ranks[unit], to.ranks[unit]];
    return before == null || after == null ? [] : [{ name, places: before - after }];
  });
  const up = moves.filter(({ places }) => places > 0).length;
  const down = moves.filter(({ places }) => places < 0).length;
  const most = moves.reduce(
    (best, move) => (Math.abs(move.places) > Math.abs(best?.places ?? 0) ? move : best),
    moves[0],
  );
  const onlyIn = (one: MovesRanking, other: MovesRanking) =>
    units.filter((_, unit) => one.ranks[unit] != null && other.ranks[unit] == null).length;
  const counts = { up, down, lost: onlyIn(from, to), gained: onlyIn(to, from) };
  const head = strings.movesSummary(from.name, to.name, counts);
  if (most === undefined || most.places === 0) return head;
  const words = formatRank(Math.abs(most.places));
  return `${head}${strings.movesMost(most.name, most.places > 0 ? strings.up(words) : strings.down(words))}`;
}

/** What became of the units between two scorings: ranks, tiers, the first places, by group. Knows nothing of causes. */
import { decimalOf, subtract, toNumber } from '../../base/decimal.ts';
import type { LocalText } from '../../base/locale.ts';
import { kendall, spearman } from '../correlation.ts';
import { nameText } from '../names.ts';
import type { Scoring } from '../score.ts';
import type { Place } from './standings.ts';
import { placesIn } from './standings.ts';

export interface UnitName {
  readonly id: string;
  readonly name: string;
}

export interface RankMove extends UnitName {
  readonly before: number;
  readonly after: number;
  /** Places gained; negative: lost. */
  readonly places: number;
}

export interface TierMove extends UnitName {
  readonly from: LocalText | null;
  readonly to: LocalText | null;
  /** `other`: into or out of a tier that only one of the two has, or of none. */
  readonly direction: 'up' | 'down' | 'other';
}

export interface Effects {
  /** Units in both, and how many of them have a rank in both. */
  readonly nUnits: number;
  readonly nRanked: number;
  readonly entered: readonly UnitName[];
  readonly left: readonly UnitName[];
  /** The furthest first. */
  readonly rankMoves: readonly RankMove[];
  /** Units in both that are ranked in one of them only, in the order of the later ranking. */
  readonly rankGained: readonly UnitName[];
  readonly rankLost: readonly UnitName[];
  /** In the order of the later ranking. */
  readonly tierMoves: readonly TierMove[];
  readonly tiers: readonly {
    readonly name: LocalText;
    readonly before: number | null;
    readonly after: number | null;
  }[];
  readonly firstPlaces: readonly {
    readonly n: number;
    readonly entered: readonly UnitName[];
    readonly left: readonly UnitName[];
  }[];
  readonly groups: readonly GroupEffect[];
  /** Of the ranks of the units ranked in both; `null` where there are too few or all are alike. */
  readonly spearman: number | null;
  readonly kendall: number | null;
  readonly scores: ScoreEffect;
}

export interface GroupEffect {
  readonly system: string;
  readonly group: string;
  readonly nUnits: number;
  readonly nRankMoves: number;
  /** Mean of the places gained. */
  readonly meanPlaces: number | null;
  readonly meanScoreChange: number | null;
  readonly nTierUp: number;
  readonly nTierDown: number;
}

export interface ScoreEffect {
  readonly nChanged: number;
  /** Mean and the largest (by size) of after less before, as printed; `null` where no unit has both. */
  readonly mean: number | null;
  readonly largest: number | null;
  /** Units that have a score in one of the two only. */
  readonly nGained: number;
  readonly nLost: number;
}

export function effectsBetween(before: Scoring, after: Scoring): Effects {
  const [old, now] = [placesIn(before), placesIn(after)];
  const pairs = pairsOf(old, now);
  const { ranks, spearman: ofRanks, scores, ...moves } = movesOf(pairs, before, after);
  return {
    nUnits: pairs.length,
    nRanked: ranks.before.length,
    entered: [...now.values()].filter(({ id }) => !old.has(id)).map(unitName),
    left: [...old.values()].filter(({ id }) => !now.has(id)).map(unitName),
    ...moves,
    tiers: tierCounts(before, after, old, now),
    firstPlaces: firstPlaces(before, after, old, now),
    groups: groupEffects(after, pairs, moves.tierMoves),
    spearman: ofRanks,
    kendall: kendall(ranks.before, ranks.after) ?? null,
    scores,
  };
}

/** What moved: the part of the effects that is told of each change. */
export function movesBetween(before: Scoring, after: Scoring): Moves {
  return movesOf(pairsOf(placesIn(before), placesIn(after)), before, after);
}

export type Moves = Pick<Effects, 'rankMoves' | 'rankGained' | 'rankLost' | 'tierMoves' | 'spearman' | 'scores'>;

function movesOf(pairs: readonly PlacePair[], before: Scoring, after: Scoring) {
  const ranked = pairs.filter(hasRanks);
  const column = (side: 'before' | 'after') => ranked.map(pair => pair[side].rank!);
  const ranks = { before: column('before'), after: column('after') };
  return {
    ranks,
    rankMoves: rankMovesOf(ranked),
    rankGained: rankedOnly(pairs, 'after', 'before'),
    rankLost: rankedOnly(pairs, 'before', 'after'),
    tierMoves: tierMovesOf(pairs, before, after),
    spearman: spearman(ranks.before, ranks.after) ?? null,
    scores: scoreEffect(pairs),
  };
}

function pairsOf(old: ReadonlyMap<string, Place>, now: ReadonlyMap<string, Place>): readonly PlacePair[] {
  return [...now.values()].flatMap(place => {
    const earlier = old.get(place.id);
    return earlier === undefined ? [] : [{ before: earlier, after: place }];
  });
}

interface PlacePair {
  readonly before: Place;
  readonly after: Place;
}

function hasRanks({ before, after }: PlacePair): boolean {
  return before.rank !== undefined && after.rank !== undefined;
}

function rankedOnly(pairs: readonly PlacePair[], inOne: keyof PlacePair, notIn: keyof PlacePair): readonly UnitName[] {
  return pairs
    .filter(pair => pair[inOne].rank !== undefined && pair[notIn].rank === undefined)
    .map(({ after }) => unitName(after));
}

export function unitName({ id, name }: UnitName): UnitName {
  return { id, name };
}

function rankMovesOf(ranked: readonly PlacePair[]): readonly RankMove[] {
  const moves = ranked.flatMap(({ before, after }) => {
    const [from, to] = [before.rank!, after.rank!];
    return from === to ? [] : [{ ...unitName(after), before: from, after: to, places: from - to }];
  });
  return moves.sort((a, b) => Math.abs(b.places) - Math.abs(a.places) || a.after - b.after);
}

/** After less before, free of binary dust. */
export function changeOf(before: number | undefined, after: number | undefined): number | undefined {
  if (before === undefined || after === undefined) return undefined;
  return toNumber(subtract(decimalOf(after), decimalOf(before)));
}

function sameTier(a: LocalText | undefined, b: LocalText | undefined): boolean {
  return a?.en === b?.en && a?.['zh-CN'] === b?.['zh-CN'];
}

function tierMovesOf(pairs: readonly PlacePair[], before: Scoring, after: Scoring): readonly TierMove[] {
  const [old, now] = [tierNames(before), tierNames(after)];
  const position = (names: readonly LocalText[], tier: LocalText | undefined) =>
    names.findIndex(name => sameTier(name, tier));
  const direction = ({ before: from, after: to }: PlacePair): TierMove['direction'] => {
    for (const names of [now, old]) {
      const [left, right] = [position(names, from.tier), position(names, to.tier)];
      if (left >= 0 && right >= 0) return right < left ? 'up' : 'down';
    }
    return 'other';
  };
  return pairs
    .filter(pair => !sameTier(pair.before.tier, pair.after.tier))
    .map(pair => ({
      ...unitName(pair.after),
      from: pair.before.tier ?? null,
      to: pair.after.tier ?? null,
      direction: direction(pair),
    }));
}

function tierNames({ system }: Scoring): readonly LocalText[] {
  return system.tiers.map(({ name }, tier) => nameText(name?.value, `#${tier + 1}`));
}

function tierCounts(
  before: Scoring,
  after: Scoring,
  old: ReadonlyMap<string, Place>,
  now: ReadonlyMap<string, Place>,
): Effects['tiers'] {
  const [oldNames, names] = [tierNames(before), tierNames(after)];
  const all = [...names, ...oldNames.filter(name => !names.some(each => sameTier(each, name)))];
  const count = (known: readonly LocalText[], places: ReadonlyMap<string, Place>, name: LocalText) =>
    known.some(each => sameTier(each, name))
      ? [...places.values()].filter(({ tier }) => sameTier(tier, name)).length
      : null;
  return all.map(name => ({ name, before: count(oldNames, old, name), after: count(names, now, name) }));
}

/** The first 3 and 10, and as many as the publications show, as long as not all units are among them. */
function firstPlaces(
  before: Scoring,
  after: Scoring,
  old: ReadonlyMap<string, Place>,
  now: ReadonlyMap<string, Place>,
): Effects['firstPlaces'] {
  const shown = [before, after].flatMap(({ system }) => system.publications.flatMap(({ top }) => top?.value ?? []));
  const sizes = [...new Set([3, 10, ...shown])]
    .filter(n => n > 0 && n < Math.max(old.size, now.size))
    .sort((a, b) => a - b);
  return sizes.map(n => {
    const isIn = (place: Place | undefined) => place?.rank !== undefined && place.rank <= n;
    return {
      n,
      entered: [...now.values()].filter(place => isIn(place) && !isIn(old.get(place.id))).map(unitName),
      left: [...old.values()].filter(place => isIn(place) && !isIn(now.get(place.id))).map(unitName),
    };
  });
}

function groupEffects(
  after: Scoring,
  pairs: readonly PlacePair[],
  tierMoves: readonly TierMove[],
): readonly GroupEffect[] {
  const moveOf = new Map(tierMoves.map(move => [move.id, move.direction]));
  return after.data.groupSystems.flatMap(({ id: system, groups }) =>
    groups.map(group => {
      const members = pairs.filter(pair => pair.after.groups.get(system)?.includes(group));
      const places = members.flatMap(({ before, after: now }) => changeOf(now.rank, before.rank) ?? []);
      const scores = members.flatMap(({ before, after: now }) => changeOf(before.score, now.score) ?? []);
      const count = (direction: TierMove['direction']) =>
        members.filter(pair => moveOf.get(pair.after.id) === direction).length;
      return {
        system,
        group,
        nUnits: members.length,
        nRankMoves: places.filter(each => each !== 0).length,
        meanPlaces: meanOf(places),
        meanScoreChange: meanOf(scores),
        nTierUp: count('up'),
        nTierDown: count('down'),
      };
    }),
  );
}

function scoreEffect(pairs: readonly PlacePair[]): ScoreEffect {
  const changes = pairs.flatMap(({ before, after }) => changeOf(before.score, after.score) ?? []);
  return {
    nChanged: changes.filter(change => change !== 0).length,
    mean: meanOf(changes),
    largest:
      changes.length === 0
        ? null
        : changes.reduce((most, change) => (Math.abs(change) > Math.abs(most) ? change : most)),
    nGained: pairs.filter(({ before, after }) => before.score === undefined && after.score !== undefined).length,
    nLost: pairs.filter(({ before, after }) => before.score !== undefined && after.score === undefined).length,
  };
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

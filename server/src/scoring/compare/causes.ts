/**
 * Which change did what. Each change's own effect: the first definition with that change alone, scored. And how much of
 * each unit's move the framework, the weights, the methods and the data caused: the mean over all orders in which they
 * could have been changed (Shapley 1953), so that the parts add up and no order is preferred.
 */

import type { Steps } from '../../base/steps.ts';
import type { Scoring } from '../score.ts';
import { type Change, type Factor, factors } from './changes.ts';
import { movesBetween } from './effects.ts';
import { type Sides, scoreWith } from './hybrid.ts';
import { placesIn } from './standings.ts';

/** What a change does alone; with `withData`, together with the change of the data, against that alone. */
export interface OwnEffect {
  readonly withData: boolean;
  readonly nScores: number;
  readonly largestScoreChange: number | null;
  /** Ranks that move, come or go. */
  readonly nRankMoves: number;
  readonly nTierMoves: number;
  readonly spearman: number | null;
}

/** `null`: a part that cannot be told, for the unit has no score in a mixture. `other`: what is left over. */
export interface Contributions {
  readonly score: Readonly<Partial<Record<Factor | 'other', number>>> | null;
  readonly places: Readonly<Partial<Record<Factor | 'other', number>>> | null;
}

/** Cells read while mixtures are scored; beyond it, causes are not looked for. */
const mostCells = 60_000_000;

export function* ownEffects(sides: Sides, changes: readonly Change[]): Steps<readonly (OwnEffect | null)[]> {
  const acting = changes.filter(({ factor }) => factor !== null);
  if (!isAffordable(sides, acting.length)) return changes.map(() => null);
  const data = changes.filter(({ kind }) => kind === 'data');
  const withData = data.length === 0 ? undefined : scoreWith(sides, data);
  const effects: (OwnEffect | null)[] = [];
  for (const change of changes) {
    yield;
    effects.push(change.factor === null ? null : yield* effectOf(change));
  }
  return effects;

  function* effectOf(change: Change): Steps<OwnEffect | null> {
    const alone = scoreWith(sides, [change]);
    yield;
    if (alone !== undefined && haveTotals(sides.before, alone)) return ownEffect(sides.before, alone, false);
    const together = change.kind === 'data' || withData === undefined ? undefined : scoreWith(sides, [change, ...data]);
    yield;
    return together !== undefined && haveTotals(withData!, together) ? ownEffect(withData!, together, true) : null;
  }
}

/** By unit id, of the units in both. */
export function* contributions(sides: Sides, changes: readonly Change[]): Steps<ReadonlyMap<string, Contributions>> {
  const present = factors.filter(factor => changes.some(change => change.factor === factor));
  if (present.length === 0 || !isAffordable(sides, 2 ** present.length)) return new Map();
  const subsets: (ReturnType<typeof placesIn> | undefined)[] = [];
  for (let bits = 0; bits < 2 ** present.length; bits++) {
    yield;
    const chosen = present.filter((_, position) => bits & (1 << position));
    const applied = changes.filter(({ factor }) => factor && chosen.includes(factor));
    const scoring = bits === 0 ? sides.before : scoreWith(sides, applied);
    subsets.push(scoring && placesIn(scoring));
  }
  yield;
  const [first, last] = [placesIn(sides.before), placesIn(sides.after)];
  const partsOf = (id: string, key: 'unrounded' | 'rank', sign: 1 | -1) => {
    const values = subsets.map(places => places?.get(id)?.[key]);
    const [start, end] = [first.get(id)?.[key], last.get(id)?.[key]];
    if (start === undefined || end === undefined || values.some(value => value === undefined)) return null;
    const parts = shapley(values as readonly number[], present.length);
    const rest = end - start - parts.reduce((sum, part) => sum + part, 0);
    const named = present.map((factor, position) => [factor, withoutNegativeZero(sign * parts[position]!)] as const);
    return Object.fromEntries([...named, ...(Math.abs(rest) > 1e-9 ? [['other', sign * rest] as const] : [])]);
  };
  const found = new Map<string, Contributions>();
  for (const id of last.keys()) {
    if (!first.has(id)) continue;
    found.set(id, { score: partsOf(id, 'unrounded', 1), places: partsOf(id, 'rank', -1) });
    if (found.size % 200 === 0) yield;
  }
  return found;
}

/** `values[bits]`: with the factors whose bits are set. Weight of a set of size s among n − 1: s! (n − 1 − s)! ÷ n!. */
function shapley(values: readonly number[], n: number): readonly number[] {
  const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));
  return Array.from({ length: n }, (_, factor) => {
    let part = 0;
    for (const [bits, value] of values.entries()) {
      if (bits & (1 << factor)) continue;
      const size = [...bits.toString(2)].filter(bit => bit === '1').length;
      part += ((factorial(size) * factorial(n - 1 - size)) / factorial(n)) * (values[bits | (1 << factor)]! - value);
    }
    return part;
  });
}

function withoutNegativeZero(value: number): number {
  return value === 0 ? 0 : value;
}

function isAffordable({ before, after }: Sides, nScorings: number): boolean {
  const cells = Math.max(...[before, after].map(({ data, system }) => data.units.length * system.indicators.length));
  return cells * nScorings <= mostCells;
}

/** A change that cannot stand alone (its column is only in the other's data) takes all totals away. */
function haveTotals(reference: Scoring, mixture: Scoring): boolean {
  return reference.compiled.noTotals === undefined && mixture.compiled.noTotals === undefined;
}

function ownEffect(reference: Scoring, mixture: Scoring, withData: boolean): OwnEffect {
  const { scores, rankMoves, rankGained, rankLost, tierMoves, spearman } = movesBetween(reference, mixture);
  return {
    withData,
    nScores: scores.nChanged + scores.nGained + scores.nLost,
    largestScoreChange: scores.largest,
    nRankMoves: rankMoves.length + rankGained.length + rankLost.length,
    nTierMoves: tierMoves.length,
    spearman,
  };
}

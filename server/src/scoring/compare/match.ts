/**
 * Which indicators of two definitions are the same: those with one id; else those of one level with one name or reading
 * the same values, those with both on any level, and aggregates most of whose indicators are the same (these were
 * renamed). Knows nothing of scores.
 */
import type { LocalText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { BoundData } from '../bind/bind.ts';
import { cellText } from '../columnSearch.ts';
import { nameText } from '../names.ts';
import type { Scoring } from '../score.ts';
import { plainOf } from './plain.ts';

/** An indicator in one or both of the definitions. */
export interface Pair {
  readonly before: Indicator | undefined;
  readonly after: Indicator | undefined;
}

export interface Pairs {
  /** Those of `after` in its order, then those only in `before`. */
  readonly all: readonly Pair[];
  readonly ofBefore: ReadonlyMap<Indicator, Pair>;
  readonly ofAfter: ReadonlyMap<Indicator, Pair>;
}

export interface Named {
  readonly id: string;
  readonly name: LocalText;
}

export interface InBoth extends Pair {
  readonly before: Indicator;
  readonly after: Indicator;
}

export function isInBoth(pair: Pair): pair is InBoth {
  return pair.before !== undefined && pair.after !== undefined;
}

export function named(indicator: Indicator): Named;
export function named(indicator: Indicator | undefined): Named | null;
export function named(indicator: Indicator | undefined): Named | null {
  return indicator === undefined ? null : { id: indicator.id, name: nameText(indicator.own.name?.value, indicator.id) };
}

export function matchIndicators(before: Scoring, after: Scoring): Pairs {
  return matchSystems(before.system, after.system, (old, now) => sameValues(old, before.data, now, after.data));
}

/** `readsTheSame`: for those with neither id nor name in common, where their data are known. */
export function matchSystems(
  before: IndicatorSystem,
  after: IndicatorSystem,
  readsTheSame: (old: Indicator, now: Indicator) => boolean = () => false,
): Pairs {
  const oldOf = new Map<Indicator, Indicator>();
  const free = new Set(before.indicators);
  const link = (now: Indicator, old: Indicator | undefined) => {
    if (old === undefined || !free.has(old) || oldOf.has(now)) return;
    oldOf.set(now, old);
    free.delete(old);
  };
  for (const now of after.indicators)
    link(
      now,
      before.byId.get(now.id)?.find(old => free.has(old)),
    );
  const unmatched = () => after.indicators.filter(now => !oldOf.has(now));
  for (const now of unmatched())
    link(
      now,
      onlyOne(free, old => isLikely(old, now) && sameName(old, now)),
    );
  for (const now of unmatched())
    link(
      now,
      onlyOne(free, old => isLikely(old, now) && readsTheSame(old, now)),
    );
  for (const now of unmatched())
    link(
      now,
      onlyOne(free, old => sameName(old, now) && readsTheSame(old, now)),
    );
  for (const now of unmatched().toReversed())
    link(
      now,
      onlyOne(free, old => sharesMost(old, now, oldOf)),
    );
  return pairsOf(before, after, oldOf, free);
}

function pairsOf(
  before: IndicatorSystem,
  after: IndicatorSystem,
  oldOf: ReadonlyMap<Indicator, Indicator>,
  free: ReadonlySet<Indicator>,
): Pairs {
  const all = [
    ...after.indicators.map((now): Pair => ({ before: oldOf.get(now), after: now })),
    ...before.indicators.filter(old => free.has(old)).map((old): Pair => ({ before: old, after: undefined })),
  ];
  return {
    all,
    ofBefore: new Map(all.flatMap(pair => (pair.before === undefined ? [] : [[pair.before, pair] as const]))),
    ofAfter: new Map(all.flatMap(pair => (pair.after === undefined ? [] : [[pair.after, pair] as const]))),
  };
}

/** Two candidates are none: nothing is guessed. */
function onlyOne(candidates: Iterable<Indicator>, isMeant: (old: Indicator) => boolean): Indicator | undefined {
  const found = [...candidates].filter(isMeant);
  return found.length === 1 ? found[0] : undefined;
}

function isLikely(old: Indicator, now: Indicator): boolean {
  return old.level === now.level && (old.children === undefined) === (now.children === undefined);
}

function sameName(old: Indicator, now: Indicator): boolean {
  const name = JSON.stringify(plainOf(old.own.name));
  return old.own.name !== undefined && name === JSON.stringify(plainOf(now.own.name));
}

/** The texts of the cells of all units in both, at least three of them and not all alike. */
function sameValues(old: Indicator, dataBefore: BoundData, now: Indicator, dataAfter: BoundData): boolean {
  const [left, right] = [dataBefore.leaves.get(old)?.places, dataAfter.leaves.get(now)?.places];
  if (left === undefined || right === undefined || left.length !== right.length) return false;
  const texts = new Set<string>();
  let number = 0;
  for (const unit of dataAfter.units) {
    const earlier = dataBefore.unitById.get(unit.id);
    if (earlier === undefined) continue;
    for (const [position, place] of left.entries()) {
      const text = cellText(dataBefore, earlier.index, place);
      if (text !== cellText(dataAfter, unit.index, right[position]!)) return false;
      texts.add(text);
    }
    number++;
  }
  return number >= 3 && texts.size > 1;
}

function sharesMost(old: Indicator, now: Indicator, oldOf: ReadonlyMap<Indicator, Indicator>): boolean {
  const [left, right] = [old.children ?? [], now.children ?? []];
  const shared = right.filter(child => oldOf.get(child)?.parent === old).length;
  return shared > 0 && shared * 2 > Math.max(left.length, right.length);
}

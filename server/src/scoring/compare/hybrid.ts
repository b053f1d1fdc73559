/**
 * The first definition with some of the changes applied, scored: what each of them does is measured, not guessed. With
 * none applied it gives the first scoring, with all of them the second.
 */
import type { Indicator, IndicatorText } from '../../model/indicator.ts';
import type { Weighting } from '../../model/method.ts';
import type { Adjustment } from '../../model/ranking.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { bindData } from '../bind/bind.ts';
import type { Obstacles } from '../obstacles.ts';
import { type Scoring, scoreSystem } from '../score.ts';
import { type Change, isMethodKey, otherKeys } from './changes.ts';
import { isInBoth, type Pair, type Pairs } from './match.ts';

export interface Sides {
  readonly before: Scoring;
  readonly after: Scoring;
  readonly pairs: Pairs;
}

/** `undefined` where the changes make no tree without the others: an indicator under one that is not there. */
export function scoreWith(sides: Sides, applied: Iterable<Change>): Scoring | undefined {
  const { before, after } = sides;
  const changes = appliedChanges(applied);
  const tree = treeWith(sides, changes);
  if (tree === undefined) return undefined;
  const base = changes.hasData ? after : before;
  const { system: dataSystem, data } = base;
  const indicators = [...tree.keys()];
  const system: IndicatorSystem = {
    ...before.system,
    ...settingsWith(sides, changes),
    // Another header than any file's: what is bound is compared piece by piece.
    header: { ...before.system.header },
    units: dataSystem.units,
    data: dataSystem.data,
    top: indicators.filter(({ parent }) => parent === undefined),
    indicators,
    byId: new Map(indicators.map(each => [each.id, indicators.filter(({ id }) => id === each.id)])),
  };
  const tables = data.sources.map(({ table }) => table);
  const bound = { ...bindData(system, tables, data), ...(data.earlier && { earlier: data.earlier }) };
  return scoreSystem(system, bound, obstaclesWith(sides, tree), base);
}

interface AppliedChanges {
  readonly hasData: boolean;
  /** Of a kind, for an indicator (`''`: the top) or a key of the file. */
  readonly has: (kind: Change['kind'], subject: string) => boolean;
}

function appliedChanges(applied: Iterable<Change>): AppliedChanges {
  const keys = new Set([...applied].map(change => `${change.kind} ${subjectOf(change)}`));
  return { hasData: keys.has('data '), has: (kind, subject) => keys.has(`${kind} ${subject}`) };
}

function subjectOf(change: Change): string {
  switch (change.kind) {
    case 'added':
    case 'removed':
    case 'moved':
    case 'method':
      return change.indicator.id;
    case 'weights':
    case 'reordered':
      return change.parent?.id ?? '';
    case 'renamed':
      return change.after.id;
    case 'setting':
      return change.key;
    case 'expectations':
    case 'data':
      return '';
  }
}

/** The indicators of the mixed system, parents first, each with where it comes from. */
function treeWith(sides: Sides, changes: AppliedChanges): ReadonlyMap<Indicator, Pair> | undefined {
  const { pairs } = sides;
  const isThere = (pair: Pair) => {
    if (isInBoth(pair)) return true;
    const top = topmostOf(pair, pairs);
    return pair.after === undefined ? !changes.has('removed', top.id) : changes.has('added', top.id);
  };
  const present = pairs.all.filter(isThere);
  const childrenOf = new Map<Pair | undefined, Pair[]>();
  for (const pair of present) {
    const parent = parentOf(pair, pairs, changes);
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), pair]);
  }
  const tree = new Map<Indicator, Pair>();
  const build = (pair: Pair, parent: Indicator | undefined): Indicator => {
    const own = ownWith(pair, sides, changes);
    const level = own.declaredLevel?.value ?? 0;
    const children = childrenOf.get(pair);
    const indicator = {
      own,
      id: (pair.after ?? pair.before)!.id,
      index: tree.size,
      level: level > 0 ? level : (parent?.level ?? 0) + 1,
      parent,
      children: undefined as readonly Indicator[] | undefined,
    };
    tree.set(indicator, pair);
    if (children !== undefined) indicator.children = children.map(child => build(child, indicator));
    else if (!isLeaf(pair)) indicator.children = [];
    return indicator;
  };
  for (const pair of childrenOf.get(undefined) ?? []) build(pair, undefined);
  return tree.size === present.length ? tree : undefined;
}

/** The highest of the indicators that came or went together. */
function topmostOf({ before, after }: Pair, pairs: Pairs): Indicator {
  const [side, indicator] = after === undefined ? [pairs.ofBefore, before!] : [pairs.ofAfter, after];
  for (let each = indicator; ; each = each.parent) {
    if (each.parent === undefined || isInBoth(side.get(each.parent)!)) return each;
  }
}

function parentOf(pair: Pair, pairs: Pairs, changes: AppliedChanges): Pair | undefined {
  const isAfter = pair.before === undefined || (pair.after !== undefined && changes.has('moved', pair.after.id));
  const parent = isAfter ? pair.after!.parent : pair.before!.parent;
  return parent && (isAfter ? pairs.ofAfter : pairs.ofBefore).get(parent);
}

function isLeaf({ before, after }: Pair): boolean {
  return [before, after].some(side => side !== undefined && side.children === undefined);
}

function ownWith(pair: Pair, { pairs }: Sides, changes: AppliedChanges): IndicatorText {
  if (!isInBoth(pair)) return readingItsColumn((pair.after ?? pair.before)!);
  const { before: old, after: now } = pair;
  const methods = changes.has('method', now.id) ? now.own : old.own;
  const keys = Object.keys({ ...old.own, ...now.own }) as (keyof IndicatorText)[];
  const settings = Object.fromEntries(keys.filter(isMethodKey).map(key => [key, methods[key]]));
  const takesWeight = changes.has('moved', now.id) || changes.has('weights', now.parent?.id ?? '');
  const { column, from } = readingItsColumn(changes.hasData ? now : old);
  return {
    ...now.own,
    ...settings,
    weight: (takesWeight ? now : old).own.weight,
    weighting: changes.has('weights', now.id) ? now.own.weighting : withNewIds(old.own.weighting, pairs),
    column,
    from,
  };
}

/** With the column named that its id implies: ids may differ from the data's. */
function readingItsColumn({ own, id }: Indicator): IndicatorText {
  return own.column === undefined ? { ...own, column: { value: id, node: own.node } } : own;
}

/** What names indicators by id names them by the new one. */
function withNewIds(weighting: Weighting | undefined, pairs: Pairs): Weighting | undefined {
  if (weighting === undefined) return undefined;
  const { judgements, shares } = weighting;
  return {
    ...weighting,
    shares: new Map([...shares].map(([id, share]) => [newId(id, pairs), share])),
    judgements: judgements && {
      ...judgements,
      all: judgements.all.map(each => ({ ...each, left: newId(each.left, pairs), right: newId(each.right, pairs) })),
    },
    with: withNewIds(weighting.with, pairs),
  };
}

function newId(id: string, { ofBefore }: Pairs): string {
  for (const [old, { after }] of ofBefore) if (old.id === id) return after?.id ?? id;
  return id;
}

function settingsWith({ before, after, pairs }: Sides, changes: AppliedChanges): Partial<IndicatorSystem> {
  const [old, now] = [before.system, after.system];
  const keys = ['scale', 'fullMark', 'weights', 'weightsBy', 'defaults', 'ranking', 'tiers'] as const;
  const settings = keys.map(key => [key, (changes.has('setting', key) ? now : old)[key]]);
  const others = otherKeys(old, now).map(key => [key, (changes.has('setting', 'other') ? now : old)[key]]);
  const weighting = changes.has('weights', '') ? now.aggregate.weighting : withNewIds(old.aggregate.weighting, pairs);
  return {
    ...Object.fromEntries([...settings, ...others]),
    aggregate: { ...(changes.has('setting', 'aggregate') ? now : old).aggregate, weighting },
    adjustments: changes.has('setting', 'adjustments')
      ? now.adjustments
      : old.adjustments.map(each => adjustmentOf(each, pairs)),
  };
}

function adjustmentOf(adjustment: Adjustment, pairs: Pairs): Adjustment {
  const { of } = adjustment;
  return of === undefined ? adjustment : { ...adjustment, of: { ...of, value: newId(of.value, pairs) } };
}

/** What could not be read in one of the two is not scored in a mixture either. */
function obstaclesWith({ before, after }: Sides, tree: ReadonlyMap<Indicator, Pair>): Obstacles {
  const told = new Map(
    [before, after].flatMap(({ compiled }) => [...compiled.unscored].filter(([, { code }]) => code === 'not-honoured')),
  );
  const indicators = [...tree].flatMap(([indicator, pair]) => {
    const why = (pair.before && told.get(pair.before)) ?? (pair.after && told.get(pair.after));
    return why === undefined ? [] : [[indicator, why.message] as const];
  });
  const whole = (key: 'noTotals' | 'noTiers') =>
    [before, after]
      .map(({ compiled }) => compiled[key])
      .find(each => each?.code === 'not-honoured' && each.indicator === undefined)?.message;
  return { indicators: new Map(indicators), totals: whole('noTotals'), tiers: whole('noTiers') };
}

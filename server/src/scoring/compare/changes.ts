/**
 * What one definition says differently from another, change by change, as a reviewer would name it. A change belongs to
 * a factor (what it can move), or to none (a name, an order). Knows no scores.
 */
import { type LocalText, localText } from '../../base/locale.ts';
import type { Steps } from '../../base/steps.ts';
import type { Indicator, IndicatorText } from '../../model/indicator.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { Scoring } from '../score.ts';
import { type ExpectationChange, expectationChange } from './claims.ts';
import { type DataChange, dataChange } from './data.ts';
import { type InBoth, isInBoth, type Named, named, type Pair, type Pairs } from './match.ts';
import { areSame, plainOf, printPlain, type Setting, settingsBetween } from './plain.ts';

/** What a change acts through. */
export type Factor = 'structure' | 'weights' | 'methods' | 'data';
export const factors: readonly Factor[] = ['structure', 'weights', 'methods', 'data'];

export type Change =
  | {
      readonly kind: 'added' | 'removed';
      readonly factor: 'structure';
      readonly indicator: Named;
      /** `null`: the top. */
      readonly parent: Named | null;
      readonly level: number;
      /** How many came or went with it. */
      readonly nBelow: number;
    }
  | {
      readonly kind: 'moved';
      readonly factor: 'structure';
      readonly indicator: Named;
      readonly from: Named | null;
      readonly to: Named | null;
    }
  | { readonly kind: 'reordered'; readonly factor: null; readonly parent: Named | null }
  | { readonly kind: 'renamed'; readonly factor: null; readonly before: Named; readonly after: Named }
  | {
      readonly kind: 'weights';
      readonly factor: 'weights';
      readonly parent: Named | null;
      readonly settings: readonly WeightSetting[];
    }
  | {
      readonly kind: 'method';
      readonly factor: 'methods';
      readonly indicator: Named;
      readonly settings: readonly Setting[];
    }
  | {
      readonly kind: 'setting';
      readonly factor: 'weights' | 'methods' | null;
      readonly key: SettingKey;
      readonly settings: readonly Setting[];
    }
  | ExpectationChange
  | DataChange;

export interface WeightSetting extends Setting {
  /** `null`: how the weights are computed. */
  readonly indicator: Named | null;
}

/** Keys of the file, by what they act through; `null`: they move no score, rank or tier. */
const settingFactors = {
  scale: 'methods',
  fullMark: 'methods',
  weights: 'weights',
  weightsBy: 'weights',
  aggregate: 'methods',
  defaults: 'methods',
  adjustments: 'methods',
  ranking: 'methods',
  tiers: 'methods',
  title: null,
  edition: null,
  publisher: null,
  levels: null,
  publications: null,
  rules: null,
} as const satisfies Partial<Record<keyof IndicatorSystem, Factor | null>>;
export type SettingKey = keyof typeof settingFactors | 'other';

/** Keys of an indicator that are told elsewhere (its place, names, weight, data) or move nothing. */
const notMethods: ReadonlySet<keyof IndicatorText> = new Set<keyof IndicatorText>([
  'node',
  'id',
  'name',
  'weight',
  'weighting',
  'declaredLevel',
  'count',
  'unpublished',
  'childrenEntry',
  'column',
  'from',
  'measure',
  'range',
  'isDocumented',
]);

export function isMethodKey(key: keyof IndicatorText): boolean {
  return !notMethods.has(key);
}

export function* changesBetween(before: Scoring, after: Scoring, pairs: Pairs): Steps<readonly Change[]> {
  const ofSystem = [
    ...pairs.all.flatMap(pair => structureChange(pair, pairs)),
    ...[undefined, ...pairs.all.filter(isInBoth)].flatMap(parent => reordering(parent, pairs, before, after)),
    ...pairs.all.filter(isInBoth).flatMap(renaming),
    ...[undefined, ...pairs.all.filter(isInBoth)].flatMap(parent => weightChange(parent, pairs, before, after)),
    ...pairs.all.filter(isInBoth).flatMap(methodChange),
    ...settingChanges(before.system, after.system),
    ...expectationChange(before.system, after.system),
  ];
  yield;
  return [...ofSystem, ...(yield* dataChange(before, after, pairs))];
}

function structureChange(pair: Pair, pairs: Pairs): readonly Change[] {
  const { before, after } = pair;
  if (isInBoth(pair)) {
    const from = pair.before.parent && pairs.ofBefore.get(pair.before.parent);
    const to = pair.after.parent && pairs.ofAfter.get(pair.after.parent);
    if (from === to) return [];
    return [
      {
        kind: 'moved',
        factor: 'structure',
        indicator: named(pair.after),
        from: named(pair.before.parent),
        to: named(pair.after.parent),
      },
    ];
  }
  const indicator = (after ?? before)!;
  const sideOf = after === undefined ? pairs.ofBefore : pairs.ofAfter;
  const isNew = (each: Indicator | undefined) => each !== undefined && !isInBoth(sideOf.get(each)!);
  if (isNew(indicator.parent)) return [];
  const nBelow = countBelow(indicator, isNew);
  const kind = after === undefined ? 'removed' : 'added';
  return [
    {
      kind,
      factor: 'structure',
      indicator: named(indicator),
      parent: named(indicator.parent),
      level: indicator.level,
      nBelow,
    },
  ];
}

function countBelow({ children = [] }: Indicator, isCounted: (each: Indicator) => boolean): number {
  return children.filter(isCounted).reduce((sum, child) => sum + 1 + countBelow(child, isCounted), 0);
}

/** The children that both have, in another order. */
function reordering(parent: InBoth | undefined, pairs: Pairs, before: Scoring, after: Scoring): readonly Change[] {
  const [old, now] = commonChildren(parent, pairs, before, after);
  return old.every((pair, position) => pair === now[position])
    ? []
    : [{ kind: 'reordered', factor: null, parent: named(parent?.after) }];
}

function commonChildren(parent: InBoth | undefined, pairs: Pairs, before: Scoring, after: Scoring) {
  const old = (parent === undefined ? before.system.top : (parent.before.children ?? [])).map(
    each => pairs.ofBefore.get(each)!,
  );
  const now = (parent === undefined ? after.system.top : (parent.after.children ?? [])).map(
    each => pairs.ofAfter.get(each)!,
  );
  const common = (pair: Pair): pair is InBoth => old.includes(pair) && now.includes(pair);
  return [old.filter(common), now.filter(common)] as const;
}

function renaming({ before, after }: InBoth): readonly Change[] {
  const isSame = before.id === after.id && areSame(before.own.name, after.own.name);
  // An id that only names the place says nothing.
  const isPlace = before.own.id === undefined && after.own.id === undefined && areSame(before.own.name, after.own.name);
  return isSame || isPlace ? [] : [{ kind: 'renamed', factor: null, before: named(before), after: named(after) }];
}

function weightChange(parent: InBoth | undefined, pairs: Pairs, before: Scoring, after: Scoring): readonly Change[] {
  const [, children] = commonChildren(parent, pairs, before, after);
  const written = children.flatMap((pair): WeightSetting[] => {
    const [old, now] = [weightText(pair.before), weightText(pair.after)];
    return old === now ? [] : [{ key: 'weight', indicator: named(pair.after), before: old, after: now }];
  });
  const [old, now] = [parent?.before.own.weighting ?? null, parent?.after.own.weighting ?? null];
  const [whole, wholeNow] =
    parent === undefined ? [before.system.aggregate.weighting, after.system.aggregate.weighting] : [old, now];
  const computed = settingsBetween('weighting', whole, wholeNow).map(each => ({ ...each, indicator: null }));
  const settings = [...computed, ...written];
  return settings.length === 0 ? [] : [{ kind: 'weights', factor: 'weights', parent: named(parent?.after), settings }];
}

function weightText({ own: { weight } }: Indicator): string | null {
  if (weight === undefined) return null;
  return printPlain(plainOf(weight.kind === 'single' ? weight.weight : weight.weights));
}

function methodChange({ before, after }: InBoth): readonly Change[] {
  const keys = (Object.keys({ ...before.own, ...after.own }) as (keyof IndicatorText)[]).filter(isMethodKey);
  const settings = keys.flatMap(key => settingsBetween(key, before.own[key], after.own[key]));
  return settings.length === 0 ? [] : [{ kind: 'method', factor: 'methods', indicator: named(after), settings }];
}

function settingChanges(before: IndicatorSystem, after: IndicatorSystem): readonly Change[] {
  const known = (Object.keys(settingFactors) as (keyof typeof settingFactors)[]).flatMap((key): Change[] => {
    const settings = settingsBetween(key, settingOf(before, key), settingOf(after, key));
    return settings.length === 0 ? [] : [{ kind: 'setting', factor: settingFactors[key], key, settings }];
  });
  const others = otherKeys(before, after).flatMap(key => settingsBetween(key, before[key], after[key]));
  return others.length === 0
    ? known
    : [...known, { kind: 'setting', factor: 'methods', key: 'other', settings: others }];
}

function settingOf(system: IndicatorSystem, key: keyof typeof settingFactors): unknown {
  if (key !== 'aggregate') return system[key];
  const { weighting: _, ...rest } = system.aggregate;
  return rest;
}

const toldElsewhere: ReadonlySet<keyof IndicatorSystem> = new Set<keyof IndicatorSystem>([
  'header',
  'framework',
  'piece',
  'node',
  'id',
  'previous',
  'levelsEntry',
  'scaleNode',
  'units',
  'data',
  'indicatorsEntry',
  'top',
  'indicators',
  'byId',
  'tiersEntry',
  'expectations',
]);

/** Keys that the model may come to have: whatever they do, it is not left out. */
export function otherKeys(before: IndicatorSystem, after: IndicatorSystem): readonly (keyof IndicatorSystem)[] {
  return (Object.keys({ ...before, ...after }) as (keyof IndicatorSystem)[]).filter(
    key => !toldElsewhere.has(key) && !(key in settingFactors),
  );
}

export const factorNames: Readonly<Record<Factor, LocalText>> = {
  structure: localText('framework', '指标框架'),
  weights: localText('weights', '权重'),
  methods: localText('methods', '方法'),
  data: localText('data', '数据'),
};

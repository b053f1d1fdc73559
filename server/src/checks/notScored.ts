/**
 * Why something is not scored, where no other finding says so. Most reasons have a rule of their own, or follow from
 * another one: those are `undefined` here. Gives the place that is at fault.
 */
import { compare, zero } from '../base/decimal.ts';
import { type LocalText, localText } from '../base/locale.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Method } from '../model/method.ts';
import { nameNode, weightGroups, weightNumbers, weightsOf } from '../model/siblings.ts';
import type { IndicatorSystem } from '../model/system.ts';
import { methodOf } from '../scoring/compile/leaf.ts';
import { tierNamed } from '../scoring/conditions.ts';
import type { Scoring } from '../scoring/score.ts';
import type { Unscored } from '../scoring/unscored.ts';
import { weightedAmong } from '../scoring/weights.ts';
import { entryOf, type MapEntry, type Place } from '../syntax/tree.ts';
import type { DataContext } from './rule.ts';
import { nameIn } from './words.ts';

/** The reason in words, more exact where the place tells more. */
export function reasonOf(
  { system }: DataContext,
  { compiled }: Scoring,
  { code, indicator, message }: Unscored,
): LocalText {
  const lacking = code === 'weight-group' ? untoldGroup(system, indicator, compiled.weightGroups) : undefined;
  if (lacking !== undefined) {
    return localText(
      `${nameIn(lacking.child, 'en')} has no weight for ${lacking.group}, a group that units are in`,
      `“${nameIn(lacking.child, 'zh-CN')}”没有“${lacking.group}”的权重，而数据中有该组的对象`,
    );
  }
  if (code === 'condition-unresolved') {
    return localText(
      'tiers come after ranks and cannot decide who is ranked',
      '档次在排名之后产生，不能用来决定谁参与排名',
    );
  }
  return message;
}

/** Where to say it; `undefined` where another finding tells it. */
export function untoldPlace(context: DataContext, scoring: Scoring, unscored: Unscored): Place | undefined {
  const { system } = context;
  const { indicator } = unscored;
  const id = indicator === undefined ? system.indicatorsEntry?.key : nameNode(indicator);
  switch (unscored.code) {
    case 'no-method':
      return id;
    case 'not-frozen':
      return keptMethod(system, indicator)?.asBefore?.node ?? id;
    case 'method-direction':
      return indicator?.own.direction?.node ?? id;
    case 'method-parameter':
      return methodPlace(context, indicator);
    case 'imputation-parameter':
      return imputationPlace(context, indicator);
    case 'no-periods':
      return (indicator?.own.impute ?? system.defaults.impute)?.method.node ?? id;
    case 'pipeline-step':
    case 'pipeline-end':
    case 'pipeline-lacks':
      return entryOf(system.node, 'pipeline')?.key;
    case 'goalpost-order':
      return indicator?.children === undefined && indicator !== undefined ? undefined : methodPlace(context, indicator);
    case 'method-unknown':
      return indicator?.children === undefined ? undefined : indicator.own.impute?.method.node;
    case 'missing-policy':
      return (indicator?.own ?? system.aggregate).missing?.node ?? id;
    case 'bonus-not-on-top':
      return indicator?.own.bonus?.entry.key;
    case 'no-children':
      return indicator === undefined ? id : undefined;
    case 'weight-group':
      return untoldGroup(system, indicator, scoring.compiled.weightGroups)?.child.own.weight?.entry.key;
    case 'weight-invalid':
      return areAllZero(system, indicator) ? id : undefined;
    case 'points-unknown':
      return pointsPlace(system);
    case 'points-by-group':
      return system.weightsBy?.node ?? id;
    case 'tiers-unknown':
      return secondGroupSystem(system);
    case 'condition-unresolved':
      return eligibleByTier(system);
    case 'weighting-parameter':
      return (indicator?.own ?? system.aggregate).weighting?.method.node ?? id;
    case 'weighting-judgements':
    case 'weighting-needs-data':
    case 'weight-missing':
    case 'weighting-unsupported':
    case 'steps-unreadable':
    case 'reference-not-found':
    case 'column-not-found':
    case 'group-not-found':
    case 'scale-order':
    case 'data-not-available':
    case 'aggregate-unknown':
    case 'not-applicable-policy':
    case 'unpublished':
    case 'child':
    case 'bonus-incomplete':
    case 'adjustment-incomplete':
    case 'rounding-unknown':
    case 'ranking-unknown':
    case 'not-honoured':
      return undefined;
    default:
      return unscored.code satisfies never;
  }
}

function keptMethod({ defaults, aggregate }: IndicatorSystem, indicator: Indicator | undefined): Method | undefined {
  if (indicator === undefined) return aggregate.standardise;
  return indicator.children === undefined ? (indicator.own.normalise ?? defaults.normalise) : indicator.own.standardise;
}

/** A parameter that is missing without the structure saying so (`z-score` needs `mean` and `sd`). */
function methodPlace(context: DataContext, indicator: Indicator | undefined): Place | undefined {
  const { system } = context;
  const isLeaf = indicator !== undefined && indicator.children === undefined;
  const method = isLeaf ? methodOf(indicator, system) : (indicator?.own ?? system.aggregate).standardise;
  if (method === undefined || method === 'none' || hasLogarithmOfNothing(method)) return undefined;
  const holders = [indicator?.own.node ?? system.node, ...(isLeaf ? [entryOf(system.node, 'defaults')?.value] : [])];
  const keys = isLeaf ? ['normalise', 'treat'] : ['standardise'];
  const entries = holders.flatMap(holder => keys.flatMap(key => entryOf(holder, key) ?? []));
  return entries.some(entry => isToldWithin(entry, context)) ? undefined : method.method.node;
}

function imputationPlace(context: DataContext, indicator: Indicator | undefined): Place | undefined {
  const { system } = context;
  const own = (indicator?.own ?? system.aggregate).impute;
  const { method } = own ?? system.defaults.impute!;
  const holder = own === undefined ? entryOf(system.node, 'defaults')?.value : (indicator?.own.node ?? system.node);
  const entry = entryOf(holder, 'impute');
  return entry !== undefined && isToldWithin(entry, context) ? undefined : method.node;
}

/** Whether the structure of what stands there is reported. */
function isToldWithin(entry: MapEntry, { tree, structure }: DataContext): boolean {
  const within = tree.rangeOf(entry);
  return structure.some(({ place }) => {
    const { start, end } = tree.rangeOf(place);
    return start <= within.end && end >= within.start;
  });
}

/** `log-nonpositive` tells it. */
function hasLogarithmOfNothing({ method, parameters }: Method): boolean {
  const lower = parameters.get('lower')?.value;
  return method.value === 'log-goalposts' && typeof lower === 'number' && lower <= 0;
}

function childrenOf(system: IndicatorSystem, indicator: Indicator | undefined): readonly Indicator[] {
  return indicator === undefined ? weightedAmong(system.top) : (indicator.children ?? []);
}

/**
 * A group that only the data know of. Of declared groups `weight-group-sum` tells, of units in others `unit-in-group`, of
 * weights by an unknown group system `unresolved-group`.
 */
function untoldGroup(
  system: IndicatorSystem,
  indicator: Indicator | undefined,
  groups: readonly (string | undefined)[],
): { readonly child: Indicator; readonly group: string } | undefined {
  const by = system.units.groups.find(({ id }) => id.value === system.weightsBy?.value);
  if (by === undefined || by.values !== undefined) return undefined;
  const siblings = childrenOf(system, indicator);
  const named = weightGroups(siblings);
  return groups
    .flatMap(group =>
      weightsOf(siblings, group).flatMap(({ indicator: child, weight }) =>
        weight === undefined && group !== undefined && !named.includes(group) ? [{ child, group }] : [],
      ),
    )
    .find(({ child }) => child.own.weight !== undefined);
}

/** Relative weights that are all zero: other systems of weights miss their sum. */
function areAllZero(system: IndicatorSystem, indicator: Indicator | undefined): boolean {
  const numbers = weightNumbers(childrenOf(system, indicator), undefined);
  return system.weights === 'relative' && numbers !== undefined && numbers.every(each => compare(each, zero) === 0);
}

function pointsPlace({ scale, scaleNode, top, fullMark, indicatorsEntry }: IndicatorSystem): Place | undefined {
  if (scale[0] !== 0 || scale[1] <= 0) return scaleNode;
  const isImplied = weightedAmong(top).every(({ own }) => own.weight === undefined);
  return isImplied && fullMark === undefined ? indicatorsEntry?.key : undefined;
}

/** Quotas by two group systems at once; what else is wrong with tiers `tier-cover` tells. */
function secondGroupSystem({ tiers }: IndicatorSystem): Place | undefined {
  const [first, ...others] = tiers.flatMap(({ within }) => within ?? []);
  return others.find(({ value }) => value !== first?.value)?.node;
}

/** A tier that is there cannot decide who is ranked: tiers come after ranks. */
function eligibleByTier({ ranking, tiers }: IndicatorSystem): Place | undefined {
  const name = ranking.eligible?.where?.tier?.name;
  return name !== undefined && tierNamed(tiers, name.value) >= 0 ? name.node : undefined;
}

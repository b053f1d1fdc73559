/**
 * What the weights of a definition come to: shares among siblings and effective weights, exactly. Needs the model
 * alone, no data, but for weights that are computed from data: those are handed in. Does not judge whether weights sum to what they should: shares are weight ÷ sum of the siblings'.
 */
import { type Decimal, decimalOf, sum } from '../base/decimal.ts';
import type { WeightingPlan } from '../engine/aggregatePlan.ts';
import { weigh, weighsAlone } from '../engine/weigh.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Weighting } from '../model/method.ts';
import type { IndicatorSystem } from '../model/system.ts';
import { type Fraction, fraction, numberOf, one, proportions, times } from './fraction.ts';
import { combinesWithWritten, compileWeighting, type WeightingProblem } from './weighting.ts';

export interface EffectiveWeight {
  /** Weight ÷ sum of the siblings' weights, 0–1. */
  readonly share: number;
  /** Product of the shares from level 1 down to the indicator, 0–1. */
  readonly effective: number;
  readonly exactShare: Fraction;
  readonly exactEffective: Fraction;
}

/** Why siblings have no shares. */
export type WeightProblem =
  | 'weight-missing' // some siblings have a weight and some have not
  | 'weight-invalid' // not a number, negative, or all zero
  | 'weight-group' // weights by group, and one has none for the group, or no group is asked for
  | 'weighting-needs-data' // weights that the scores decide, or that nothing does
  | WeightingProblem;

export type Weights =
  | { readonly kind: 'weights'; readonly values: readonly bigint[]; readonly areImplied: boolean }
  | {
      readonly kind: 'problem';
      readonly problem: WeightProblem;
      readonly indicator: Indicator | undefined;
      readonly detail?: string;
    };

/** The shares that were computed from data under a parent (`undefined`: level 1), for a group. */
export type ComputedShares = (
  parent: Indicator | undefined,
  group: string | undefined,
) => readonly number[] | undefined;

/**
 * Shares and effective weights by indicator id, for units of `group` where weights differ by group. Left out: siblings
 * without shares and all below them, and bonuses in the tree with all below them (they stand outside the sum). Weights
 * that data decide are known where `computed` knows them.
 */
export function effectiveWeights(
  system: IndicatorSystem,
  group?: string,
  computed: ComputedShares = () => undefined,
): ReadonlyMap<string, EffectiveWeight> {
  const weights = new Map<string, EffectiveWeight>();
  eachEffectiveWeight(system, { group, computed }, (indicator, weight) => {
    if (!weights.has(indicator.id)) weights.set(indicator.id, weight);
  });
  return weights;
}

/** What one indicator counts for, found along those that it stands under. */
export function effectiveWeight(
  system: IndicatorSystem,
  indicator: Indicator,
  given: { readonly group: string | undefined; readonly computed?: ComputedShares },
): EffectiveWeight | undefined {
  const above = new Set<Indicator>();
  for (let each = indicator.parent; each !== undefined; each = each.parent) above.add(each);
  let found: EffectiveWeight | undefined;
  eachEffectiveWeight(system, { ...given, goesBelow: each => above.has(each) }, (each, weight) => {
    if (each === indicator) found = weight;
  });
  return found;
}

/** As `effectiveWeights`, one after the other; below an indicator only where `goesBelow` says so. */
export function eachEffectiveWeight(
  system: IndicatorSystem,
  {
    group,
    computed = () => undefined,
    goesBelow = () => true,
  }: {
    readonly group: string | undefined;
    readonly computed?: ComputedShares;
    readonly goesBelow?: (indicator: Indicator, effective: number) => boolean;
  },
  tell: (indicator: Indicator, weight: EffectiveWeight) => void,
): void {
  const visit = (parent: Indicator | undefined, above: Fraction) => {
    const { children, weighting } = siblingsUnder(system, parent);
    const members = weightedAmong(children);
    const shares = sharesOf(weightsAmong(members, weighting, group)) ?? exactly(computed(parent, group));
    members.forEach((indicator, position) => {
      const exactShare = shares?.[position];
      if (exactShare === undefined) return;
      const exactEffective = times(above, exactShare);
      const [share, effective] = [numberOf(exactShare), numberOf(exactEffective)];
      tell(indicator, { share, effective, exactShare, exactEffective });
      if (goesBelow(indicator, effective)) visit(indicator, exactEffective);
    });
  };
  visit(undefined, one);
}

function siblingsUnder(system: IndicatorSystem, parent: Indicator | undefined) {
  return parent === undefined
    ? { children: system.top, weighting: system.aggregate.weighting }
    : { children: parent.children ?? [], weighting: parent.own.weighting };
}

function exactly(shares: readonly number[] | undefined): readonly Fraction[] | undefined {
  return shares && sharesOf({ kind: 'weights', values: proportions(shares.map(decimalOf)), areImplied: false });
}

/** The siblings that share the weight of their parent: all but bonuses. */
export function weightedAmong(siblings: readonly Indicator[]): readonly Indicator[] {
  return siblings.filter(({ own }) => own.bonus === undefined);
}

/**
 * The weights of siblings as whole numbers in the right proportion, bonuses not among them. No weight at all: equal.
 * `weighting` is that of their parent; `group` the group whose weights count.
 */
export function weightsAmong(
  siblings: readonly Indicator[],
  weighting: Weighting | undefined,
  group: string | undefined,
): Weights {
  if (weighting === undefined) return writtenAmong(siblings, group);
  const compiled = compileWeights(siblings, weighting, [group]);
  if ('problem' in compiled) return { kind: 'problem', ...compiled };
  if (compiled.weighting?.weighting.method === 'equal' && compiled.weighting.combine === undefined) {
    return { kind: 'weights', values: siblings.map(() => 1n), areImplied: false };
  }
  if (!weighsAlone(compiled)) return { kind: 'problem', problem: 'weighting-needs-data', indicator: undefined };
  const nothing = { nChildren: siblings.length, children: [], scale: [0, 1] as const, scoreParent: noScores };
  const [shares] = weigh(compiled, nothing).shares ?? [];
  if (shares === undefined) return { kind: 'problem', problem: 'weighting-needs-data', indicator: undefined };
  return { kind: 'weights', values: proportions(shares.map(decimalOf)), areImplied: false };
}

function noScores(): never {
  throw new Error('weights without data do not score');
}

export interface CompiledWeights {
  /** Of the children, one set for each group; meaningless where all weights are computed. */
  readonly weightSets: readonly (readonly number[])[];
  readonly weighting?: WeightingPlan;
}

/** The weights of siblings as the plan takes them: those written for each group, and how others are computed. */
export function compileWeights(
  siblings: readonly Indicator[],
  weighting: Weighting | undefined,
  groups: readonly (string | undefined)[],
): CompiledWeights | Omit<Extract<Weights, { kind: 'problem' }>, 'kind'> {
  const compiled = weighting && compileWeighting(weighting, siblings);
  if (compiled !== undefined && 'problem' in compiled) {
    return { problem: compiled.problem, indicator: undefined, detail: compiled.detail };
  }
  const weightSets: number[][] = [];
  for (const group of groups) {
    const takesWritten = weighting === undefined || combinesWithWritten(weighting);
    const weights = takesWritten ? writtenAmong(siblings, group) : undefined;
    if (weights?.kind === 'problem') return weights;
    weightSets.push(weights === undefined ? siblings.map(() => 1) : weights.values.map(Number));
  }
  return { weightSets, ...(compiled !== undefined && { weighting: compiled }) };
}

function writtenAmong(siblings: readonly Indicator[], group: string | undefined): Weights {
  const without = siblings.filter(({ own }) => own.weight === undefined);
  if (without.length === siblings.length) {
    return { kind: 'weights', values: siblings.map(() => 1n), areImplied: true };
  }
  if (without.length > 0) return { kind: 'problem', problem: 'weight-missing', indicator: without[0] };
  const decimals: Decimal[] = [];
  for (const indicator of siblings) {
    const weight = weightOf(indicator, group);
    if (typeof weight === 'string') return { kind: 'problem', problem: weight, indicator };
    decimals.push(weight);
  }
  const values = proportions(decimals);
  if (values.every(value => value === 0n)) return { kind: 'problem', problem: 'weight-invalid', indicator: undefined };
  return { kind: 'weights', values, areImplied: false };
}

/** Each weight ÷ the sum; `undefined` where there are no weights. */
export function sharesOf(weights: Weights): readonly Fraction[] | undefined {
  if (weights.kind === 'problem') return undefined;
  const total = weights.values.reduce((a, b) => a + b, 0n);
  return weights.values.map(value => fraction(value, total));
}

/** Sum of the siblings' weights as written, in points or percent; `undefined` where one cannot be read. */
export function weightTotal(siblings: readonly Indicator[], group: string | undefined): Decimal | undefined {
  const weights = siblings.map(indicator =>
    indicator.own.weight === undefined ? undefined : weightOf(indicator, group),
  );
  return weights.every(weight => weight !== undefined && typeof weight !== 'string')
    ? sum(weights as readonly Decimal[])
    : undefined;
}

function weightOf({ own }: Indicator, group: string | undefined): Decimal | WeightProblem {
  const written =
    own.weight?.kind === 'by-group'
      ? group === undefined
        ? undefined
        : own.weight.weights.get(group)
      : own.weight?.weight;
  if (written === undefined) return 'weight-group';
  const { value } = written.value;
  return value === undefined || value.digits < 0n ? 'weight-invalid' : value;
}

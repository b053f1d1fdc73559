/**
 * What the weights of a definition come to: shares among siblings and effective weights, exactly. Needs the model
 * alone, no data. Does not judge whether weights sum to what they should: shares are weight ÷ sum of the siblings'.
 */

import type { Decimal } from '../base/decimal.ts';
import { sum } from '../base/decimal.ts';
import type { Indicator, IndicatorSystem, Method } from '../model/system.ts';
import { type Fraction, fraction, numberOf, one, proportions, times } from './fraction.ts';

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
  | 'weighting-unsupported'; // computed weights that cannot be computed yet

export type Weights =
  | { readonly kind: 'weights'; readonly values: readonly bigint[]; readonly areImplied: boolean }
  | { readonly kind: 'problem'; readonly problem: WeightProblem; readonly indicator: Indicator | undefined };

/**
 * Shares and effective weights by indicator id, for units of `group` where weights differ by group. Left out: siblings
 * without shares and all below them, and bonuses in the tree with all below them (they stand outside the sum).
 */
export function effectiveWeights(system: IndicatorSystem, group?: string): ReadonlyMap<string, EffectiveWeight> {
  const weights = new Map<string, EffectiveWeight>();
  const visit = (siblings: readonly Indicator[], weighting: Method | undefined, above: Fraction) => {
    const members = weightedAmong(siblings);
    const shares = sharesOf(weightsAmong(members, weighting, group));
    members.forEach((indicator, position) => {
      const exactShare = shares?.[position];
      if (exactShare === undefined) return;
      const exactEffective = times(above, exactShare);
      if (!weights.has(indicator.id)) {
        const [share, effective] = [numberOf(exactShare), numberOf(exactEffective)];
        weights.set(indicator.id, { share, effective, exactShare, exactEffective });
      }
      visit(indicator.children ?? [], indicator.own.weighting, exactEffective);
    });
  };
  visit(system.top, system.aggregate.weighting, one);
  return weights;
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
  weighting: Method | undefined,
  group: string | undefined,
): Weights {
  if (weighting !== undefined && weighting.method.value !== 'equal') {
    return { kind: 'problem', problem: 'weighting-unsupported', indicator: undefined };
  }
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

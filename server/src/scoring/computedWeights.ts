/**
 * What came of computed weights in a scoring, in the model's terms: for reports, explanations and findings. Computes
 * nothing itself but the consistency of judgements.
 */
import type { WeightingPlan } from '../engine/aggregatePlan.ts';
import { type Consistency, consistencyOf, type RandomIndexTable, randomIndices } from '../engine/weight/judgements.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Weighting } from '../model/method.ts';
import { judgementsOf } from './judgements.ts';
import type { Scoring } from './score.ts';
import { type ComputedShares, weightedAmong } from './weights.ts';

export interface ComputedWeights {
  /** `undefined`: the index. */
  readonly parent: Indicator | undefined;
  readonly weighting: WeightingPlan;
  readonly children: readonly Indicator[];
  /** 0–1, in the order of the children, for each of `CompiledPlan.weightGroups`; `undefined`: there are none. */
  readonly shares: readonly (readonly number[])[] | undefined;
  readonly figures: Readonly<Record<string, number>>;
  /** Why there are none, and the child at fault (`WeightReason` of the engine). */
  readonly reason: string | undefined;
  readonly culprit: Indicator | undefined;
}

/** Of every aggregate whose weights are computed, in the order of the plan: children before parents. */
export function computedWeights({ compiled, params }: Scoring): readonly ComputedWeights[] {
  return compiled.plan.nodes.flatMap((node, index) => {
    if (node.kind === 'leaf' || node.weighting === undefined) return [];
    const { shares, figures = {}, reason, child } = params.aggregates[index]?.weights ?? {};
    const children = node.children.map(each => compiled.indicatorOf[each]!);
    const culprit = child === undefined ? undefined : children[child];
    const parent = compiled.indicatorOf[index];
    return [{ parent, weighting: node.weighting, children, shares, figures, reason, culprit }];
  });
}

/** For `effectiveWeights`: where weights differ by group none are given without one. */
export function computedShares(scoring: Scoring): ComputedShares {
  const all = new Map(computedWeights(scoring).map(each => [each.parent, each.shares]));
  return (parent, group) => {
    const sets = all.get(parent);
    const position = scoring.compiled.weightGroups.indexOf(group);
    if (position >= 0) return sets?.[position];
    const [first, ...others] = sets ?? [];
    return others.every(set => set.every((share, child) => share === first![child])) ? first : undefined;
  };
}

/** How weights were made, as it is written: `ahp`, `entropy × ahp`, `entropy × weight`. */
export function methodsOf({ weighting, combine }: WeightingPlan): string {
  if (combine === undefined) return weighting.method;
  const other = combine.with === 'weight-sets' ? 'weight' : combine.with.method;
  if (combine.how === 'product') return `${weighting.method} × ${other}`;
  const { linear } = combine.how;
  return `${linear} ${weighting.method} + ${Number((1 - linear).toFixed(12))} ${other}`;
}

/** The same from the definition alone. */
export function weightingText({ method, combine, with: other }: Weighting): string {
  const second = other?.method.value ?? 'weight';
  if (combine === undefined) return method.value;
  if (combine.value === 'product') return `${method.value} × ${second}`;
  const { linear } = combine.value;
  return `${linear} ${method.value} + ${Number((1 - linear).toFixed(12))} ${second}`;
}

/** Of judgements whose matrix can be used; `undefined` otherwise. */
export function consistency(weighting: Weighting, children: readonly Indicator[]): Consistency | undefined {
  const { matrix, isReadable } = judgementsOf(weighting, weightedAmong(children));
  return isReadable ? consistencyOf(matrix, randomIndexOf(weighting)) : undefined;
}

export function randomIndexOf({ randomIndex }: Weighting): RandomIndexTable {
  const name = randomIndex?.value ?? '';
  return Object.hasOwn(randomIndices, name) ? (name as RandomIndexTable) : 'saaty-1980';
}

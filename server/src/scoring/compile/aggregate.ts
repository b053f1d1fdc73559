/** From an aggregate of the model, or the index, to one of the plan; or the reason why it cannot be scored. */
import { aggregateMethods } from '../../engine/aggregate/index.ts';
import type {
  AggregatePlan,
  Aggregation,
  MissingPolicy,
  NotApplicablePolicy,
  WeightingPlan,
} from '../../engine/aggregatePlan.ts';
import type { Over } from '../../engine/normalisation.ts';
import type { Indicator, Inheritable } from '../../model/indicator.ts';
import type { Weighting } from '../../model/method.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { BoundData } from '../bind/bind.ts';
import { type Unscored, unscored } from '../unscored.ts';
import { compileWeights } from '../weights.ts';
import { compileFinish } from './finish.ts';
import { compileScope } from './scope.ts';

/** What an aggregate and the index have in common; `indicator` is `undefined` for the index. */
export interface Combining {
  readonly indicator: Indicator | undefined;
  readonly own: Inheritable;
  readonly weighting: Weighting | undefined;
  /** Those that share its weight: not the bonuses. */
  readonly children: readonly Indicator[];
}

/** `nodes` are the children's nodes; `groups` the groups that have their own weights, `[undefined]` where none has. */
export function compileAggregate(
  combining: Combining,
  system: IndicatorSystem,
  data: BoundData,
  nodes: readonly number[],
  groups: readonly (string | undefined)[],
): AggregatePlan | Unscored {
  const { indicator, own, weighting, children } = combining;
  const { defaults } = system;
  const aggregation = (own.aggregate ?? defaults.aggregate)?.value ?? { method: 'arithmetic' };
  const needsPower = aggregation.method === 'power';
  if (!isAggregation(aggregation.method) || needsPower !== (aggregation.parameter !== undefined)) {
    return unscored('aggregate-unknown', indicator, aggregation.method);
  }
  const notApplicable = (own.notApplicable ?? defaults.notApplicable)?.value ?? 'rescale';
  if (!isPolicy(notApplicable)) return unscored('not-applicable-policy', indicator, notApplicable);
  const finish = compileFinish(combining, system, data);
  if ('code' in finish) return finish;
  const missing = missingPolicy(combining, system);
  if (missing === undefined) return unscored('missing-policy', indicator);
  const weights = compileWeights(children, weighting, groups);
  if ('problem' in weights) return unscored(weights.problem, indicator, weights.detail ?? weights.indicator?.id);
  const over = compileScope(weighting?.over?.value, data, indicator);
  if ('code' in over) return over;
  const second = weighting?.with?.over?.value;
  const secondOver = compileScope(second, data, indicator);
  if ('code' in secondOver) return secondOver;
  const minShare = (own.minShare ?? defaults.minShare)?.value;
  const minCount = (own.minCount ?? defaults.minCount)?.value;
  const plan: AggregatePlan = {
    kind: 'aggregate',
    children: nodes,
    ...weights,
    ...(weights.weighting && { weighting: learnedOver(weights.weighting, over, second && (secondOver.over ?? 'all')) }),
    aggregate: aggregation.method,
    ...(aggregation.parameter === undefined ? {} : { power: aggregation.parameter }),
    missing,
    ...(notApplicable === 'rescale' ? {} : { notApplicable }),
    ...finish,
    ...(minShare === undefined ? {} : { minShare }),
    ...(minCount === undefined ? {} : { minCount }),
  };
  return system.weights === 'points' && plan.aggregate === 'sum' ? sumOfPoints(plan) : plan;
}

/** Who teaches the methods of a weighting; `second`: the second of two, where it says so itself. */
function learnedOver(
  weighting: WeightingPlan,
  over: { readonly over?: Over },
  second: Over | 'all' | undefined,
): WeightingPlan {
  const { combine, ...rest } = weighting;
  return { ...rest, ...over, ...(combine && { combine: { ...combine, ...(second && { over: second }) } }) };
}

/**
 * In a system of points each child earns its score's share of its points, so the sum of the points is, on the scale, the
 * mean by points in which a missing child earns nothing; where all are missing there is no sum, unless they count zero.
 */
function sumOfPoints(plan: AggregatePlan): AggregatePlan {
  const mean: AggregatePlan = { ...plan, aggregate: 'arithmetic' };
  return plan.missing === 'exclude' ? { ...mean, missing: 'zero', minCount: Math.max(1, plan.minCount ?? 0) } : mean;
}

/**
 * A score that stands in for missing children is given to leaves (`compileLeaf`); whatever else is missing then fails.
 * Aggregates among the children cannot have one: `undefined`.
 */
function missingPolicy({ own, children }: Combining, { defaults }: IndicatorSystem): MissingPolicy | undefined {
  const rule = (own.missing ?? defaults.missing)?.value ?? 'exclude';
  if (typeof rule === 'string') return rule;
  return own.missing === undefined || children.every(child => child.children === undefined) ? 'fail' : undefined;
}

function isAggregation(name: string): name is Aggregation {
  return Object.hasOwn(aggregateMethods, name);
}

function isPolicy(name: string): name is NotApplicablePolicy {
  return name === 'rescale' || name === 'full' || name === 'spread';
}

/** One score of the scores of a node's children, unit by unit. What is missing: `presence.ts`; formulas: `aggregate/`. */
import { aggregateMethods } from './aggregate/index.ts';
import { codes, emptyColumn, writeNumber, writeReason } from './column.ts';
import type { AggregatePlan, Column, Plan } from './plan.ts';
import { presenceOf, weightsFor } from './presence.ts';
import { sumOf } from './sum.ts';

/**
 * The scores of an aggregate. `nodes` holds the scores of the nodes before it. Where there is no score, the reason is the
 * first that holds: every child is not applicable: `not-applicable`; a child fails: `child-missing`; no child takes part:
 * `no-children`; less than `minShare` of the applicable weight is present: `too-little-weight`; fewer than `minCount`
 * are: `too-few-children`; then what the method says.
 */
export function scoreAggregate(plan: Plan, aggregatePlan: AggregatePlan, nodes: readonly Column[]): Column {
  const aggregate = { ...aggregatePlan, weightSets: aggregatePlan.weightSets.map(inRange) };
  const result = emptyColumn(plan.nUnits);
  const method = aggregateMethods[aggregate.aggregate];
  const reason = codes[method.reason ?? 'overflow'];
  const taken = emptyChildren(aggregate.children.length);
  for (let unit = 0; unit < plan.nUnits; unit++) {
    gather(plan, aggregate, nodes, unit, taken);
    const obstacle = obstacleOf(aggregate, taken);
    if (obstacle !== codes.present) {
      writeReason(result, unit, obstacle);
      continue;
    }
    const score = method.combine(taken.scores, taken.weights, taken.count);
    if (Number.isNaN(score)) writeReason(result, unit, reason);
    else writeNumber(result, unit, score);
  }
  return result;
}

/** The weights by a power of two, exactly, so that the largest is about 1 and no weight takes a product out of range. */
function inRange(weights: readonly number[]): readonly number[] {
  const exponent = Math.floor(Math.log2(Math.max(...weights)));
  if (!Number.isFinite(exponent)) return weights;
  // In two steps: one power of two may itself be out of range.
  const half = Math.trunc(exponent / 2);
  return weights.map(weight => weight * 2 ** -half * 2 ** (half - exponent));
}

/** The children that take part for one unit, and the weights of those that count. Filled anew for each unit. */
interface Children {
  count: number;
  readonly scores: Float64Array;
  readonly weights: Float64Array;
  nPresent: number;
  readonly presentWeights: Float64Array;
  nApplicable: number;
  readonly applicableWeights: Float64Array;
  nWeighted: number;
  fails: boolean;
}

function emptyChildren(nChildren: number): Children {
  return {
    count: 0,
    scores: new Float64Array(nChildren),
    weights: new Float64Array(nChildren),
    nPresent: 0,
    presentWeights: new Float64Array(nChildren),
    nApplicable: 0,
    applicableWeights: new Float64Array(nChildren),
    nWeighted: 0,
    fails: false,
  };
}

function gather(plan: Plan, aggregate: AggregatePlan, nodes: readonly Column[], unit: number, taken: Children): void {
  taken.count = taken.nPresent = taken.nApplicable = taken.nWeighted = 0;
  taken.fails = false;
  const weights = weightsFor(plan, aggregate, unit);
  for (let position = 0; position < aggregate.children.length; position++) {
    const weight = weights[position]!;
    if (!(weight > 0)) continue;
    taken.nWeighted++;
    const child = aggregate.children[position]!;
    const column = nodes[child]!;
    const presence = presenceOf(plan.nodes[child]!, column.states[unit]!, aggregate);
    if (presence === 'not-applicable') continue;
    taken.applicableWeights[taken.nApplicable++] = weight;
    if (presence === 'fails') taken.fails = true;
    if (presence === 'present') taken.presentWeights[taken.nPresent++] = weight;
    if (presence === 'fails' || presence === 'left-out') continue;
    taken.scores[taken.count] = presence === 'present' ? column.values[unit]! : plan.scale[0];
    taken.weights[taken.count++] = weight;
  }
}

function obstacleOf({ minShare, minCount }: AggregatePlan, taken: Children): number {
  if (taken.nApplicable === 0) return taken.nWeighted > 0 ? codes['not-applicable'] : codes['no-children'];
  if (taken.fails) return codes['child-missing'];
  if (taken.count === 0) return codes['no-children'];
  if (minShare !== undefined && presentShare(taken) < minShare - shareTolerance) return codes['too-little-weight'];
  if (minCount !== undefined && taken.nPresent < minCount) return codes['too-few-children'];
  return codes.present;
}

/** Weights such as 0.1 and 0.2 are not exact in binary: 0.3 of 1 must pass a `minShare` of 0.3. */
const shareTolerance = 1e-12;

function presentShare(taken: Children): number {
  if (taken.nPresent === taken.nApplicable) return 1;
  return sumOf(taken.presentWeights, taken.nPresent) / sumOf(taken.applicableWeights, taken.nApplicable);
}

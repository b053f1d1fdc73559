/** One score of the scores of a node's children, unit by unit. What is missing: `presence.ts`; formulas: `aggregate/`. */
import { aggregateMethods } from './aggregate/index.ts';
import { codes, writeNumber, writeReason } from './column.ts';
import type { AggregatePlan, Column, Plan } from './plan.ts';
import { type Presence, presenceOf, takesPart, weightsFor } from './presence.ts';
import { sumOf } from './sum.ts';

/**
 * Writes the scores of an aggregate. `nodes` holds those of the nodes before it. Where there is no score, the reason is
 * the first that holds: every child is not applicable: `not-applicable`; a child fails: `child-missing`; no child takes
 * part: `no-children`; less than `minShare` of the applicable weight is present: `too-little-weight`; fewer than
 * `minCount` are: `too-few-children`; then what the method says.
 */
export function scoreAggregate(plan: Plan, node: AggregatePlan, nodes: readonly Column[], scores: Column): void {
  const aggregate = { ...node, weightSets: node.weightSets.map(inRange) };
  const totalWeights = aggregate.weightSets.map(weights => sumOf(weights));
  const method = aggregateMethods[node.aggregate];
  const children = emptyChildren(node.children.map(child => nodes[child]!));
  for (let unit = 0; unit < plan.nUnits; unit++) {
    gather(plan, aggregate, unit, children);
    const obstacle = obstacleOf(plan, aggregate, unit, children);
    if (obstacle !== codes.present) {
      writeReason(scores, unit, obstacle);
      continue;
    }
    const { count, weights } = children;
    const isWhole = count === node.children.length;
    const totalWeight = isWhole ? totalWeights[plan.weightSetOf?.[unit] ?? 0]! : sumOf(weights, count);
    const score = method.combine(children.scores, weights, count, totalWeight);
    if (Number.isNaN(score)) writeReason(scores, unit, codes[method.reason ?? 'overflow']);
    else writeNumber(scores, unit, score);
  }
}

/** The weights by a power of two, exactly, so that the largest is about 1 and no weight takes a product out of range. */
function inRange(weights: readonly number[]): readonly number[] {
  const exponent = Math.floor(Math.log2(Math.max(...weights)));
  if (!Number.isFinite(exponent)) return weights;
  // In two steps: one power of two may itself be out of range.
  const half = Math.trunc(exponent / 2);
  return weights.map(weight => weight * 2 ** -half * 2 ** (half - exponent));
}

/** The children of one unit: scores and weights of those that take part come first. Filled anew for each unit. */
interface Children {
  readonly columns: readonly Column[];
  readonly scores: Float64Array;
  readonly weights: Float64Array;
  count: number;
  nPresent: number;
  nApplicable: number;
  nWeighted: number;
  fails: boolean;
}

function emptyChildren(columns: readonly Column[]): Children {
  const scores = new Float64Array(columns.length);
  const weights = new Float64Array(columns.length);
  return { columns, scores, weights, count: 0, nPresent: 0, nApplicable: 0, nWeighted: 0, fails: false };
}

function gather(plan: Plan, aggregate: AggregatePlan, unit: number, children: Children): void {
  const { columns } = children;
  const weights = weightsFor(plan, aggregate, unit);
  let count = 0;
  let nPresent = 0;
  let nApplicable = 0;
  let nWeighted = 0;
  let fails = false;
  for (let position = 0; position < columns.length; position++) {
    const weight = weights[position]!;
    if (!(weight > 0)) continue;
    nWeighted++;
    const presence = presenceAt(plan, aggregate, columns, position, unit);
    if (presence === 'not-applicable') continue;
    nApplicable++;
    if (presence === 'present') nPresent++;
    if (presence === 'fails') fails = true;
    if (!takesPart(presence)) continue;
    children.scores[count] = presence === 'present' ? columns[position]!.values[unit]! : plan.scale[0];
    children.weights[count++] = weight;
  }
  children.count = count;
  children.nPresent = nPresent;
  children.nApplicable = nApplicable;
  children.nWeighted = nWeighted;
  children.fails = fails;
}

function presenceAt(
  plan: Plan,
  aggregate: AggregatePlan,
  columns: readonly Column[],
  position: number,
  unit: number,
): Presence {
  const state = columns[position]!.states[unit]!;
  if (state === codes.present) return 'present';
  return presenceOf(plan.nodes[aggregate.children[position]!]!, state, aggregate);
}

function obstacleOf(plan: Plan, aggregate: AggregatePlan, unit: number, children: Children): number {
  const { minShare, minCount } = aggregate;
  if (children.nApplicable === 0) return codes[children.nWeighted > 0 ? 'not-applicable' : 'no-children'];
  if (children.fails) return codes['child-missing'];
  if (children.count === 0) return codes['no-children'];
  if (minShare !== undefined && presentShare(plan, aggregate, unit, children) < minShare - shareTolerance) {
    return codes['too-little-weight'];
  }
  if (minCount !== undefined && children.nPresent < minCount) return codes['too-few-children'];
  return codes.present;
}

/** Weights such as 0.1 and 0.2 are not exact in binary: 0.3 of 1 must pass a `minShare` of 0.3. */
const shareTolerance = 1e-12;

/** The weight that is present as a share of the weight that is applicable. */
function presentShare(plan: Plan, aggregate: AggregatePlan, unit: number, children: Children): number {
  if (children.nPresent === children.nApplicable) return 1;
  const weightOf = (counts: (presence: Presence) => boolean) =>
    sumOf(
      weightsFor(plan, aggregate, unit).map((weight, position) =>
        weight > 0 && counts(presenceAt(plan, aggregate, children.columns, position, unit)) ? weight : 0,
      ),
    );
  return weightOf(presence => presence === 'present') / weightOf(presence => presence !== 'not-applicable');
}

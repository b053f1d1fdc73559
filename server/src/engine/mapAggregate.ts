/**
 * One score of the scores of a node's children. Most units go together where the method can do so (`scoreTogether.ts`).
 * Who takes part: `gather.ts`; formulas: `aggregate/`.
 */
import { aggregateMethods } from './aggregate/index.ts';
import type { AggregatePlan } from './aggregatePlan.ts';
import { type Block, eachBlock } from './block.ts';
import { type Column, codes, writeNumber, writeReason } from './column.ts';
import { applicableShare, type Below, type Children, childrenOf, gather, obstacleOf } from './gather.ts';
import type { AggregateParams } from './params.ts';
import type { Plan } from './plan.ts';
import { scoreTogether, togetherOf } from './scoreTogether.ts';
import { sumOf } from './sum.ts';

/**
 * Writes the scores of an aggregate, and into `left` the share of its weight that applies to each unit. Where there is no
 * score, the reason is the first that holds: every child is not applicable: `not-applicable`; a child fails:
 * `child-missing`; no child takes part: `no-children`; less than `minShare` of the applicable weight is present:
 * `too-little-weight`; fewer than `minCount` are: `too-few-children`; then what the method says. Answers how many scores
 * of each child were truncated meanwhile.
 */
export function scoreAggregate(
  plan: Plan,
  node: AggregatePlan,
  below: Below,
  compared: NonNullable<AggregateParams['compared']>,
  scores: Column,
  left: Float64Array | undefined,
): readonly number[] {
  const aggregate = inRange(node);
  const children = childrenOf(plan, node, below);
  const nTruncated = node.children.map(() => 0);
  const together = left === undefined ? togetherOf(plan, aggregate, children) : undefined;
  let combine: ReturnType<typeof combinerOf> | undefined;
  const { block } = children;
  eachChild(plan, children, nTruncated, () => {
    const goTogether = together !== undefined && !block.isWild;
    if (goTogether && scoreTogether(together, scores) === 0) return;
    for (let unit = block.start; unit < block.end; unit++) {
      if (goTogether && !Number.isNaN(scores.values[unit])) continue;
      gather(plan, aggregate, unit, children);
      if (left !== undefined) left[unit] = leftOf(plan, aggregate, unit, children);
      const obstacle = obstacleOf(plan, aggregate, unit, children);
      if (obstacle !== codes.present) writeReason(scores, unit, obstacle);
      else {
        combine ??= combinerOf(plan, aggregate, children, compared);
        combine(unit, scores);
      }
    }
  });
  return nTruncated;
}

/** Has the children's scores read, a block at a time, and used. */
function eachChild(plan: Plan, { block, nodes }: Children, nTruncated: number[], use: () => void): void {
  const read = (_: Block, place: number) => {
    nTruncated[place]! += nodes[place]!.read(block, place);
  };
  eachBlock(block, plan.nUnits, read, use);
}

/** Writes the score of a unit that was gathered and has no obstacle. */
function combinerOf(
  plan: Plan,
  node: AggregatePlan,
  children: Children,
  compared: NonNullable<AggregateParams['compared']>,
): (unit: number, scores: Column) => void {
  const method = aggregateMethods[node.aggregate];
  const noScore = codes[method.reason ?? 'overflow'];
  const totalWeights = node.weightSets.map(weights => sumOf(weights));
  const more = {
    power: node.power ?? 1,
    scale: plan.scale,
    positions: children.positions,
    compared: compared.map(rowOfNumbers),
  };
  return (unit, scores) => {
    const { count, weights } = children;
    const isWhole = count === node.children.length && children.weightLeft === undefined;
    const totalWeight = isWhole ? totalWeights[plan.weightSetOf?.[unit] ?? 0]! : sumOf(weights, count);
    const score = method.combine(children.scores, weights, count, totalWeight, more);
    if (Number.isNaN(score)) writeReason(scores, unit, noScore);
    else writeNumber(scores, unit, score);
  };
}

/** The children's scores of each unit that has a score: what Copeland's comparison needs of the others. */
export function rowsCompared(plan: Plan, node: AggregatePlan, below: Below): (number | null)[][] {
  const aggregate = inRange(node);
  const children = childrenOf(plan, node, below);
  const rows: (number | null)[][] = [];
  const { block } = children;
  eachChild(
    plan,
    children,
    node.children.map(() => 0),
    () => {
      for (let unit = block.start; unit < block.end; unit++) {
        gather(plan, aggregate, unit, children);
        if (obstacleOf(plan, aggregate, unit, children) !== codes.present) continue;
        const row = new Array<number | null>(node.children.length).fill(null);
        for (let index = 0; index < children.count; index++) row[children.positions[index]!] = children.scores[index]!;
        rows.push(row);
      }
    },
  );
  return rows;
}

/** Where nothing applies the node does not apply itself, and its parent knows what to do with its weight. */
function leftOf(plan: Plan, aggregate: AggregatePlan, unit: number, children: Children): number {
  return children.nApplicable === 0 ? 1 : applicableShare(plan, aggregate, unit, children);
}

function rowOfNumbers(row: readonly (number | null)[]): Float64Array {
  return Float64Array.from(row, score => score ?? Number.NaN);
}

/** With weights by a power of two, exactly, so that the largest is about 1 and no weight takes a product out of range. */
function inRange(node: AggregatePlan): AggregatePlan {
  const weightSets = node.weightSets.map(weightsInRange);
  return weightSets.every((weights, set) => weights === node.weightSets[set]) ? node : { ...node, weightSets };
}

function weightsInRange(weights: readonly number[]): readonly number[] {
  let largest = Number.NEGATIVE_INFINITY;
  for (const weight of weights) largest = Math.max(largest, weight);
  const exponent = exponentOf(largest);
  if (exponent === 0 || !Number.isFinite(exponent)) return weights;
  if (exponent > 0 && exponent < 31) {
    // As most are; a power takes longer.
    const factor = 1 / (1 << exponent);
    return weights.map(weight => weight * factor);
  }
  // In two steps: one power of two may itself be out of range.
  const half = Math.trunc(exponent / 2);
  const one = 2 ** -half;
  const other = 2 ** (half - exponent);
  return weights.map(weight => weight * one * other);
}

/** Of the power of two that is not above the number, and the next is. */
function exponentOf(number: number): number {
  // Most weights are of this size, and a logarithm takes longer.
  if (number >= 1 && number < 128) return 31 - Math.clz32(number);
  return Math.floor(Math.log2(number));
}

/**
 * The scores of many units at once, for the methods whose score is made of a weighted mean, bit for bit what one unit after
 * the other gives. Knows nothing of why there is no score.
 */
import { aggregateMethods } from './aggregate/index.ts';
import type { AggregatePlan } from './aggregatePlan.ts';
import type { Block } from './block.ts';
import { type Column, codes } from './column.ts';
import type { Children } from './gather.ts';
import type { Columns } from './kernels/kernels.ts';
import type { Plan } from './plan.ts';
import type { Presence } from './presence.ts';
import { copyNumbers } from './run.ts';

export interface UnitsTogether {
  readonly block: Block;
  readonly isOfLogarithms: boolean;
  /** Whether a child without a score is left out and nothing more; else units with such go by themselves. */
  readonly leavesOut: boolean;
  /** For each set of weights. */
  readonly columns: readonly Columns[];
  /** Which set each unit uses; `undefined`: all the first. */
  readonly setOf: Uint16Array | undefined;
}

/** Of so many sets of weights units go one by one. */
const manySets = 8;

/** `undefined` where units go one by one. `aggregate`: with weights of about 1. */
export function togetherOf(plan: Plan, aggregate: AggregatePlan, children: Children): UnitsTogether | undefined {
  const { together } = aggregateMethods[aggregate.aggregate];
  const { weightSets } = aggregate;
  if (together === undefined || children.weightLeft !== undefined || !sufficesWhole(aggregate)) return undefined;
  if (weightSets.length > manySets) return undefined;
  const { block } = children;
  const { width, height, scores, terms, numbers } = block;
  // A product is below 2 × bound, so the upper parts are multiples of spread × 2^−52 that add up to less than 2 × spread.
  const bound = together.isOfLogarithms ? 745 : block.limit;
  const spread = powerAbove(2 * Math.max(4, width) * bound);
  const columns: Columns[] = [];
  for (let set = 0; set < weightSets.length; set++) {
    const weights = block.weights + 3 * width * set;
    const parts = writeWeights(weightSets[set]!, numbers, weights);
    if (parts === undefined) return undefined;
    columns.push({
      width,
      height,
      scores,
      terms: together.isOfLogarithms ? terms : scores,
      weights,
      areWhole: parts === 'whole',
      cut: 1.5 * spread,
      secondCut: 1.5 * spread * powerAbove(Math.max(4, width)) * leastProduct,
      doubt: doubtOf(weightSets[set]!, block.limit),
    });
  }
  const leavesOut = leavesOutWhatIsMissing(aggregate, children);
  return { block, isOfLogarithms: together.isOfLogarithms === true, leavesOut, columns, setOf: plan.weightSetOf };
}

/**
 * Each weight and its two parts, of which the lower may all be 0. `undefined` where a weight is not between 0 and 2, or has
 * more digits below the largest than the lower parts can add up without rounding.
 */
function writeWeights(weights: readonly number[], numbers: Float64Array, at: number): 'whole' | 'in parts' | undefined {
  const spread = powerAbove(4 * Math.max(4, weights.length));
  const least = powerAbove(weights.length) * spread * leastPart;
  let areWhole = true;
  for (let place = 0; place < weights.length; place++) {
    const weight = weights[place]!;
    const upper = weight + 1.5 * spread - 1.5 * spread;
    if (!(weight > 0 && weight < 2) || !Number.isInteger((weight - upper) / least)) return undefined;
    numbers[at + 3 * place] = weight;
    numbers[at + 3 * place + 1] = upper;
    numbers[at + 3 * place + 2] = weight - upper;
    if (weight !== upper) areWhole = false;
  }
  return areWhole ? 'whole' : 'in parts';
}

// Powers take longer than a multiplication.
const leastPart = 2 ** -105;
const leastProduct = 2 ** -54;
const leastDoubt = 2 ** -36;

/**
 * The arithmetic puts a mean outside its scores by less than 2^−41 of their limit, logarithms and exponentials among it. It
 * does so only where a weighted mean of the distances to the lowest or highest score is as small, so that none is larger
 * than that by more than the sum of the weights is than the weight.
 */
function doubtOf(weights: readonly number[], limit: number): number {
  return leastDoubt * limit * (1 + (2 * weights.length) / weights[0]!);
}

/** The least power of two from 1 on that is not below the number. */
function powerAbove(number: number): number {
  let power = 1;
  while (power < number) power *= 2;
  return power;
}

/** Whether a unit with a score of every child has one itself. */
function sufficesWhole({ children, minCount = 0, minShare = 0 }: AggregatePlan): boolean {
  return children.length > 0 && minCount <= children.length && minShare <= 1;
}

function leavesOutWhatIsMissing({ minCount, minShare }: AggregatePlan, { presences }: Children): boolean {
  if (minCount !== undefined || minShare !== undefined) return false;
  const isLeftOut = (presence: Presence) => presence === 'left-out' || presence === 'not-applicable';
  return presences.every(byState => isLeftOut(byState[codes.missing]!) && isLeftOut(byState[codes['not-applicable']]!));
}

/** Writes the scores of the units of the block, NaN for those that are to go by themselves; answers how many those are. */
export function scoreTogether(units: UnitsTogether, { values }: Column): number {
  const { block, isOfLogarithms, leavesOut, columns, setOf } = units;
  const { kernels, numbers, width, height, start, end, scores, terms, means } = block;
  const count = end - start;
  if (isOfLogarithms) kernels.logarithms(scores, width * height, terms);
  let nByThemselves = 0;
  for (let set = 0; set < columns.length; set++) {
    kernels.means(means, count, columns[set]!);
    if (isOfLogarithms) kernels.exponentials(means, count);
    nByThemselves += kernels.settle(means, count, columns[set]!);
    if (setOf === undefined) copyNumbers(numbers, means, means + count, values, start);
    else {
      for (let unit = start, at = means; unit < end; unit++, at++) if (setOf[unit] === set) values[unit] = numbers[at]!;
    }
  }
  return leavesOut ? nByThemselves : nByThemselves + markGaps(block, values);
}

function markGaps({ numbers, width, height, start, end, scores }: Block, values: Float64Array): number {
  let nMarked = 0;
  for (let place = 0; place < width; place++) {
    for (let unit = start, at = scores + place * height; unit < end; unit++, at++) {
      if (!Number.isNaN(numbers[at])) continue;
      values[unit] = Number.NaN;
      nMarked++;
    }
  }
  return nMarked;
}

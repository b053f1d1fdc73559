/**
 * The scores of many units at once, for the methods whose score is made of a weighted sum: what takes no part stands in
 * the block with a number that changes no sum. Bit for bit what one unit after the other gives.
 */
import { aggregateMethods } from './aggregate/index.ts';
import type { Together } from './aggregate/method.ts';
import type { AggregatePlan } from './aggregatePlan.ts';
import { type Block, gapBit } from './block.ts';
import { type Column, codes, writeNumber, writeReason } from './column.ts';
import { type Children, gather, obstacleOf } from './gather.ts';
import { exponential, logarithm } from './kernels/logarithm.ts';
import type { Plan } from './plan.ts';
import { type Presence, standIn, takesPart } from './presence.ts';
import { sumOf } from './sum.ts';

export interface UnitsTogether {
  readonly plan: Plan;
  readonly aggregate: AggregatePlan;
  readonly children: Children;
  readonly together: Together;
  /** Where in the block the terms of the sums begin. */
  readonly terms: number;
  /** By set of weights. */
  readonly totals: readonly number[];
  /** By set of weights: the total of what is there, by gaps, where that was asked for; few children only. */
  readonly totalsLeft: Map<number, number> | undefined;
  /** Products are cut in two here, so that the upper parts add up without any rounding. */
  readonly cut: number;
  /** More than the roundings of the lower parts come to. */
  readonly doubt: number;
  /** So far apart two terms of a unit are that its mean lies between its scores however it was rounded. */
  readonly reach: number;
  readonly noScore: number;
}

/** Of so many sets of weights units go one by one. */
const manySets = 8;

/** `undefined` where units go one by one. `aggregate`: with weights of about 1. */
export function togetherOf(plan: Plan, aggregate: AggregatePlan, children: Children): UnitsTogether | undefined {
  const { together, reason = 'overflow' } = aggregateMethods[aggregate.aggregate];
  const { weightSets } = aggregate;
  if (together === undefined || children.weightLeft !== undefined || !sufficesWhole(aggregate)) return undefined;
  if (weightSets.length > manySets || !weightSets.every(areInRange)) return undefined;
  const { block } = children;
  const { width } = block;
  const bound = together.isOfLogarithms ? 745 : block.limit;
  // A product is below 2 × bound, so the upper parts are multiples of spread × 2^−52 that add up to less than 2 × spread.
  const spread = 2 ** Math.ceil(Math.log2(2 * Math.max(4, width) * bound));
  let least = 2;
  let sum = 0;
  weightSets.forEach((weights, set) => {
    for (let place = 0; place < width; place++) {
      const weight = weights[place]!;
      block.numbers[block.weights + set * width + place] = weight;
      least = Math.min(least, weight);
      sum += weight;
    }
  });
  block.neutral = together.neutral;
  return {
    ...{ plan, aggregate, children, together },
    terms: together.isOfLogarithms ? block.terms : block.scores,
    totals: weightSets.map(weights => sumOf(weights)),
    totalsLeft: weightSets.length === 1 && width < 31 && leavesOut(aggregate, children) ? new Map() : undefined,
    cut: 1.5 * spread,
    doubt: width * width * spread * 2 ** -105,
    reach: (bound * sum * 2 ** -48) / least,
    noScore: codes[reason],
  };
}

function areInRange(weights: readonly number[]): boolean {
  for (let place = 0; place < weights.length; place++) if (!(weights[place]! > 0 && weights[place]! < 2)) return false;
  return true;
}

/** Whether a unit with a score of every child has one itself. */
function sufficesWhole({ children, minCount = 0, minShare = 0 }: AggregatePlan): boolean {
  return children.length > 0 && minCount <= children.length && minShare <= 1;
}

/** Whether a child without a score is left out and nothing more. */
function leavesOut({ minCount, minShare }: AggregatePlan, { presences }: Children): boolean {
  if (minCount !== undefined || minShare !== undefined) return false;
  const isLeftOut = (presence: Presence) => presence === 'left-out' || presence === 'not-applicable';
  return [...new Set(presences)].every(byState =>
    byState.every((presence, state) => state === codes.present || isLeftOut(presence)),
  );
}

/** The units of the block. */
export function scoreTogether(units: UnitsTogether, scores: Column): void {
  const { children, together, terms } = units;
  const { block } = children;
  settleTotals(units, scores);
  if (together.isOfLogarithms) block.kernels.logarithms(block.scores, block.width * block.height, terms);
  weighTerms(units, scores);
}

/** The weight that takes part in each unit, and the reason of units that have no score. */
function settleTotals(units: UnitsTogether, { states }: Column): void {
  const { plan, children, totals, totalsLeft } = units;
  const { block } = children;
  const { numbers, gaps, start, end } = block;
  const sets = plan.weightSetOf;
  for (let unit = start, row = 0; unit < end; unit++, row++) {
    if (gaps[row] === 0) {
      numbers[block.totals + row] = totals[sets === undefined ? 0 : sets[unit]!]!;
      states[unit] = codes.present;
      continue;
    }
    const left =
      totalsLeft === undefined ? 0 : (totalsLeft.get(gaps[row]!) ?? totalLeft(units, totalsLeft, gaps[row]!));
    if (left > 0) states[unit] = codes.present;
    numbers[block.totals + row] = left > 0 ? left : settleGaps(units, unit, states);
  }
}

/** The weight that takes part where children without a score are left out; remembered, as few children leave few sets. */
function totalLeft({ aggregate, children }: UnitsTogether, known: Map<number, number>, gaps: number): number {
  const weights = aggregate.weightSets[0]!;
  let count = 0;
  for (let place = 0; place < weights.length; place++) {
    if ((gaps & gapBit(place)) === 0) children.weights[count++] = weights[place]!;
  }
  const total = sumOf(children.weights, count);
  known.set(gaps, total);
  return total;
}

/** The weight that takes part. Puts the numbers in the block that the unit's children take part with, and marks the others. */
function settleGaps({ plan, aggregate, children, together }: UnitsTogether, unit: number, states: Uint8Array): number {
  const { block, presences } = children;
  gather(plan, aggregate, unit, children);
  states[unit] = obstacleOf(plan, aggregate, unit, children);
  for (let place = 0, at = unit - block.start; place < block.width; place++, at += block.height) {
    if (block.states[at] === codes.present) continue;
    const presence = presences[place]![block.states[at]!]!;
    block.numbers[block.scores + at] = takesPart(presence) ? standIn(plan, presence) : together.neutral;
    if (takesPart(presence)) block.states[at] = codes.present;
  }
  return sumOf(children.weights, children.count);
}

/**
 * Writes the means, of logarithms turned back, within the scores that they are of. Those whose rounding could not be told
 * are taken by themselves.
 */
function weighTerms(units: UnitsTogether, scores: Column): void {
  const { plan, aggregate, children, together, terms, cut, doubt, reach, noScore } = units;
  const { values, states } = scores;
  const { block } = children;
  const { numbers, kernels, width, height, start, end, totals, means, gaps } = block;
  const sets = plan.weightSetOf;
  const count = end - start;
  for (let set = 0; set < aggregate.weightSets.length; set++) {
    const columns = { width, height, first: terms, weights: block.weights + set * width, totals, cut, doubt };
    let nNaN = kernels.means(means, count, columns);
    if (together.isOfLogarithms) nNaN = kernels.exponentials(means, count);
    for (let row = 0; nNaN > 0 && row < count; row++) {
      if (Number.isNaN(numbers[means + row])) numbers[means + row] = meanByItself(units, row, columns.weights);
    }
    for (let unit = start, row = 0, at = terms; unit < end; unit++, row++, at++) {
      if (sets !== undefined && sets[unit] !== set) continue;
      const mean = numbers[means + row]!;
      const isSafe = (gaps[row]! & 3) === 0 && width > 1 && Math.abs(numbers[at]! - numbers[at + height]!) > reach;
      // A negative zero becomes zero.
      if (states[unit] !== codes.present) values[unit] = 0;
      else if (isSafe && mean - mean === 0) values[unit] = mean + 0;
      else if (Number.isNaN(mean)) writeReason(scores, unit, noScore);
      else writeNumber(scores, unit, withinRow(block, row, mean));
    }
  }
}

/** NaN where the method has no score. */
function meanByItself({ children, together }: UnitsTogether, row: number, weights: number): number {
  const { block } = children;
  const { numbers, width, height } = block;
  const products = children.scores;
  for (let place = 0, at = block.scores + row; place < width; place++, at += height) {
    const score = numbers[at]!;
    const term = together.isOfLogarithms ? (score > 0 ? logarithm(score) : Number.NaN) : score;
    products[place] = numbers[weights + place]! * term;
  }
  const mean = sumOf(products, width) / numbers[block.totals + row]!;
  return together.isOfLogarithms ? exponential(mean) : mean;
}

/** As `withinTerms`, over those of a unit that take part. */
function withinRow({ numbers, states, scores, width, height }: Block, row: number, mean: number): number {
  let low = Infinity;
  let high = -Infinity;
  for (let place = 0, at = row; place < width; place++, at += height) {
    if (states[at] !== codes.present) continue;
    const score = numbers[scores + at]!;
    if (score < low) low = score;
    if (score > high) high = score;
  }
  return Math.min(Math.max(mean, low), high);
}

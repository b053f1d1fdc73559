/** What an aggregation is: it makes one score of the scores of the children that take part. */
import type { Aggregation } from '../aggregatePlan.ts';
import type { Reason } from '../column.ts';
import type { MethodRecord } from '../method.ts';
import type { Range } from '../normalisation.ts';

export interface AggregateMethod extends MethodRecord {
  readonly id: Aggregation;
  /**
   * One score of the first `count` (≥ 1) scores and their weights, which are positive, the largest about 1, add up to
   * `totalWeight` and may be overwritten. NaN where there is no score for the reason below, infinite where the arithmetic
   * overflows. Does not depend on the order of the children.
   */
  combine(scores: Float64Array, weights: Float64Array, count: number, totalWeight: number, more: More): number;
  /** What many units at once need, where the score is made of a weighted mean. */
  readonly together?: Together;
  /** Why `combine` answers NaN; `overflow` if nothing is said. */
  readonly reason?: Reason;
  /** Whether the units are compared with each other, so that the children's scores of all must be known. */
  readonly comparesUnits?: true;
  /** Run as a test of every method; `power` and `compared` as in `More`. */
  readonly example: {
    readonly scores: readonly number[];
    readonly weights: readonly number[];
    readonly power?: number;
    readonly compared?: readonly (readonly (number | null)[])[];
    readonly score: number | Reason;
  };
}

/** The weighted mean of what becomes of the scores, turned back into a score. */
export interface Together {
  /** Whether it is the scores’ natural logarithms that are averaged. */
  readonly isOfLogarithms?: true;
}

/** What few methods need. */
export interface More {
  /** The exponent of `power`. */
  readonly power: number;
  readonly scale: Range;
  /** The position among all children of each score. */
  readonly positions: Int32Array;
  /** The units compared with, one row each: a score for each of all children, NaN where it takes no part. */
  readonly compared: readonly Float64Array[];
}

/** A mean lies between its smallest and its largest term; takes away what rounding put outside. NaN stays NaN. */
export function withinTerms(mean: number, scores: Float64Array, count: number): number {
  let low = scores[0]!;
  let high = low;
  for (let index = 1; index < count; index++) {
    const score = scores[index]!;
    if (score < low) low = score;
    if (score > high) high = score;
  }
  return Math.min(Math.max(mean, low), high);
}

export function smallest(scores: Float64Array, count: number): number {
  let result = scores[0]!;
  for (let index = 1; index < count; index++) if (scores[index]! < result) result = scores[index]!;
  return result;
}

export function largest(scores: Float64Array, count: number): number {
  let result = scores[0]!;
  for (let index = 1; index < count; index++) if (scores[index]! > result) result = scores[index]!;
  return result;
}

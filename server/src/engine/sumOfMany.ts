/**
 * Exact sums of many numbers, as adding them one by one, many times as fast: each number is cut in three at places that
 * are the same for all in a run, so that the first and the second parts add up without any rounding; the third is nearly
 * always 0. Knows nothing of columns.
 */
import { addExactly, type ExactSum, upperHalf } from './sum.ts';

/** So many at a time that they lie in the nearest memory. */
export const nInRun = 1024;

/** Adds the first `count` (at most `nInRun`) values, none beyond 1e300. */
export function addRunExactly(sum: ExactSum, values: Float64Array, count: number): void {
  let largest = 0;
  for (let index = 0; index < count; index++) largest = Math.max(largest, Math.abs(values[index]!));
  const spread = 2 ** Math.ceil(Math.log2(2 * nInRun * largest));
  const cut = 1.5 * spread;
  // The parts left over by the first cut are at most spread × 2^−53.
  const secondCut = cut * nInRun * 2 ** -52;
  if (!(secondCut > smallestCut)) {
    for (let index = 0; index < count; index++) addExactly(sum, values[index]!);
    return;
  }
  let first = 0;
  let second = 0;
  for (let index = 0; index < count; index++) {
    const value = values[index]!;
    const upper = value + cut - cut;
    const rest = value - upper;
    const middle = rest + secondCut - secondCut;
    first += upper;
    second += middle;
    if (rest !== middle) addExactly(sum, rest - middle);
  }
  addExactly(sum, first);
  addExactly(sum, second);
}

/** Where parts may be too small to be cut. */
const smallestCut = 2 ** -900;

export interface Moments {
  readonly sum: ExactSum;
  readonly sumOfSquares: ExactSum;
}

/** Adds the first `count` values and their squares, each of which is within 1e±300, or too small to count. */
export function addMoments({ sum, sumOfSquares }: Moments, { values, squares, lost }: RunMemory, count: number): void {
  for (let index = 0; index < count; index++) {
    const value = values[index]!;
    const square = value * value;
    const high = upperHalf(value);
    const low = value - high;
    squares[index] = square;
    lost[index] = low * low - (square - high * high - 2 * high * low);
  }
  addRunExactly(sum, values, count);
  addRunExactly(sumOfSquares, squares, count);
  addRunExactly(sumOfSquares, lost, count);
}

export interface RunMemory {
  readonly values: Float64Array;
  readonly squares: Float64Array;
  readonly lost: Float64Array;
}

export function runMemory(): RunMemory {
  const numbers = new Float64Array(3 * nInRun);
  return {
    values: numbers.subarray(0, nInRun),
    squares: numbers.subarray(nInRun, 2 * nInRun),
    lost: numbers.subarray(2 * nInRun),
  };
}

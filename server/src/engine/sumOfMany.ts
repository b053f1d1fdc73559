/**
 * Exact sums of many numbers, as adding them one by one, many times as fast: each number is cut in three at places that
 * are the same for all in a run, so that the first and the second parts add up without any rounding; the third is nearly
 * always 0. Knows nothing of columns.
 */
import { kernelsFor } from './kernels/choice.ts';
import { type Kernels, nReserved } from './kernels/kernels.ts';
import { addExactly, type ExactSum } from './sum.ts';

/** So many at a time that they lie in the nearest memory. */
export const nInRun = 1024;

export interface Moments {
  readonly sum: ExactSum;
  readonly sumOfSquares: ExactSum;
}

/**
 * Adds the first `count` (at most `nInRun`) values of the run and their squares, each within 1e±300 or too small to count.
 * No value is larger in size than `largest`.
 */
export function addMoments(
  { sum, sumOfSquares }: Moments,
  { kernels, numbers, values }: RunMemory,
  count: number,
  largest: number,
): void {
  if (count === 0) return;
  const squares = values + nInRun;
  const lost = squares + nInRun;
  // The kernels go by pairs.
  numbers[values + count] = 0;
  const nInPairs = count + (count % 2);
  kernels.squares(values, nInPairs, squares, lost);
  const run = { kernels, numbers, count: nInPairs };
  const largestSquare = largest * largest;
  addRunExactly(sum, { ...run, at: values, largest });
  addRunExactly(sumOfSquares, { ...run, at: squares, largest: largestSquare });
  addRunExactly(sumOfSquares, { ...run, at: lost, largest: largestSquare * 2 ** -53 });
}

interface Run {
  readonly kernels: Kernels;
  readonly numbers: Float64Array;
  readonly at: number;
  readonly count: number;
  readonly largest: number;
}

function addRunExactly(sum: ExactSum, { kernels, numbers, at, count, largest }: Run): void {
  const spread = 2 ** Math.ceil(Math.log2(2 * nInRun * largest));
  const cut = 1.5 * spread;
  // The parts left over by the first cut are at most spread × 2^−53.
  const secondCut = cut * nInRun * 2 ** -52;
  if (!(secondCut > smallestCut)) {
    for (let index = at; index < at + count; index++) addExactly(sum, numbers[index]!);
    return;
  }
  const nLeftOver = kernels.cutSums(at, count, cut, secondCut);
  for (let place = 0; place < 4; place++) addExactly(sum, numbers[place]!);
  for (let index = at; nLeftOver > 0 && index < at + count; index++) {
    const value = numbers[index]!;
    const rest = value - (value + cut - cut);
    const middle = rest + secondCut - secondCut;
    if (rest !== middle) addExactly(sum, rest - middle);
  }
}

/** Where parts may be too small to be cut. */
const smallestCut = 2 ** -900;

/** Room for a run of values in the memory of the kernels, and for what is made of them. */
export interface RunMemory {
  readonly kernels: Kernels;
  readonly numbers: Float64Array;
  /** Where the values begin. */
  readonly values: number;
}

/** A run that was had before is no longer to be used. */
export function runMemory(nUnits: number): RunMemory {
  const kernels = kernelsFor(nUnits);
  return { kernels, numbers: kernels.memory(nReserved + 3 * nInRun + 2), values: nReserved };
}

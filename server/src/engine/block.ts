/**
 * A block of scores: for a run of units a column for each child of one aggregate, so short that all lie in the nearest
 * memory. Knows neither where scores come from nor what is made of them.
 */
import { kernelsFor } from './kernels/choice.ts';
import { type Kernels, nReserved } from './kernels/kernels.ts';

export interface Block {
  readonly kernels: Kernels;
  /** The memory of the kernels. */
  readonly numbers: Float64Array;
  /** Columns, and the units that each has room for. */
  readonly width: number;
  readonly height: number;
  /** The units at hand: from `start` up to and without `end`. */
  start: number;
  end: number;
  /** Where in `numbers` the scores of the first child begin; those of the next begin `height` on. */
  readonly scores: number;
  /** Room for a term of each score; for a weight of each child and more than one set of them; for numbers of each unit. */
  readonly terms: number;
  readonly weights: number;
  readonly totals: number;
  readonly means: number;
  /** Codes of reasons, column by column as the scores: 0 until something else is written. */
  readonly states: Uint8Array;
  /** By unit: bits of the children that have no score (see `gapBit`). */
  readonly gaps: Int32Array;
  /** What stands in the place of a score that is not there. */
  neutral: number;
  /** A score beyond makes the block wild: what is made of it must mind the ends of the range of numbers. */
  readonly limit: number;
  isWild: boolean;
}

/** Of few children: so many values are at hand. */
const nValuesAtHand = 4096;
const fewestUnits = 64;

/** Far beyond every score on the scale, and beyond every logarithm of a number. */
export function limitOf([start, end]: readonly [number, number]): number {
  return 2 ** 20 * Math.max(1, Math.abs(start), Math.abs(end));
}

/** From the 31st on children share a bit. */
export function gapBit(place: number): number {
  return 1 << Math.min(place, 30);
}

/** Memory for blocks of any width, used again and again: to ask for it takes longer than to score a few units. */
export interface BlockMemory {
  readonly states: Uint8Array;
  readonly gaps: Int32Array;
  /** A number for each child of one unit. */
  readonly taken: {
    readonly scores: Float64Array;
    readonly weights: Float64Array;
    readonly positions: Int32Array;
  };
}

/** For so many children at most. */
export function blockMemory(width: number, nUnits: number): BlockMemory {
  const nRows = heightOf(1, nUnits);
  const nCells = Math.max(nRows, width * heightOf(width, nUnits), nValuesAtHand + width);
  const numbers = new Float64Array(2 * width);
  return {
    states: new Uint8Array(nCells),
    gaps: new Int32Array(nRows),
    taken: {
      scores: numbers.subarray(0, width),
      weights: numbers.subarray(width),
      positions: new Int32Array(width),
    },
  };
}

/** The units at a time: an even number of them. */
function heightOf(width: number, nUnits: number): number {
  const most = Math.max(fewestUnits, Math.floor(nValuesAtHand / Math.max(1, width)));
  return (Math.min(nUnits, most) + 1) & ~1;
}

/** Of the children of one aggregate. A block that was had before is no longer to be used. */
export function blockOf(
  width: number,
  nSets: number,
  nUnits: number,
  limit: number,
  { states, gaps }: BlockMemory,
): Block {
  const height = heightOf(width, nUnits);
  const nWeights = (width * nSets + 1) & ~1;
  const weights = nReserved;
  const totals = weights + nWeights;
  const means = totals + height;
  const scores = means + height;
  const terms = scores + width * height;
  const kernels = kernelsFor(width * nUnits);
  const numbers = kernels.memory(terms + width * height);
  const places = { weights, totals, means, scores, terms };
  return {
    kernels,
    numbers,
    width,
    height,
    start: 0,
    end: 0,
    ...places,
    states,
    gaps,
    neutral: 0,
    limit,
    isWild: false,
  };
}

/** Has the scores of so many units at a time read, by place, and used. */
export function eachBlock(
  block: Block,
  nUnits: number,
  read: (block: Block, place: number) => void,
  use: () => void,
): void {
  if (isOneAtHand) throw new Error('a block is asked for while another is at hand: both would lie in the same memory');
  isOneAtHand = true;
  try {
    for (let start = 0; start < nUnits; start += block.height) {
      block.start = start;
      block.end = Math.min(start + block.height, nUnits);
      block.isWild = false;
      block.gaps.fill(0, 0, block.end - start);
      block.states.fill(0, 0, block.width * block.height);
      for (let place = 0; place < block.width; place++) read(block, place);
      use();
    }
  } finally {
    isOneAtHand = false;
  }
}

let isOneAtHand = false;

/** No score, or one that stands in for it. */
export function writeGap(block: Block, row: number, place: number, state: number, standIn: number | undefined): void {
  const at = place * block.height + row;
  if (standIn !== undefined && Number.isFinite(standIn)) {
    block.numbers[block.scores + at] = standIn;
    if (Math.abs(standIn) >= block.limit) block.isWild = true;
    return;
  }
  block.numbers[block.scores + at] = block.neutral;
  block.states[at] = state;
  block.gaps[row]! |= gapBit(place);
}

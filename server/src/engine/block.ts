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
  /** Where in `numbers` the scores of the first child begin, NaN where there is none; those of the next begin `height` on. */
  readonly scores: number;
  /** Room for a term of each score; for three numbers of each child and set of weights; for numbers of each unit. */
  readonly terms: number;
  readonly weights: number;
  readonly means: number;
  /** A score beyond makes the block wild: what is made of it must mind the ends of the range of numbers. */
  readonly limit: number;
  isWild: boolean;
}

/** Of few children: so many values are at hand. */
const nValuesAtHand = 8192;
const fewestUnits = 64;

/** Far beyond every score on the scale, and beyond every logarithm of a number. */
export function limitOf([start, end]: readonly [number, number]): number {
  return 2 ** 12 * Math.max(1, Math.abs(start), Math.abs(end));
}

/** The units at a time: by fours, as some kernels go. */
function heightOf(width: number, nUnits: number): number {
  const most = Math.max(fewestUnits, Math.floor(nValuesAtHand / Math.max(1, width)));
  return (Math.min(nUnits, most) + 3) & ~3;
}

/** Of the children of one aggregate. A block that was had before is no longer to be used. */
export function blockOf(width: number, nSets: number, nUnits: number, limit: number): Block {
  const height = heightOf(width, nUnits);
  const weights = nReserved;
  const means = weights + ((3 * width * nSets + 1) & ~1);
  const scores = means + height;
  const terms = scores + width * height;
  const kernels = kernelsFor(width * nUnits);
  const numbers = kernels.memory(terms + width * height);
  return {
    kernels,
    numbers,
    width,
    height,
    start: 0,
    end: 0,
    weights,
    means,
    scores,
    terms,
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
      for (let place = 0; place < block.width; place++) read(block, place);
      use();
    }
  } finally {
    isOneAtHand = false;
  }
}

let isOneAtHand = false;

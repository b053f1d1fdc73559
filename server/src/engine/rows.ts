/**
 * Rows of scores: for a run of units, one row each with a place for each child of one aggregate. So many units at a time
 * that their rows lie in the nearest memory. Knows neither where scores come from nor what is made of them.
 */

export interface Rows {
  /** Places of a row. */
  readonly width: number;
  /** Row by row; 0 where there is no score. */
  readonly scores: Float64Array;
  /** Codes of reasons, as in a column; 0 until something else is written. */
  readonly states: Uint8Array;
  /** By row: 1 if a place has no score. */
  readonly gaps: Uint8Array;
  /** Memory for a number a row. */
  readonly unsettled: Int32Array;
  /** A score beyond makes the rows wild: what is made of them must mind the ends of the range of numbers. */
  readonly limit: number;
  isWild: boolean;
}

/** Of few children: so many values are at hand. */
const nValuesAtHand = 4096;
const fewestUnits = 64;

/** How many units at a time. */
export function unitsAtOnce(width: number, nUnits: number): number {
  return Math.min(nUnits, Math.max(fewestUnits, Math.floor(nValuesAtHand / Math.max(1, width))));
}

/** Far beyond every score on the scale, and beyond every logarithm of a number. */
export function limitOf([start, end]: readonly [number, number]): number {
  return 2 ** 20 * Math.max(1, Math.abs(start), Math.abs(end));
}

/** Memory for rows of any width up to `width`, used again and again: to ask for it takes longer than to score a few units. */
export interface RowMemory {
  /** A number for each place of each row. */
  readonly scores: Float64Array;
  readonly terms: Float64Array;
  readonly states: Uint8Array;
  /** A number for each row. */
  readonly totals: Float64Array;
  readonly gaps: Uint8Array;
  readonly unsettled: Int32Array;
  /** A number for each place of one row. */
  readonly taken: {
    readonly scores: Float64Array;
    readonly weights: Float64Array;
    readonly products: Float64Array;
    readonly positions: Int32Array;
  };
}

export function rowMemory(width: number, nUnits: number): RowMemory {
  const nRows = Math.min(nUnits, nValuesAtHand);
  const nCells = Math.min(Math.max(nValuesAtHand, fewestUnits * width), nUnits * Math.max(1, width));
  const numbers = new ArrayBuffer(8 * (2 * nCells + nRows + 3 * width));
  const whole = new ArrayBuffer(4 * (nRows + width));
  const codes = new ArrayBuffer(nCells + nRows);
  const numbersFrom = (start: number, count: number) => new Float64Array(numbers, 8 * start, count);
  const row = 2 * nCells + nRows;
  return {
    scores: numbersFrom(0, nCells),
    terms: numbersFrom(nCells, nCells),
    totals: numbersFrom(2 * nCells, nRows),
    states: new Uint8Array(codes, 0, nCells),
    gaps: new Uint8Array(codes, nCells, nRows),
    unsettled: new Int32Array(whole, 0, nRows),
    taken: {
      scores: numbersFrom(row, width),
      weights: numbersFrom(row + width, width),
      products: numbersFrom(row + 2 * width, width),
      positions: new Int32Array(whole, 4 * nRows, width),
    },
  };
}

/**
 * What was learned of an order: plain data like all params, but its values, as many as the column has, are written down
 * only when they are asked for. Knows no method.
 */
import type { LeafParams } from './params.ts';

/** Its values may be computed when they are read. */
export interface Sorted {
  /** Ascending. */
  readonly values: readonly number[];
}

export class OrderParams implements LeafParams {
  readonly n: number;
  readonly min: number;
  readonly max: number;
  declare readonly sorted: readonly number[];
  readonly #from: Sorted;

  constructor(n: number, [min, max]: readonly [number, number], from: Sorted) {
    this.n = n;
    this.min = min;
    this.max = max;
    this.#from = from;
    // The object's own, so that it is there for whoever copies, compares or writes it.
    Object.defineProperty(this, 'sorted', { enumerable: true, get: () => from.values });
  }

  isFrom(order: Sorted): boolean {
    return this.#from === order;
  }
}

/** Without asking for the values where that can be helped. */
export function nSorted(params: LeafParams): number {
  return params instanceof OrderParams ? params.n : (params.sorted?.length ?? 0);
}

/** As an array, many times as fast as `Array.from`. */
export function plainNumbers(from: Float64Array | Uint32Array, numberOf = (value: number) => value) {
  const numbers = new Array<number>(from.length);
  for (let index = 0; index < from.length; index++) numbers[index] = numberOf(from[index]!);
  return numbers;
}

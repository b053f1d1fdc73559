/** The one place that decides ties: units are tied when their numbers are equal. Knows nothing of where they are from. */
import { inAscendingOrder } from './order.ts';
import type { RankingPlan } from './rankingPlan.ts';

/** The units from the highest number (none is −0) to the lowest; ties stay in the order given. */
export function inRankOrder(units: Int32Array, keys: Float64Array): Int32Array {
  return new Int32Array(inAscendingOrder(new Uint32Array(units).reverse(), keys)).reverse();
}

/** The position after the tie, within a list that ends at `end`, that the unit at `position` belongs to. */
export function endOfTie(order: Int32Array, keys: Float64Array, position: number, end: number): number {
  const key = keys[order[position]!]!;
  let next = position + 1;
  while (next < end && keys[order[next]!] === key) next++;
  return next;
}

/** A list of units as `inRankOrder` gives it, and where the rank of each is to be written. */
export interface RankList {
  readonly order: Int32Array;
  readonly start: number;
  readonly end: number;
  readonly places: Int32Array;
}

export function writeRanks(list: RankList, keys: Float64Array, ties: RankingPlan['ties'], ranks: Float64Array): void {
  const { order, places } = list;
  let nDistinct = 0;
  for (let start = list.start; start < list.end; ) {
    const end = endOfTie(order, keys, start, list.end);
    nDistinct++;
    for (let position = start; position < end; position++) {
      const tie = { start: start - list.start, end: end - list.start, nDistinct };
      ranks[places[position]!] = rankInTie(ties, tie, position - list.start);
    }
    start = end;
  }
}

/** The positions that it covers, from `start` up to and without `end`; and the number of ties up to it. */
interface Tie {
  readonly start: number;
  readonly end: number;
  readonly nDistinct: number;
}

function rankInTie(ties: RankingPlan['ties'], { start, end, nDistinct }: Tie, position: number): number {
  switch (ties) {
    case 'dense':
      return nDistinct;
    case 'competition':
      return start + 1;
    case 'modified':
      return end;
    case 'ordinal':
      return position + 1;
    case 'fractional':
      return (start + 1 + end) / 2;
  }
}

/** The one place that decides ties: units are tied when their numbers are equal. Knows nothing of where they are from. */
import { inAscendingOrder } from './order.ts';
import type { RankingPlan } from './plan.ts';

/** The units from the highest number (none is −0) to the lowest; ties stay in the order given. */
export function inRankOrder(units: Int32Array, keys: Float64Array): Int32Array {
  return Int32Array.from(inAscendingOrder(Uint32Array.from(units).reverse(), keys)).reverse();
}

/** The position after the tie that the unit at `position` of the order belongs to. */
export function endOfTie(order: Int32Array, keys: Float64Array, position: number): number {
  let end = position + 1;
  while (end < order.length && keys[order[end]!] === keys[order[position]!]) end++;
  return end;
}

/** The ranks, by unit, of the units in `order` (as `inRankOrder` gives it); 0 for the others. */
export function ranksOf(order: Int32Array, keys: Float64Array, ties: RankingPlan['ties']): Float64Array {
  const ranks = new Float64Array(keys.length);
  let nDistinct = 0;
  for (let start = 0; start < order.length; ) {
    const end = endOfTie(order, keys, start);
    nDistinct++;
    for (let position = start; position < end; position++) {
      ranks[order[position]!] = rankInTie(ties, start, end, position, nDistinct);
    }
    start = end;
  }
  return ranks;
}

/**
 * A tie covers the positions from `start` up to and without `end`, counted from 0; with `nDistinct` different numbers so
 * far, its own included.
 */
function rankInTie(ties: RankingPlan['ties'], start: number, end: number, position: number, nDistinct: number): number {
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

/** The one place that decides ties: units are tied when their numbers are equal. Knows nothing of where they are from. */
import type { RankingPlan } from './plan.ts';

/** The units from the highest number to the lowest, ties in tie order. */
export function inRankOrder(units: Int32Array, keys: Float64Array, tieOrder: Int32Array): Int32Array {
  return units.toSorted((one, other) => keys[other]! - keys[one]! || tieOrder[one]! - tieOrder[other]!);
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
      ranks[order[position]!] = rankInTie(ties, { start, end, position, nDistinct });
    }
    start = end;
  }
  return ranks;
}

/** A tie covers the positions from `start` up to and without `end`, counted from 0. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly position: number;
  /** The number of different numbers so far, this one included. */
  readonly nDistinct: number;
}

function rankInTie(ties: RankingPlan['ties'], { start, end, position, nDistinct }: Place): number {
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

/** The one place that decides ties: units are tied when their numbers are equal. Knows nothing of where they are from. */
import { inAscendingOrder } from './order.ts';
import type { RankingPlan } from './rankingPlan.ts';

/** Units from the highest number to the lowest, and their numbers in that order. */
export interface RankOrder {
  readonly units: Int32Array;
  readonly keys: Float64Array;
}

/** Of the units given, whose numbers are never −0; ties stay in the order given. The list given is used up. */
export function inRankOrder(units: Int32Array, keys: Float64Array): RankOrder {
  const given = new Uint32Array(units.buffer, units.byteOffset, units.length).reverse();
  const ascending = inAscendingOrder(given, keys);
  const { buffer, byteOffset, length } = ascending.units.reverse();
  return { units: new Int32Array(buffer, byteOffset, length), keys: ascending.values.reverse() };
}

/** Some of the units in rank order: those from `start` up to and without `end`. */
export interface RankList extends RankOrder {
  readonly start: number;
  readonly end: number;
}

/** Where the tie ends that begins at a place of the list. */
export function endOfTie({ keys, end }: RankList, place: number): number {
  const key = keys[place]!;
  let next = place + 1;
  while (next < end && keys[next] === key) next++;
  return next;
}

/** The rank of what is at a place of the list goes to `ranks[targets[place]]`. */
export function writeRanks(list: RankList, ties: RankingPlan['ties'], targets: Int32Array, ranks: Float64Array): void {
  let nDistinct = 0;
  for (let start = list.start; start < list.end; ) {
    const end = endOfTie(list, start);
    nDistinct++;
    const rank = rankInTie(ties, { start: start - list.start, end: end - list.start, nDistinct });
    for (let place = start; place < end; place++) {
      ranks[targets[place]!] = ties === 'ordinal' ? place - list.start + 1 : rank;
    }
    start = end;
  }
}

/** The places of the list that it covers, from `start` up to and without `end`; and the number of ties up to it. */
interface Tie {
  readonly start: number;
  readonly end: number;
  readonly nDistinct: number;
}

/** Under `ordinal` that of the first. */
function rankInTie(ties: RankingPlan['ties'], { start, end, nDistinct }: Tie): number {
  switch (ties) {
    case 'dense':
      return nDistinct;
    case 'competition':
    case 'ordinal':
      return start + 1;
    case 'modified':
      return end;
    case 'fractional':
      return (start + 1 + end) / 2;
  }
}

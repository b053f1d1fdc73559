/** The one place that decides ties: units are tied when their numbers are equal. Knows nothing of where they are from. */
import type { Best } from './better.ts';
import type { Memberships } from './groups.ts';
import { inAscendingOrder } from './order.ts';
import type { RankingPlan } from './rankingPlan.ts';

/** Units from the best number to the worst, and their numbers in that order. */
export interface RankOrder {
  readonly units: Int32Array;
  readonly keys: Float64Array;
}

/** Of the units given, whose numbers are never −0; ties stay in the order given. The list given is used up. */
export function inRankOrder(units: Int32Array, keys: Float64Array, best: Best | undefined): RankOrder {
  const given = new Uint32Array(units.buffer, units.byteOffset, units.length);
  if (best !== 'lowest') given.reverse();
  const ordered = inAscendingOrder(given, keys);
  if (best !== 'lowest') {
    ordered.units.reverse();
    ordered.values.reverse();
  }
  const { buffer, byteOffset, length } = ordered.units;
  return { units: new Int32Array(buffer, byteOffset, length), keys: ordered.values };
}

/** The rank of each unit among all in the order. */
export function writeRanks({ units, keys }: RankOrder, ties: RankingPlan['ties'], ranks: Float64Array): void {
  let nDistinct = 0;
  for (let start = 0; start < units.length; ) {
    const end = endOfTie(keys, start);
    nDistinct++;
    const rank = rankInTie(ties, start, end, nDistinct);
    for (let place = start; place < end; place++) ranks[units[place]!] = ties === 'ordinal' ? place + 1 : rank;
    start = end;
  }
}

/** Where the tie ends that begins at a place of the order. */
export function endOfTie(keys: Float64Array, place: number): number {
  const key = keys[place]!;
  let next = place + 1;
  while (next < keys.length && keys[next] === key) next++;
  return next;
}

/** Of units within their groups, by their places in `Memberships.groups`. */
export interface Standings {
  /** 0 where the unit is not in the order. */
  readonly ranks: Float64Array;
  /** How many of the group are strictly before; −1 where the unit is not in the order. */
  readonly before: Int32Array;
  /** How many of each group are in the order. */
  readonly nRanked: Int32Array;
}

/** Of all groups at once. */
export function standingsOf(order: RankOrder, memberships: Memberships, ties: RankingPlan['ties']): Standings {
  const isFar = memberships.isOneEach && order.units.length > nearUnits;
  return isFar ? standingsFromAfar(order, memberships, ties) : standingsInTurn(order, memberships, ties);
}

/** What belongs to so many units lies in near memory. */
const nearUnits = 4096;

/**
 * The same for many units, each in one group: to fetch all their groups, and to bring back all their standings, is many times
 * as fast as to look for each all over the memory in between. Meanwhile its place stands for the unit.
 */
function standingsFromAfar(
  { units, keys }: RankOrder,
  { nGroups, starts, groups }: Memberships,
  ties: RankingPlan['ties'],
): Standings {
  const nearGroups = nGroups <= 2 ** 8 ? new Uint8Array(groups) : groups;
  const groupsInOrder = new Int32Array(units.length);
  for (let place = 0; place < units.length; place++) groupsInOrder[place] = nearGroups[units[place]!]!;
  // Where everybody is in one group, `starts` counts from 0 on.
  const places = { units: starts.subarray(0, units.length), keys };
  const inOrder = standingsInTurn(places, { nGroups, starts, groups: groupsInOrder, isOneEach: true }, ties);
  const before = new Int32Array(groups.length).fill(-1);
  const ranks = new Float64Array(groups.length);
  for (let place = 0; place < units.length; place++) before[units[place]!] = inOrder.before[place]!;
  if (ties === 'competition') writeCompetitionRanks(before, ranks);
  else for (let place = 0; place < units.length; place++) ranks[units[place]!] = inOrder.ranks[place]!;
  return { ranks, before, nRanked: inOrder.nRanked };
}

/** Going through the order tie by tie: who ties in a group ties in the whole. */
function standingsInTurn(order: RankOrder, memberships: Memberships, ties: RankingPlan['ties']): Standings {
  const { nGroups, groups, isOneEach } = memberships;
  const { units, keys } = order;
  const ranks = new Float64Array(groups.length);
  const before = new Int32Array(groups.length).fill(-1);
  const counts = new Int32Array(4 * nGroups);
  const countsOf = (kind: number) => counts.subarray(kind * nGroups, (kind + 1) * nGroups);
  const nRanked = countsOf(0);
  const nDistinct = countsOf(1);
  const nInTie = countsOf(2);
  const nGiven = countsOf(3);
  const walk: Walk = { ...order, ...memberships, ties, ranks, before, nRanked, nDistinct, nInTie, nGiven };
  for (let start = 0; start < units.length; ) {
    const end = endOfTie(keys, start);
    if (isOneEach && end === start + 1) {
      const unit = units[start]!;
      const group = groups[unit]!;
      before[unit] = nRanked[group]!++;
      nDistinct[group]!++;
      if (ties !== 'competition') ranks[unit] = ties === 'dense' ? nDistinct[group]! : nRanked[group]!;
    } else passTie(walk, start, end);
    start = end;
  }
  if (ties === 'competition') writeCompetitionRanks(before, ranks);
  return { ranks, before, nRanked };
}

/** One after the other, which is many times as fast as in the order of the units. */
function writeCompetitionRanks(before: Int32Array, ranks: Float64Array): void {
  for (let at = 0; at < ranks.length; at++) ranks[at] = before[at]! + 1;
}

/** Of each group: how many and how many different are ranked so far, how many are in the tie, how many of those have a rank. */
interface Walk extends RankOrder, Memberships, Standings {
  readonly ties: RankingPlan['ties'];
  readonly nDistinct: Int32Array;
  readonly nInTie: Int32Array;
  readonly nGiven: Int32Array;
}

function passTie(walk: Walk, start: number, end: number): void {
  const { units, starts, groups, ties, ranks, before, nRanked, nDistinct, nInTie, nGiven } = walk;
  const eachPlace = (use: (at: number, group: number) => void) => {
    for (let place = start; place < end; place++) {
      const unit = units[place]!;
      for (let at = starts[unit]!; at < starts[unit + 1]!; at++) use(at, groups[at]!);
    }
  };
  eachPlace((_, group) => {
    if (nInTie[group]!++ === 0) nDistinct[group]!++;
  });
  eachPlace((at, group) => {
    const first = nRanked[group]!;
    before[at] = first;
    nGiven[group]!++;
    const last = first + nInTie[group]!;
    ranks[at] = ties === 'ordinal' ? first + nGiven[group]! : rankInTie(ties, first, last, nDistinct[group]!);
  });
  eachPlace((_, group) => {
    nRanked[group]! += nInTie[group]!;
    nInTie[group] = 0;
    nGiven[group] = 0;
  });
}

/** `end`: how many are before or in the tie, `start`: before it; `nDistinct`: of ties up to it. Under `ordinal` that of the first. */
function rankInTie(ties: RankingPlan['ties'], start: number, end: number, nDistinct: number): number {
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

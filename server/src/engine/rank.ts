/** Rank: from totals to rounded totals, ranks and tiers. Knows nothing of how the totals came about. */
import { type Grouping, type Members, type Memberships, membershipsOf, membersOf } from './groups.ts';
import type { Plan } from './plan.ts';
import type { RankingPlan } from './rankingPlan.ts';
import { dustDecimals, roundedWithoutDust } from './round.ts';
import type { Scores } from './scores.ts';
import { tiersOf } from './tiers.ts';
import { inRankOrder, type RankOrder, writeRanks } from './ties.ts';

export interface Ranking {
  /** Totals rounded as the plan says. */
  readonly rounded: Float64Array;
  /** 1, 2, 2, …; 0 where a unit has no rank (missing or not eligible). May be fractional. */
  readonly ranks: Float64Array;
  /** For each `within`; read with `rankWithin`. */
  readonly ranksWithin: readonly RanksWithin[];
  readonly eligible: Uint8Array;
  /** Index of the tier or −1. */
  readonly tiers: Int16Array;
  /** Units in rank order, ties in tie order, units without a rank last. */
  readonly order: Int32Array;
}

/** The ranks of unit u within its groups, each once: those from `starts[u]` up to and without `starts[u + 1]`. */
export interface RanksWithin {
  readonly starts: Int32Array;
  readonly groups: Int32Array;
  /** 0 where the unit has no rank. */
  readonly ranks: Float64Array;
}

/**
 * A unit has a rank if it has a total and is eligible. `rounded` is 0 where there is no total. Without `round` it is the
 * total without the dust of binary arithmetic, and ranks from unrounded totals are from that too.
 */
export function rank(plan: Plan, scores: Scores): Ranking {
  const { round, ties, tieOrder, within } = plan.ranking;
  const rounded = roundedTotals(plan, scores, round);
  const numbers = round?.when === 'after-rank' ? roundedTotals(plan, scores, undefined) : rounded;
  const { ranked, unranked } = unitsInTieOrder(tieOrder, scores);
  const { units, keys } = inRankOrder(ranked, numbers);
  const all = { units, keys, start: 0, end: units.length };
  const ranks = new Float64Array(plan.nUnits);
  writeRanks(all, ties, units, ranks);
  const groupsOf = groupsOnDemand(all);
  const ranksWithin = within.map(grouping => {
    const { memberships, members } = groupsOf(grouping);
    const { starts, ends, places } = members;
    const ranks = new Float64Array(memberships.groups.length);
    for (let group = 0; group < grouping.nGroups; group++) {
      writeRanks({ ...members, start: starts[group]!, end: ends[group]! }, ties, places, ranks);
    }
    return { starts: memberships.starts, groups: memberships.groups, ranks };
  });
  const best = { rounded, all, membersOf: (grouping: Grouping) => groupsOf(grouping).members };
  return {
    ...{ rounded, ranks, ranksWithin, eligible: scores.eligible },
    tiers: tiersOf(plan.tiers, best, scores),
    order: unranked.length === 0 ? units : concatenate(units, unranked),
  };
}

/** The rank of a unit within one of its groups; 0 if it is not in it or has none. */
export function rankWithin({ starts, groups, ranks }: RanksWithin, unit: number, group: number): number {
  for (let at = starts[unit]!; at < starts[unit + 1]!; at++) if (groups[at] === group) return ranks[at]!;
  return 0;
}

interface Groups {
  readonly memberships: Memberships;
  readonly members: Members;
}

/** Ranks and quotas often ask for the same. */
function groupsOnDemand(order: RankOrder): (grouping: Grouping) => Groups {
  const known = new Map<Grouping, Groups>();
  return grouping => {
    const before = known.get(grouping);
    if (before !== undefined) return before;
    const memberships = membershipsOf(grouping);
    const groups = { memberships, members: membersOf(grouping.nGroups, memberships, order) };
    known.set(grouping, groups);
    return groups;
  };
}

function unitsInTieOrder(tieOrder: Int32Array, { eligible, totals }: Scores) {
  const nUnits = tieOrder.length;
  const inOrder = new Int32Array(nUnits);
  for (let unit = 0; unit < nUnits; unit++) inOrder[tieOrder[unit]!] = unit;
  const unranked: number[] = [];
  let nRanked = 0;
  for (let position = 0; position < nUnits; position++) {
    const unit = inOrder[position]!;
    if (eligible[unit] === 1 && totals.states[unit] === 0) inOrder[nRanked++] = unit;
    else unranked.push(unit);
  }
  return { ranked: inOrder.subarray(0, nRanked), unranked };
}

/** 0 where there is no total. */
function roundedTotals(plan: Plan, { totals }: Scores, round: RankingPlan['round']): Float64Array {
  const decimals = dustDecimals(plan);
  const rounded = new Float64Array(plan.nUnits);
  for (let unit = 0; unit < rounded.length; unit++) {
    if (totals.states[unit] === 0) rounded[unit] = roundedWithoutDust(totals.values[unit]!, decimals, round);
  }
  return rounded;
}

function concatenate(units: Int32Array, others: readonly number[]): Int32Array {
  const result = new Int32Array(units.length + others.length);
  result.set(units);
  result.set(others, units.length);
  return result;
}

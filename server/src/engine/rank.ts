/** Rank: from totals to rounded totals, ranks and tiers. Knows nothing of how the totals came about. */
import { type Grouping, membershipsOf } from './groups.ts';
import type { Plan } from './plan.ts';
import type { RankingPlan } from './rankingPlan.ts';
import { dustDecimals, roundingOf } from './round.ts';
import type { Scores } from './scores.ts';
import { type Ranked, tiersOf } from './tiers.ts';
import { inRankOrder, type RankOrder, standingsOf, writeRanks } from './ties.ts';

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
  const { round, ties, tieOrder, within, best } = plan.ranking;
  const rounded = roundedTotals(plan, scores, round);
  const numbers = round?.when === 'after-rank' ? roundedTotals(plan, scores, undefined) : rounded;
  const { ranked, unranked } = unitsInTieOrder(tieOrder, scores);
  const order = inRankOrder(ranked, numbers, best);
  const ranks = new Float64Array(plan.nUnits);
  writeRanks(order, ties, ranks);
  const standingsWithin = standingsOnDemand(order, ties);
  const ranksWithin = within.map(grouping => {
    const { memberships, standings } = standingsWithin(grouping);
    return { starts: memberships.starts, groups: memberships.groups, ranks: standings.ranks };
  });
  return {
    ...{ rounded, ranks, ranksWithin, eligible: scores.eligible },
    tiers: tiersOf(plan.tiers, { rounded, order, within: standingsWithin }, scores),
    order: unranked.length === 0 ? order.units : concatenate(order.units, unranked),
  };
}

/** The rank of a unit within one of its groups; 0 if it is not in it or has none. */
export function rankWithin({ starts, groups, ranks }: RanksWithin, unit: number, group: number): number {
  for (let at = starts[unit]!; at < starts[unit + 1]!; at++) if (groups[at] === group) return ranks[at]!;
  return 0;
}

/** Ranks and quotas often ask for the same. */
function standingsOnDemand(order: RankOrder, ties: RankingPlan['ties']): Ranked['within'] {
  const known = new Map<Grouping, ReturnType<Ranked['within']>>();
  return grouping => {
    const before = known.get(grouping);
    if (before !== undefined) return before;
    const memberships = membershipsOf(grouping);
    const found = { memberships, standings: standingsOf(order, memberships, ties) };
    known.set(grouping, found);
    return found;
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
  const rounded = new Float64Array(plan.nUnits);
  const roundOne = roundingOf(dustDecimals(plan), round);
  for (let unit = 0; unit < rounded.length; unit++) {
    if (totals.states[unit] === 0) rounded[unit] = roundOne(totals.values[unit]!);
  }
  return rounded;
}

function concatenate(units: Int32Array, others: readonly number[]): Int32Array {
  const result = new Int32Array(units.length + others.length);
  result.set(units);
  result.set(others, units.length);
  return result;
}

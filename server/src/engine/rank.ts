/** Rank: from totals to rounded totals, ranks and tiers. Knows nothing of how the totals came about. */
import { membersOf } from './groups.ts';
import type { Plan, Ranking, Scores } from './plan.ts';
import { dustDecimals, roundDecimal, withoutDust } from './round.ts';
import { tiersOf } from './tiers.ts';
import { inRankOrder, ranksOf } from './ties.ts';

/**
 * A unit has a rank if it has a total and is eligible. `rounded` is 0 where there is no total. Without `round` it is the
 * total without the dust of binary arithmetic, and ranks from unrounded totals are from that too.
 */
export function rank(plan: Plan, scores: Scores): Ranking {
  const { round, ties, tieOrder, within } = plan.ranking;
  const settled = settledTotals(plan, scores);
  const rounded = round === undefined ? settled : settled.map(total => roundDecimal(total, round.decimals, round.mode));
  const keys = round?.when === 'after-rank' ? settled : rounded;
  const { eligible } = scores;
  const inTieOrder = unitsInTieOrder(tieOrder);
  const isRanked = (unit: number) => eligible[unit] === 1 && scores.totals.states[unit] === 0;
  const ranked = inRankOrder(inTieOrder.filter(isRanked), keys);
  const unranked = inTieOrder.filter(unit => !isRanked(unit));
  return {
    rounded,
    ranks: ranksOf(ranked, keys, ties),
    ranksWithin: within.map(grouping => membersOf(grouping, ranked).map(members => ranksOf(members, keys, ties))),
    eligible,
    tiers: tiersOf(plan.tiers, { rounded, keys, order: ranked }, scores),
    order: concatenate(ranked, unranked),
  };
}

function unitsInTieOrder(tieOrder: Int32Array): Int32Array {
  const units = new Int32Array(tieOrder.length);
  for (let unit = 0; unit < units.length; unit++) units[tieOrder[unit]!] = unit;
  return units;
}

function settledTotals(plan: Plan, { totals }: Scores): Float64Array {
  const decimals = dustDecimals(plan);
  return totals.values.map((total, unit) => (totals.states[unit] === 0 ? withoutDust(total, decimals) : 0));
}

function concatenate(one: Int32Array, other: Int32Array): Int32Array {
  const result = new Int32Array(one.length + other.length);
  result.set(one);
  result.set(other, one.length);
  return result;
}

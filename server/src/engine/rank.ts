/** Rank: from totals to rounded totals, ranks and tiers. Knows nothing of how the totals came about. */
import { codes } from './column.ts';
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
  const eligible = eligibleUnits(plan, scores);
  const units = Int32Array.from({ length: plan.nUnits }, (_, unit) => unit);
  const isRanked = (unit: number) => eligible[unit] === 1 && scores.totals.states[unit] === 0;
  const ranked = inRankOrder(units.filter(isRanked), keys, tieOrder);
  const unranked = units.filter(unit => !isRanked(unit)).sort((one, other) => tieOrder[one]! - tieOrder[other]!);
  return {
    rounded,
    ranks: ranksOf(ranked, keys, ties),
    ranksWithin: within.map(({ nGroups, groupsOf }) =>
      Array.from({ length: nGroups }, (_, group) => {
        const members = ranked.filter(unit => groupsOf[unit]!.includes(group));
        return ranksOf(members, keys, ties);
      }),
    ),
    eligible,
    tiers: tiersOf(plan.tiers, { rounded, keys, order: ranked }, scores),
    order: concatenate(ranked, unranked),
  };
}

function settledTotals(plan: Plan, { totals }: Scores): Float64Array {
  const decimals = dustDecimals(plan);
  return totals.values.map((total, unit) => (totals.states[unit] === 0 ? withoutDust(total, decimals) : 0));
}

/** By the definition's condition and by the share of the leaves that have data; a total is not asked for. */
function eligibleUnits(plan: Plan, { raw }: Scores): Uint8Array {
  const { eligible, minShare } = plan.ranking;
  const result = eligible?.slice() ?? new Uint8Array(plan.nUnits).fill(1);
  if (minShare === undefined) return result;
  const leaves = leavesOfIndex(plan).map(leaf => raw[leaf]!.states);
  for (let unit = 0; unit < plan.nUnits; unit++) {
    const nPresent = leaves.filter(states => states[unit] === codes.present).length;
    const nApplicable = leaves.filter(states => states[unit] !== codes['not-applicable']).length;
    if (nPresent < minShare * nApplicable - 1e-9) result[unit] = 0;
  }
  return result;
}

/** The leaves under the index, not those of bonuses beside it. */
function leavesOfIndex(plan: Plan): number[] {
  const leavesUnder = (node: number): number[] => {
    const nodePlan = plan.nodes[node]!;
    return nodePlan.kind === 'leaf' ? [node] : nodePlan.children.flatMap(leavesUnder);
  };
  return leavesUnder(plan.nodes.length - 1);
}

function concatenate(one: Int32Array, other: Int32Array): Int32Array {
  const result = new Int32Array(one.length + other.length);
  result.set(one);
  result.set(other, one.length);
  return result;
}

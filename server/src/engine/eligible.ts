/** Which units may be ranked. Knows nothing of scores: a unit without a total may be eligible. */
import { type Column, codes } from './column.ts';
import type { Over } from './normalisation.ts';
import type { Plan } from './plan.ts';
import type { RankingPlan } from './rankingPlan.ts';

/**
 * 1 for each unit that the definition's condition admits and that has the share of the leaves' values that it asks for
 * (leaves that do not apply are not counted), and the share of values other than 0 among those it has; a unit without
 * any value has no such share. Where nodes are named the shares are asked for under each of them that applies to the
 * unit. Units that are named as included need no share. `leaves` by node.
 */
export function eligibleUnits(plan: Plan, leaves: readonly (Column | undefined)[]): Uint8Array {
  const { eligible, included, minShare, minNonZero, shareUnder } = plan.ranking;
  const result = eligible?.slice() ?? new Uint8Array(plan.nUnits).fill(1);
  if (minShare === undefined && minNonZero === undefined) return result;
  for (const node of shareUnder ?? [plan.nodes.length - 1]) {
    const columns = leavesUnder(plan, node).map(leaf => leaves[leaf]!);
    for (let unit = 0; unit < plan.nUnits; unit++) {
      const found = availability(columns, unit);
      const counts = shareUnder === undefined || found.nApplicable > 0;
      if (counts && included?.[unit] !== 1 && !isComplete(found, plan.ranking)) result[unit] = 0;
    }
  }
  return result;
}

/** Numbers of leaves of one unit. */
export interface Availability {
  readonly nApplicable: number;
  readonly nPresent: number;
  readonly nNonZero: number;
}

export function availability(columns: readonly Column[], unit: number): Availability {
  let nApplicable = 0;
  let nPresent = 0;
  let nNonZero = 0;
  for (const { values, states } of columns) {
    const state = states[unit];
    if (state !== codes['not-applicable']) nApplicable++;
    if (state !== codes.present) continue;
    nPresent++;
    if (values[unit] !== 0) nNonZero++;
  }
  return { nApplicable, nPresent, nNonZero };
}

/** Shares such as 0.9 of 10 are not exact in binary. */
const tolerance = 1e-9;

function isComplete({ nApplicable, nPresent, nNonZero }: Availability, { minShare, minNonZero }: RankingPlan): boolean {
  if (minShare !== undefined && nPresent < minShare * nApplicable - tolerance) return false;
  return minNonZero === undefined || (nPresent > 0 && nNonZero >= minNonZero * nPresent - tolerance);
}

/** 1 for each unit that counts; `undefined`: all. */
export function unitsOver(over: Over | undefined, eligible: Uint8Array): Uint8Array | undefined {
  return over === 'eligible' ? eligible : over;
}

/** Under the index: not those of bonuses beside it. */
function leavesUnder(plan: Plan, node: number): readonly number[] {
  const nodePlan = plan.nodes[node]!;
  return nodePlan.kind === 'leaf' ? [node] : nodePlan.children.flatMap(child => leavesUnder(plan, child));
}

/**
 * Which tier each unit falls in. Bounds hold for every unit with a total, ranked or not; quotas for ranked units only.
 * A veto comes last and never lifts: the worse of its tier and the unit's own stays. Knows tiers by their index only.
 */
import type { Grouping, Members } from './groups.ts';
import type { TiersPlan } from './rankingPlan.ts';
import { roundDecimal } from './round.ts';
import type { Scores } from './scores.ts';
import { endOfTie } from './ties.ts';

export interface Ranked {
  readonly rounded: Float64Array;
  /** What ranks are from; equal numbers are ties. */
  readonly keys: Float64Array;
  /** The ranked units, the best first. */
  readonly order: Int32Array;
  /** Those of each group, the best first. */
  readonly membersOf: (grouping: Grouping) => Members;
}

/** The index of the tier, or −1. */
export function tiersOf(plan: TiersPlan, ranked: Ranked, scores: Scores): Int16Array {
  const tiers = new Int16Array(ranked.rounded.length).fill(-1);
  if (plan.kind === 'bounds') fillByBounds(plan.tiers, ranked.rounded, scores, tiers);
  if (plan.kind === 'quotas') fillByQuotas(plan, ranked, tiers);
  for (let unit = 0; unit < tiers.length; unit++) tiers[unit] = Math.max(tiers[unit]!, scores.vetoedTier[unit]!);
  return tiers;
}

type Bounds = Extract<TiersPlan, { kind: 'bounds' }>['tiers'];
type Quotas = Extract<TiersPlan, { kind: 'quotas' }>;

function fillByBounds(bounds: Bounds, rounded: Float64Array, { totals }: Scores, tiers: Int16Array): void {
  for (let unit = 0; unit < tiers.length; unit++) {
    if (totals.states[unit] !== 0) continue;
    const total = rounded[unit]!;
    tiers[unit] = bounds.findIndex(
      ({ atLeast, above }) => (atLeast === undefined || total >= atLeast) && (above === undefined || total > above),
    );
  }
}

function fillByQuotas({ tiers: quotas, within }: Quotas, ranked: Ranked, tiers: Int16Array): void {
  const { keys, order } = ranked;
  if (within === undefined) {
    fillGroup(quotas, { keys, order, start: 0, end: order.length }, tiers);
    return;
  }
  const { starts, ends, units } = ranked.membersOf(within);
  for (let group = 0; group < within.nGroups; group++) {
    fillGroup(quotas, { keys, order: units, start: starts[group]!, end: ends[group]! }, tiers);
  }
}

interface RankedPart {
  readonly keys: Float64Array;
  readonly order: Int32Array;
  readonly start: number;
  readonly end: number;
}

/**
 * The borders are the sums of the quotas; a tie across a border is whole in the better tier and moves no later border.
 * A tier without a quota takes the rest. A unit of several groups has the best of its tiers.
 */
function fillGroup(quotas: Quotas['tiers'], { keys, order, start, end }: RankedPart, tiers: Int16Array): void {
  let border = start;
  let position = start;
  quotas.forEach((quota, tier) => {
    border = Math.min(end, border + placesOf(quota, end - start));
    if (position >= border) return;
    const last = endOfTie(order, keys, border - 1, end);
    for (; position < last; position++) {
      const unit = order[position]!;
      tiers[unit] = tiers[unit] === -1 ? tier : Math.min(tiers[unit]!, tier);
    }
  });
}

function placesOf({ top, topShare }: Quotas['tiers'][number], nRanked: number): number {
  if (top !== undefined) return top;
  return topShare === undefined ? nRanked : roundDecimal((nRanked * topShare) / 100, 0);
}

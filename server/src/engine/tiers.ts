/**
 * Which tier each unit falls in. Bounds hold for every unit with a total, ranked or not; quotas for ranked units only.
 * A veto comes last and never lifts: the worse of its tier and the unit's own stays. Knows tiers by their index only.
 */
import type { Grouping, Members } from './groups.ts';
import type { TiersPlan } from './rankingPlan.ts';
import { roundDecimal } from './round.ts';
import type { Scores } from './scores.ts';
import { endOfTie, type RankList } from './ties.ts';

export interface Ranked {
  readonly rounded: Float64Array;
  /** The ranked units, the best first. */
  readonly all: RankList;
  /** Those of each group. */
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
  if (within === undefined) {
    fillGroup(quotas, ranked.all, tiers);
    return;
  }
  const members = ranked.membersOf(within);
  for (let group = 0; group < within.nGroups; group++) {
    fillGroup(quotas, { ...members, start: members.starts[group]!, end: members.ends[group]! }, tiers);
  }
}

/**
 * The borders are the sums of the quotas; a tie across a border is whole in the better tier and moves no later border.
 * A tier without a quota takes the rest. A unit of several groups has the best of its tiers.
 */
function fillGroup(quotas: Quotas['tiers'], list: RankList, tiers: Int16Array): void {
  const { units, start, end } = list;
  let border = start;
  let place = start;
  quotas.forEach((quota, tier) => {
    border = Math.min(end, border + placesOf(quota, end - start));
    if (place >= border) return;
    const last = endOfTie(list, border - 1);
    for (; place < last; place++) {
      const unit = units[place]!;
      tiers[unit] = tiers[unit] === -1 ? tier : Math.min(tiers[unit]!, tier);
    }
  });
}

/** How many of the ranked units a quota has place for. */
export function placesOf({ top, topShare }: Quotas['tiers'][number], nRanked: number): number {
  if (top !== undefined) return top;
  return topShare === undefined ? nRanked : roundDecimal((nRanked * topShare) / 100, 0);
}

/**
 * Which tier each unit falls in. Bounds hold for every unit with a total, ranked or not; quotas for ranked units only.
 * A veto comes last and never lifts: the worse of its tier and the unit's own stays. Knows tiers by their index only.
 */
import { isWithin } from './bounds.ts';
import type { Grouping, Memberships } from './groups.ts';
import type { TiersPlan } from './rankingPlan.ts';
import { roundDecimal } from './round.ts';
import type { Scores } from './scores.ts';
import { endOfTie, type RankOrder, type Standings } from './ties.ts';

export interface Ranked {
  readonly rounded: Float64Array;
  readonly order: RankOrder;
  readonly within: (grouping: Grouping) => { readonly memberships: Memberships; readonly standings: Standings };
}

/** The index of the tier, or −1. */
export function tiersOf(plan: TiersPlan, ranked: Ranked, scores: Scores): Int16Array {
  const tiers = new Int16Array(ranked.rounded.length).fill(-1);
  if (plan.kind === 'bounds') fillByBounds(plan.tiers, ranked.rounded, scores, tiers);
  if (plan.kind === 'quotas' && plan.within === undefined) fillByQuotas(plan.tiers, ranked.order, tiers);
  if (plan.kind === 'quotas' && plan.within !== undefined) fillWithin(plan.tiers, ranked.within(plan.within), tiers);
  const { vetoedTier } = scores;
  vetoedTier?.forEach((tier, unit) => {
    if (tier > tiers[unit]!) tiers[unit] = tier;
  });
  return tiers;
}

type Bounds = Extract<TiersPlan, { kind: 'bounds' }>['tiers'];
type Quotas = Extract<TiersPlan, { kind: 'quotas' }>['tiers'];

function fillByBounds(bounds: Bounds, rounded: Float64Array, { totals }: Scores, tiers: Int16Array): void {
  for (let unit = 0; unit < tiers.length; unit++) {
    if (totals.states[unit] !== 0) continue;
    tiers[unit] = bounds.findIndex(each => isWithin(each, rounded[unit]!));
  }
}

/**
 * The borders are the sums of the quotas; a tie across a border is whole in the better tier and moves no later border.
 * A tier without a quota takes the rest.
 */
function fillByQuotas(quotas: Quotas, { units, keys }: RankOrder, tiers: Int16Array): void {
  const borders = bordersOf(quotas, units.length);
  for (let start = 0; start < units.length; ) {
    const end = endOfTie(keys, start);
    const tier = tierBefore(start, borders);
    for (let place = start; place < end; place++) tiers[units[place]!] = tier;
    start = end;
  }
}

/** A unit of several groups has the best of its tiers. */
function fillWithin(quotas: Quotas, { memberships, standings }: ReturnType<Ranked['within']>, tiers: Int16Array): void {
  const { starts, groups } = memberships;
  const { before, nRanked } = standings;
  const borders: (readonly number[])[] = [];
  for (let group = 0; group < nRanked.length; group++) {
    const isAsBefore = group > 0 && nRanked[group] === nRanked[group - 1];
    borders.push(isAsBefore ? borders[group - 1]! : bordersOf(quotas, nRanked[group]!));
  }
  for (let unit = 0; unit < tiers.length; unit++) {
    for (let at = starts[unit]!; at < starts[unit + 1]!; at++) {
      if (before[at]! < 0) continue;
      const tier = tierBefore(before[at]!, borders[groups[at]!]!);
      if (tier >= 0 && (tiers[unit] === -1 || tier < tiers[unit]!)) tiers[unit] = tier;
    }
  }
}

/** How many of the ranked units are before the end of each tier. */
function bordersOf(quotas: Quotas, nRanked: number): readonly number[] {
  const borders: number[] = [];
  let border = 0;
  for (const quota of quotas) {
    border = Math.min(nRanked, border + placesOf(quota, nRanked));
    borders.push(border);
  }
  return borders;
}

/** Of units with so many before them. */
function tierBefore(nBefore: number, borders: readonly number[]): number {
  for (let tier = 0; tier < borders.length; tier++) if (nBefore < borders[tier]!) return tier;
  return -1;
}

/** How many of the ranked units a quota has place for. */
export function placesOf({ top, topShare }: Quotas[number], nRanked: number): number {
  if (top !== undefined) return top;
  return topShare === undefined ? nRanked : roundDecimal((nRanked * topShare) / 100, 0);
}

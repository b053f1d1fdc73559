/** Ranks among some of the units, by the tie rule of the whole. Knows nothing of what the units have in common. */
import { rank } from '../engine/score.ts';
import type { Scoring } from './score.ts';

export interface RanksAmong {
  /** By unit; 0 where a unit is not ranked or not among them. */
  readonly ranks: Float64Array;
  /** Those that are ranked, best first, ties in tie order. */
  readonly order: readonly number[];
}

export function ranksAmong({ compiled: { plan }, scores, ranking }: Scoring, units: readonly number[]): RanksAmong {
  const eligible = new Uint8Array(plan.nUnits);
  for (const unit of units) eligible[unit] = ranking.eligible[unit]!;
  const planAmong = { ...plan, ranking: { ...plan.ranking, within: [] }, tiers: { kind: 'none' } } as const;
  const among = rank(planAmong, { ...scores, eligible });
  return { ranks: among.ranks, order: [...among.order].filter(unit => among.ranks[unit]! > 0) };
}

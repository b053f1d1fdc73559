/** What changed for a unit against the baseline. Pure. */
import type { Baseline, RankingHead, UnitView } from '../../../../server/src/protocol/preview.ts';

export interface Change {
  /** Whether the unit is in the baseline at all. */
  readonly isNew: boolean;
  /** Places gained; negative: lost; null: without a rank now or before. */
  readonly places: number | null;
  /** How much higher the score is, as published (difference of the rounded scores); null: without a score now or before. */
  readonly score: number | null;
  /** Index of the tier before, where it is another one now. */
  readonly tierBefore: number | null;
  /** Whether anything differs, also a rank or score that came or went. */
  readonly isChanged: boolean;
}

/** Whether a score that changed so much is better now. */
export function isGain(change: number, { best }: Pick<RankingHead, 'best'>): boolean {
  return best === 'lowest' ? change < 0 : change > 0;
}

/** null: there is nothing to compare with. */
export function changeOf(unit: UnitView, baseline: Baseline): Change | null {
  if (baseline === 'none' || baseline === 'not-scored') return null;
  const { before } = unit;
  if (before === null) return { isNew: true, places: null, score: null, tierBefore: null, isChanged: true };
  return {
    isNew: false,
    places: before.rank === null || unit.rank === null ? null : before.rank - unit.rank,
    score: before.score === null || unit.score === null ? null : unit.score - before.score,
    tierBefore: before.tier === unit.tier ? null : before.tier,
    isChanged: before.rank !== unit.rank || before.score !== unit.score || before.tier !== unit.tier,
  };
}

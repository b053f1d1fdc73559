/** Where each unit stands in a scoring: what comparisons of scorings are made of. */
import type { LocalText } from '../../base/locale.ts';
import { nameText } from '../names.ts';
import { type Scoring, standingOf } from '../score.ts';

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly score: number | undefined;
  readonly unrounded: number | undefined;
  readonly rank: number | undefined;
  readonly tier: LocalText | undefined;
}

/** By unit id, in the order of ranks, units without one last. */
export function placesIn(scoring: Scoring): ReadonlyMap<string, Place> {
  const { system, ranking } = scoring;
  return new Map(
    [...ranking.order].map(index => {
      const { unit, score, unrounded, rank, tier } = standingOf(scoring, index);
      const { id, name, groups } = unit;
      const tierText = tier === undefined ? undefined : nameText(system.tiers[tier]?.name?.value, `#${tier + 1}`);
      return [id, { id, name, groups, score, unrounded, rank, tier: tierText }];
    }),
  );
}

/** The plan of a ranking: rounding, ties, who is ranked, and tiers. Knows nothing of how the totals come about. */
import type { Best } from './better.ts';
import type { Bounds } from './bounds.ts';
import type { Grouping } from './groups.ts';

export interface RankingPlan {
  /** `undefined`: the highest. */
  readonly best?: Best;
  /** Decimal rounding of the total; `undefined`: not rounded. Ranks are from the rounded or the unrounded total. */
  readonly round?: {
    readonly decimals: number;
    readonly mode: 'half-up' | 'half-even' | 'down';
    readonly when: 'before-rank' | 'after-rank';
  };
  readonly ties: 'dense' | 'competition' | 'modified' | 'ordinal' | 'fractional';
  /** Position of each unit in the display order inside a tie: a permutation of 0…n−1. */
  readonly tieOrder: Int32Array;
  /** Group systems to rank within: for each, the groups of each unit (a unit may be in several or none). */
  readonly within: readonly Grouping[];
  /** Least share of the leaves, 0–1, by number, that a ranked unit must have; not-applicable leaves are not counted. */
  readonly minShare?: number;
  /** Least share of values other than 0 among the values that a ranked unit has, 0–1. */
  readonly minNonZero?: number;
  /** Nodes under each of which the two shares are asked for; `undefined`: under the index. */
  readonly shareUnder?: readonly number[];
  /** 1 where a unit may be ranked by the definition's own condition; `undefined`: all. */
  readonly eligible?: Uint8Array;
  /** 1 where a unit may be ranked whatever shares it has; `undefined`: none. */
  readonly included?: Uint8Array;
}

/** From the best. Bounds are tested on the rounded total; the last tier may be without a bound (the rest). */
export type TiersPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'bounds'; readonly tiers: readonly Bounds[] }
  /** The best `top` ranked units, then the next…; `topShare` in percent of the ranked units, rounded half-up; a tie at the border stays whole in the better tier. */
  | {
      readonly kind: 'quotas';
      readonly tiers: readonly { readonly top?: number; readonly topShare?: number }[];
      readonly within?: Grouping;
    };

/**
 * The plan of a scoring: what is to be computed, in numbers and indices only. A definition is compiled to a plan by
 * `scoring`; the stages are fit (what must be learned from the data) → params (frozen, plain JSON) → map (each unit by
 * itself, from cell to index) → rank (rounding, ties, tiers). Knows nothing of YAML, files, names or the model.
 */
import type { AggregatePlan } from './aggregatePlan.ts';
import type { Bounds } from './bounds.ts';
import type { Column } from './column.ts';
import type { LeafPlan, LeafStep } from './leafPlan.ts';
import type { Range } from './normalisation.ts';
import type { RankingPlan, TiersPlan } from './rankingPlan.ts';

export interface Plan {
  readonly nUnits: number;
  /** Of every score, usually [0, 100]. */
  readonly scale: Range;
  /** Leaves and aggregates, children before parents; the last is the index itself. Nodes outside the index (bonus in the tree) stand among them. */
  readonly nodes: readonly NodePlan[];
  /** The order of the steps; `undefined`: `usualSteps` in `prepareLeaves.ts`. */
  readonly steps?: readonly LeafStep[];
  /** Which weight set each unit uses; `undefined`: all use set 0. */
  readonly weightSetOf?: Uint16Array;
  /** What the index's score is multiplied by before the adjustments (`points`: total points / 100), usually 1. */
  readonly indexFactor: number;
  readonly adjustments: readonly Adjustment[];
  readonly ranking: RankingPlan;
  readonly tiers: TiersPlan;
}

export type NodePlan = LeafPlan | AggregatePlan;

/** In the order written, after aggregation; each acts on the running total. Column numbers are indices in `Input.columns`. */
export type Adjustment =
  /** Adds score/100 × cap of a node that stands outside its siblings' sum (bonus in the tree). */
  | { readonly kind: 'node-bonus'; readonly node: number; readonly cap: number; readonly when?: Bounds }
  /** Adds points × column, at most cap. `when` tests the running total, rounded as `ranking.round` says. */
  | {
      readonly kind: 'bonus';
      readonly column: number;
      readonly points: number;
      readonly cap?: number;
      readonly when?: Bounds;
    }
  /** Takes points × column; with `of`, from what that node contributes to the index, never below `floor`. */
  | {
      readonly kind: 'deduction';
      readonly column: number;
      readonly points: number;
      readonly of?: number;
      readonly floor?: number;
    }
  /** Where the column is 1: the total becomes `score` if it is given and the total is better, and the tier becomes `tier`. */
  | { readonly kind: 'veto'; readonly column: number; readonly score?: number; readonly tier?: number };

export interface Input {
  readonly columns: readonly Column[];
}

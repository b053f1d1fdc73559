/**
 * The plan of an aggregate: how the scores of its children become its own. Knows children by their index and nothing of
 * how they came by their scores.
 */
import type { Grouping } from './groups.ts';
import type { Normalisation, Over } from './normalisation.ts';

export interface AggregatePlan {
  readonly kind: 'aggregate';
  /** Indices of the children in `Plan.nodes`, all before this node. */
  readonly children: readonly number[];
  /** Weights of the children, one set for each value of `Plan.weightSetOf` (usually one set); any positive scale. */
  readonly weightSets: readonly (readonly number[])[];
  /** Computed weights: what is learned takes the place of `weightSets`. */
  readonly weighting?: WeightingPlan;
  readonly aggregate: Aggregation;
  /** The exponent of `power`; 0 is geometric. */
  readonly power?: number;
  readonly missing: MissingPolicy;
  /** `undefined`: `rescale`. */
  readonly notApplicable?: NotApplicablePolicy;
  /** Share of weight, 0–1, that must be present; `undefined`: any. */
  readonly minShare?: number;
  readonly minCount?: number;
  readonly impute?: AggregateImputation;
  /** Re-scales the node's own scores, those filled among them, before they go up. */
  readonly standardise?: Standardisation;
}

export type Aggregation =
  | 'arithmetic'
  | 'geometric'
  | 'harmonic'
  | 'power'
  | 'min'
  | 'max'
  | 'median'
  | 'sum'
  | 'product'
  | 'copeland';

/** How a missing value of a leaf or a child is taken. */
export type MissingPolicy = 'exclude' | 'zero' | 'fail';

/** How the weight of a child that does not apply to a unit is taken. */
export type NotApplicablePolicy =
  | 'rescale' // it goes to its siblings
  | 'full' // the child counts with the end of the scale
  | 'spread'; // the node counts less among its own siblings by it, so that it goes to the whole level

export interface WeightingPlan {
  readonly weighting: Weighting;
  /** Combined with those of another method, or with the node's `weightSets`. */
  readonly combine?: {
    readonly how: WeightCombination;
    readonly with: Weighting | 'weight-sets';
    /** Whose scores the other method learns from; `undefined`: the same. */
    readonly over?: Over | 'all';
  };
  /** Whose scores are learned from. */
  readonly over?: Over;
}

/** How the weights of an aggregate's children are computed. Formulas and edges: the method's file in `weight/`. */
export type Weighting =
  | { readonly method: 'equal' }
  /** How much more important child i is than child j, `null`: not judged. Reciprocal, 1 on the diagonal. */
  | { readonly method: 'ahp'; readonly judgements: readonly (readonly (number | null)[])[] }
  | { readonly method: 'entropy'; readonly shift: number }
  | { readonly method: 'critic' }
  | { readonly method: 'variation' }
  | { readonly method: 'independence' }
  | { readonly method: 'pca'; readonly signed: boolean }
  /** Shares of correlation with the parent, one a child, any positive scale. */
  | { readonly method: 'optimised'; readonly targets: readonly number[] };

/** `linear`: the share, 0–1, of the computed weights. */
export type WeightCombination = 'product' | { readonly linear: number };

/** Fills the scores that an aggregate lacks, all but those that do not apply. */
export interface AggregateImputation {
  readonly method: 'mean' | 'median';
  /** Within each group; a unit in none or in several is not filled. `undefined`: all units together. */
  readonly by?: Grouping;
  /** Whose scores are learned from. */
  readonly over?: Over;
}

/** A normalisation of the scores, more is better; or the share of a normal distribution below each. */
export type Standardisation = Exclude<Normalisation, { method: 'none' }> | { readonly method: 'normal-cdf' };

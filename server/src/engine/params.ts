/**
 * What was learned from the data, by node index, plain JSON: the audit record of a scoring, enough to score other units
 * without the data that it was learned from. How it is learned: `fit.ts`.
 */
import type { Transformation } from './leafPlan.ts';
import type { FrozenParams, Range } from './normalisation.ts';

export interface Params {
  readonly leaves: Readonly<Record<number, LeafParams>>;
  /** Aggregates that learn nothing are not in it. */
  readonly aggregates: Readonly<Record<number, AggregateParams>>;
  /** Only where leaves are imputed or treated. */
  readonly preparation?: Preparation;
}

/**
 * Over the present values after categories, steps and checklist, of the units that count. `sd` has divisor n−1. What the
 * method does not need is not there; what the definition gives stands in place of what was learned.
 */
export interface LeafParams extends FrozenParams {
  readonly n: number;
}

/** What the steps before normalise learned, by node index of the leaf: only for leaves and steps that learn. */
export interface Preparation {
  readonly impute: Readonly<Record<number, ImputeParams>>;
  readonly treat: Readonly<Record<number, TreatParams>>;
}

export interface ImputeParams {
  /** Mean, median: what stands in, for each group (without groups: one); `null`: the group has no values. */
  readonly centres?: readonly (number | null)[];
  /** How many values stand behind each. */
  readonly counts?: readonly number[];
  /** Of a unit's other values on min–max: lowest and highest value of each leaf, by node index. */
  readonly ranges?: Readonly<Record<number, Range>>;
  /** `em`: the multivariate normal distribution of the leaves (node indices); covariance of divisor n. */
  readonly normal?: {
    readonly leaves: readonly number[];
    readonly mean: readonly number[];
    readonly covariance: readonly (readonly number[])[];
    readonly nIterations: number;
  };
}

/** Skew and kurtosis before and after each step (`null`: not defined), limits and constants. */
export interface TreatParams {
  readonly n: number;
  readonly before: Shape;
  /** Winsorising would have made all values equal: the column is left as it is. */
  readonly wouldBeConstant?: true;
  /**
   * The lowest and highest value afterwards, and how many of those learned from were moved to them. Where some were, any
   * value beyond moves; the side on which none was bounds nothing.
   */
  readonly winsorised?: Shape & {
    readonly low: number;
    readonly high: number;
    readonly nLow: number;
    readonly nHigh: number;
  };
  readonly transformed?: Shape & {
    readonly method: Transformation;
    readonly min: number;
    readonly max: number;
    readonly mirrored: boolean;
    readonly lambda?: number;
  };
}

export interface Shape {
  readonly skew: number | null;
  readonly kurtosis: number | null;
  readonly passes: boolean;
}

export interface AggregateParams {
  /** Computed weights. */
  readonly weights?: WeightParams;
  /** Copeland: the children's scores of each unit that has a score, `null` where a child takes no part; sorted. */
  readonly compared?: readonly (readonly (number | null)[])[];
  /** What a missing score of each group becomes (without groups: of all units); `null`: nothing to learn from. */
  readonly imputed?: readonly (number | null)[];
  /** Of the node's own scores before they are standardised. */
  readonly standardised?: LeafParams;
}

/** The weights that a method gave, and what came of them. */
export interface WeightParams {
  /** Of the children in their order, 0–1, summing to 1; one set for each of the plan; `undefined`: there are none. */
  readonly shares?: readonly (readonly number[])[];
  /** Of each of the two methods that were combined. */
  readonly parts?: readonly (readonly number[])[];
  /** What came out beside the weights: `n` units, `lambda`, `eigenvalue`… */
  readonly figures?: Readonly<Record<string, number>>;
  /** Why there are none, and the position of the child at fault. */
  readonly reason?: string;
  readonly child?: number;
}

/** Where learning begins: nothing is known yet. */
export const noParams: Params = { leaves: {}, aggregates: {} };

export const noPreparation: Preparation = { impute: {}, treat: {} };

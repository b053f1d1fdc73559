/**
 * The plan of a scoring: what is to be computed, in numbers and indices only. A definition is compiled to a plan by
 * `scoring`; the stages are fit (what must be learned from the data) → params (frozen, plain JSON) → map (each unit by
 * itself, from cell to index) → rank (rounding, ties, tiers). Knows nothing of YAML, files, names or the model.
 *
 * Columns hold one value a unit. A cell is a number, or it is not and its state says why.
 */

/** Why there is no number. The index in this list is the code in `Column.states` and `Scores.states`; 0 is a number. */
export const reasons = [
  'present',
  'missing', // the cell is empty or marked as missing
  'not-applicable', // the indicator does not apply to the unit
  'invalid', // the cell holds something that is not a number, or a grade that is not listed
  'constant', // all values are equal: the method is undefined
  'too-few-values', // fewer values than the method needs
  'non-positive', // a logarithm or a geometric mean of a value ≤ 0
  'outside-scale', // method `none`: the value is not on the scale
  'child-missing', // a child is missing and the policy is `fail`
  'too-little-weight', // less weight than `minShare` is present
  'too-few-children', // fewer children than `minCount` are present
  'no-children', // no child is present
  'overflow', // the arithmetic left the range of numbers
  'no-reference', // the unit that the others are compared with has no value
  'target-side', // the target is not on the better side of all values
  'no-weights', // the children’s weights could not be computed
  'denominator-missing', // the value is there, its denominator is not
  'denominator-zero', // the denominator is 0
] as const;

export type Reason = (typeof reasons)[number];

export interface Column {
  /** One value a unit; meaningless where the state is not 0. */
  readonly values: Float64Array;
  /** One code a unit: an index in `reasons`. */
  readonly states: Uint8Array;
}

/** Where a leaf's value comes from; column numbers are indices in `Input.columns`. */
export type ValueSource =
  | { readonly kind: 'column'; readonly column: number }
  /** The column holds category numbers 0, 1, …; `values[category]` is the value. */
  | { readonly kind: 'categories'; readonly column: number; readonly values: readonly number[] }
  /** The first step whose `atLeast` is ≤ the cell; a step without a bound takes the rest. No step: state `invalid`. */
  | { readonly kind: 'steps'; readonly column: number; readonly steps: readonly Step[] }
  /** Sum of the points of the columns that are 1; a column that is missing makes the leaf missing. */
  | { readonly kind: 'checklist'; readonly columns: readonly number[]; readonly points: readonly number[] };

export interface Step {
  readonly atLeast?: number;
  readonly value: number;
}

export type Direction = 'positive' | 'negative';

/** Ties in ascending order of values: the lowest, the mean or the highest of the ranks that they cover. */
export type RankTies = 'lowest' | 'average' | 'highest';

/** `range` is the output range [a, b]. Formulas and edges: the method's file in `normalise/`. */
export type Normalisation =
  | { readonly method: 'none' }
  | ({ readonly method: 'min-max'; readonly range: Range; readonly truncate?: boolean } & Learning)
  | ({ readonly method: 'goalposts'; readonly truncate: boolean } & Goalposts)
  | ({ readonly method: 'log-goalposts'; readonly truncate: boolean } & Goalposts)
  | ({ readonly method: 'scaled' } & Goalposts)
  | ({
      readonly method: 'z-score';
      readonly mean: number;
      readonly sd: number;
      /** Of the units, with divisor n − 1 (`sample`, also where nothing is said) or n. */
      readonly deviation?: Deviation;
      /** Scores beyond `range` are cut off. */
      readonly truncate?: boolean;
      readonly range?: Range;
    } & Learning)
  | ({ readonly method: 'rank'; readonly ties: RankTies } & Learning)
  | ({ readonly method: 'borda'; readonly ties: RankTies } & Learning)
  | ({ readonly method: 'percentile-rank'; readonly ties: RankTies; readonly range: Range } & Learning)
  | ({ readonly method: 'fraction-of-max'; readonly range: Range } & Learning)
  | ({ readonly method: 'distance-to-max'; readonly range: Range } & Learning)
  /** `unit`: position of the unit that the others are compared with. `cap`: the most that counts, 1 is the reference. */
  | ({
      readonly method: 'distance-to-reference';
      readonly unit: number;
      readonly cap?: number;
      readonly range: Range;
    } & Learning)
  | ({
      readonly method: 'distance-to-target';
      readonly target: number;
      readonly cap?: number;
      readonly range: Range;
    } & Learning);

export interface Goalposts {
  readonly range: Range;
  readonly lower: number;
  readonly upper: number;
}

export type Deviation = 'sample' | 'population';

/** How a method comes to its numbers: from all units, from some, or they are given (all or some of them). */
export interface Learning {
  readonly over?: Over;
  readonly frozen?: FrozenParams;
}

/** The units that may be ranked, or those with a 1. */
export type Over = 'eligible' | Uint8Array;

export type Range = readonly [lower: number, upper: number];

/** How a missing value of a leaf or a child is taken. */
export type MissingPolicy = 'exclude' | 'zero' | 'fail';

/** Values per `factor` of a denominator: x / (d / factor). `column` is an index in `Input.columns`, `factor` > 0. */
export interface Denominator {
  readonly column: number;
  readonly factor: number;
}

/** What stands in for the values that are missing. Formulas and edges: the method's file in `impute/`. */
export type Imputation =
  /** Of the column, or of the unit's group; a unit in no group or in several is left. */
  | {
      readonly method: 'mean' | 'median';
      readonly from: 'units';
      readonly by?: Grouping;
      /** Whose values are learned from. */
      readonly over?: Over;
    }
  /** Of the unit's other values, each as it lies between the lowest and the highest of its leaf, or as they are. */
  | {
      readonly method: 'mean' | 'median';
      readonly from: 'leaves';
      /** Node indices; the leaf itself may be among them. */
      readonly leaves: readonly number[];
      readonly on: 'min-max' | 'values';
    }
  | { readonly method: 'constant'; readonly value: number }
  /** From the leaf's values in other periods. */
  | { readonly method: 'latest' | 'linear' | 'carry'; readonly series: LeafSeries; readonly maxAge?: number }
  /** The leaf itself is among the leaves (node indices). */
  | { readonly method: 'em'; readonly leaves: readonly number[] };

/** A leaf's values in other periods; sources and denominators as the leaf's own. */
export interface LeafSeries {
  /** That of the leaf's own value. */
  readonly period: number;
  readonly others: readonly {
    readonly period: number;
    readonly source: ValueSource;
    readonly denominator?: Denominator;
  }[];
}

export type Transformation = 'log' | 'log-shift' | 'log-gii' | 'box-cox';

/** What is done to outliers where the column's skew and kurtosis are too large. Formulas: `treat/`. */
export interface Treatment {
  /** A column passes if |skew| < skew or kurtosis < kurtosis. */
  readonly skew: number;
  readonly kurtosis: number;
  /** `max`: fewer than so many points are moved before the next step; `undefined`: no limit. `force`: also when it passes meanwhile. */
  readonly winsorise?: { readonly max?: number; readonly force: boolean };
  /** If it still does not pass. `mirrored`: a column of negative skew is mirrored first (`log`). */
  readonly transform?: { readonly method: Transformation; readonly mirrored: boolean; readonly lambda?: number };
  /** Whether `transform` takes the winsorised values; else the original ones. */
  readonly combine: boolean;
  /** Whose values are learned from. */
  readonly over?: Over;
}

/** The steps from a cell to the score; a leaf without the step goes past it. `screen` decides who is eligible. */
export type LeafStep = 'denominate' | 'impute' | 'screen' | 'treat' | 'normalise';

export interface LeafPlan {
  readonly kind: 'leaf';
  readonly source: ValueSource;
  readonly denominator?: Denominator;
  readonly impute?: Imputation;
  readonly treat?: Treatment;
  readonly direction: Direction;
  readonly normalise: Normalisation;
  /** The leaf's own word on a missing value: a score that stands in, or fail; `undefined`: as the parent says. */
  readonly missing?: { readonly score: number } | 'exclude' | 'fail';
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

/** How the weight of a child that does not apply to a unit is taken. */
export type NotApplicablePolicy =
  | 'rescale' // it goes to its siblings
  | 'full' // the child counts with the end of the scale
  | 'spread'; // the node counts less among its own siblings by it, so that it goes to the whole level

/** A normalisation of the scores, more is better; or the share of a normal distribution below each. */
export type Standardisation = Exclude<Normalisation, { method: 'none' }> | { readonly method: 'normal-cdf' };

/** Fills the scores that an aggregate lacks, all but those that do not apply. */
export interface AggregateImputation {
  readonly method: 'mean' | 'median';
  /** Within each group; a unit in none or in several is not filled. `undefined`: all units together. */
  readonly by?: Grouping;
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

export interface WeightingPlan {
  readonly weighting: Weighting;
  /** Combined with those of another method, or with the node's `weightSets`. */
  readonly combine?: { readonly how: WeightCombination; readonly with: Weighting | 'weight-sets' };
  /** Whose scores are learned from. */
  readonly over?: Over;
}

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

export type NodePlan = LeafPlan | AggregatePlan;

/** A condition on the index (`when: {score: {above: 80}}`). */
export interface ScoreCondition {
  readonly above?: number;
  readonly atLeast?: number;
}

/** In the order written, after aggregation; each acts on the running total. Column numbers as above, NaN-free by state. */
export type Adjustment =
  /** Adds score/100 × cap of a node that stands outside its siblings' sum (bonus in the tree). */
  | { readonly kind: 'node-bonus'; readonly node: number; readonly cap: number; readonly when?: ScoreCondition }
  /** Adds points × column, at most cap. `when` tests the running total, rounded as `ranking.round` says. */
  | {
      readonly kind: 'bonus';
      readonly column: number;
      readonly points: number;
      readonly cap?: number;
      readonly when?: ScoreCondition;
    }
  /** Takes points × column; with `of`, from what that node contributes to the index, never below `floor`. */
  | {
      readonly kind: 'deduction';
      readonly column: number;
      readonly points: number;
      readonly of?: number;
      readonly floor?: number;
    }
  /** Where the column is 1: the total becomes `score` if it is given and the total is higher, and the tier becomes `tier`. */
  | { readonly kind: 'veto'; readonly column: number; readonly score?: number; readonly tier?: number };

export interface RankingPlan {
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
}

export interface Grouping {
  readonly nGroups: number;
  /** For each unit the indices of its groups. */
  readonly groupsOf: readonly (readonly number[])[];
}

/** From the best. Bounds are tested on the rounded total; the last tier may be without a bound (the rest). */
export type TiersPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'bounds'; readonly tiers: readonly { readonly atLeast?: number; readonly above?: number }[] }
  /** The best `top` ranked units, then the next…; `topShare` in percent of the ranked units, rounded half-up; a tie at the border stays whole in the better tier. */
  | {
      readonly kind: 'quotas';
      readonly tiers: readonly { readonly top?: number; readonly topShare?: number }[];
      readonly within?: Grouping;
    };

export interface Plan {
  readonly nUnits: number;
  /** Of every score, usually [0, 100]. */
  readonly scale: Range;
  /** Leaves and aggregates, children before parents; the last is the index itself. Nodes outside the index (bonus in the tree) stand among them. */
  readonly nodes: readonly NodePlan[];
  /** The order of the steps; `undefined`: the usual one (`steps.ts`). */
  readonly steps?: readonly LeafStep[];
  /** Which weight set each unit uses; `undefined`: all use set 0. */
  readonly weightSetOf?: Uint16Array;
  /** What the index's score is multiplied by before the adjustments (`points`: total points / 100), usually 1. */
  readonly indexFactor: number;
  readonly adjustments: readonly Adjustment[];
  readonly ranking: RankingPlan;
  readonly tiers: TiersPlan;
}

export interface Input {
  readonly columns: readonly Column[];
}

/** What was learned from the data, by node index, plain JSON: the audit record of a scoring. */
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

export interface FrozenParams {
  readonly min?: number;
  readonly max?: number;
  readonly mean?: number;
  readonly sd?: number;
  /** All values in ascending order, for ranks. */
  readonly sorted?: readonly number[];
  /** The value of the unit that the others are compared with. */
  readonly reference?: number;
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
  /** Values below `low` become `low`, above `high` `high`: so many of those learned from. */
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

export interface Scores {
  /** Raw values of the leaves after categories, steps, checklist; by node index (aggregates: `undefined`). */
  readonly raw: readonly (Column | undefined)[];
  /** In the order of the plan, the leaves' values after each step that any leaf has; `undefined` for leaves without it. */
  readonly steps: readonly { readonly step: LeafStep; readonly columns: readonly (Column | undefined)[] }[];
  /** The leaves' values after all steps: those that are normalised; by node index. */
  readonly prepared: readonly (Column | undefined)[];
  /** 1 where a unit may be ranked. */
  readonly eligible: Uint8Array;
  /** Scores of every node on the scale, by node index. */
  readonly nodes: readonly Column[];
  /** Number of values that the method truncated, by node index. */
  readonly truncated: Readonly<Record<number, number>>;
  /** By node index, where values or scores may be filled: the reason that a filled one replaced, 0 where none was filled. */
  readonly imputed: readonly (Uint8Array | undefined)[];
  /** By node index, where aggregates are standardised: their scores before. */
  readonly unstandardised: readonly (Column | undefined)[];
  /** By node index, where weight is spread: the share of the node's weight, 0–1, that applies to each unit. */
  readonly weightLeft: readonly (Float64Array | undefined)[];
  /** What each adjustment did to each unit, in points of the total (0 where nothing), by adjustment. */
  readonly adjustments: readonly Float64Array[];
  /** Totals after the adjustments, not rounded. */
  readonly totals: Column;
  /** Tier that a veto set, or −1. */
  readonly vetoedTier: Int16Array;
}

export interface Ranking {
  /** Totals rounded as the plan says. */
  readonly rounded: Float64Array;
  /** 1, 2, 2, …; 0 where a unit has no rank (missing or not eligible). May be fractional. */
  readonly ranks: Float64Array;
  /** For each `within`; read with `rankWithin`. */
  readonly ranksWithin: readonly RanksWithin[];
  readonly eligible: Uint8Array;
  /** Index of the tier or −1. */
  readonly tiers: Int16Array;
  /** Units in rank order, ties in tie order, units without a rank last. */
  readonly order: Int32Array;
}

/** The ranks of unit u within its groups, each once: those from `starts[u]` up to and without `starts[u + 1]`. */
export interface RanksWithin {
  readonly starts: Int32Array;
  readonly groups: Int32Array;
  /** 0 where the unit has no rank. */
  readonly ranks: Float64Array;
}

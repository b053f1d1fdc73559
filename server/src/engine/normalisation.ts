/**
 * How values become scores, of leaves and of aggregates that are re-scaled, and what may be learned for it or given.
 * Formulas and edges: the method’s file in `normalise/`. Knows nothing of the leaf or the aggregate.
 */

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

export type Range = readonly [lower: number, upper: number];

/** Ties in ascending order of values: the lowest, the mean or the highest of the ranks that they cover. */
export type RankTies = 'lowest' | 'average' | 'highest';

export type Deviation = 'sample' | 'population';

/** How a method comes to its numbers: from all units, from some, or they are given (all or some of them). */
export interface Learning {
  readonly over?: Over;
  readonly frozen?: FrozenParams;
}

/** The units that may be ranked, or those with a 1. */
export type Over = 'eligible' | Uint8Array;

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

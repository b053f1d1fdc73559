/**
 * The plan of a leaf: where its values come from and the steps that they go through to be a score. Knows nothing of what
 * the leaf counts in its parent.
 */
import type { Grouping } from './groups.ts';
import type { Normalisation, Over } from './normalisation.ts';

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

/** The steps from a cell to the score; a leaf without the step goes past it. `screen` decides who is eligible. */
export type LeafStep = 'denominate' | 'impute' | 'screen' | 'treat' | 'normalise';

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

export type Transformation = 'log' | 'log-shift' | 'log-gii' | 'box-cox';

export type Direction = 'positive' | 'negative';

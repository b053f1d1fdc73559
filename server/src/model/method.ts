/**
 * The methods that a definition names for its indicators, with their parameters as written. What each needs and does is
 * for the checks and the engine.
 */
import type { MapEntry } from '../syntax/tree.ts';
import type { Scope } from './units.ts';
import type { Written } from './written.ts';

/** The parameters of a method as written: `lower`, `upper`, `ties`… */
export interface Method {
  readonly method: Written<string>;
  readonly parameters: ReadonlyMap<string, Written<string | number | boolean>>;
  readonly range: Written<readonly [number, number]> | undefined;
  /** The units that it learns from. */
  readonly over?: Written<Scope> | undefined;
  /** Of `impute`: the unit's other indicators that it draws on; a number: those under the same indicator of that level. */
  readonly across?: Written<'siblings' | 'all' | number> | undefined;
  /** The numbers of a `parameters` map: given, not learned. */
  readonly frozen?: ReadonlyMap<string, Written<number | readonly number[]>> | undefined;
  /** `parameters: frozen`: the numbers that the edition before learned. */
  readonly asBefore?: Written<'frozen'> | undefined;
}

/** Outlier treatment; `none` keeps a leaf from what `defaults` say. */
export interface Treatment {
  readonly entry: MapEntry;
  readonly none: boolean;
  readonly winsorise:
    | {
        readonly max: Written<number> | undefined;
        readonly skew: Written<number> | undefined;
        readonly kurtosis: Written<number> | undefined;
        readonly force: Written<boolean> | undefined;
      }
    | undefined;
  /** The `then` key and what belongs to it. */
  readonly transform: Written<string> | undefined;
  readonly mirrored: Written<boolean> | undefined;
  readonly lambda: Written<number> | undefined;
  readonly combine: Written<boolean> | undefined;
  /** The units that it learns from. */
  readonly over: Written<Scope> | undefined;
}

/** Computed weights of an aggregate's children. */
export interface Weighting extends Method {
  /** The `weighting` key (`with`: of a second method) with its value. */
  readonly entry: MapEntry;
  readonly judgements: { readonly entry: MapEntry; readonly all: readonly Judgement[] } | undefined;
  /** Shares of correlation by indicator id. */
  readonly shares: ReadonlyMap<string, Written<number>>;
  readonly consistency: Written<number> | undefined;
  readonly randomIndex: Written<string> | undefined;
  /** How the computed weights are combined with those of `with`, or with the written ones. */
  readonly combine: Written<'product' | { readonly linear: number }> | undefined;
  readonly with: Weighting | undefined;
}

/** `left/right: 3`. `value` is `undefined` where it is no number above 0. */
export interface Judgement {
  readonly entry: MapEntry;
  readonly left: string;
  readonly right: string;
  readonly value: Written<number> | undefined;
}

/** `arithmetic`, … or a method with a parameter (`{power: 2}`). */
export interface Aggregation {
  readonly method: string;
  readonly parameter?: number;
}

export type MissingRule = Written<MissingPolicy | { readonly score: number }>;

export type MissingPolicy = 'zero' | 'exclude' | 'fail';

/**
 * The indicator system in the field’s terms: what a definition says, and where each thing was written. The model is
 * partial: what could not be read is `undefined`, and the checks report it. Knows nothing of LSP, of JSON Schema and of
 * lines; places are nodes of the syntax tree.
 */
import type { MapEntry, MapNode } from '../syntax/tree.ts';
import type { Header } from './header.ts';
import type { Indicator, IndicatorText, Siblings } from './indicator.ts';

export interface IndicatorSystem extends Header {
  readonly header: Header;
  /** Where only the siblings under one parent are looked at (`indicators` are they, and no others): that parent, and they. */
  readonly only?: { readonly parent: Indicator | undefined; readonly sets: readonly Siblings[] } | undefined;
  readonly framework: Framework;
  /** `undefined` where the file holds no map. */
  readonly node: MapNode | undefined;
  readonly indicatorsEntry: MapEntry | undefined;
  /** Level 1. */
  readonly top: readonly Indicator[];
  /** All indicators, parents before children, in the order of the file: made for every one when first asked for. */
  readonly indicators: readonly Indicator[];
  readonly byId: ReadonlyMap<string, readonly Indicator[]>;
}

/** Questions about all indicators whose answers, after an edit, cost what was edited and what is found. */
export interface Framework {
  readonly node: MapNode | undefined;
  readonly indicatorsEntry: MapEntry | undefined;
  readonly top: readonly Indicator[];
  readonly all: readonly Indicator[];
  readonly byId: ReadonlyMap<string, readonly Indicator[]>;
  /** See `siblingsOf`. */
  readonly sets: readonly Siblings[];
  /** What each indicator of level 1 comes to with all below it. */
  fold<T>(fold: Fold<T>): readonly T[];
  foldOf<T>(fold: Fold<T>, indicator: Indicator): T;
  /** The indicators that are meant, in the order of the file. */
  having(selection: Selection): readonly Indicator[];
  hasAny(selection: Selection): boolean;
  /** Whether an indicator is found under a key. */
  has(keysOf: KeysOf, key: string): boolean;
  /** The indicators that share a key with another one, in the order of the file; more where aliases repeat some. */
  sharing(keysOf: KeysOf): readonly Indicator[];
}

/**
 * What an indicator with all below it comes to: of its text, its level and what its children come to, and where it says
 * so of what the file says outside the indicators; of nothing else.
 */
export interface Fold<T> {
  readonly seesHeader?: true;
  /** It comes to what it is by itself. */
  readonly isOfItself?: true;
  readonly of: (indicator: Indicator, below: readonly T[], header: Header) => T;
  /** Of two equal values the earlier is kept: what follows from it need not be looked at again. */
  readonly equal?: (one: T, other: T) => boolean;
}

/** Indicators that are meant by what their own text says, and their children's. A constant of its module. */
export type Selection = (own: IndicatorText) => boolean;

/** The keys under which an indicator is found by what its own text says: its id, the ways its name reads. */
export type KeysOf = (own: IndicatorText) => readonly string[];

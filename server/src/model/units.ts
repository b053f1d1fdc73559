/**
 * What is compared: the units, their groups, the files with their data, and the words by which a definition means some of
 * them. Knows nothing of indicators.
 */
import type { MapEntry, Node } from '../syntax/tree.ts';
import type { Written } from './written.ts';

export interface Units {
  readonly entry: MapEntry | undefined;
  /** The key column; default `id`. */
  readonly id: Written<string> | undefined;
  readonly name: Written<string> | undefined;
  readonly count: Written<number> | undefined;
  readonly order: UnitOrder;
  readonly aliases: ReadonlyMap<string, Written<string>>;
  readonly groups: readonly GroupSystem[];
}

export type UnitOrder =
  | { readonly kind: 'file' }
  | { readonly kind: 'column'; readonly column: Written<string> }
  | { readonly kind: 'list'; readonly units: readonly Written<string>[] };

export interface GroupSystem {
  readonly id: Written<string>;
  readonly column: Written<string> | undefined;
  readonly values: readonly Written<string>[] | undefined;
  readonly separator: string | undefined;
}

export interface DataSource {
  readonly node: Node;
  readonly id: Written<string> | undefined;
  readonly path: Written<string> | undefined;
  readonly encoding: Written<string> | undefined;
  /** Of a workbook: a sheet's name, or its position from 1. */
  readonly sheet: Written<string | number> | undefined;
  readonly unit: Written<string> | undefined;
  /** Which rows count, where the file holds several periods. `is`: default the system's edition. */
  readonly period: { readonly column: Written<string>; readonly is: Written<string> | undefined } | undefined;
  /** Columns of a file with one row for each unit and indicator. */
  readonly long: { readonly indicator: Written<string>; readonly value: Written<string> } | undefined;
  /** Tokens that mean missing; default `"" NA N/A - — 缺`. */
  readonly missing: readonly string[] | undefined;
  readonly notApplicable: readonly string[] | undefined;
}

/** Which units: group values, a tier (or that tier and better), a column that equals a text. All must hold. */
export interface Condition {
  readonly groups: readonly { readonly group: string; readonly value: Written<string>; readonly entry: MapEntry }[];
  readonly tier: { readonly name: Written<string>; readonly orBetter: boolean } | undefined;
  readonly column: Written<string> | undefined;
  readonly equals: Written<string> | undefined;
  /** A part that says something else: without it the condition would mean more units than were meant. */
  readonly unread: string | undefined;
}

/** All units, those that may be ranked, or those that are in all of the groups. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'eligible' }
  | { readonly kind: 'groups'; readonly groups: Condition['groups'] };

export interface GroupMatch {
  readonly group: string;
  readonly values: readonly Written<string>[];
  readonly entry: MapEntry;
}

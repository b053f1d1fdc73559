/**
 * A value with the place where it was written, and readers of single values from the tree: each gives the value with its
 * node, or `undefined` where the text says something else. What is wrong with such a text is for the checks to say.
 */
import { type Decimal, decimalOf, parseDecimal } from '../base/decimal.ts';
import { entryOf, itemsOf, type MapEntry, type MapNode, type Node, resolved, type ScalarNode } from '../syntax/tree.ts';
import type { Text } from './text.ts';

/** A value and where it was written: `node` is the value, `entry` the key with it where it stands under a key. */
export interface Written<T> {
  readonly value: T;
  readonly node: Node;
  readonly entry?: MapEntry;
}

/** A weight as written. `value` is `undefined` where the text is not a number (`12％`); `source` is that text. */
export interface Weight {
  readonly value: Decimal | undefined;
  readonly source: string;
}

type Reader<T> = (node: Node) => T | undefined;

/** The entries of a map by their keys, for those of whom many are asked for; of two equal keys the first counts. */
export interface KeyedEntries {
  readonly kind: 'keyed';
  readonly byKey: ReadonlyMap<string, MapEntry>;
}

/** Where a key is looked for. */
export type Holder = Node | KeyedEntries | undefined;

export function keyed(node: Node | undefined): KeyedEntries {
  const byKey = new Map<string, MapEntry>();
  for (const entry of entriesOf(node)) {
    const key = entry.name;
    if (!byKey.has(key)) byKey.set(key, entry);
  }
  return { kind: 'keyed', byKey };
}

export function entryIn(holder: Holder, key: string): MapEntry | undefined {
  return holder?.kind === 'keyed' ? holder.byKey.get(key) : entryOf(holder, key);
}

/** The value under a key, read. */
export function read<T>(map: Holder, key: string, reader: Reader<T>): Written<T> | undefined {
  return readEntry(entryIn(map, key), reader);
}

export function readEntry<T>(entry: MapEntry | undefined, reader: Reader<T>): Written<T> | undefined {
  if (entry?.value === undefined) return undefined;
  const value = reader(entry.value);
  return value === undefined ? undefined : { value, node: entry.value, entry };
}

/** One node, read, where it stands under no key (an item of a list). */
export function readNode<T>(node: Node, reader: Reader<T>): Written<T> | undefined {
  const value = reader(node);
  return value === undefined ? undefined : { value, node };
}

/** All items of the list under a key that can be read; a single value counts as a list of one. */
export function readList<T>(map: Holder, key: string, reader: Reader<T>): readonly Written<T>[] | undefined {
  const entry = entryIn(map, key);
  if (entry?.value === undefined) return undefined;
  const nodes = resolved(entry.value)?.kind === 'sequence' ? itemsOf(entry.value) : [entry.value];
  return nodes.flatMap(node => readNode(node, reader) ?? []);
}

/** The entries of the map under a key, each value read; entries that cannot be read are left out. */
export function readMap<T>(node: Node | undefined, reader: Reader<T>): ReadonlyMap<string, Written<T>> {
  const values = new Map<string, Written<T>>();
  for (const entry of entriesOf(node)) {
    const key = entry.name;
    const value = entry.value === undefined ? undefined : reader(entry.value);
    if (value !== undefined && !values.has(key)) values.set(key, { value, node: entry.value!, entry });
  }
  return values;
}

export function entriesOf(node: Node | undefined): readonly MapEntry[] {
  return mapOf(node)?.entries ?? [];
}

export function mapOf(node: Node | undefined): MapNode | undefined {
  const map = resolved(node);
  return map?.kind === 'map' ? map : undefined;
}

function scalarOf(node: Node): ScalarNode | undefined {
  const scalar = resolved(node);
  return scalar?.kind === 'scalar' ? scalar : undefined;
}

/** Any scalar as the text that was written: `2024`, `01`, `是`. Null and empty are no text. */
export const text: Reader<string> = node => {
  const scalar = scalarOf(node);
  if (scalar === undefined || scalar.value === null) return undefined;
  return scalar.style === 'plain' ? scalar.source : String(scalar.value);
};

/** All items of a list as texts; nothing where one is no text. */
export const texts: Reader<readonly string[]> = node => {
  const read = itemsOf(node).map(text);
  return read.length > 0 && read.every(item => item !== undefined) ? read : undefined;
};

/** A data token: as `text`, and the empty string counts. */
export const token: Reader<string> = node => (scalarOf(node)?.value === '' ? '' : text(node));

/** As it is written; what YAML writes in another way (`0x1E`), as it is read. */
export const decimal: Reader<Decimal> = node => {
  const { value, source = '' } = scalarOf(node) ?? {};
  if (typeof value !== 'number') return undefined;
  return parseDecimal(source) ?? (Number.isFinite(value) ? decimalOf(value) : undefined);
};

export const number: Reader<number> = node => {
  const value = scalarOf(node)?.value;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

export const integer: Reader<number> = node => {
  const value = number(node);
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
};

/** A whole number as such, else the text. */
export const nameOrPosition: Reader<string | number> = node => integer(node) ?? text(node);

export const boolean: Reader<boolean> = node => {
  const value = scalarOf(node)?.value;
  return typeof value === 'boolean' ? value : undefined;
};

export const scalar: Reader<string | number | boolean> = node => {
  const value = scalarOf(node)?.value;
  return value === null ? undefined : value;
};

/** `40%`-like parameters may be numbers only: `number`. A pair such as `[0, 100]`. */
export const pair: Reader<readonly [number, number]> = node => {
  const [lower, upper, ...more] = itemsOf(node).map(number);
  return lower !== undefined && upper !== undefined && more.length === 0 ? [lower, upper] : undefined;
};

/** A weight: a number, or the text that stands where one should be. */
export const weight: Reader<Weight> = node => {
  const source = text(node);
  return source === undefined ? undefined : { value: decimal(node), source };
};

/** A string, or a map by locale. */
export const localised: Reader<Text> = node => {
  const plain = text(node);
  if (plain !== undefined) return { plain, byLocale: noLocales };
  const byLocale = new Map<string, string>();
  for (const entry of entriesOf(node)) {
    const locale = entry.name;
    const value = entry.value && text(entry.value);
    if (value !== undefined && !byLocale.has(locale)) byLocale.set(locale, value);
  }
  const [first] = byLocale.values();
  return first === undefined ? undefined : { plain: first, byLocale };
};

const noLocales: ReadonlyMap<string, string> = new Map();

/** One of the words of a list. */
export function oneOf<T extends string>(...words: readonly T[]): Reader<T> {
  return node => {
    const source = text(node);
    return words.find(word => word === source);
  };
}

/** Parts of a model as plain values, without the places where they were written: equal values say the same. */
import { type Decimal, printDecimal } from '../../base/decimal.ts';

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** One setting that differs, with its path (`ranking.ties`); `null`: not there. */
export interface Setting {
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

const places = new Set(['node', 'entry', 'at']);

export function plainOf(value: unknown): Plain {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object') return value as string | number | boolean;
  if (Array.isArray(value)) return value.map(plainOf);
  if (value instanceof Map) return plainRecord([...value].sort(([a], [b]) => (a < b ? -1 : 1)));
  const record = value as Readonly<Record<string, unknown>>;
  if ('digits' in record && 'scale' in record) return printDecimal(record as unknown as Decimal);
  if ('node' in record && 'value' in record && Object.keys(record).every(key => key === 'value' || places.has(key))) {
    return plainOf(record.value);
  }
  if ('plain' in record && record.byLocale instanceof Map) {
    return record.byLocale.size === 0 ? (record.plain as string) : plainOf(record.byLocale);
  }
  // A weight: the number, or the text that is none.
  if ('value' in record && 'source' in record) return plainOf(record.value ?? record.source);
  return plainRecord(Object.entries(record).filter(([key]) => !places.has(key)));
}

function plainRecord(entries: readonly (readonly [string, unknown])[]): Plain {
  return Object.fromEntries(entries.map(([key, value]) => [key, plainOf(value)]).filter(([, value]) => value !== null));
}

export function areSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(plainOf(a)) === JSON.stringify(plainOf(b));
}

/** What differs, as deep as both sides are maps, or lists of things with ids or names. */
export function settingsBetween(key: string, before: unknown, after: unknown): readonly Setting[] {
  return differences(key, plainOf(before), plainOf(after));
}

function differences(key: string, before: Plain, after: Plain): readonly Setting[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const [left, right] = [named(before), named(after)];
  if (left === undefined || right === undefined || 'method' in left || 'method' in right) {
    return [{ key, before: printOrNull(before), after: printOrNull(after) }];
  }
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const found = keys.flatMap(each => differences(`${key}.${each}`, left[each] ?? null, right[each] ?? null));
  return found.length > 0 ? found : [{ key, before: printOrNull(before), after: printOrNull(after) }];
}

/** A map, or a list by the ids or names of its items; `undefined` for anything else. Nothing is an empty map. */
function named(value: Plain): Readonly<Record<string, Plain>> | undefined {
  if (value === null) return {};
  if (typeof value !== 'object') return undefined;
  if (!Array.isArray(value)) return value as Readonly<Record<string, Plain>>;
  const names = value.map(item =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? nameOf(item as Record<string, Plain>)
      : undefined,
  );
  if (names.some(name => name === undefined) || new Set(names).size < names.length) return undefined;
  return Object.fromEntries(value.map((item, index) => [names[index]!, item as Plain]));
}

function nameOf({ id, name, title, path, code }: Readonly<Record<string, Plain>>): string | undefined {
  const given = id ?? name ?? title ?? path ?? code;
  if (given === undefined || given === null) return undefined;
  return typeof given === 'object' ? Object.values(given).map(String).join('/') : String(given);
}

function printOrNull(value: Plain): string | null {
  return value === null ? null : printPlain(value);
}

/** As short as it can be read: `goalposts {lower: 0, upper: 10}`. */
export function printPlain(value: Plain): string {
  if (value === null) return '–';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(printPlain).join(', ')}]`;
  const { method, parameters, ...others } = value as Readonly<Record<string, Plain>>;
  const rest = typeof parameters === 'object' && parameters !== null ? { ...parameters, ...others } : others;
  const list = Object.entries(rest)
    .filter(([, each]) => each !== null && !(typeof each === 'object' && Object.keys(each).length === 0))
    .map(([key, each]) => `${key}: ${printPlain(each as Plain)}`)
    .join(', ');
  if (method === undefined || method === null) return `{${list}}`;
  return list === '' ? printPlain(method) : `${printPlain(method)} {${list}}`;
}

/**
 * Which rows of a source are of the period that is scored, and where the units stand in its other periods. Knows nothing
 * of what is done with those.
 */
import { isDecimalNotation } from '../data/number.ts';
import { type BoundSource, textAt } from './columns.ts';

/** One more period of a source. */
export interface OtherPeriod {
  readonly name: string;
  /** The row of each unit, −1 where it has none. */
  readonly rows: Int32Array;
}

/** A period that no row of its source has. `wanted` is absent where neither the source nor an edition names one. */
export interface UnknownPeriod {
  readonly source: number;
  readonly wanted: string | undefined;
  /** Those that are there, in their order. */
  readonly found: readonly string[];
}

/** Whether a row is of the period that is scored, of another, or says nothing. Without periods all rows count. */
export function periodOfRow(source: BoundSource, row: number): 'scored' | 'other' | 'none' {
  if (source.periodColumn < 0) return 'scored';
  const text = textAt({ source, column: source.periodColumn }, row);
  if (text === '') return 'none';
  return source.period !== undefined && isSamePeriod(text, source.period) ? 'scored' : 'other';
}

/** `2024` and `2024.0` are one period; all else is compared letter by letter. */
export function isSamePeriod(one: string, other: string): boolean {
  return one === other || (isDecimalNotation(one) && isDecimalNotation(other) && Number(one) === Number(other));
}

/** The periods of a source in their order; numbers by size, else by their letters. */
export function periodsIn(source: BoundSource): readonly string[] {
  const names = new Set<string>();
  const { table, periodColumn: column } = source;
  for (let row = 0; column >= 0 && row < (table?.nRows ?? 0); row++) names.add(textAt({ source, column }, row));
  names.delete('');
  const numbers = periodNumbers([...names]);
  return [...names].sort((a, b) => numbers.get(a)! - numbers.get(b)!);
}

/** Numbers that lie apart as the periods do: themselves where all are numbers, else their places in the order of letters. */
export function periodNumbers(names: readonly string[]): ReadonlyMap<string, number> {
  if (names.every(isDecimalNotation)) return new Map(names.map(name => [name, Number(name)]));
  return new Map(names.toSorted().map((name, place) => [name, place]));
}

/** The reference data beside the repository, read independently of the readers under test; tests that need them are skipped with a word where they are absent. */
import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';

const folder = new URL('../../../shared/data/', import.meta.url);

export const isAbsent = !existsSync(folder);
if (isAbsent) console.log('skipped: the reference data is not beside the repository (../shared/data)');

/** `null` where the reference has no number. */
export type Numbers = readonly (number | null)[];

export interface ReferenceTable {
  readonly nRows: number;
  readonly names: readonly string[];
  /** The rows by column name, `''` for `NA`. */
  readonly records: readonly Readonly<Record<string, string>>[];
  text(name: string): readonly string[];
  /** `null` for `NA` and nothing. */
  numbers(name: string): Numbers;
}

/** The text of a file; `''` where the data are absent. */
export function referenceText(path: string): string {
  return isAbsent ? '' : readFileSync(new URL(path, folder), 'utf8');
}

/** A CSV, whose quoted fields may hold commas. No rows where the data are absent. */
export function readTable(path: string): ReferenceTable {
  if (isAbsent) return { nRows: 0, names: [], records: [], text: () => [], numbers: () => [] };
  const [names = [], ...rows] = referenceText(path)
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/)
    .map(line =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    );
  const text = (name: string) => {
    expect(names, `columns of ${path}`).toContain(name);
    return rows.map(row => row[names.indexOf(name)] ?? '');
  };
  const numbers = (name: string) => text(name).map(cell => (cell === '' || cell === 'NA' ? null : Number(cell)));
  const records = rows.map(row =>
    Object.fromEntries(names.map((name, column) => [name, row[column] === 'NA' ? '' : (row[column] ?? '')])),
  );
  return { nRows: rows.length, names: names.filter(name => name !== ''), records, text, numbers };
}

/** The cases of a file; none where the data are absent. */
export function readCases<Case>(path: string): readonly Case[] {
  return isAbsent ? [] : JSON.parse(referenceText(path)).cases;
}

/** The cases of a file by their id. */
export function casesById<Case>(path: string): ReadonlyMap<string, Case> {
  return new Map(readCases<Case & { readonly id: string }>(path).map(each => [each.id, each]));
}

/** Equal to `tolerance` relative, 1e-13 absolute, as the cases compare; both missing is equal. */
export function isClose(one: number | null, other: number | null, tolerance = 1e-12): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= 1e-13 + tolerance * Math.max(Math.abs(one), Math.abs(other));
}

export function expectClose(actual: Numbers, expected: Numbers, label: string, tolerance = 1e-12) {
  expect(actual.length, label).toBe(expected.length);
  actual.forEach((value, index) => {
    if (!isClose(value, expected[index]!, tolerance))
      expect([label, index, value]).toEqual([label, index, expected[index]]);
  });
}

/** The engine's cells: numbers within `tolerance`, relative; where none is expected there must be a reason. */
export function expectCells(cells: readonly unknown[], expected: readonly unknown[], tolerance: number, name: string) {
  expect(cells.length, name).toBe(expected.length);
  cells.forEach((cell, unit) => {
    const value = expected[unit];
    if (typeof value !== 'number') expect(typeof cell, `${name}, unit ${unit}: ${cell}`).toBe('string');
    else expect(isClose(Number(cell), value, tolerance), `${name}, unit ${unit}: ${cell} is not ${value}`).toBe(true);
  });
}

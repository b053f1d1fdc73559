/** The reference data beside the repository; tests that need them are skipped with a word where they are absent. */
import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';

const folder = new URL('../../../shared/data/', import.meta.url);

export const isAbsent = !existsSync(folder);
if (isAbsent) console.log('skipped: the reference data is not beside the repository (../shared/data)');

export type Cells = readonly (number | null)[];

export interface Table {
  readonly nRows: number;
  readonly names: readonly string[];
  text(name: string): readonly string[];
  numbers(name: string): Cells;
}

/** Cells without quotes inside, as these files are; `NA` and empty cells are missing. No rows where the data are absent. */
export function readTable(path: string): Table {
  if (isAbsent) return { nRows: 0, names: [], text: () => [], numbers: () => [] };
  const lines = readFileSync(new URL(path, folder), 'utf8').trim().split(/\r?\n/);
  const rows = lines.map(line =>
    [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map(([, cell, quoted]) => quoted ?? cell!),
  );
  const names = rows.shift()!.filter(name => name !== '');
  const text = (name: string) => {
    expect(names, `column ${name}`).toContain(name);
    return rows.map(row => row[names.indexOf(name)]!);
  };
  const numbers = (name: string) => text(name).map(cell => (cell === '' || cell === 'NA' ? null : Number(cell)));
  return { nRows: rows.length, names, text, numbers };
}

/** The cases of a file; none where the data are absent. */
export function readCases<Case>(path: string): readonly Case[] {
  return isAbsent ? [] : JSON.parse(readFileSync(new URL(path, folder), 'utf8')).cases;
}

/** Numbers within `tolerance`, relative; where none is expected there must be a reason. */
export function expectClose(
  cells: readonly unknown[],
  expected: readonly unknown[],
  tolerance: number,
  name: string,
): void {
  expect(cells.length, name).toBe(expected.length);
  cells.forEach((cell, unit) => {
    const value = expected[unit];
    if (typeof value !== 'number') expect(typeof cell, `${name}, unit ${unit}: ${cell}`).toBe('string');
    else {
      const difference = Math.abs(Number(cell) - value);
      expect(difference, `${name}, unit ${unit}: ${cell} is not ${value}`).toBeLessThanOrEqual(
        1e-13 + tolerance * Math.abs(value),
      );
    }
  });
}

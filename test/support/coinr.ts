/** COINr's tables and cases, read from beside the repository, independent of the readers under test. */
import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Grouping } from '../../server/src/engine/groups.ts';
import type { LeafPlan } from '../../server/src/engine/leafPlan.ts';
import { score } from '../../server/src/engine/score.ts';
import { aggregate, cellsOf, input, leaf, plan } from '../unit/engine/plans.ts';

const folder = new URL('../../../shared/data/', import.meta.url);

export const hasReferenceData = existsSync(folder);
if (!hasReferenceData) console.log('skipped: the reference data is not beside the repository (../shared/data)');

export interface CoinrTable {
  readonly names: readonly string[];
  readonly nRows: number;
  text(name: string): readonly string[];
  /** `null` where R wrote NA or nothing. */
  numbers(name: string): (number | null)[];
}

export function readCoinrTable(path: string): CoinrTable {
  const [header = [], ...rows] = referenceText(path)
    .trim()
    .split(/\r?\n/)
    .map(line =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    );
  const text = (name: string) => {
    const column = header.indexOf(name);
    if (column < 0) throw new Error(`no column ${name} in ${path}`);
    return rows.map(row => row[column] ?? '');
  };
  const numbers = (name: string) => text(name).map(cell => (cell === '' || cell === 'NA' ? null : Number(cell)));
  return { names: header, nRows: rows.length, text, numbers };
}

/** The cases of a JSON file by their id. */
export function readCoinrCases<Case>(path: string): ReadonlyMap<string, Case> {
  const { cases } = JSON.parse(referenceText(path)) as { cases: (Case & { id: string })[] };
  return new Map(cases.map(each => [each.id, each]));
}

/** Equal to `tolerance` relative, 1e-13 absolute, as the cases compare; both missing is equal. */
export function isClose(one: number | null, other: number | null, tolerance = 1e-12): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= 1e-13 + tolerance * Math.max(Math.abs(one), Math.abs(other));
}

export function referenceText(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}

export type Numbers = readonly (number | null)[];

/** The values that are normalised, one list a leaf, and what was learned. */
export function prepare(
  columns: readonly Numbers[],
  partOf: (leaf: number) => Partial<LeafPlan>,
  more: readonly Numbers[] = [],
) {
  const leaves = columns.map((_, index) => ({
    ...leaf(index),
    normalise: { method: 'rank', ties: 'lowest' } as const,
    ...partOf(index),
  }));
  const nodes = [
    ...leaves,
    aggregate(
      columns.map((_, index) => index),
      columns.map(() => 1),
    ),
  ];
  const { scores, params } = score(plan(columns[0]!.length, nodes), input(...columns, ...more));
  const prepared = columns.map((_, index) =>
    cellsOf(scores.prepared[index]!).map(cell => (typeof cell === 'number' ? cell : null)),
  );
  return { prepared, params, scores };
}

export function expectClose(actual: Numbers, expected: Numbers, label: string, tolerance = 1e-12) {
  expect(actual.length, label).toBe(expected.length);
  actual.forEach((value, index) => {
    if (!isClose(value, expected[index]!, tolerance))
      expect([label, index, value]).toEqual([label, index, expected[index]]);
  });
}

export function groupingOf(names: readonly (string | null)[]): Grouping {
  const groups = [...new Set(names.filter(name => name !== null && name !== '' && name !== 'NA'))];
  return { nGroups: groups.length, groupsOf: names.map(name => (groups.includes(name) ? [groups.indexOf(name)] : [])) };
}

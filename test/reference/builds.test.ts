/**
 * Ways in which published indices are built: an unequal tree with parts that do not apply; missing goals filled with
 * the means of their regions over the units that are ranked; z-scored components. The definitions, random data and what
 * must come out (`builds/`) were written by a Python script that follows the indices' own method notes and has seen
 * nothing of the engine: column by column in plain Python, means and deviations from its `statistics`, Φ from `NormalDist`.
 * `screened-first` is COINr's (1.1.14, in R 4.2.2): units without enough data are taken out by `Screen`, what is left is
 * treated by `winsorise`, put on z-scores, weighted by the squares of prcomp's first loadings and put on z-scores again.
 * `treated-sub-indices` is built like the Global Innovation Index (two sub-indices of pillars, outliers winsorised or put on
 * logarithms, half weights, two thirds of the data asked for in each sub-index), made up and worked out by a second script
 * of the same kind, in fractions.
 * Everything goes through the definition and the data file, as an author's does. An empty cell: no score.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkStructure } from '../../server/src/schema/structure.ts';
import { reportOf } from '../../server/src/scoring/report/report.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { scoreTexts } from '../support/scoring.ts';

const builds = new URL('./builds/', import.meta.url);

test.each(readdirSync(builds))('%s', name => {
  const read = (file: string) => readFileSync(new URL(`${name}/${file}`, builds), 'utf8');
  const definition = read(`${name}.indicators.yaml`);
  // Names are not written: nobody reads these.
  expect(checkStructure(parse(definition)).filter(({ missingIn }) => missingIn === undefined)).toEqual([]);
  const report = reportOf(scoreTexts(definition, read('data.csv')), { locale: 'en', findings: [] });
  expect(report.unscored).toEqual([]);
  const [names, ...rows] = read('expected.csv')
    .trimEnd()
    .split('\n')
    .map(line => line.split(','));
  const expected = new Set(rows.map(([id]) => id));
  expect(report.units.filter(({ id, eligible }) => eligible && !expected.has(id))).toEqual([]);
  for (const [id, ...cells] of rows) {
    const unit = report.units.find(each => each.id === id)!;
    cells.forEach((cell, position) => {
      const column = names![position + 1]!;
      const found = foundIn(unit, column);
      if (cell === '' || found === null) expect(found ?? '', `${id} ${column}`).toBe(cell);
      else expectNear(found, Number(cell), `${id} ${column}`);
    });
  }
});

type Unit = ReturnType<typeof reportOf>['units'][number];

function foundIn(unit: Unit, column: string): number | null {
  switch (column) {
    case '$index':
      return unit.unrounded;
    case '$rank':
      return unit.rank;
    case '$eligible':
      return unit.eligible ? 1 : 0;
    default:
      return unit.scores[column] ?? null;
  }
}

function expectNear(found: number, expected: number, message: string): void {
  expect(Math.abs(found - expected), `${message}: ${found}, not ${expected}`).toBeLessThanOrEqual(
    1e-10 * Math.max(1, Math.abs(expected)),
  );
}

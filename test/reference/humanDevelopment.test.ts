/** The Human Development Index of every year and the inequality-adjusted index, from their published components. */
import { describe, expect, test } from 'vitest';
import { reportOf } from '../../server/src/scoring/report/report.ts';
import type { UnitReport } from '../../server/src/scoring/report/units.ts';
import { isAbsent, readTable, referenceText } from '../support/reference.ts';
import { scoreTexts } from '../support/scoring.ts';

/** UNDP prints the components of Rwanda for 1990, but no index: by its formula 0.320. All others are printed. */
const unprinted: Readonly<Record<string, string>> = { '1990 RWA': '0.32' };

const file = 'hdi/hdr2023-24_hdi_components.csv';

describe.skipIf(isAbsent)('human development (skipped where ../shared/data is absent)', () => {
  const csv = referenceText(file);
  const published = readTable(file).records;
  const years = (csv.split('\n')[0] ?? '').match(/(?<=\bhdi_)\d{4}/g)?.map(Number) ?? [];

  test('the years are there', () => {
    expect(years).toEqual([1990, 2000, 2010, 2015, 2019, 2021, 2022]);
    expect(published.length).toBe(195);
  });

  test.each(years)('the index of %s: every value at 3 decimals, ranks and tiers of the whole list', year => {
    const units = unitsOf(indexOf(year), csv);
    const publishedOf = (row: Record<string, string>) => row[`hdi_${year}`] || unprinted[`${year} ${row.iso3}`] || null;
    const values = published.map(publishedOf).filter(value => value !== null);
    expect(values.length).toBeGreaterThan(year < 2000 ? 140 : 170);
    for (const row of published) {
      const value = publishedOf(row) === null ? null : Number(publishedOf(row));
      const rank = value === null ? null : 1 + values.filter(other => Number(other) > value).length;
      const { score, rank: ours, tier } = units.get(row.iso3!)!;
      expect.soft([row.iso3, score, ours, tier]).toEqual([row.iso3, value, rank, tierOf(value)]);
    }
  });

  test('the index adjusted for inequality: every published value at 3 decimals', () => {
    const units = unitsOf(adjusted, csv);
    let nCompared = 0;
    for (const row of published) {
      const value = row.ihdi_2022 === '' ? null : Number(row.ihdi_2022);
      expect.soft([row.iso3, units.get(row.iso3!)!.score]).toEqual([row.iso3, value]);
      if (value !== null) nCompared++;
    }
    expect(nCompared).toBeGreaterThan(150);
  });
});

function tierOf(value: number | null): string | null {
  if (value === null) return null;
  return value >= 0.8 ? 'Very High' : value >= 0.7 ? 'High' : value >= 0.55 ? 'Medium' : 'Low';
}

function unitsOf(definition: string, csv: string): ReadonlyMap<string, UnitReport> {
  const report = reportOf(scoreTexts(definition, csv), { locale: 'en', findings: [] });
  expect(report.unscored).toEqual([]);
  return new Map(report.units.map(unit => [unit.id, unit]));
}

/** The three dimensions of a year; each is one leaf or, for education, the mean of two. */
function dimensionsOf(year: number, indent: string): readonly [life: string, education: string, income: string] {
  const goalposts = (method: string, lower: number, upper: number) =>
    `normalise: {method: ${method}, lower: ${lower}, upper: ${upper}}`;
  return [
    `{id: life, column: le_${year}, ${goalposts('goalposts', 20, 85)}}`,
    [
      'id: education',
      `${indent}missing: fail`,
      `${indent}indicators:`,
      `${indent}  - {id: eys, column: eys_${year}, ${goalposts('goalposts', 0, 18)}}`,
      `${indent}  - {id: mys, column: mys_${year}, ${goalposts('goalposts', 0, 15)}}`,
    ].join('\n'),
    `{id: income, column: gnipc_${year}, ${goalposts('log-goalposts', 100, 75000)}}`,
  ];
}

function indexOf(year: number): string {
  const [life, education, income] = dimensionsOf(year, '    ');
  return `
indicatorSystem: 1
id: hdi-${year}
scale: [0, 1]
aggregate: geometric
missing: fail
weights: relative
units: {id: iso3, name: country}
data: [{path: hdi.csv}]
indicators:
  - ${life}
  - ${education}
  - ${income}
ranking: {ties: competition, round: {decimals: 3}}
tiers: [{name: Very High, atLeast: 0.8}, {name: High, atLeast: 0.7}, {name: Medium, atLeast: 0.55}, {name: Low}]
`;
}

/** Each dimension times 1 − inequality/100, then the geometric mean of the three. */
const adjusted = (() => {
  const [life, education, income] = dimensionsOf(2022, '        ');
  const times = (id: string, dimension: string, inequality: string) => `
  - id: ${id}
    aggregate: product
    missing: fail
    indicators:
      - ${dimension}
      - {id: equality-${id}, column: ${inequality}, direction: negative, normalise: {method: scaled, lower: 0, upper: 100}}`;
  return `
indicatorSystem: 1
id: ihdi
scale: [0, 1]
aggregate: geometric
missing: fail
weights: relative
units: {id: iso3, name: country}
data: [{path: hdi.csv}]
indicators:${times('long-life', life, 'ineq_le_2022')}${times('knowledge', education, 'ineq_edu_2022')}${times('living', income, 'ineq_inc_2022')}
ranking: {ties: competition, round: {decimals: 3}}
`;
})();

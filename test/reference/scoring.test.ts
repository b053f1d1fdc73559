/** Published indices, reproduced through a definition from their published components. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkExpectations } from '../../server/src/scoring/expectations.ts';
import { reportOf } from '../../server/src/scoring/report.ts';
import { scoreTexts } from '../support/scoring.ts';

const shared = '../shared/data';
const hasData = existsSync(shared);

describe.skipIf(!hasData)('published indices (skipped where ../shared/data is absent)', () => {
  test('HDI 2022: all published values at 3 decimals, ranks and tiers', () => {
    const csv = readFileSync(`${shared}/hdi/hdr2023-24_hdi_components.csv`, 'utf8');
    const published = rowsOf(csv);
    const scoring = scoreTexts(humanDevelopment, csv);
    const report = reportOf(scoring, { locale: 'en', findings: [] });
    expect(report.unscored).toEqual([]);
    const byId = new Map(report.units.map(unit => [unit.id, unit]));
    let nCompared = 0;
    for (const row of published) {
      const unit = byId.get(row.iso3!)!;
      expect.soft([row.iso3, unit.score]).toEqual([row.iso3, row.hdi_2022 === '' ? null : Number(row.hdi_2022)]);
      expect
        .soft([row.iso3, unit.rank])
        .toEqual([row.iso3, row.hdi_rank_2022 === '' ? null : Number(row.hdi_rank_2022)]);
      expect.soft([row.iso3, unit.tier]).toEqual([row.iso3, row.hdicode === '' ? null : row.hdicode]);
      nCompared++;
    }
    expect(nCompared).toBe(195);
    expect(checkExpectations(scoring).map(({ holds }) => holds)).toEqual([true, true]);
  });

  test('EGDI 2022: all published ranks from the three components', () => {
    const csv = readFileSync(`${shared}/egdi/egdi_2022.csv`, 'utf8');
    const report = reportOf(scoreTexts(eGovernment, csv), { locale: 'en', findings: [] });
    const ranks = new Map(report.units.map(unit => [unit.id, unit.rank]));
    const published = rowsOf(csv);
    expect(published.length).toBe(193);
    for (const row of published) {
      const name = row['Country Name']!;
      expect.soft([name, ranks.get(name)]).toEqual([name, Number(row['E-Government Rank'])]);
    }
  });

  test('ASEM: COINr’s aggregates of the normalised data to 1e-9', () => {
    const meta = rowsOf(readFileSync(`${shared}/coinr-asem/ASEM_iMeta.csv`, 'utf8'));
    const normalised = readFileSync(`${shared}/coinr-asem/dset_Normalised.csv`, 'utf8');
    const aggregated = rowsOf(readFileSync(`${shared}/coinr-asem/dset_Aggregated.csv`, 'utf8'));
    const scoring = scoreTexts(asemDefinition(meta), normalised);
    const report = reportOf(scoring, { locale: 'en', findings: [] });
    expect(report.unscored).toEqual([]);
    const units = new Map(report.units.map(unit => [unit.id, unit]));
    const aggregates = meta.filter(({ Type }) => Type === 'Aggregate').map(({ iCode }) => iCode!);
    expect(aggregates.length).toBeGreaterThan(10);
    let nCompared = 0;
    for (const row of aggregated) {
      const unit = units.get(row.uCode!)!;
      for (const code of aggregates) {
        const ours = code === 'Index' ? unit.unrounded : unit.scores[code];
        expect.soft(ours, `${row.uCode} ${code}`).not.toBeNull();
        expect.soft(Math.abs(ours! - Number(row[code])), `${row.uCode} ${code}`).toBeLessThan(1e-9);
        nCompared++;
      }
    }
    expect(nCompared).toBe(aggregated.length * aggregates.length);
  });
});

const humanDevelopment = `
indicatorSystem: 1
id: hdi-2022
title: Human Development Index
scale: [0, 1]
aggregate: geometric
missing: fail
weights: relative
units: {id: iso3, name: country}
data: [{path: hdi.csv}]
indicators:
  - {id: life, column: le_2022, normalise: {method: goalposts, lower: 20, upper: 85}}
  - id: education
    missing: fail
    indicators:
      - {id: eys, column: eys_2022, normalise: {method: goalposts, lower: 0, upper: 18}}
      - {id: mys, column: mys_2022, normalise: {method: goalposts, lower: 0, upper: 15}}
  - {id: income, column: gnipc_2022, normalise: {method: log-goalposts, lower: 100, upper: 75000}}
ranking: {ties: competition, round: {decimals: 3}}
tiers:
  - {name: Very High, atLeast: 0.8}
  - {name: High, atLeast: 0.7}
  - {name: Medium, atLeast: 0.55}
  - {name: Low}
expect:
  - {score: {unit: CHE}, is: 0.967}
  - {rank: {unit: Switzerland}, is: 1}
`;

const eGovernment = `
indicatorSystem: 1
id: egdi-2022
scale: [0, 1]
weights: relative
units: {id: Country Name}
data: [{path: egdi.csv}]
defaults: {normalise: {method: none}}
indicators:
  - {id: osi, column: Online Service Index}
  - {id: hci, column: Human Capital Index}
  - {id: tii, column: Telecommunication Infrastructure Index}
ranking: {ties: competition, round: {decimals: 4}}
`;

/** The framework of COINr's metadata: each aggregate with its children, weights as given. */
function asemDefinition(meta: readonly Record<string, string>[]): string {
  const children = (parent: string, indent: string): string =>
    meta
      .filter(row => row.Parent === parent && (row.Type === 'Aggregate' || row.Type === 'Indicator'))
      .map(({ iCode, Weight, Type }) => {
        const head = `${indent}- id: ${iCode}\n${indent}  weight: ${Weight}\n`;
        return Type === 'Aggregate' ? `${head}${indent}  indicators:\n${children(iCode!, `${indent}    `)}` : head;
      })
      .join('');
  return `
indicatorSystem: 1
id: asem
weights: relative
units: {id: uCode}
data: [{path: asem.csv}]
defaults: {normalise: {method: none}}
indicators:
${children('Index', '  ')}`;
}

/** Rows of a CSV by column name; NA is ''. Quoted fields may hold commas. Independent of the reader under test. */
function rowsOf(csv: string): Record<string, string>[] {
  const [header = [], ...rows] = csv
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/)
    .map(line =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    );
  return rows.map(row =>
    Object.fromEntries(header.map((name, column) => [name, row[column] === 'NA' ? '' : (row[column] ?? '')])),
  );
}

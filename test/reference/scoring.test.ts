/** Published indices, reproduced through a definition from their published components. */
import { describe, expect, test } from 'vitest';
import { checkExpectations } from '../../server/src/scoring/expectations.ts';
import { reportOf } from '../../server/src/scoring/report/report.ts';
import { isAbsent, readTable, referenceText } from '../support/reference.ts';
import { scoreTexts } from '../support/scoring.ts';

describe.skipIf(isAbsent)('published indices (skipped where ../shared/data is absent)', () => {
  test('HDI 2022: all published values at 3 decimals, ranks and tiers', () => {
    const file = 'hdi/hdr2023-24_hdi_components.csv';
    const csv = referenceText(file);
    const published = readTable(file).records;
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
    const file = 'egdi/egdi_2022.csv';
    const csv = referenceText(file);
    const report = reportOf(scoreTexts(eGovernment, csv), { locale: 'en', findings: [] });
    const ranks = new Map(report.units.map(unit => [unit.id, unit.rank]));
    const published = readTable(file).records;
    expect(published.length).toBe(193);
    for (const row of published) {
      const name = row['Country Name']!;
      expect.soft([name, ranks.get(name)]).toEqual([name, Number(row['E-Government Rank'])]);
    }
  });

  test('ASEM: COINr’s aggregates of the normalised data to 1e-9', () => {
    const meta = readTable('coinr-asem/ASEM_iMeta.csv').records;
    const normalised = referenceText('coinr-asem/dset_Normalised.csv');
    const aggregated = readTable('coinr-asem/dset_Aggregated.csv').records;
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
function asemDefinition(meta: readonly Readonly<Record<string, string>>[]): string {
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

/**
 * Indices of the builds that are published, written as an outside author would write them, on made-up data. The expected
 * numbers are computed here, straight from the published descriptions and without the engine.
 */
import { expect, test } from 'vitest';
import { reportOf, type ScoreReport } from '../../server/src/scoring/report/report.ts';
import { findingsOf } from '../support/memory.ts';
import { scoreTexts } from '../support/scoring.ts';

type Cell = number | undefined;
type Row = Readonly<Record<string, Cell>> & { readonly place: number };

const isThere = (value: Cell): value is number => value !== undefined;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

test('an unequal tree with parts that do not apply: weights go to siblings, to the level, or count as full marks', () => {
  const regionOf = (place: number) => (place % 3 === 0 ? 'landlocked' : 'coastal');
  const rows = madeUp(40, ['air', 'water', 'lead', 'stock', 'trawl', 'forest', 'wetland', 'carbon', 'methane'], {
    lead: place => (place % 7 === 0 ? 'n/a' : undefined),
    forest: place => (place % 11 === 0 ? 'n/a' : undefined),
    methane: place => (place % 5 === 0 ? '' : undefined),
  });
  const report = scored(
    environment,
    csvOf(rows, place => ({ coast: regionOf(place) })),
  );

  const goalposts = (lower: number, upper: number, x: Cell) =>
    isThere(x) ? Math.min(Math.max((100 * (x - lower)) / (upper - lower), 0), 100) : undefined;
  const reversed = (lower: number, upper: number, x: Cell) => {
    const score = goalposts(lower, upper, x);
    return score === undefined ? undefined : 100 - score;
  };
  expectScores(report, rows, row => {
    const isLandlocked = regionOf(row.place) === 'landlocked';
    // Lead, where it does not apply, gives its 15 of 100 to the whole level: health then counts 85 % of 20.
    const leadApplies = row.place % 7 !== 0;
    const health = weighted([
      [55, reversed(10, 90, row.air)],
      [30, reversed(10, 90, row.water)],
      [15, leadApplies ? reversed(10, 90, row.lead) : undefined],
    ])!;
    const fisheries = isLandlocked
      ? undefined
      : weighted([
          [70, goalposts(0, 80, row.stock)],
          [30, reversed(0, 100, row.trawl)],
        ]);
    const forest = row.place % 11 === 0 ? 100 : goalposts(5, 95, row.forest)!;
    const habitats = weighted([
      [40, forest],
      [60, goalposts(5, 95, row.wetland)],
    ])!;
    const vitality = weighted([
      [12, fisheries],
      [48, habitats],
    ])!;
    // Methane alone is missing: it is left out, and its third goes to carbon.
    const climate = weighted([
      [2, reversed(0, 100, row.carbon)],
      [1, reversed(0, 100, row.methane)],
    ])!;
    return weighted([
      [20 * (leadApplies ? 1 : 0.85), health],
      [42, vitality],
      [38, climate],
    ])!;
  });
  expect(report.units.find(({ id }) => id === 'u3')!.notApplicable).toEqual(['stock', 'trawl']);
});

test('missing goals filled by the mean of the region’s ranked countries', () => {
  const goals = ['poverty', 'hunger', 'health', 'oceans', 'peace'];
  const leaves = goals.flatMap(goal => [`${goal}-1`, `${goal}-2`, `${goal}-3`]);
  const regionOf = (place: number) => ['north', 'south', 'east'][place % 3]!;
  const isGap = (leaf: string, place: number) =>
    // Every ninth lacks a whole goal, every thirteenth so much that it is not ranked, and some lack a single value.
    (place % 9 === 4 && leaf.startsWith(goals[place % 5]!)) ||
    (place % 13 === 7 && leaf.endsWith('2')) ||
    (leaf === 'health-1' && place % 6 === 1);
  const gaps = Object.fromEntries(leaves.map(leaf => [leaf, (place: number) => (isGap(leaf, place) ? '' : undefined)]));
  const rows = madeUp(60, leaves, gaps);
  const definition = goalsDefinition(goals);
  const report = scored(
    definition,
    csvOf(rows, place => ({ region: regionOf(place) })),
  );

  // Independently: goal scores, who is ranked, the regions' means over those, then the index.
  const isRanked = (row: Row) => leaves.filter(leaf => isThere(row[leaf])).length >= 0.8 * leaves.length;
  const goalScore = (row: Row, goal: string) => {
    const scores = [1, 2, 3].map(k => row[`${goal}-${k}`]).filter(isThere);
    return scores.length === 0 ? undefined : mean(scores.map(x => Math.min(Math.max((x - 10) / 0.7, 0), 100)));
  };
  const regional = (region: string, goal: string) => {
    const known = rows.filter(row => isRanked(row) && regionOf(row.place) === region);
    return mean(known.map(row => goalScore(row, goal)).filter(isThere));
  };
  const total = (row: Row) => mean(goals.map(goal => goalScore(row, goal) ?? regional(regionOf(row.place), goal)));
  expectScores(report, rows, total);

  const filled = rows.filter(row => goals.some(goal => goalScore(row, goal) === undefined));
  expect(filled.length).toBeGreaterThan(4);
  for (const row of filled) {
    const unit = report.units.find(({ id }) => id === `u${row.place}`)!;
    expect(Object.keys(unit.imputed)).toEqual(goals.filter(goal => goalScore(row, goal) === undefined));
  }
  const unranked = rows.filter(row => !isRanked(row));
  expect(unranked.length).toBeGreaterThan(2);
  const ranked = rows.filter(isRanked);
  for (const unit of report.units) {
    const row = rows.find(({ place }) => unit.id === `u${place}`)!;
    const rank = 1 + ranked.filter(other => hundredths(total(other)) > hundredths(total(row))).length;
    expect([unit.id, unit.eligible, unit.rank]).toEqual([unit.id, isRanked(row), isRanked(row) ? rank : null]);
  }
});

test('components from z-scores, stretched to 0–1, and their mean with competition ranks', () => {
  const leaves = ['service', 'users', 'mobile', 'fixed', 'literacy', 'enrolment', 'expected', 'years'];
  const rows = madeUp(80, leaves, {});
  const report = scored(
    eGovernment,
    csvOf(rows, () => ({})),
  );
  const z = Object.fromEntries(leaves.map(leaf => [leaf, zScores(rows.map(row => row[leaf]!))]));
  const stretched = (values: readonly number[]) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return values.map(value => (value - least) / (most - least));
  };
  const osi = stretched(rows.map(row => row.service!));
  const tii = stretched(rows.map((_, k) => mean([z.users![k]!, z.mobile![k]!, z.fixed![k]!])));
  const hci = stretched(
    rows.map((_, k) => z.literacy![k]! / 3 + (2 / 9) * (z.enrolment![k]! + z.expected![k]! + z.years![k]!)),
  );
  const totals = rows.map((_, k) => (osi[k]! + tii[k]! + hci[k]!) / 3);
  expectScores(report, rows, row => totals[row.place - 1]!);
  rows.forEach((row, k) => {
    const unit = report.units.find(({ id }) => id === `u${row.place}`)!;
    const rank = 1 + totals.filter(total => Math.round(total * 1e4) > Math.round(totals[k]! * 1e4)).length;
    expect([unit.id, unit.rank]).toEqual([unit.id, rank]);
    const group = totals[k]! > 0.75 ? 'Very high' : totals[k]! > 0.5 ? 'High' : totals[k]! > 0.25 ? 'Middle' : 'Low';
    expect([unit.id, unit.tier]).toEqual([unit.id, group]);
  });
});

test('the share of a normal distribution below the mean of z-scores', () => {
  const leaves = ['stress', 'systems', 'capacity'];
  const rows = madeUp(30, leaves, {});
  const report = scored(
    sustainability,
    csvOf(rows, () => ({})),
  );
  const [stress, systems, capacity] = leaves.map(leaf => zScores(rows.map(row => row[leaf]!)));
  expectScores(report, rows, row => {
    const k = row.place - 1;
    return 100 * normalShareBelow(mean([-stress![k]!, systems![k]!, capacity![k]!]));
  });
});

/** As an author has it: no finding but information, everything scored. */
function scored(definition: string, csv: string): ScoreReport {
  const findings = findingsOf({ 'index.indicators.yaml': definition, 'data.csv': csv });
  expect(findings.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  const report = reportOf(scoreTexts(definition, csv), { locale: 'en', findings: [] });
  expect(report.unscored).toEqual([]);
  return report;
}

function expectScores(report: ScoreReport, rows: readonly Row[], scoreOf: (row: Row) => number): void {
  expect(report.units.length).toBe(rows.length);
  for (const row of rows) {
    const { unrounded } = report.units.find(({ id }) => id === `u${row.place}`)!;
    const expected = scoreOf(row);
    expect(Math.abs(unrounded! - expected), `u${row.place}: ${unrounded}, not ${expected}`).toBeLessThan(1e-11 * 100);
  }
  expect(new Set(rows.map(scoreOf)).size).toBeGreaterThan(rows.length / 2);
}

/** The weighted mean of those that are there, weights rescaled. */
function weighted(parts: readonly (readonly [number, Cell])[]): Cell {
  const present = parts.filter((part): part is readonly [number, number] => isThere(part[1]));
  return present.length === 0 ? undefined : sum(present.map(([w, s]) => w * s)) / sum(present.map(([w]) => w));
}

function zScores(values: readonly number[]): readonly number[] {
  const centre = mean(values);
  const sd = Math.sqrt(sum(values.map(value => (value - centre) ** 2)) / (values.length - 1));
  return values.map(value => (value - centre) / sd);
}

/** By Simpson's rule from 0. */
function normalShareBelow(x: number): number {
  const n = 2000;
  const density = (t: number) => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
  const inner = Array.from({ length: n - 1 }, (_, k) => (k % 2 === 0 ? 4 : 2) * density(((k + 1) * x) / n));
  return 0.5 + ((density(0) + sum(inner) + density(x)) * x) / (3 * n);
}

function hundredths(value: number): number {
  return Math.round(value * 100);
}

type Gaps = Readonly<Record<string, (place: number) => '' | 'n/a' | undefined>>;

const written = new WeakMap<Row, Readonly<Record<string, string>>>();

/** Values of 0–100 with two decimals, the same in every run; gaps are missing or do not apply. */
function madeUp(n: number, columns: readonly string[], gaps: Gaps): readonly Row[] {
  let seed = 20241;
  const next = () => {
    seed = (seed * 48271) % 2147483647;
    return (seed % 10001) / 100;
  };
  return Array.from({ length: n }, (_, index) => {
    const place = index + 1;
    const cells = columns.map(column => [column, next(), gaps[column]?.(place)] as const);
    const row: Row = {
      ...Object.fromEntries(cells.map(([column, x, gap]) => [column, gap === undefined ? x : undefined])),
      place,
    };
    written.set(row, Object.fromEntries(cells.map(([column, x, gap]) => [column, gap ?? String(x)])));
    return row;
  });
}

function csvOf(rows: readonly Row[], groupsOf: (place: number) => Readonly<Record<string, string>>): string {
  const lines = rows.map(row => ({ code: `u${row.place}`, ...groupsOf(row.place), ...written.get(row)! }));
  return [Object.keys(lines[0]!), ...lines.map(line => Object.values(line))].map(line => line.join(',')).join('\n');
}

const environment = `
indicatorSystem: 1
id: environment
title: Environmental performance
weights: relative
units: {id: code, groups: {coast: {column: coast, values: [coastal, landlocked]}}}
data: [{path: data.csv, missing: [''], notApplicable: [n/a]}]
defaults: {normalise: {method: goalposts, lower: 10, upper: 90}}
indicators:
  - id: health
    name: Environmental health
    weight: 20
    notApplicable: spread
    indicators:
      - {id: air, name: Air, weight: 55, direction: negative, measure: µg}
      - {id: water, name: Water, weight: 30, direction: negative, measure: µg}
      - {id: lead, name: Lead, weight: 15, direction: negative, measure: µg}
  - id: vitality
    name: Ecosystem vitality
    weight: 42
    indicators:
      - id: fisheries
        name: Fisheries
        weight: 12
        indicators:
          - {id: stock, name: Stock, weight: 70, appliesTo: {coast: coastal}, normalise: {method: goalposts, lower: 0, upper: 80}, measure: '%'}
          - {id: trawl, name: Trawled catch, weight: 30, appliesTo: {coast: coastal}, direction: negative, normalise: {method: goalposts, lower: 0, upper: 100}, measure: '%'}
      - id: habitats
        name: Habitats
        weight: 48
        notApplicable: full
        indicators:
          - {id: forest, name: Forest, weight: 40, normalise: {method: goalposts, lower: 5, upper: 95}, measure: '%'}
          - {id: wetland, name: Wetland, weight: 60, normalise: {method: goalposts, lower: 5, upper: 95}, measure: '%'}
  - id: climate
    name: Climate
    weight: 38
    missing: exclude
    indicators:
      - {id: carbon, name: Carbon, weight: 2, direction: negative, normalise: {method: goalposts, lower: 0, upper: 100}, measure: t}
      - {id: methane, name: Methane, weight: 1, direction: negative, normalise: {method: goalposts, lower: 0, upper: 100}, measure: t}
ranking: {ties: competition, round: {decimals: 1}}
rules: {goalpost-truncates: {severity: off, reason: the goalposts are percentiles}, weight-dominant: {severity: off, reason: as published}}
`;

function goalsDefinition(goals: readonly string[]): string {
  const goal = (id: string) => `
  - id: ${id}
    name: ${id}
    weight: 1
    impute: {method: mean, by: region, over: eligible}
    indicators:
${[1, 2, 3].map(k => `      - {id: ${id}-${k}, name: ${id} ${k}, weight: 1, measure: '%'}`).join('\n')}`;
  return `
indicatorSystem: 1
id: goals
title: Goals
weights: relative
units: {id: code, groups: {region: {column: region, values: [north, south, east]}}}
data: [{path: data.csv}]
defaults: {missing: exclude, normalise: {method: goalposts, lower: 10, upper: 80}}
indicators:${goals.map(goal).join('')}
ranking: {ties: competition, round: {decimals: 2}, eligible: {minShare: 0.8}}
rules: {goalpost-truncates: {severity: off, reason: the goalposts are percentiles}}
`;
}

const eGovernment = `
indicatorSystem: 1
id: e-government
title: E-government
scale: [0, 1]
weights: relative
units: {id: code}
data: [{path: data.csv}]
defaults: {missing: fail, normalise: {method: z-score}}
indicators:
  - {id: service, name: Online services, weight: 1, normalise: {method: min-max}, measure: points}
  - id: infrastructure
    name: Infrastructure
    weight: 1
    standardise: min-max
    indicators:
      - {id: users, name: Users, weight: 1, measure: '%'}
      - {id: mobile, name: Mobile, weight: 1, measure: '%'}
      - {id: fixed, name: Fixed, weight: 1, measure: '%'}
  - id: capital
    name: Human capital
    weight: 1
    standardise: min-max
    indicators:
      - {id: literacy, name: Literacy, weight: 3, measure: '%'}
      - {id: enrolment, name: Enrolment, weight: 2, measure: '%'}
      - {id: expected, name: Expected years, weight: 2, measure: years}
      - {id: years, name: Mean years, weight: 2, measure: years}
ranking: {ties: competition, round: {decimals: 4}}
tiers: [{name: Very high, above: 0.75}, {name: High, above: 0.5}, {name: Middle, above: 0.25}, {name: Low}]
rules:
  weight-dominant: {severity: off, reason: as published}
  relative-with-tiers: {severity: off, reason: as published}
`;

const sustainability = `
indicatorSystem: 1
id: sustainability
title: Sustainability
weights: relative
standardise: normal-cdf
units: {id: code}
data: [{path: data.csv}]
defaults: {normalise: {method: z-score}}
indicators:
  - {id: stress, name: Stress, weight: 1, direction: negative, measure: '%'}
  - {id: systems, name: Systems, weight: 1, measure: '%'}
  - {id: capacity, name: Capacity, weight: 1, measure: '%'}
ranking: {ties: competition, round: {decimals: 1}}
`;

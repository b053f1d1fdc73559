import { describe, expect, test } from 'vitest';
import type { BoundData } from '../../../server/src/scoring/bind/bind.ts';
import { periodNumbers } from '../../../server/src/scoring/periods.ts';
import { bindTexts, systemOf } from '../../support/scoring.ts';

function bind(definition: string, ...csvs: readonly string[]): BoundData {
  return bindTexts(systemOf(`indicatorSystem: 1\nunits: {id: code}\n${definition}`), csvs);
}

function leaf({ leaves }: BoundData) {
  return [...leaves.values()][0]!;
}

const panel = 'code,year,x\na,2023,1\nb,2024,5\na,2024,2\nc,2023,7\nb,2022,3\na,2022,\n';

describe('the period that is scored', () => {
  test('its rows count, whatever their order; a unit that only other periods have is none', () => {
    const data = bind('data: [{path: a.csv, period: {column: year, is: 2024}}]\nindicators: [{id: x}]', panel);
    expect(data.units.map(({ id }) => id)).toEqual(['b', 'a']);
    expect([...leaf(data).columns[0]!.values]).toEqual([5, 2]);
    expect([data.duplicates, data.strays, data.problems, data.unknownPeriods]).toEqual([[], [], [], []]);
    expect(data.otherPeriods[0]!.map(({ name, rows }) => [name, ...rows])).toEqual([
      ['2022', 4, 5],
      ['2023', -1, 0],
    ]);
  });

  test('without `is` it is that of the edition; 2024.0 is 2024', () => {
    const text = 'code,year,x\na,2024.0,1\na,2023.0,2\n';
    const data = bind('edition: 2024\ndata: [{path: a.csv, period: {column: year}}]\nindicators: [{id: x}]', text);
    expect([...leaf(data).columns[0]!.values]).toEqual([1]);
  });

  test('one unit twice in any period is a duplicate, one unit in two periods is not', () => {
    const text = 'code,year,x\na,2024,1\na,2023,2\na,2023,3\na,2024,4\n';
    const data = bind('data: [{path: a.csv, period: {column: year, is: 2024}}]\nindicators: [{id: x}]', text);
    expect(data.duplicates).toEqual([
      { unit: 'a', source: 0, row: 3, firstRow: 0 },
      { unit: 'a', source: 0, row: 2, firstRow: 1 },
    ]);
    expect([...leaf(data).columns[0]!.values]).toEqual([1]);
  });

  test('no row has it: no unit, and the periods that are there', () => {
    const data = bind('data: [{path: a.csv, period: {column: year, is: 2025}}]\nindicators: [{id: x}]', panel);
    expect(data.units).toEqual([]);
    expect(data.unknownPeriods).toEqual([{ source: 0, wanted: '2025', found: ['2022', '2023', '2024'] }]);
  });

  test('nobody says which it is', () => {
    const data = bind('data: [{path: a.csv, period: {column: year}}]\nindicators: [{id: x}]', panel);
    expect(data.unknownPeriods.map(({ wanted }) => wanted)).toEqual([undefined]);
    expect(data.units).toEqual([]);
  });

  test('without its column no row counts: rows of all periods would be mixed', () => {
    const data = bind('data: [{path: a.csv, period: {column: jahr, is: 2024}}]\nindicators: [{id: x}]', panel);
    expect(data.units).toEqual([]);
    expect(data.unresolved.map(({ use, name }) => [use, name])).toEqual([['period', 'jahr']]);
  });

  test('a row without a period is a problem and does not count', () => {
    const data = bind(
      'data: [{path: a.csv, period: {column: year, is: 2024}}]\nindicators: [{id: x}]',
      'code,year,x\na,,1\na,2024,2\n',
    );
    expect(data.problems).toEqual([{ kind: 'period', source: 0, row: 0, column: 1, text: '' }]);
    expect([...leaf(data).columns[0]!.values]).toEqual([2]);
  });
});

describe('other periods of a leaf', () => {
  const definition =
    'data: [{path: a.csv, period: {column: year, is: 2024}}]\nindicators: [{id: x, impute: {method: latest}}]';

  test('are read where its imputation draws on them, in the order of the units', () => {
    const { periods } = leaf(bind(definition, panel));
    expect(periods?.own).toBe(2024);
    expect(
      periods?.others.map(({ period, columns }) => [period, [...columns[0]!.values], [...columns[0]!.states]]),
    ).toEqual([
      [2022, [3, 0], [0, 1]],
      [2023, [0, 1], [1, 0]],
    ]);
    expect(leaf(bind(definition.replace('latest', 'mean'), panel)).periods).toBeUndefined();
  });

  test('what is no number there is a problem: it would be passed over', () => {
    const data = bind(definition, 'code,year,x\na,2024,\na,2023,#N/A\n');
    expect(data.problems.map(({ row, text, reason }) => [row, text, reason])).toEqual([[1, '#N/A', 'error-value']]);
  });

  test('a denominator is of the same period; in a source without periods it is one for all', () => {
    const both = bind(
      `data: [{path: a.csv, period: {column: year, is: 2024}}]\nindicators: [{id: x, denominator: d, impute: {method: linear}}]`,
      'code,year,x,d\na,2024,,10\na,2023,4,20\n',
    );
    expect([...leaf(both).denominator!.column.values]).toEqual([10]);
    expect([...leaf(both).periods!.others[0]!.denominator!.values]).toEqual([20]);
    const apart = bind(
      `data: [{path: a.csv, period: {column: year, is: 2024}}, {path: b.csv}]\nindicators: [{id: x, denominator: d, impute: {method: linear}}]`,
      'code,year,x\na,2024,\na,2023,4\n',
      'code,d\na,30\n',
    );
    expect([...leaf(apart).periods!.others[0]!.denominator!.values]).toEqual([30]);
  });
});

test.each([
  [
    ['2024', '2019.5', '1e3'],
    [2024, 2019.5, 1000],
  ],
  [
    ['2024Q2', '2023Q4', '2024Q1'],
    [2, 0, 1],
  ],
  [
    ['2024-03-01', '2023'],
    [1, 0],
  ],
])('%j lie apart as %j', (names, numbers) => {
  expect(names.map(name => periodNumbers(names).get(name))).toEqual(numbers);
});

describe('a long file', () => {
  const source =
    'data: [{path: a.csv, long: {indicator: item, value: score}, period: {column: year, is: 2024}, unit: area}]';
  const indicators = 'indicators: [{id: x, impute: {method: latest}}, {id: y}]';
  const text = ['item,area,year,score', 'x,b,2023,3', 'x,a,2024,1', 'y,a,2024,2', 'x,b,2024,', 'y,b,2024,4'].join('\n');

  test('is read as if each indicator had its column', () => {
    const data = bind(`${source}\n${indicators}`, text);
    expect(data.units.map(({ id }) => id)).toEqual(['a', 'b']);
    const [x, y] = [...data.leaves.values()];
    expect([[...x!.columns[0]!.values], [...x!.columns[0]!.states]]).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect([...y!.columns[0]!.values]).toEqual([2, 4]);
    expect(x!.periods!.others.map(({ period, columns }) => [period, ...columns[0]!.values])).toEqual([[2023, 0, 3]]);
    expect([data.problems, data.duplicates, data.unresolved]).toEqual([[], [], []]);
  });

  test('joins with a wide one whose key has another name', () => {
    const definition = `data: [{path: b.csv}, {path: a.csv, long: {indicator: item, value: score}, unit: area}]\nindicators: [{id: w}, {id: y}]`;
    const data = bind(definition, 'code,w\na,7\nb,8\n', 'item,area,score\ny,b,4\ny,a,2\n');
    expect([...data.leaves.values()].map(({ columns }) => [...columns[0]!.values])).toEqual([
      [7, 8],
      [2, 4],
    ]);
    expect(data.strays).toEqual([]);
  });

  test('without one of its columns no row counts', () => {
    const data = bind(`${source.replace('value: score', 'value: points')}\n${indicators}`, text);
    expect(data.units).toEqual([]);
    expect(data.unresolved.map(({ use, name, source: index }) => [use, name, index])).toContainEqual([
      'long',
      'points',
      0,
    ]);
  });
});

import { expect, test } from 'vitest';
import { findUnit } from '../../../server/src/scoring/bind/bind.ts';
import { bindTexts, systemOf } from '../../support/scoring.ts';

const head = `
indicatorSystem: 1
units:
  id: code
  name: name
  aliases: {科技部: 科学技术部}
  groups:
    kind: {column: kind, values: [省级, 重点城市]}
    city: {column: city, separator: ";"}
`;

function bind(definition: string, ...csvs: readonly (string | undefined)[]) {
  return bindTexts(systemOf(head + definition), csvs);
}

test('sources are joined on the key; aliases are one unit; a unit of a later source only comes last', () => {
  const data = bind(
    'data: [{id: a, path: a.csv}, {id: b, path: b.csv, unit: ministry}]\nindicators: [{id: x}, {id: y}]',
    'code,name,x\n外交部,,1\n科学技术部,科技,2\n',
    'ministry,y\n教育部,7\n科技部,8\n',
  );
  expect(data.units.map(({ id, name }) => [id, name])).toEqual([
    ['外交部', '外交部'],
    ['科学技术部', '科技'],
    ['教育部', '教育部'],
  ]);
  expect(data.strays).toEqual([{ unit: '教育部', source: 1, row: 0 }]);
  const [x, y] = [...data.leaves.values()].map(({ columns }) => columns[0]!);
  expect([[...x!.values], [...x!.states]]).toEqual([
    [1, 2, 0],
    [0, 0, 1],
  ]);
  expect([[...y!.values], [...y!.states]]).toEqual([
    [0, 8, 7],
    [1, 0, 0],
  ]);
  expect(findUnit(data, '科技部')?.id).toBe('科学技术部');
  expect(findUnit(data, '科技')?.id).toBe('科学技术部');
});

test('of two rows for one unit the first counts', () => {
  const data = bind('data: [{path: a.csv}]\nindicators: [{id: x}]', 'code,x\na,1\nb,2\na,3\n');
  expect(data.duplicates).toEqual([{ unit: 'a', source: 0, row: 2, firstRow: 0 }]);
  expect([...[...data.leaves.values()][0]!.columns[0]!.values]).toEqual([1, 2]);
});

test('missing, not applicable and what is no number', () => {
  const data = bind(
    'data: [{path: a.csv, notApplicable: [不适用]}]\nindicators: [{id: x}]',
    'code,x\na,缺\nb,不适用\nc,"12,5"\nd,\ne,95%\nf,3\n',
  );
  const [column] = [...data.leaves.values()][0]!.columns;
  expect([...column!.states]).toEqual([1, 2, 3, 1, 3, 0]);
  expect(data.problems.map(({ kind, row, column, text, suggestion }) => [kind, row, column, text, suggestion])).toEqual(
    [
      ['number', 2, 1, '12,5', '12.5'],
      ['number', 4, 1, '95%', '95'],
    ],
  );
});

test('grades, and yes and no: others are problems at their cells, close ones are suggested', () => {
  const data = bind(
    'data: [{path: a.csv}]\nindicators: [{id: g, categories: {A: 100, B+: 80}}, {id: c, checklist: {p: 30, q: 70}}]',
    'code,g,p,q\na,A,是,否\nb,b＋,有,×\nc,C,TRUE,maybe\n',
  );
  const [grades, checklist] = [...data.leaves.values()];
  expect([...grades!.columns[0]!.states]).toEqual([0, 3, 3]);
  expect(checklist!.columns.map(({ values }) => [...values])).toEqual([
    [1, 1, 1],
    [0, 0, 0],
  ]);
  expect([...checklist!.columns[1]!.states]).toEqual([0, 0, 3]);
  expect(data.problems.map(({ kind, row, text, suggestion }) => [kind, row, text, suggestion])).toEqual([
    ['category', 1, 'b＋', 'B+'],
    ['category', 2, 'C', undefined],
    ['checklist', 2, 'maybe', undefined],
  ]);
});

test('groups: several in one cell, declared order, strangers are problems', () => {
  const data = bind('data: [{path: a.csv}]', 'code,kind,city\na,重点城市,副省级;省会\nb,省级,\nc,县,省会\n');
  expect(data.units.map(({ groups }) => Object.fromEntries(groups))).toEqual([
    { kind: ['重点城市'], city: ['副省级', '省会'] },
    { kind: ['省级'], city: [] },
    { kind: ['县'], city: ['省会'] },
  ]);
  expect(data.groupSystems).toEqual([
    { id: 'kind', groups: ['省级', '重点城市', '县'] },
    { id: 'city', groups: ['副省级', '省会'] },
  ]);
  expect(data.problems).toEqual([{ kind: 'group', source: 0, row: 2, column: 1, text: '县' }]);
});

test('a unit to which an indicator does not apply is not applicable, and its cell is not read', () => {
  const data = bind(
    'data: [{path: a.csv}]\nindicators: [{id: p, appliesTo: {kind: 省级}, indicators: [{id: x}]}]',
    'code,kind,x\na,省级,1\nb,重点城市,n.a.\n',
  );
  expect([...[...data.leaves.values()][0]!.columns[0]!.states]).toEqual([0, 2]);
  expect(data.problems).toEqual([]);
});

test('list order: by a column of numbers, or as listed; the rest last', () => {
  const csv = 'code,name,o\na,甲,10\nb,乙,9\nc,丙,\n';
  const order = (text: string) =>
    bindTexts(systemOf(`units: {id: code, name: name, order: ${text}}\ndata: [{path: a.csv}]`), [csv]).units.map(
      ({ id }) => id,
    );
  expect(order('{column: o}')).toEqual(['b', 'a', 'c']);
  expect(order('[丙, a]')).toEqual(['c', 'a', 'b']);
  expect(order('file')).toEqual(['a', 'b', 'c']);
});

test('columns that are nowhere are reported, but only if all data are there', () => {
  const definition =
    'data: [{id: a, path: a.csv}, {id: b, path: b.csv}]\nindicators: [{id: x, from: b}, {id: y}, {id: z, from: q}]';
  const names = (data: ReturnType<typeof bind>) =>
    data.unresolved.filter(({ indicator }) => indicator).map(({ use, name, source }) => [use, name, source]);
  const complete = bind(definition, 'code,name,kind,city,x\na,,,,1\n', 'code\na\n');
  expect(names(complete)).toEqual([
    ['leaf', 'x', 1],
    ['leaf', 'y', undefined],
    ['source', 'q', undefined],
  ]);
  expect(names(bind(definition, 'code,name,kind,city,x\na,,,,1\n', undefined))).toEqual([['source', 'q', undefined]]);
});

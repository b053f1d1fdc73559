import { expect, test } from 'vitest';
import { readDelimited } from '../../../server/src/data/delimited.ts';
import { wideTable } from '../../../server/src/data/longLayout.ts';
import type { Table } from '../../../server/src/data/table.ts';

function wide(text: string, keys: readonly string[]): Table {
  const table: Table = { ...readDelimited(text, 'csv'), encoding: 'utf-8' };
  const at = (name: string) => table.columnIndex(name);
  return wideTable(table, { keys: keys.map(at), name: at('indicator'), value: at('value') });
}

function cells(table: Table): readonly (readonly string[])[] {
  return Array.from({ length: table.nRows }, (_, row) => table.columns.map((_, column) => table.cell(row, column)));
}

const text = [
  'year,kind,code,indicator,value',
  '2024,省级,a,online,1',
  '2024,省级,a,reply,2',
  '2023,省级,a,online,9',
  '2024,市级,b,reply,4',
].join('\n');

test('one row for each unit and period, one column for each indicator, then the others', () => {
  const table = wide(text, ['code', 'year']);
  expect(table.columns.map(({ name }) => name)).toEqual(['code', 'year', 'online', 'reply', 'kind']);
  expect(cells(table)).toEqual([
    ['a', '2024', '1', '2', '省级'],
    ['a', '2023', '9', '', '省级'],
    ['b', '2024', '', '4', '市级'],
  ]);
  expect(table.columnIndex('reply')).toBe(3);
  expect(table.columnIndex('value')).toBe(-1);
});

test('cells keep their places; one that is not there has that of the value in the first row of its unit', () => {
  const table = wide(text, ['code', 'year']);
  const shown = (row: number, column: number) => {
    const { start, end } = table.cellRange(row, column);
    return [table.text.slice(start, end), table.addressOf(row, column).en];
  };
  expect(shown(0, 3)).toEqual(['2', 'row 3, column value']);
  expect(shown(1, 3)).toEqual(['9', 'row 4, column value']);
  expect(shown(2, 0)).toEqual(['b', 'row 5, column code']);
  expect(table.text.slice(table.columns[3]!.header.start, table.columns[3]!.header.end)).toBe('reply');
});

test('a value that is there already, and a row without an indicator, are problems', () => {
  const table = wide('code,indicator,value\na,x,1\na,x,2\nb,,3\nb,x,4\n', ['code']);
  expect(cells(table)).toEqual([
    ['a', '1'],
    ['b', '4'],
  ]);
  expect(table.problems.map(({ code, message }) => [code, message.en])).toEqual([
    [
      'repeated-value',
      'row 3, column value: the unit has a value of this indicator already, in row 2; only that one counts',
    ],
    ['unnamed-row', 'row 4, column indicator: this row names no indicator and is not used'],
  ]);
});

test('names of objects are names like any other', () => {
  const table = wide('code,indicator,value\n__proto__,constructor,1\n', ['code']);
  expect([table.columnIndex('constructor'), table.columnIndex('toString'), cells(table)]).toEqual([
    1,
    -1,
    [['__proto__', '1']],
  ]);
});

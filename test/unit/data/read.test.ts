import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../server/src/data/format.ts';
import { readNumbers } from '../../../server/src/data/numbers.ts';
import { readTable } from '../../../server/src/data/read.ts';
import type { Encoding, Table } from '../../../server/src/data/table.ts';
import { encoder } from '../../support/encode.ts';

const encode = encoder();

function cells(table: Table): readonly (readonly string[])[] {
  return Array.from({ length: table.nRows }, (_, row) => table.columns.map((_, column) => table.cell(row, column)));
}

describe('readTable', () => {
  test.each<Encoding>(['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'])('a table in %s', encoding => {
    const bytes = encode('代码,名称\r\n1,"北京\r\n市"\r\n2,㐀𠀀\r\n', encoding);
    const table = readTable(bytes, { format: 'csv', encoding: 'auto' });
    expect(table.encoding).toBe(encoding);
    expect(table.columns.map(column => column.name)).toEqual(['代码', '名称']);
    expect(cells(table)).toEqual([
      ['1', '北京\r\n市'],
      ['2', '㐀𠀀'],
    ]);
    expect(table.problems).toEqual([]);
    expect(table.cellRange(1, 1)).toEqual({ start: 20, end: 23 });
  });

  test('what Excel calls Unicode text is UTF-16 with tabs', () => {
    const bytes = encode('代码\t名称, 全称\t占比\r\n1\t"北京, 市"\t12.5\r\n', 'utf-16le');
    for (const format of ['csv', 'tsv'] as const) {
      const table = readTable(bytes, { format, encoding: 'auto' });
      expect(cells(table)).toEqual([['1', '北京, 市', '12.5']]);
      expect(table.columnIndex('名称, 全称')).toBe(1);
    }
  });

  test('JSON with a mark', () => {
    const table = readTable(encode('[{"名称": "北京"}]', 'utf-8-bom'), { format: 'json', encoding: 'auto' });
    expect(cells(table)).toEqual([['北京']]);
    expect(table.problems).toEqual([]);
  });

  test('problems of the encoding come first', () => {
    const table = readTable(encode('名,名\n', 'gb18030'), { format: 'csv', encoding: 'utf-8' });
    expect(table.problems.map(problem => problem.code)).toEqual(['replacement-characters', 'duplicate-column']);
  });

  test('more bytes than fit into a text are not read', () => {
    const table = readTable(new Uint8Array(500_000_001), { format: 'csv', encoding: 'auto' });
    expect(table.problems.map(problem => problem.code)).toEqual(['too-large']);
    expect([table.nRows, table.columns.length]).toEqual([0, 0]);
  });
});

test.each([
  ['data/2024.csv', 'csv'],
  ['数据.TSV', 'tsv'],
  ['a.b.Json', 'json'],
  ['a.csv.bak', undefined],
  ['csv', undefined],
  ['dir.csv/file', undefined],
  ['x.xlsx', 'xlsx'],
  ['x.PARQUET', 'parquet'],
  ['x.jsonl', 'ndjson'],
  ['x.ndjson', 'ndjson'],
  ['x.xls', undefined],
  ['', undefined],
])('the format of %s is %s', (path, format) => {
  expect(formatOf(path)).toBe(format);
});

describe('readNumbers', () => {
  const table = readTable(encode('id;x\nA;1.5\nB;NA\nC;2,5\nD;-999\nE;"x\nF;1e999\nG\n', 'utf-8'), {
    format: 'csv',
    encoding: 'auto',
  });

  test('missing is not bad, bad is not missing', () => {
    const { values, badRows } = readNumbers(table, 1, new Set(['', 'NA']));
    expect([...values]).toEqual([1.5, Number.NaN, Number.NaN, -999, Number.NaN, Number.NaN, Number.NaN]);
    expect(badRows).toEqual([2, 4, 5]);
  });

  test('a number may stand for missing', () => {
    expect(readNumbers(table, 1, new Set(['-999'])).values[3]).toBeNaN();
    expect(readNumbers(table, 1, new Set(['-999'])).badRows).toEqual([1, 2, 4, 5, 6]);
  });
});

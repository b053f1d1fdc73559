/** The files beside this test were written by DuckDB 1.5.6, one for each compression; `blankNames` by hyparquet-writer 0.17. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openedTable } from '../../../server/src/data/opened.ts';
import { openParquet } from '../../../server/src/data/parquet.ts';

function file(name: string): Uint8Array {
  return readFileSync(new URL(`./files/${name}.parquet`, import.meta.url));
}

describe.each(['duckdbSnappy', 'duckdbZstd', 'duckdbGzip', 'duckdbLz4', 'duckdbBrotli'])('%s', name => {
  test('every kind of column, to the last digit', async () => {
    const table = openedTable(await openParquet(file(name)), undefined);
    const columns = table.columns.map(({ name: column }, index) => [
      column,
      ...Array.from({ length: table.nRows }, (_, row) => table.cell(row, index)),
    ]);
    expect(columns).toEqual([
      ['code', '110000', '310000', '120000'],
      ['名称', '北京市', '上海市', ''],
      ['single', '12.1', '-0.1', ''],
      ['cents', '0.57', '-3.05', ''],
      ['large', '9007199254740993', '42', ''],
      ['day', '2024-03-01', '', ''],
      ['time', '2024-03-01T12:30:00', '', ''],
      ['flag', 'true', 'false', ''],
      ['double', '0.1', '', '97.5'],
      ['wide', '12345678901234567.89', '-0.01', ''],
      ['list', '[…]', '[…]', '[…]'],
    ]);
    expect(table.problems).toEqual([]);
  });
});

test('a cell is found by the number of its row and the name of its column', async () => {
  const table = openedTable(await openParquet(file('duckdbSnappy')), undefined);
  expect(table.addressOf(1, 2)).toEqual({ en: 'row 2, column single', 'zh-CN': '第 2 行“single”列' });
});

test('blanks around a column’s name do not count', async () => {
  const table = openedTable(await openParquet(file('blankNames')), undefined);
  expect(table.columns.map(({ name }) => name)).toEqual(['code', 'online']);
  expect([table.cell(0, 1), table.cell(1, 1)]).toEqual(['1.5', '2']);
});

test('there are no sheets to choose from', async () => {
  const { problems } = openedTable(await openParquet(file('duckdbSnappy')), 'Sheet1');
  expect(problems.map(({ message }) => message.en)).toEqual(['The file has no sheets: leave `sheet` out.']);
});

describe('files that are not as they should be', () => {
  const whole = file('duckdbSnappy');

  test.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('code,online\na,1\n')],
    ['the first half', whole.subarray(0, whole.length / 2)],
    ['the second half', whole.subarray(whole.length / 2)],
  ])('%s', async (_, bytes) => {
    const { tables, problem } = await openParquet(bytes);
    expect([tables, problem?.message.en]).toEqual([[], expect.stringMatching(/^The Parquet file cannot be read: /)]);
  });
});

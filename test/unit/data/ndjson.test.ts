import { expect, test } from 'vitest';
import { readNdjson } from '../../../server/src/data/ndjson.ts';

type Body = ReturnType<typeof readNdjson>;

function cells(table: Body): readonly (readonly string[])[] {
  return Array.from({ length: table.nRows }, (_, row) => table.columns.map((_, column) => table.cell(row, column)));
}

function problems({ problems: all, text }: Body): readonly (readonly string[])[] {
  return all.map(({ code, range, message }) => [code, text.slice(range.start, range.end), message.en]);
}

test('one object a line; numbers stay as they were written, lines end in any way, blank ones do not count', () => {
  const table = readNdjson(
    '{"code":"a","online":12.50}\r\n\n  {"online":1e2 , "code":"b"}  \r{"code":null,"new":true}',
  );
  expect(table.columns.map(({ name }) => name)).toEqual(['code', 'online', 'new']);
  expect(cells(table)).toEqual([
    ['a', '12.50', ''],
    ['b', '1e2', ''],
    ['', '', 'true'],
  ]);
  expect(table.problems).toEqual([]);
});

test('cells have their places', () => {
  const table = readNdjson('{"code":"a"}\n\n{"code":"b"}\n');
  const { start, end } = table.cellRange(1, 0);
  expect(table.text.slice(start, end)).toBe('"b"');
  expect(table.rowNumber(1, 0)).toBe(3);
  expect(table.addressOf(1, 0)).toEqual({ en: 'row 3, column code', 'zh-CN': '第 3 行“code”列' });
});

test('a line that is wrong is left out, the others stand', () => {
  const table = readNdjson('{"a":1}\n{"a":\n{"a":3}{"a":4}\n[1]\n{"a":5,}\n{"a":6}');
  expect(cells(table)).toEqual([['1'], ['6']]);
  expect(problems(table)).toEqual([
    ['json-syntax', '\n', 'Row 2: “U+000a” is not valid JSON here. This row is not used.'],
    ['json-syntax', '{', 'Row 3: “{” is not valid JSON here. This row is not used.'],
    ['json-shape', '[1]', 'Row 4: Each row of this list is an object of names and values; this one is not used.'],
    [
      'json-syntax',
      '}',
      'Row 5: “}” is not valid JSON here. No comma may stand before a closing bracket. This row is not used.',
    ],
  ]);
});

test.each(['', '\n', ' \r\n\t'])('no line holds anything: %j', text => {
  expect(problems(readNdjson(text)).map(([code]) => code)).toEqual(['empty-file']);
});

test('half a million open brackets, each on its line, take no longer than as many objects', () => {
  const table = readNdjson('[\n'.repeat(500_000));
  expect([table.nRows, table.problems.length]).toEqual([0, 101]);
});

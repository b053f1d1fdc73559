import { describe, expect, test } from 'vitest';
import { readJson } from '../../../server/src/data/json.ts';

type Body = ReturnType<typeof readJson>;

function cells(table: Body): readonly (readonly string[])[] {
  return Array.from({ length: table.nRows }, (_, row) => table.columns.map((_, column) => table.cell(row, column)));
}

function problems(table: Body): readonly (readonly [string, string])[] {
  return table.problems.map(({ code, range }) => [code, table.text.slice(range.start, range.end)]);
}

describe('a list of objects', () => {
  test('values of every kind, in any order of keys', () => {
    const table = readJson(
      '[{"id": "A", "x": 1.50, "ok": true},\n {"x": null, "id": " B\\n\\u4e2d", "ok": false}, {"id": "C", "late": 1E3}]',
    );
    expect(table.columns.map(column => column.name)).toEqual(['id', 'x', 'ok', 'late']);
    expect(cells(table)).toEqual([
      ['A', '1.50', 'true', ''],
      ['B\n中', '', 'false', ''],
      ['C', '', '', '1E3'],
    ]);
    expect(table.problems).toEqual([]);
  });

  test('each value has its place; an absent one stands at its row', () => {
    const text = '[{"id": "A", "x": 12.0},\n {"x": 3}]';
    const table = readJson(text);
    const at = (row: number, column: number) => {
      const { start, end } = table.cellRange(row, column);
      return text.slice(start, end);
    };
    expect([at(0, 0), at(0, 1), at(1, 1)]).toEqual(['"A"', '12.0', '3']);
    expect(table.cellRange(1, 0)).toEqual({ start: 26, end: 26 });
    expect(table.cellRange(9, 9)).toEqual({ start: text.length, end: text.length });
    expect(table.columns[1]!.header).toEqual({ start: 13, end: 16 });
  });

  test('a key twice in one object: the first counts', () => {
    const table = readJson('[{"a": 1, "b": 2, "a": 3}]');
    expect(problems(table)).toEqual([['duplicate-column', '"a"']]);
    expect(cells(table)).toEqual([['1', '2']]);
  });

  test('names that objects inherit', () => {
    const table = readJson('[{"__proto__": 1, "constructor": 2}]');
    expect(cells(table)).toEqual([['1', '2']]);
    expect([table.columnIndex('constructor'), table.columnIndex('toString')]).toEqual([1, -1]);
  });

  test('a value without a name', () => {
    const table = readJson('[{"": null}, {"": 5}]');
    expect(problems(table)).toEqual([['unnamed-column', '""']]);
    expect(table.columnIndex('')).toBe(-1);
  });
});

describe('columns and rows', () => {
  test('in either order, beside other members', () => {
    const table = readJson('{"made": {"by": [1]}, "rows": [["A", 1], ["B", 2.50]], "columns": ["id", "x"]}');
    expect(table.columns.map(column => column.name)).toEqual(['id', 'x']);
    expect(cells(table)).toEqual([
      ['A', '1'],
      ['B', '2.50'],
    ]);
    expect(table.problems).toEqual([]);
  });

  test('ragged rows, repeated names, rows that are none', () => {
    const table = readJson(
      '{"columns": ["id", "x", "x"], "rows": [\n["A"],\n["B", 1, 2, 3], {"id": "C"}, ["D", 1, 2]]}',
    );
    expect(problems(table)).toEqual([
      ['duplicate-column', '"x"'],
      ['ragged-row', '["A"]'],
      ['ragged-row', '["B", 1, 2, 3]'],
      ['json-shape', '{"id": "C"}'],
    ]);
    expect(cells(table).map(row => row[0])).toEqual(['A', 'B', 'D']);
    expect(table.problems[1]!.message.en).toBe(
      'Row 2 has 1 cell, the header has 3 columns; nothing is there from column “x” on.',
    );
  });
});

describe('shape', () => {
  test.each(['12', '"x"', 'null', '{}', '{"a": 1}', '{"columns": 1, "rows": []}'])('%s is no table', text => {
    expect(problems(readJson(text))).toEqual([['json-shape', text]]);
  });

  test.each(['', ' \n', '[]', '{"columns": [], "rows": []}'])('%j is empty', text => {
    expect(readJson(text).problems.map(problem => problem.code)).toEqual(['empty-file']);
  });

  test('a list in a cell keeps its source and is a problem', () => {
    const table = readJson('[{"id": "A", "x": [1, {"y": "]"}]}]');
    expect(problems(table)).toEqual([['json-shape', '[1, {"y": "]"}]']]);
    expect(table.cell(0, 1)).toBe('[1, {"y": "]"}]');
    expect(table.problems[0]!.message['zh-CN']).toMatch(/^第 1 行，列“x”：/);
  });

  test('a row that is no object is left out', () => {
    const table = readJson('[{"a": 1}, 5, {"a": 2}]');
    expect(problems(table)).toEqual([['json-shape', '5']]);
    expect(cells(table)).toEqual([['1'], ['2']]);
  });
});

describe('syntax', () => {
  test.each([
    ['[{"a": 1}, {"a": 2,}]', 19, 'No comma'],
    ["[{'a': 1}]", 2, 'double quotes'],
    ['[{"a": NaN}]', 7, 'null'],
    ['[{"a": 01}]', 7, ''],
    ['[{"a": .5}]', 7, ''],
    ['[{"a": 1}] // x', 11, 'comments'],
    ['[{"a": 1}', 9, 'the file ends here'],
    ['[{"a": "x\ny"}]', 9, 'U+000a'],
    ['[{"a": "\\x"}]', 8, ''],
    ['[{"a": 1} {"a": 2}]', 10, ''],
    ['[{"a" 1}]', 6, ''],
    ['[{"a": [1 2]}]', 10, ''],
    ['[{"a"： 1}]', 5, 'ASCII'],
  ])('%s', (text, offset, hint) => {
    const found = readJson(text).problems.filter(problem => problem.code === 'json-syntax');
    expect(found.map(problem => problem.range.start)).toEqual([offset]);
    expect(found[0]!.message.en).toContain(hint);
  });

  test('the complete rows before the error stand, in both shapes', () => {
    expect(cells(readJson('[{"a": 1},\n{"a": 2},\n{"a": 3, "b": }]')).map(row => row[0])).toEqual(['1', '2']);
    expect(cells(readJson('{"columns": ["a"], "rows": [[1], [2], [3'))).toEqual([['1'], ['2']]);
    expect(readJson('[{"a": 1},\n{"a": x}]').problems[0]!.message.en).toMatch(/^Row 2: “x” is not valid JSON here\./);
  });

  test('depth costs no stack', () => {
    const deep = `[{"a": ${'['.repeat(300_000)}${']'.repeat(300_000)}}]`;
    expect(readJson(deep).problems.map(problem => problem.code)).toEqual(['json-shape']);
    expect(readJson('[{"a":'.repeat(200_000)).problems.map(problem => problem.code)).toEqual(['json-syntax']);
  });
});

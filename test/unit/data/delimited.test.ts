import { describe, expect, test } from 'vitest';
import { readDelimited } from '../../../server/src/data/delimited.ts';

type Body = ReturnType<typeof readDelimited>;

function cells(table: Body): readonly (readonly string[])[] {
  return Array.from({ length: table.nRows }, (_, row) => table.columns.map((_, column) => table.cell(row, column)));
}

function names(table: Body): readonly string[] {
  return table.columns.map(column => column.name);
}

/** Code and the text that the problem stands at. */
function problems(table: Body): readonly (readonly [string, string])[] {
  return table.problems.map(({ code, range }) => [code, table.text.slice(range.start, range.end)]);
}

describe('cells', () => {
  test('quotes, doubled quotes, delimiters and line breaks in quotes', () => {
    const table = readDelimited('id,"na\r\nme"\r\n1,"a ""b"", c"\r\n"2","x\r\ny"\r\n', 'csv');
    expect(names(table)).toEqual(['id', 'na\r\nme']);
    expect(cells(table)).toEqual([
      ['1', 'a "b", c'],
      ['2', 'x\r\ny'],
    ]);
    expect(table.problems).toEqual([]);
  });

  test.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('rows end with %s; the last one need not', (_, lineEnd) => {
    const table = readDelimited(['a,b', '1,2', '', '  ', ',', '3,4'].join(lineEnd), 'csv');
    expect(cells(table)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(table.problems).toEqual([]);
  });

  test('white space at the ends does not count, in quotes and outside, of any width', () => {
    const table = readDelimited(' a ,\u3000b\u00a0\n 1 , " 2 " \n', 'csv');
    expect(names(table)).toEqual(['a', 'b']);
    expect(cells(table)).toEqual([['1', '2']]);
    expect(table.columnIndex('b')).toBe(1);
  });

  test('places hold the cell without the white space and with its quotes', () => {
    const table = readDelimited('id,name\n 7 ,"x,y"\n8\n', 'csv');
    const at = (row: number, column: number) => {
      const { start, end } = table.cellRange(row, column);
      return table.text.slice(start, end);
    };
    expect([at(0, 0), at(0, 1), at(1, 0)]).toEqual(['7', '"x,y"', '8']);
    expect(table.cellRange(1, 1)).toEqual({ start: 19, end: 19 });
    expect(table.columns[1]!.header).toEqual({ start: 3, end: 7 });
    expect([table.cell(1, 1), table.cell(99, 0), table.cell(-1, 0), table.cell(0, 99)]).toEqual(['', '', '', '']);
    expect(table.cellRange(99, 0)).toEqual({ start: 20, end: 20 });
  });

  test('names that objects inherit are names like others', () => {
    const table = readDelimited('__proto__,constructor,toString\n1,2,3\n', 'csv');
    expect(['__proto__', 'constructor', 'toString'].map(table.columnIndex)).toEqual([0, 1, 2]);
    expect(readDelimited('a\n1\n', 'csv').columnIndex('constructor')).toBe(-1);
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });
});

describe('delimiter', () => {
  test.each([
    [',', 'id,name,x\n1,a,2'],
    ['\t', 'id\tname\tx\n1\ta, b\t2'],
    [';', 'id;name;x\n1;a;2,5'],
    ['，', 'id，name，x\n1，a，2'],
  ])('%j', (_, text) => {
    const table = readDelimited(text, 'csv');
    expect(names(table)).toEqual(['id', 'name', 'x']);
    expect(table.problems).toEqual([]);
  });

  test('a header whose names hold more commas than there are semicolons', () => {
    const table = readDelimited('id;name;GDP, PPP, constant, US$\n1;x;3\n', 'csv');
    expect(names(table)).toEqual(['id', 'name', 'GDP, PPP, constant, US$']);
  });

  test('what stands in quotes does not count', () => {
    expect(names(readDelimited('id;"a, b, c, d"\n1;2\n', 'csv'))).toEqual(['id', 'a, b, c, d']);
  });

  test('of a .tsv file it is the tab, whatever else stands there', () => {
    expect(names(readDelimited('a,b,c\n1,2,3\n', 'tsv'))).toEqual(['a,b,c']);
  });

  test('one column has none', () => {
    expect(cells(readDelimited('id\nCHN\nCHE\n', 'csv'))).toEqual([['CHN'], ['CHE']]);
  });
});

describe('problems', () => {
  test.each(['', '\n\r\n  \n', ',,,\n,,,'])('no row at all: %j', text => {
    const table = readDelimited(text, 'csv');
    expect(problems(table)).toEqual([['empty-file', '']]);
    expect([table.nRows, table.columns.length]).toEqual([0, 0]);
  });

  test('ragged rows keep the cells that are there; the message counts both and names line and column', () => {
    const table = readDelimited('id,gdp,pop\nA,1,2\n\nB,1\nC,1,2,3\nD,1,2,\n', 'csv');
    expect(problems(table)).toEqual([
      ['ragged-row', 'B,1'],
      ['ragged-row', 'C,1,2,3'],
    ]);
    expect(cells(table)[1]).toEqual(['B', '1', '']);
    expect(table.problems[0]!.message).toEqual({
      en: 'Row 4 has 2 cells, the header has 3 columns; nothing is there from column “pop” on.',
      'zh-CN': '第 4 行有 2 个单元格，而表头有 3 列；自列“pop”起没有内容。',
    });
    expect(table.problems[1]!.message.en).toMatch(/^Row 5 has 4 cells, the header has 3 columns; /);
  });

  test('delimiters at the ends of lines lose nothing', () => {
    expect(readDelimited('a,b,\n1,2\n3,4,\n5,6,,\n', 'csv').problems).toEqual([]);
  });

  test('of two columns with one name the first counts', () => {
    const table = readDelimited('id,gdp,"gdp "\nA,1,2\n', 'csv');
    expect(problems(table)).toEqual([['duplicate-column', '"gdp "']]);
    expect(table.columnIndex('gdp')).toBe(1);
    expect(table.problems[0]!.message.en).toBe('Row 1: columns 2 and 3 are both named “gdp”; only the first is used.');
  });

  test('a column without a name matters only if it holds something', () => {
    const table = readDelimited('id,,x,\nA,,1,\nB,7,2,\nC,8,3,\n', 'csv');
    expect(problems(table)).toEqual([['unnamed-column', '']]);
    expect(table.problems[0]!.range).toEqual({ start: 3, end: 3 });
    expect(table.columnIndex('')).toBe(-1);
  });

  test('a quote that is not closed swallows no rows', () => {
    const table = readDelimited('id,x\n"A,1\nB,2\n"C",3\n', 'csv');
    expect(problems(table)).toEqual([['unclosed-quote', '"']]);
    expect(table.problems[0]!.range.start).toBe(5);
    expect(cells(table)).toEqual([
      ['"A', '1'],
      ['B', '2'],
      ['C', '3'],
    ]);
    expect(table.problems[0]!.message.en).toMatch(/^Row 2, column “id”: /);
  });

  test('a quote open to the end of the file', () => {
    const table = readDelimited('id,x\nA,"1\nB,2', 'csv');
    expect(problems(table)).toEqual([['unclosed-quote', '"']]);
    expect(cells(table)).toEqual([
      ['A', '"1'],
      ['B', '2'],
    ]);
  });

  test('letters after a closing quote: the cell is what is written, and no number', () => {
    const table = readDelimited('id,x\nA,"12"5\n', 'csv');
    expect(problems(table)).toEqual([['unclosed-quote', '"']]);
    expect(table.cell(0, 1)).toBe('"12"5');
  });

  test('a quote inside a cell is a letter', () => {
    const table = readDelimited('id,x\nA,5" disk\n', 'csv');
    expect(cells(table)).toEqual([['A', '5" disk']]);
    expect(table.problems).toEqual([]);
  });

  test('in the order of the file; the same a thousand times is said a hundred times and counted', () => {
    const table = readDelimited(`a,b,a\n${'1\n'.repeat(1000)}"x,1,2\n`, 'csv');
    const codes = table.problems.map(problem => problem.code);
    expect(codes.filter(code => code === 'ragged-row')).toHaveLength(101);
    expect([codes[0], codes.at(-1)]).toEqual(['duplicate-column', 'unclosed-quote']);
    expect(table.problems.at(-2)!.message.en).toBe('Row 102: from here on there are 900 more of the same.');
    expect(table.problems.at(-1)!.message.en).toMatch(/^Row 1002, column “a”/);
  });
});

describe('hostile sizes are read in linear time', () => {
  test.each([
    ['quotes', `a\n${'"'.repeat(400_001)}`],
    ['open quotes', `a,b\n${'"x,'.repeat(200_000)}`],
    ['pairs in quotes', `a\n${'"a,""'.repeat(200_000)}`],
    [
      'columns without a name, all filled',
      `x${','.repeat(200_000)}\n${'1,'.repeat(200_000)}1\n${'1\n'.repeat(200_000)}`,
    ],
  ])(
    '%s',
    (_, text) => {
      expect(readDelimited(text, 'csv').nRows).toBeGreaterThan(0);
    },
    10_000,
  );
});

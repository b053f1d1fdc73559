/** Findings on workbooks, Parquet files, long files and periods: where they stand and what they name. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';
import { inMemoryOpened } from '../../support/opened.ts';
import { workbook } from '../../support/workbook.ts';

const head = 'indicatorSystem: 1\nunits: {id: code, name: name}\n';

/** Code, the text that it stands at, and what it says. */
async function findings(files: Readonly<Record<string, string | Uint8Array>>, locale: 'en' | 'zh-CN' = 'en') {
  const { workspace, file } = await inMemoryOpened(files);
  const text = workspace.text(file);
  return workspace
    .findings(file)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .filter(({ code }) => code.startsWith('data-') || code === 'category-unmapped' || code === 'unresolved-column')
    .map(({ code, file: at, range, message }) => [
      code,
      at === file ? text.slice(range.start, range.end) : at,
      message[locale],
    ]);
}

describe('a workbook', () => {
  const definition = `${head}data: [{path: demo.xlsx}]\nindicators:\n  - {id: online, name: 网办率, column: 网办率, range: [0, 100], source: s, normalise: none}\n`;
  const demo = (rows: Parameters<typeof workbook>[0][number]['rows']) => ({
    'demo.indicators.yaml': definition,
    'demo.xlsx': workbook([{ name: '数据', rows: [['code', 'name', '网办率'], ...rows] }]),
  });

  test('cells are named by their address, where the indicator says its column', async () => {
    const rows = [
      ['a', 'A', { formula: 'B2*2' }],
      ['b', 'B', { error: '#DIV/0!' }],
      ['c', 'C', 970],
      ['d', 'D', null],
    ];
    expect(await findings(demo(rows))).toEqual([
      [
        'data-number',
        '网办率',
        '数据!C2, column 网办率: =B2*2 is not a number (a formula whose value the file does not hold: open and save it in a spreadsheet program)',
      ],
      ['data-number', '网办率', '数据!C3, column 网办率: #DIV/0! is not a number (a spreadsheet’s error)'],
      ['data-range', '网办率', '数据!C4, column 网办率: 970 is outside the range 0–100'],
    ]);
    expect((await findings(demo(rows), 'zh-CN'))[1]).toEqual([
      'data-number',
      '网办率',
      '数据!C3“网办率”列：#DIV/0! 不是数字（表格软件的错误值）',
    ]);
  });

  test('an error is no missing value: nothing is scored from it', async () => {
    const { workspace, file } = await inMemoryOpened(
      demo([
        ['a', 'A', { error: '#N/A' }],
        ['b', 'B', { formula: '1' }],
      ]),
    );
    const { columns } = [...workspace.data(file).leaves.values()][0]!;
    expect([...columns[0]!.states]).toEqual([3, 3]);
  });

  test('errors in keys and names, a unit twice, a row without a unit: at the path', async () => {
    const rows = [
      ['a', { error: '#REF!' }, 1],
      ['a', 'A', 2],
      [null, 'B', 3],
      [{ formula: 'A1' }, 'C', 4],
    ];
    expect(await findings(demo(rows))).toEqual([
      ['data-duplicate-unit', 'demo.xlsx', '数据!A3, column code: a is there already, in row 2; only that one counts'],
      ['data-file', 'demo.xlsx', '数据!A4, column code: this row names no unit and is not used'],
      [
        'data-file',
        'demo.xlsx',
        '数据!A5, column code: =A1 is an error or a formula without its value, and stands here as it is',
      ],
      [
        'data-file',
        'demo.xlsx',
        '数据!B2, column name: #REF! is an error or a formula without its value, and stands here as it is',
      ],
    ]);
  });

  test('an error where a veto looks is no “no”', async () => {
    const definition = `${head}data: [{path: demo.xlsx}]\nindicators:\n  - {id: online, name: 网办率, source: s, normalise: none}\nadjustments: [{id: off, kind: veto, column: offline, equals: 是, then: {score: 59}}]\n`;
    const rows = [
      ['code', 'name', 'online', 'offline'],
      ['a', 'A', 97, { error: '#N/A' }],
      ['b', 'B', 95, '否'],
    ];
    const files = { 'demo.indicators.yaml': definition, 'demo.xlsx': workbook([{ name: '数据', rows }]) };
    expect(await findings(files)).toEqual([
      [
        'data-file',
        'demo.xlsx',
        '数据!D2, column offline: #N/A is an error or a formula without its value, and stands here as it is',
      ],
    ]);
  });

  test('a sheet that is not there, at its name', async () => {
    const files = { ...demo([]), 'demo.indicators.yaml': definition.replace('demo.xlsx}', 'demo.xlsx, sheet: 数椐}') };
    expect(await findings(files)).toEqual([
      ['data-file', '数椐', 'demo.xlsx: There is no sheet 数椐. The sheets are: 数据.'],
    ]);
    expect((await findings(files, 'zh-CN'))[0]![2]).toBe('demo.xlsx：没有工作表“数椐”。现有工作表：数据。');
  });

  test('a file that is no workbook, and one that nobody has opened', async () => {
    const bytes = new TextEncoder().encode('code,online\na,1\n');
    expect(await findings({ 'demo.indicators.yaml': definition, 'demo.xlsx': bytes })).toEqual([
      ['data-file', 'demo.xlsx', 'demo.xlsx: It is not an XLSX workbook.'],
    ]);
    expect(await findings({ 'demo.indicators.yaml': definition, 'demo.xlsx': 'text' })).toEqual([
      ['data-file', 'demo.xlsx', 'demo.xlsx cannot be read'],
    ]);
  });
});

test('a Parquet file: rows and columns are named, lists are no numbers', async () => {
  const definition = `indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.parquet}]\nindicators:\n  - {id: list, name: L, source: s, normalise: none}\n  - {id: flag, name: F, source: s, categories: {"true": 1}}\n`;
  const bytes = readFileSync(new URL('../data/files/duckdbZstd.parquet', import.meta.url));
  expect(await findings({ 'demo.indicators.yaml': definition, 'demo.parquet': bytes })).toEqual([
    ['data-number', 'list', 'row 1, column list: […] is not a number'],
    ['data-number', 'list', 'row 2, column list: […] is not a number'],
    ['data-number', 'list', 'row 3, column list: […] is not a number'],
    ['category-unmapped', 'flag', 'row 2, column flag: false is not in categories'],
    ['category-unmapped', 'categories', 'F has no value for false (1 cell)'],
  ]);
});

describe('periods and long files', () => {
  test('a period that no row has, and rows that name none', () => {
    expectFindings(
      `${head}data:
  - path: demo.csv
    period: {column: year, is: 2025}
                               ^^^^ error data-file: demo.csv has no rows of the period 2025; it has 2022, 2024
indicators:
  - {id: online, name: 网办率, source: s, normalise: none}
`,
      {
        codes: ['data-file', 'data-duplicate-unit'],
        files: {
          'demo.csv': `code,name,year,online
a,A,2024,1
a,A,2022,2
a,A,,3
    ^ error data-file: row 4, column year: this row names no period and is not used
`,
        },
      },
    );
  });

  test('in a long file: a value twice, a row without an indicator, a column that is not there', () => {
    const definition = `${head}data:
  - {path: demo.csv, long: {indicator: item, value: value}}
indicators:
  - {id: online, name: 网办率, source: s, normalise: none}
`;
    expectFindings(definition, {
      codes: ['data-file', 'data-duplicate-unit', 'data-unused-column', 'unresolved-column'],
      files: {
        'demo.csv': `code,name,item,value
a,A,online,1
a,A,online,2
           ^ error data-duplicate-unit: row 3, column value: the unit has a value of this indicator already, in row 2; only that one counts
a,A,,3
    ^ error data-file: row 4, column item: this row names no indicator and is not used
`,
      },
    });
    expectFindings(
      `${head}data:
  - {path: demo.csv, long: {indicator: items, value: value}}
                                       ^^^^^ error unresolved-column: there is no column items; did you mean item?
indicators:
  - {id: online, name: 网办率, source: s, normalise: none}
`,
      { codes: ['data-file', 'unresolved-column'], files: { 'demo.csv': 'code,name,item,value\na,A,online,1\n' } },
    );
  });
});

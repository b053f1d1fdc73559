import { describe, expect, test } from 'vitest';
import { openedTable } from '../../../server/src/data/opened.ts';
import type { Table } from '../../../server/src/data/table.ts';
import { openXlsx } from '../../../server/src/data/xlsx.ts';
import { parts, type WrittenSheet, workbook } from '../../support/workbook.ts';
import { zip } from '../../support/zip.ts';

async function tableOf(sheets: readonly WrittenSheet[], sheet?: string | number): Promise<Table> {
  return openedTable(await openXlsx(workbook(sheets)), sheet);
}

function cells(table: Table): readonly (readonly string[])[] {
  return Array.from({ length: table.nRows }, (_, row) => table.columns.map((_, column) => table.cell(row, column)));
}

function names({ columns }: Table): readonly string[] {
  return columns.map(({ name }) => name);
}

function problems(table: Table): readonly string[] {
  return table.problems.map(({ code, message }) => `${code}: ${message.en}`);
}

const plain = [
  ['code', 'online'],
  ['a', 1],
];

describe('cells', () => {
  test('numbers keep their shortest notation, texts lose the white space at their ends', async () => {
    const table = await tableOf([
      {
        name: 'S',
        rows: [
          ['id', 'x'],
          ['01', 12.5],
          [' b ', -0.1],
          ['c', 1e21],
          ['d', 440100],
        ],
      },
    ]);
    expect(cells(table)).toEqual([
      ['01', '12.5'],
      ['b', '-0.1'],
      ['c', '1e+21'],
      ['d', '440100'],
    ]);
    expect(table.problems).toEqual([]);
  });

  test('a number that was stored with seventeen digits is that number', async () => {
    const xml =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row><row r="2"><c r="A2"><v>12.300000000000001</v></c></row></sheetData></worksheet>';
    expect(cells(await tableOf([{ name: 'S', rows: [], xml }]))).toEqual([['12.3']]);
  });

  test('yes and no, days, a percentage as stored, empty cells', async () => {
    const xml =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row><row r="2"><c r="A2" s="2"><v>0.95</v></c></row></sheetData></worksheet>';
    expect(cells(await tableOf([{ name: 'S', rows: [], xml }]))).toEqual([['0.95']]);
    const rows = [
      ['a', 'b', 'c'],
      [true, { day: 45352 }, null],
      [false, { day: 45352.5 }, 'x'],
    ];
    expect(cells(await tableOf([{ name: 'S', rows }]))).toEqual([
      ['true', '2024-03-01', ''],
      ['false', '2024-03-01T12:00:00', 'x'],
    ]);
  });

  test('an error is itself, a formula without its value is its text, one with a value is the value', async () => {
    const rows = [
      ['id', 'x', 'y'],
      ['a', { error: '#N/A' }, { formula: 'B2*2' }],
      ['b', { error: '#DIV/0!' }, { formula: 'B3*2', value: 7.5 }],
      ['c', { error: '' }, { formula: 'A1&"<"' }],
    ];
    expect(cells(await tableOf([{ name: 'S', rows }]))).toEqual([
      ['a', '#N/A', '=B2*2'],
      ['b', '#DIV/0!', '7.5'],
      ['c', '#ERROR!', '=A1&"<"'],
    ]);
  });

  test('a formula shared with a cell above is one too where its value is not stored', async () => {
    const formulas = '<f t="shared" ref="A2:A3" si="0">B2*2</f></c></row><row r="3"><c r="A3"><f t="shared" si="0"/>';
    const xml = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row><row r="2"><c r="A2">${formulas}</c></row></sheetData></worksheet>`;
    expect(cells(await tableOf([{ name: 'S', rows: [], xml }]))).toEqual([['=B2*2'], ['=']]);
  });

  test('addresses are those of the sheet, whatever was left out', async () => {
    const rows = [
      [],
      [null, 'code', null, 'online'],
      [],
      [null, 'a', null, 1],
      [null, null, null, null],
      [null, 'b', null, 2],
    ];
    const table = await tableOf([{ name: "it's 2024", rows }]);
    expect(names(table)).toEqual(['code', 'online']);
    expect(table.addressOf(1, 1)).toEqual({
      en: "'it''s 2024'!D6, column online",
      'zh-CN': "'it''s 2024'!D6“online”列",
    });
    expect([table.rowNumber(0, 0), table.rowNumber(1, 0)]).toEqual([4, 6]);
    expect([table.isText, table.text, table.cellRange(0, 0)]).toEqual([false, '', { start: 0, end: 0 }]);
    expect([table.cell(9, 0), table.cell(0, 9), table.cell(-1, 0)]).toEqual(['', '', '']);
  });
});

describe('header', () => {
  test('a title merged over several columns stands above the table', async () => {
    const table = await tableOf([{ name: 'S', rows: [['2024 年数据'], ...plain], merges: ['A1:B1'] }]);
    expect([names(table), cells(table)]).toEqual([['code', 'online'], [['a', '1']]]);
  });

  test('a header of two rows: cells merged downwards, groups merged to the right', async () => {
    const rows = [
      ['code', 'name', 'service', null, 'year'],
      [null, null, 'online', 'reply', null],
      ['a', '北京市', 1, 2, 2024],
    ];
    const table = await tableOf([{ name: 'S', rows, merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'] }]);
    expect([names(table), cells(table)]).toEqual([
      ['code', 'name', 'online', 'reply', 'year'],
      [['a', '北京市', '1', '2', '2024']],
    ]);
    expect(table.addressOf(0, 3).en).toBe('S!D3, column reply');
  });

  test('a group above names that is not itself merged downwards', async () => {
    const rows = [
      ['code', 'service', null],
      [null, 'online', 'reply'],
      ['a', 1, 2],
    ];
    const table = await tableOf([{ name: 'S', rows, merges: ['B1:C1'] }]);
    expect([names(table), cells(table)]).toEqual([['code', 'online', 'reply'], [['a', '1', '2']]]);
  });

  test('numbers below a merged cell are data: its second column has no name', async () => {
    const table = await tableOf([
      {
        name: 'S',
        rows: [
          ['code', 'online', null],
          ['a', 1, 2],
        ],
        merges: ['B1:C1'],
      },
    ]);
    expect([names(table), cells(table)]).toEqual([['code', 'online', ''], [['a', '1', '2']]]);
    expect(problems(table)).toEqual(['unnamed-column: Row 1: column 3 has no name, so what it holds cannot be used.']);
  });

  test('one name twice', async () => {
    const table = await tableOf([{ name: 'S', rows: [[], ['code', 'x', 'x'], ['a', 1, 2]] }]);
    expect(problems(table)).toEqual([
      'duplicate-column: Row 2: columns 2 and 3 are both named “x”; only the first is used.',
    ]);
    expect(table.columnIndex('x')).toBe(1);
  });

  test('merged cells among the data are a problem: whether the others have the value is not known', async () => {
    const rows = [
      ['kind', 'code'],
      ['省级', 'a'],
      [null, 'b'],
      [null, 'c'],
    ];
    const table = await tableOf([{ name: '数据', rows, merges: ['A2:A4'] }]);
    expect(problems(table)).toEqual([
      'merged-cells: Cells among the data are merged, and only the first of each holds the value: 数据!A2:A4. Unmerge them and write the value into each.',
    ]);
    expect(cells(table)).toEqual([
      ['省级', 'a'],
      ['', 'b'],
      ['', 'c'],
    ]);
  });
});

describe('sheets', () => {
  const sheets = [
    { name: '说明', rows: [] },
    { name: '旧', rows: [['code'], ['old']], isHidden: true },
    { name: '表头', rows: [['code']] },
    { name: '数据', rows: [['code'], ['new']] },
    { name: '2024', rows: [['code'], ['year']] },
  ];

  test.each([
    [undefined, 'new'],
    ['数据', 'new'],
    [4, 'new'],
    ['旧', 'old'],
    [2, 'old'],
    [2024, 'year'],
    ['2024', 'year'],
  ])('sheet %j', async (sheet, expected) => {
    expect(cells(await tableOf(sheets, sheet))).toEqual([[expected]]);
  });

  test.each([['数据表'], [6], ['4']])('there is no sheet %j', async sheet => {
    const table = await tableOf(sheets, sheet);
    expect(problems(table)).toEqual([
      `unknown-sheet: There is no sheet ${sheet}. The sheets are: 说明, 旧, 表头, 数据, 2024.`,
    ]);
    expect([table.columns, table.nRows]).toEqual([[], 0]);
  });

  test('no sheet has cells', async () => {
    expect(problems(await tableOf([{ name: 'S', rows: [] }]))).toEqual(['empty-file: The file holds no table.']);
  });

  test('a sheet that is a chart is passed over', async () => {
    const all = parts([
      { name: 'Chart', rows: [] },
      { name: 'S', rows: plain },
    ]).filter(({ name }) => name !== 'xl/worksheets/sheet1.xml');
    const file = await openXlsx(zip(all));
    expect(file.tables.map(({ sheet }) => sheet)).toEqual(['S']);
  });
});

describe('files that are not as they should be', () => {
  const problemOf = async (bytes: Uint8Array) => (await openXlsx(bytes)).problem?.message.en;
  const rows = plain;

  test.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('code,online\na,1\n')],
    ['the first half', workbook([{ name: 'S', rows }]).subarray(0, 300)],
  ])('%s', async (_, bytes) => {
    expect(await problemOf(bytes)).toBe('It is not an XLSX workbook.');
  });

  test('a zip archive of something else', async () => {
    expect(await problemOf(zip([{ name: 'a.txt', content: 'a' }]))).toMatch(
      /^The workbook is damaged: .*Content_Types/,
    );
  });

  test('a password, or the format before 2007', async () => {
    expect(await problemOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1))).toMatch(/password, or an old \.xls/);
  });

  const zeros = new Uint8Array(20_000_000);
  test.each([
    ['declares 20 MB in 20 kB', {}],
    ['declares more than 200 MB', { size: 300_000_000 }],
    ['declares sizes of the larger format', { size: 0xffffffff }],
  ])('a part that %s is not unpacked', async (_, forged) => {
    const bytes = workbook([{ name: 'S', rows }], [{ name: 'xl/media/a.bin', content: zeros, forged }]);
    expect(await problemOf(bytes)).toMatch(/^Unpacked it would have more than 200 MB, or more than 200 times its size/);
  });

  test.each([
    ['no size', { size: 0 }],
    ['no sizes, which are said to follow', { size: 0, packedSize: 0, flags: 8 }],
    ['no packed size', { size: 100, packedSize: 0, flags: 8 }],
  ])('a part that declares %s is not unpacked', async (_, forged) => {
    const bomb = { name: 'xl/sharedStrings.xml', content: zeros, forged };
    expect(await problemOf(workbook([{ name: 'S', rows }], [bomb]))).toMatch(/hides how large its parts are/);
  });

  test('a part that is larger than declared is given up at that size', async () => {
    const whole = parts([{ name: 'S', rows }]);
    const forged = whole.map(part =>
      part.name === 'xl/worksheets/sheet1.xml' ? { ...part, content: zeros, forged: { size: 1000 } } : part,
    );
    expect(await problemOf(zip(forged))).toMatch(
      /^The workbook is damaged: Decompressed size exceeds limit of 1000 bytes/,
    );
  });

  test('a cell far from all others', async () => {
    const xml =
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    const message = await problemOf(workbook([{ name: 'S', rows: [], xml }]));
    expect(message).toMatch(/^A sheet reaches too far: a cell stands far from all others\./);
  });

  test.each(['XFE1', 'A1048577', 'A0', 'ZZZZZZZZZZZ1', '1', 'A1e9', 'A-5'])(
    'a cell at %s, where none can be',
    async at => {
      const xml = `<worksheet><sheetData><row r="1"><c r="${at}"><v>1</v></c></row></sheetData></worksheet>`;
      const { tables, problem } = await openXlsx(workbook([{ name: 'S', rows: [], xml }]));
      expect(problem?.message.en ?? tables).toEqual(expect.stringMatching(/reaches too far|damaged/));
    },
  );

  test('entities that grow', async () => {
    const entities = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};&e${i};&e${i};">`).join(
      '',
    );
    const xml = `<!DOCTYPE worksheet [<!ENTITY e0 "aaaaaaaaaa">${entities}]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>&e30;</t></is></c></row></sheetData></worksheet>`;
    const table = openedTable(await openXlsx(workbook([{ name: 'S', rows: [], xml }])), undefined);
    expect(table.cell(0, 0).length).toBeLessThan(20);
  });

  test('a hundred thousand elements within each other', async () => {
    const xml = `<worksheet>${'<a>'.repeat(100_000)}</worksheet>`;
    const { tables, problem } = await openXlsx(workbook([{ name: 'S', rows: [], xml }]));
    expect(problem === undefined ? tables[0]?.nRows : 0).toBe(0);
  });
});

/** Whatever bytes a workbook or a Parquet file has, opening it ends with tables or with what is wrong. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OpenedFile, openedTable } from '../../server/src/data/opened.ts';
import { openParquet } from '../../server/src/data/parquet.ts';
import { openXlsx } from '../../server/src/data/xlsx.ts';
import { parts, type WrittenCell, workbook } from '../support/workbook.ts';
import { zip } from '../support/zip.ts';

const book = workbook([
  {
    name: 'S',
    rows: [
      ['code', 'x'],
      ['a', 1],
      ['b', { formula: 'B2' }],
    ],
    merges: ['A2:A3'],
  },
]);
const parquet = readFileSync(new URL('../unit/data/files/duckdbSnappy.parquet', import.meta.url));

test.each([
  ['a workbook', new Uint8Array(book), openXlsx],
  ['a Parquet file', new Uint8Array(parquet), openParquet],
])(
  '%s with bytes changed or cut off',
  async (_, bytes, open) => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), fc.nat(bytes.length), async (changes, length) => {
        const damaged = new Uint8Array(bytes);
        for (const [at, byte] of changes) damaged[at] = byte;
        expectWhole(await open(length % 2 === 0 ? damaged : damaged.subarray(0, length)));
      }),
      { numRuns: 300 },
    );
  },
  60_000,
);

test('a workbook whose sheet has its text changed', async () => {
  const all = parts([
    {
      name: 'S',
      rows: [
        ['code', 'x'],
        ['a', 1],
      ],
      merges: ['A1:B1'],
    },
  ]);
  const sheet = String(all.at(-1)!.content);
  const scrap = fc.constantFrom(
    '<',
    '>',
    '"',
    '</c>',
    '<c r="ZZ9">',
    '<row r="-1">',
    '&',
    ']]>',
    '<!--',
    'r="A',
    '9999999',
    '\u0000',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(sheet.length), scrap), { minLength: 1, maxLength: 5 }), async scraps => {
      const text = scraps.reduce((before, [at, what]) => before.slice(0, at) + what + before.slice(at), sheet);
      expectWhole(await openXlsx(zip([...all.slice(0, -1), { ...all.at(-1)!, content: text }])));
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('what is written into a sheet is read out of it', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '1', '中', '<', '&', '"', ' ', '=', "'"), maxLength: 6 });
  const cell: fc.Arbitrary<WrittenCell> = fc.oneof(
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const width = 4;
  const rowOf = (of: fc.Arbitrary<WrittenCell>) => fc.array(of, { minLength: width, maxLength: width });
  await fc.assert(
    fc.asyncProperty(fc.array(rowOf(cell), { minLength: 1, maxLength: 6 }), async rows => {
      const header = Array.from({ length: width }, (_, column) => `c${column}`);
      const table = openedTable(await openXlsx(workbook([{ name: 'S', rows: [header, ...rows] }])), undefined);
      const expected = rows.map(row => row.map(shown)).filter(row => row.some(each => each !== ''));
      const read = Array.from({ length: table.nRows }, (_, row) => header.map((_, column) => table.cell(row, column)));
      expect(read).toEqual(expected);
    }),
  );
});

function shown(cell: WrittenCell): string {
  return cell === null ? '' : String(cell).trim();
}

function expectWhole(file: OpenedFile): void {
  const table = openedTable(file, undefined);
  expect(table.columns.length + table.problems.length).toBeGreaterThan(0);
  for (let row = 0; row < Math.min(table.nRows, 20); row++) {
    for (let column = 0; column < Math.min(table.columns.length, 20); column++) {
      expect(typeof table.cell(row, column)).toBe('string');
      expect(table.addressOf(row, column).en).toMatch(/\d/);
    }
  }
}

/** Laws of reading data: no bytes make it fail, what is printed is read back, and every place holds its cell. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWhiteSpace } from '../../server/src/data/delimitedScan.ts';
import { decode } from '../../server/src/data/encoding.ts';
import { readNumber } from '../../server/src/data/number.ts';
import { readNumbers } from '../../server/src/data/numbers.ts';
import { readTable } from '../../server/src/data/read.ts';
import type { Encoding, Table, TableOptions } from '../../server/src/data/table.ts';
import { encoder } from '../support/encode.ts';

const encode = encoder();
const formats = fc.constantFrom('csv', 'tsv', 'json');
const statedEncodings = fc.constantFrom('auto', 'utf-8', 'gb18030', 'utf-16le', 'utf-16be');
const options: fc.Arbitrary<TableOptions> = fc.record({ format: formats, encoding: statedEncodings });

/** Texts of the characters on which readers stumble. */
const thorny = fc.string({
  unit: fc.constantFrom(...'"",\t;，\r\n \u3000a中1.[]{}:\\-', '\u{20000}', '\ufeff', 'null', '"a"', '{"a":', '[['),
  maxLength: 60,
});
const words = fc.string({ unit: fc.constantFrom(...'",\t;，\r\n \u3000ab中北1.\\', '\u{20000}'), maxLength: 6 });

/** A table as lists: names that differ and are not blank, rows of the same width that are not all empty. */
const plainTable = fc.integer({ min: 1, max: 5 }).chain(nColumns =>
  fc.record({
    names: fc.uniqueArray(
      words.filter(word => word.trim() !== ''),
      { minLength: nColumns, maxLength: nColumns, selector: word => word.trim() },
    ),
    rows: fc.array(fc.array(words, { minLength: nColumns, maxLength: nColumns }), { maxLength: 6 }),
  }),
);

function cells(table: Table): readonly (readonly string[])[] {
  return Array.from({ length: table.nRows }, (_, row) => table.columns.map((_, column) => table.cell(row, column)));
}

function trimmed(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map(row => row.map(cell => cell.trim()));
}

function checkPlaces(table: Table, format: TableOptions['format']): void {
  const { text } = table;
  for (const { code, range, message } of table.problems) {
    expect(range.start >= 0 && range.start <= range.end && range.end <= text.length, code).toBe(true);
    expect(message.en !== '' && message['zh-CN'] !== '').toBe(true);
  }
  for (let row = -1; row <= table.nRows; row++) {
    for (let column = -1; column <= table.columns.length; column++) {
      const { start, end } = table.cellRange(row, column);
      expect(start >= 0 && start <= end && end <= text.length).toBe(true);
      const cell = table.cell(row, column);
      const source = text.slice(start, end);
      expect(meaning(source, format), source).toBe(cell);
    }
  }
}

/** What the source of a cell says, by the letter of RFC 4180 and RFC 8259. */
function meaning(source: string, format: TableOptions['format']): string {
  if (format === 'json') return source === 'null' ? '' : source.startsWith('"') ? JSON.parse(source).trim() : source;
  return /^"(?:[^"]|"")*"$/.test(source) ? source.slice(1, -1).replaceAll('""', '"').trim() : source;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('any bytes', () => {
  test('give a table whose places are within the text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), options, (bytes, wanted) =>
        checkPlaces(readTable(bytes, wanted), wanted.format),
      ),
    );
  });

  test('of thorny texts too', () => {
    fc.assert(
      fc.property(thorny, options, (text, wanted) =>
        checkPlaces(readTable(encode(text, 'utf-8'), wanted), wanted.format),
      ),
      { numRuns: 2000 },
    );
  });

  test('hold U+FFFD exactly where a problem says so, if the encoding is detected', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
        const { text, problems } = decode(bytes, 'auto');
        const first = text.indexOf('\ufffd');
        expect(problems.map(problem => problem.range.start)).toEqual(first < 0 ? [] : [first]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('print → read', () => {
  const delimiters = fc.constantFrom(',', '\t', ';', '，');
  const lineEnds = fc.constantFrom('\n', '\r\n', '\r');
  const encodings = fc.constantFrom<Encoding>('utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be');

  test('delimited text with every cell in quotes', () => {
    fc.assert(
      fc.property(plainTable, delimiters, lineEnds, encodings, ({ names, rows }, delimiter, lineEnd, encoding) => {
        const print = (row: readonly string[]) => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
        const bytes = encode([names, ...rows].map(print).join(lineEnd), encoding);
        const table = readTable(bytes, { format: delimiter === '\t' ? 'tsv' : 'csv', encoding: 'auto' });
        expect(table.columns.map(column => column.name)).toEqual(names.map(name => name.trim()));
        expect(cells(table)).toEqual(trimmed(rows));
        expect(table.problems).toEqual([]);
        expect(names.map(name => table.columnIndex(name.trim()))).toEqual(names.map((_, index) => index));
        checkPlaces(table, 'csv');
      }),
    );
  });

  test('delimited text with quotes only where they are needed', () => {
    fc.assert(
      fc.property(plainTable, lineEnds, ({ names, rows }, lineEnd) => {
        const needsQuotes = (cell: string) => /[",\t;，\r\n]/.test(cell);
        const print = (row: readonly string[]) =>
          row.map(cell => (needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
        const kept = rows.filter(row => row.some(cell => cell.trim() !== ''));
        const widened = [['key', 'again', ...names], ...kept.map(row => ['k', 'k', ...row])];
        fc.pre(!names.some(name => ['key', 'again'].includes(name.trim())));
        const text = widened.map(print).join(lineEnd) + lineEnd;
        const table = readTable(encode(text, 'utf-8'), { format: 'csv', encoding: 'utf-8' });
        expect(cells(table)).toEqual(trimmed(widened.slice(1)));
      }),
    );
  });

  test('JSON in both shapes', () => {
    fc.assert(
      fc.property(plainTable, fc.constantFrom(0, 1, '\t'), ({ names, rows }, indent) => {
        const entries = rows.map(row => Object.fromEntries(names.map((name, index) => [name, row[index]!])));
        const records = readTable(encode(JSON.stringify(entries, null, indent), 'utf-8'), {
          format: 'json',
          encoding: 'auto',
        });
        const split = readTable(encode(JSON.stringify({ rows, columns: names }, null, indent), 'utf-8'), {
          format: 'json',
          encoding: 'auto',
        });
        const byName = (table: Table) =>
          cells(table).map((_, row) => names.map(name => table.cell(row, table.columnIndex(name.trim()))));
        expect(byName(records)).toEqual(trimmed(rows));
        expect(byName(split)).toEqual(trimmed(rows));
        expect(split.problems).toEqual([]);
        checkPlaces(records, 'json');
        checkPlaces(split, 'json');
      }),
    );
  });

  test('what JSON.parse refuses is a syntax problem, and nothing else is', () => {
    const mutated = fc
      .tuple(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', ',', ']', '}', '"', '\\', '0', '-', '.', 'e', ' ', '\u0001'),
      )
      .map(([text, at, inserted]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + inserted + text.slice(place + (at % 2));
      });
    fc.assert(
      fc.property(mutated, text => {
        const { problems } = readTable(encode(text, 'utf-8'), { format: 'json', encoding: 'utf-8' });
        const isBroken = problems.some(problem => problem.code === 'json-syntax');
        const isEmpty = text.trim() === '';
        expect(isBroken).toBe(!isEmpty && !isJson(text));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('numbers', () => {
  test('what JavaScript prints is read back exactly', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), number => {
        expect(readNumber(String(number))).toEqual({ number: number === 0 ? 0 : number });
      }),
    );
  });

  test('any text gives a finite number or a reason, and a suggestion is a number', () => {
    const figures = fc.string({ unit: fc.constantFrom(..."0123456789.,+-eE%％，．１２ '_#∞ x"), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(figures, fc.string()), cell => {
        const reading = readNumber(cell);
        if ('number' in reading) {
          expect(Number.isFinite(reading.number)).toBe(true);
          expect(reading.number).toBe(Number(cell));
        } else if (reading.suggestion !== undefined) {
          expect(readNumber(reading.suggestion)).toHaveProperty('number');
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('a column at once equals its cells one by one', () => {
    const missing = new Set(['', 'NA', '-999']);
    const cell = fc.constantFrom('', 'NA', '-999', '1', '2.50', '12,5', '1e999', 'x', '95%', '１２');
    fc.assert(
      fc.property(fc.array(cell), column => {
        const text = `k;x\n${column.map(value => `k;${value}\n`).join('')}`;
        const table = readTable(encode(text, 'utf-8'), { format: 'csv', encoding: 'auto' });
        const { values, badRows } = readNumbers(table, 1, missing);
        const single = column.map(value => (missing.has(value) ? undefined : readNumber(value)));
        expect([...values]).toEqual(
          single.map(reading => (reading !== undefined && 'number' in reading ? reading.number : Number.NaN)),
        );
        expect(badRows).toEqual(
          single.flatMap((reading, row) => (reading !== undefined && 'reason' in reading ? [row] : [])),
        );
      }),
    );
  });
});

test('white space is what trim removes', () => {
  for (let code = 0; code <= 0xffff; code++) {
    expect(isWhiteSpace(code)).toBe(String.fromCharCode(code).trim() === '');
  }
});

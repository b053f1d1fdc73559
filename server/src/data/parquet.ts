/**
 * Parquet → a table (only importer of `hyparquet` and its decompressors). Whole numbers and decimals keep every digit;
 * numbers of 32 bits are the shortest decimal that they stand for (12.1, not 12.100000381). Any bytes give a result.
 */
import { type FileMetaData, parquetMetadata, parquetRead, type SchemaElement } from 'hyparquet';
import { type Compressors, compressors, decompressZstd } from 'hyparquet-compressors';
import { type LocalText, localText } from '../base/locale.ts';
import { isoDate } from './isoDate.ts';
import { type OpenedColumn, type OpenedFile, type OpenedProblem, packed } from './opened.ts';

export async function openParquet(bytes: Uint8Array): Promise<OpenedFile> {
  try {
    const { buffer } = new Uint8Array(bytes);
    const metadata = parquetMetadata(buffer, { geoparquet: false });
    const nRows = Number(metadata.num_rows);
    const fields = fieldsOf(metadata);
    if (nRows > maximumRows || nRows * fields.length > maximumCells) return failed(tooLarge);
    const file = { byteLength: buffer.byteLength, slice: (start: number, end?: number) => buffer.slice(start, end) };
    const withinLimit = limitedCompressors();
    const columns: OpenedColumn[] = [];
    for (const { name, written, position, kind } of fields) {
      if (columns.some(column => column.name === name)) continue;
      if (kind === undefined) {
        columns.push({ name, position, cells: new Array<string>(nRows).fill(noCell) });
        continue;
      }
      const cells: (number | string)[] = new Array(nRows).fill('');
      let nRead = 0;
      await parquetRead({
        ...{ file, metadata, columns: [written], compressors: withinLimit, utf8: false },
        onChunk: ({ columnData, rowStart }) => {
          nRead += columnData.length;
          const end = Math.min(columnData.length, nRows - rowStart);
          for (let row = 0; row < end; row++) cells[rowStart + row] = shown(columnData[row], kind);
        },
      });
      if (nRead !== nRows) throw new Error(`column ${name} holds ${nRead} of ${nRows} rows`);
      columns.push({ name, position, cells: packed(cells) });
    }
    return { tables: [{ sheet: undefined, isHidden: false, columns, nRows, problems: fieldProblems(fields) }] };
  } catch (error) {
    if (error instanceof TooLarge) return failed(tooLarge);
    const detail = error instanceof Error ? error.message : String(error);
    return failed(localText(`The Parquet file cannot be read: ${detail}`, `无法读取该 Parquet 文件：${detail}`));
  }
}

const maximumRows = 10_000_000;
const maximumCells = 100_000_000;
const maximumUnpacked = 1_000_000_000;

class TooLarge extends Error {}

/** What is shown of a list or structure: no number, no grade, not missing. */
const noCell = '[…]';

interface Field {
  readonly name: string;
  /** The name with the blanks around it, as the file has it. */
  readonly written: string;
  readonly position: number;
  /** `undefined`: lists or structures, which are no cells and are not read. */
  readonly kind: Kind | undefined;
}

type Kind = { readonly decimals: number } | 'single' | 'other';

/**
 * The columns. Decimals are taken from the library as the whole numbers that are stored, since it would multiply them with
 * an inexact power of ten: their mark is removed from the metadata.
 */
function fieldsOf(metadata: FileMetaData): readonly Field[] {
  const [, ...elements] = metadata.schema;
  const fields: Field[] = [];
  for (let index = 0; index < elements.length; index += 1 + descendants(elements, index)) {
    const element = elements[index]!;
    const isNested = element.num_children !== undefined || element.repetition_type === 'REPEATED';
    const { name: written } = element;
    const kind = isNested ? undefined : kindOf(element);
    fields.push({ name: written.trim(), written, position: fields.length, kind });
  }
  return fields;
}

function descendants(elements: readonly SchemaElement[], index: number): number {
  let count = 0;
  for (let child = 0; child < (elements[index]?.num_children ?? 0); child++) {
    count += 1 + descendants(elements, index + 1 + count);
  }
  return count;
}

function kindOf(element: SchemaElement): Kind {
  const logical = element.logical_type;
  if (element.converted_type !== 'DECIMAL' && logical?.type !== 'DECIMAL') {
    return element.type === 'FLOAT' || logical?.type === 'FLOAT16' ? 'single' : 'other';
  }
  const decimals = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
  delete element.converted_type;
  delete element.logical_type;
  return { decimals };
}

function shown(value: unknown, kind: Kind): number | string {
  if (value === null || value === undefined) return '';
  if (typeof kind === 'object') return decimal(wholeNumber(value), kind.decimals);
  if (value instanceof Uint8Array) return new TextDecoder('utf-8').decode(value).trim();
  if (value instanceof Date) return isoDate(value);
  if (typeof value === 'bigint') return exact(String(value));
  if (typeof value !== 'number') return String(value).trim();
  if (!Number.isFinite(value)) return String(value);
  return kind === 'single' ? shortestOf32Bits(value) : value;
}

/** As the number where that has all digits. */
function exact(text: string): number | string {
  return text.replace(/^-|\./g, '').length <= 15 ? Number(text) : text;
}

function decimal(whole: bigint, decimals: number): number | string {
  const digits = String(whole < 0n ? -whole : whole).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const text = decimals > 0 ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits;
  return exact(whole < 0n ? `-${text}` : text);
}

/** Bytes: the highest first, two's complement. */
function wholeNumber(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint);
  const unsigned = value.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
  return BigInt.asIntN(value.length * 8, unsigned);
}

/** The decimal with the fewest digits that is this number of 32 bits. */
function shortestOf32Bits(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return candidate;
  }
  return value;
}

/** The decompressors, which give out no more than a page declares, and all pages no more than the limit. */
function limitedCompressors(): Compressors {
  let total = 0;
  const all: Compressors = { ...compressors, ZSTD: (input, length) => decompressZstd(input, new Uint8Array(length)) };
  const limited = Object.entries(all).map(([codec, decompress]) => [
    codec,
    (input: Uint8Array, length: number) => {
      total += length;
      if (!(total <= maximumUnpacked)) throw new TooLarge();
      return decompress(input, length);
    },
  ]);
  return Object.fromEntries(limited);
}

function fieldProblems(fields: readonly Field[]): readonly OpenedProblem[] {
  const names = fields.map(({ name }) => name);
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) < index));
  return [...repeated].map(name => ({
    code: 'duplicate-column',
    message: localText(
      `Several columns are named “${name}”; only the first is used.`,
      `有多列名为“${name}”，只使用第一列。`,
    ),
  }));
}

const tooLarge = localText(
  'It holds more than 10 million rows, 100 million cells or 1 GB. None of it was read.',
  '文件超过 1000 万行、1 亿个单元格或 1 GB，未被读取。',
);

function failed(message: LocalText): OpenedFile {
  return { tables: [], problem: { code: 'not-opened', message } };
}

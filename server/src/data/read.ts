/** A data file → table, whatever its bytes are. */
import { localText } from '../base/locale.ts';
import { readDelimited } from './delimited.ts';
import { decode } from './encoding.ts';
import { readJson } from './json.ts';
import { readNdjson } from './ndjson.ts';
import type { Table, TableOptions, TextFormat } from './table.ts';

/** Reads any bytes: what is wrong with them is in the table's problems, those of the encoding first. */
export function readTable(bytes: Uint8Array, options: TableOptions): Table {
  const isReadable = bytes.length <= maximumBytes;
  const { text, encoding, problems } = decode(isReadable ? bytes : bytes.subarray(0, 0), options.encoding);
  const table = readText(text, options.format);
  return { ...table, encoding, problems: isReadable ? [...problems, ...table.problems] : [tooLarge(bytes.length)] };
}

function readText(text: string, format: TextFormat): Omit<Table, 'encoding'> {
  switch (format) {
    case 'json':
      return readJson(text);
    case 'ndjson':
      return readNdjson(text);
    case 'csv':
    case 'tsv':
      return readDelimited(text, format);
  }
}

/** More may not fit into one string. */
const maximumBytes = 500_000_000;

function tooLarge(nBytes: number): Table['problems'][number] {
  const size = Math.ceil(nBytes / 1_000_000);
  const message = localText(
    `The file has ${size} MB; at most 500 MB are read. None of it was read.`,
    `文件大小为 ${size} MB，最多读取 500 MB；文件未被读取。`,
  );
  return { code: 'too-large', range: { start: 0, end: 0 }, message };
}

/** Which format a data file has, by its name. */
import type { DataFormat, TextFormat } from './table.ts';

/** The format that a file's extension promises. */
export function formatOf(path: string): DataFormat | undefined {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return formats.get(extension);
}

const formats: ReadonlyMap<string, DataFormat> = new Map([
  ['csv', 'csv'],
  ['tsv', 'tsv'],
  ['json', 'json'],
  ['ndjson', 'ndjson'],
  ['jsonl', 'ndjson'],
  ['xlsx', 'xlsx'],
  ['parquet', 'parquet'],
]);

/** Whether a file of that format is text, which `readTable` reads; others are opened (`open.ts`). */
export function isTextFormat(format: DataFormat): format is TextFormat {
  return format !== 'xlsx' && format !== 'parquet';
}

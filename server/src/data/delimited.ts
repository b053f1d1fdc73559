/** Delimited text (CSV, TSV) → table. Cells are cut out of the text when they are asked for. Knows nothing of bytes. */
import type { TextRange } from '../base/text.ts';
import { textAddresses } from './address.ts';
import { columnIndexes, columnLabel, reportDuplicateColumns } from './columns.ts';
import { cellCount, cellStart, type DelimitedScan, isWhiteSpace, rowCount, scanDelimited } from './delimitedScan.ts';
import { emptyFile, raggedRow, unclosedQuote, unnamedColumn } from './messages.ts';
import { type ProblemCollector, problemCollector } from './problems.ts';
import type { Column, Table } from './table.ts';

/**
 * Reads any text. The first row that is not blank holds the names. The delimiter of `tsv` is the tab; of `csv` it is the
 * one of tab `,` `;` `，` that divides the first rows best. Rows of delimiters and white space only are skipped.
 */
export function readDelimited(text: string, format: 'csv' | 'tsv'): Omit<Table, 'encoding'> {
  const scan = scanDelimited(text, format === 'tsv' ? '\t' : delimiterOf(text), Number.MAX_SAFE_INTEGER);
  const nScanned = rowCount(scan);
  const columns: Column[] = [];
  for (let column = 0; nScanned > 0 && column < cellCount(scan, 0); column++) {
    const header = scannedRange(text, scan, 0, column);
    columns.push({ name: cellText(text, header), header });
  }
  const indexes = columnIndexes(columns);
  const nRows = Math.max(0, nScanned - 1);
  const rangeOf = (row: number, column: number): TextRange =>
    row >= 0 && row < nRows ? scannedRange(text, scan, row + 1, column) : { start: text.length, end: text.length };
  return {
    text,
    columns,
    nRows,
    problems: problemsOf(text, scan, columns, indexes),
    columnIndex: name => indexes.get(name) ?? -1,
    cell: (row, column) => cellText(text, rangeOf(row, column)),
    cellRange: rangeOf,
    ...textAddresses(text, columns, rangeOf),
  };
}

/**
 * Of the delimiters that divide the header, the one that leaves the fewest quotes astray in the first two rows; else that
 * gives both rows the same number of cells; else that gives the header the most.
 */
function delimiterOf(text: string): string {
  let best = { delimiter: ',', score: [Number.NEGATIVE_INFINITY] };
  for (const delimiter of ['\t', ',', ';', '，']) {
    const scan = scanDelimited(text, delimiter, 2);
    const nRows = rowCount(scan);
    const count = nRows > 0 ? cellCount(scan, 0) : 0;
    if (count < 2) continue;
    const isEven = nRows === 1 || cellCount(scan, 1) === count;
    const score = [-strayQuotes(text, scan), Number(isEven), count];
    if (isAbove(score, best.score)) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Number of cells that hold a quote without being in quotes. */
function strayQuotes(text: string, scan: DelimitedScan): number {
  let count = 0;
  for (let row = 0; row < rowCount(scan); row++) {
    for (let column = 0; column < cellCount(scan, row); column++) {
      const { start, end } = scannedRange(text, scan, row, column);
      const raw = text.slice(start, end);
      if (raw.includes('"') && !(raw.startsWith('"') && isQuoted(raw))) count++;
    }
  }
  return count;
}

function isAbove(score: readonly number[], other: readonly number[]): boolean {
  const first = score.findIndex((value, index) => value !== other[index]);
  return first >= 0 && score[first]! > other[first]!;
}

/** Without the white space at its ends; empty where the row is too short. */
function scannedRange(text: string, scan: DelimitedScan, row: number, column: number): TextRange {
  const nCells = cellCount(scan, row);
  if (!(column >= 0 && column < nCells)) {
    const rowEnd = cellStart(scan, row, nCells) - 1;
    return { start: rowEnd, end: rowEnd };
  }
  let start = cellStart(scan, row, column);
  let end = cellStart(scan, row, column + 1) - 1;
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start++;
  while (start < end && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function cellText(text: string, range: TextRange): string {
  const raw = text.slice(range.start, range.end);
  return raw.charCodeAt(0) === 34 && isQuoted(raw) ? raw.slice(1, -1).replaceAll('""', '"').trim() : raw;
}

/** Whether the last quote closes the first. A cell whose quote is not closed keeps it as a letter. */
function isQuoted(raw: string): boolean {
  let closing = raw.indexOf('"', 1);
  while (closing >= 0 && raw.charCodeAt(closing + 1) === 34) closing = raw.indexOf('"', closing + 2);
  return closing > 0 && closing === raw.length - 1;
}

function problemsOf(
  text: string,
  scan: DelimitedScan,
  columns: readonly Column[],
  indexes: ReadonlyMap<string, number>,
): Table['problems'] {
  const problems = problemCollector(text);
  if (columns.length === 0) problems.add('empty-file', { start: 0, end: 0 }, () => emptyFile);
  reportDuplicateColumns(columns, indexes, problems);
  reportUnnamedColumns(text, scan, columns, problems);
  reportRaggedRows(text, scan, columns, problems);
  for (const { offset, column } of scan.openQuotes) {
    problems.add('unclosed-quote', { start: offset, end: offset + 1 }, line =>
      unclosedQuote(line, columnLabel(columns, column)),
    );
  }
  return problems.all();
}

function reportUnnamedColumns(
  text: string,
  scan: DelimitedScan,
  columns: readonly Column[],
  problems: ProblemCollector,
): void {
  if (columns.every(({ name }) => name !== '')) return;
  const isWaiting = columns.map(({ name }) => name === '');
  for (let row = 1; row < rowCount(scan); row++) {
    const nCells = Math.min(cellCount(scan, row), columns.length);
    for (let column = 0; column < nCells; column++) {
      if (!isWaiting[column] || cellText(text, scannedRange(text, scan, row, column)) === '') continue;
      isWaiting[column] = false;
      problems.add('unnamed-column', columns[column]!.header, line => unnamedColumn(line, column));
    }
  }
}

function reportRaggedRows(
  text: string,
  scan: DelimitedScan,
  columns: readonly Column[],
  problems: ProblemCollector,
): void {
  const nNamed = columns.findLastIndex(({ name }) => name !== '') + 1;
  for (let row = 1; row < rowCount(scan); row++) {
    const nCells = cellCount(scan, row);
    const isLong = nCells > columns.length && holdsText(text, scan, row, columns.length, nCells);
    if (nCells >= nNamed && !isLong) continue;
    const range = { start: cellStart(scan, row, 0), end: cellStart(scan, row, nCells) - 1 };
    const firstAbsent = isLong ? undefined : columnLabel(columns, nCells);
    problems.add('ragged-row', range, line => raggedRow(line, nCells, columns.length, firstAbsent));
  }
}

function holdsText(text: string, scan: DelimitedScan, row: number, from: number, to: number): boolean {
  for (let column = from; column < to; column++) {
    const { start, end } = scannedRange(text, scan, row, column);
    if (start < end) return true;
  }
  return false;
}

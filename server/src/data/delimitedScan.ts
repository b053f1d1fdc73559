/**
 * Where the cells of a delimited text stand: RFC 4180 with line ends LF, CR LF and CR, and no text that fails. Knows
 * rows and cells, no header.
 */
import { at, type IntegerList, integerList, push } from './integerList.ts';

/** A scanned text: of each row the starts of its cells and, last, its end plus 1, so that a cell ends before the next starts. */
export interface DelimitedScan {
  readonly offsets: IntegerList;
  /** Where in `offsets` each row begins, and where the last one ends. */
  readonly rowFirst: IntegerList;
  /** Quotes that open a cell and are not closed before a delimiter or line end; the cell is read as if they were letters. */
  readonly openQuotes: readonly { readonly offset: number; readonly row: number; readonly column: number }[];
}

/**
 * Scans at most `maximumRows` rows. Rows of nothing but delimiters and white space are left out.
 * Linear in the text: after a quote that is not closed, each later one ends within its own run of quotes.
 */
export function scanDelimited(text: string, delimiter: string, maximumRows: number): DelimitedScan {
  const delimiterCode = delimiter.charCodeAt(0);
  const offsets = integerList();
  const rowFirst = integerList();
  const openQuotes: { offset: number; row: number; column: number }[] = [];
  let position = 0;
  while (position < text.length && rowFirst.length < maximumRows) {
    const rowStart = position;
    const first = offsets.length;
    for (;;) {
      push(offsets, position);
      const end = quotedCellEnd(text, position, delimiterCode);
      if (end < 0) openQuotes.push({ offset: ~end, row: rowFirst.length, column: offsets.length - first - 1 });
      position = end > 0 ? end : plainCellEnd(text, position, delimiterCode);
      if (text.charCodeAt(position) !== delimiterCode) break;
      position++;
    }
    push(offsets, position + 1);
    if (isBlank(text, rowStart, position, delimiterCode)) offsets.length = first;
    else push(rowFirst, first);
    position = afterLineEnd(text, position);
  }
  push(rowFirst, offsets.length);
  return { offsets, rowFirst, openQuotes };
}

export function rowCount(scan: DelimitedScan): number {
  return scan.rowFirst.length - 1;
}

/** Number of cells of a row; the row must exist. */
export function cellCount(scan: DelimitedScan, row: number): number {
  return at(scan.rowFirst, row + 1) - at(scan.rowFirst, row) - 1;
}

/** Start of a cell as it stands, white space included; for the number of cells: the row's end plus 1. */
export function cellStart(scan: DelimitedScan, row: number, column: number): number {
  return at(scan.offsets, at(scan.rowFirst, row) + column);
}

/** Exactly what `String.trim` removes. */
export function isWhiteSpace(code: number): boolean {
  if (code < 0xa0) return code === 32 || (code >= 9 && code <= 13);
  if (code === 0xa0 || code === 0x3000 || code === 0xfeff || code === 0x1680) return true;
  if (code < 0x2000 || code > 0x205f) return false;
  return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;
}

const quote = 34;

/** End of a cell in quotes; 0 if the cell has none; the complement of the quote's offset if it is not closed. */
function quotedCellEnd(text: string, start: number, delimiter: number): number {
  const opening = afterSpaces(text, start, delimiter);
  if (text.charCodeAt(opening) !== quote) return 0;
  let closing = text.indexOf('"', opening + 1);
  while (closing >= 0 && text.charCodeAt(closing + 1) === quote) closing = text.indexOf('"', closing + 2);
  if (closing < 0) return ~opening;
  const end = afterSpaces(text, closing + 1, delimiter);
  return end === text.length || endsCell(text.charCodeAt(end), delimiter) ? end : ~opening;
}

function plainCellEnd(text: string, start: number, delimiter: number): number {
  let position = start;
  while (position < text.length && !endsCell(text.charCodeAt(position), delimiter)) position++;
  return position;
}

function endsCell(code: number, delimiter: number): boolean {
  return code === delimiter || code === 10 || code === 13;
}

function afterSpaces(text: string, start: number, delimiter: number): number {
  let position = start;
  for (; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (endsCell(code, delimiter) || !isWhiteSpace(code)) break;
  }
  return position;
}

function isBlank(text: string, start: number, end: number, delimiter: number): boolean {
  for (let position = start; position < end; position++) {
    const code = text.charCodeAt(position);
    if (code !== delimiter && !isWhiteSpace(code)) return false;
  }
  return true;
}

function afterLineEnd(text: string, position: number): number {
  return text.charCodeAt(position) === 13 && text.charCodeAt(position + 1) === 10 ? position + 2 : position + 1;
}

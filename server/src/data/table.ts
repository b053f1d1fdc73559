/** A table as a file holds it: texts in rows and columns, each with its place. Knows nothing of indicators. */
import type { LocalText } from '../base/locale.ts';
import type { TextRange } from '../base/text.ts';

/** Formats whose files are text: a table is read from their bytes at once. */
export type TextFormat = 'csv' | 'tsv' | 'json' | 'ndjson';

/** The others are opened first (`open.ts`). */
export type DataFormat = TextFormat | 'xlsx' | 'parquet';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** What a definition says of a source. `auto` detects. */
export interface TableOptions {
  readonly format: TextFormat;
  readonly encoding: 'auto' | 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
}

export interface Column {
  readonly name: string;
  /** The header's place in the decoded text (JSON: the first occurrence of the key). */
  readonly header: TextRange;
}

/** Something in the file that is not as it should be; the rest of the table stands. */
export interface TableProblem {
  readonly code:
    | 'empty-file'
    | 'too-large'
    | 'ragged-row'
    | 'duplicate-column'
    | 'unnamed-column'
    | 'unclosed-quote'
    | 'replacement-characters'
    | 'json-syntax'
    | 'json-shape'
    | 'not-opened'
    | 'unknown-sheet'
    | 'merged-cells'
    | 'unnamed-row'
    | 'repeated-value';
  readonly range: TextRange;
  readonly message: LocalText;
}

export interface Table {
  /**
   * Whether the file is text. If not (XLSX, Parquet), `text` and every range are empty, and only `addressOf` and
   * `rowNumber` say where a cell is.
   */
  readonly isText: boolean;
  /** The file as text. All ranges are UTF-16 offsets in it; a byte order mark is not part of it. */
  readonly text: string;
  /** `undefined` where the file is not text. */
  readonly encoding: Encoding | undefined;
  readonly columns: readonly Column[];
  readonly nRows: number;
  readonly problems: readonly TableProblem[];
  /** Index of a column by its exact name, or −1. Of two columns with one name the first counts. */
  columnIndex(name: string): number;
  /** The text of a cell, quotes removed and white space at its ends trimmed; '' where the row is too short. */
  cell(row: number, column: number): string;
  /** Where the cell stands in `text`, quotes included; an empty range where the row is too short. */
  cellRange(row: number, column: number): TextRange;
  /** The number by which people find the cell's row: its line in the file, its row in the sheet, else the how-manieth row. */
  rowNumber(row: number, column: number): number;
  /** The cell by name: `row 7, column online`; in a sheet `Sheet1!B7, column online`. */
  addressOf(row: number, column: number): LocalText;
}

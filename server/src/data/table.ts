/** A table as a file holds it: texts in rows and columns, each with its place. Knows nothing of indicators. */
import type { LocalText } from '../base/locale.ts';
import type { TextRange } from '../base/text.ts';

export type DataFormat = 'csv' | 'tsv' | 'json';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** What a definition says of a source. `auto` detects. */
export interface TableOptions {
  readonly format: DataFormat;
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
    | 'json-shape';
  readonly range: TextRange;
  readonly message: LocalText;
}

export interface Table {
  /** The file as text. All ranges are UTF-16 offsets in it; a byte order mark is not part of it. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly columns: readonly Column[];
  readonly nRows: number;
  readonly problems: readonly TableProblem[];
  /** Index of a column by its exact name, or −1. Of two columns with one name the first counts. */
  columnIndex(name: string): number;
  /** The text of a cell, quotes removed and white space at its ends trimmed; '' where the row is too short. */
  cell(row: number, column: number): string;
  /** Where the cell stands in `text`, quotes included; an empty range where the row is too short. */
  cellRange(row: number, column: number): TextRange;
}

/** How people find a cell: by line and column in a text, by its address in a sheet. */
import { type LocalText, localText } from '../base/locale.ts';
import { lineCounter } from './lines.ts';
import type { Column, Table } from './table.ts';

/** For a text: rows are lines of the file, 1-based. Asked in rising order it reads the text once in all. */
export function textAddresses(
  text: string,
  columns: readonly Column[],
  cellRange: Table['cellRange'],
): Pick<Table, 'isText' | 'rowNumber' | 'addressOf'> {
  const lineAt = lineCounter(text);
  const rowNumber = (row: number, column: number) => lineAt(cellRange(row, column).start);
  return {
    isText: true,
    rowNumber,
    addressOf: (row, column) => inRow(rowNumber(row, column), columns[column]?.name ?? ''),
  };
}

/** `row 7, column online` */
export function inRow(number: number, column: string): LocalText {
  return localText(`row ${number}, column ${column}`, `第 ${number} 行“${column}”列`);
}

/** `Sheet1!B7, column online`; `column` counts from 0, `row` from 1. */
export function inSheet(sheet: string, row: number, column: number, name: string): LocalText {
  const address = cellAddress(sheet, row, column);
  return localText(`${address}, column ${name}`, `${address}“${name}”列`);
}

/** `Sheet1!B7`, the sheet's name quoted where formulas need that. */
export function cellAddress(sheet: string, row: number, column: number): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet);
  return `${isPlain ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${columnLetters(column)}${row}`;
}

/** 0 → A, 25 → Z, 26 → AA */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

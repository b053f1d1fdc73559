/** Tables → the bytes of a workbook. Every text is a cell of text, whatever it begins with: no cell is ever a formula. */
import { writeXlsx } from 'hucre/xlsx';

export interface SheetOfCells {
  readonly name: string;
  /** The first row is the heading. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export function workbookOf(sheets: readonly SheetOfCells[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map(row => row.map(cell => (typeof cell === 'string' ? legible(cell) : cell))),
      columns: (rows[0] ?? []).map((_, column) => ({ width: widthOf(rows, column) })),
      freezePane: { rows: 1 },
    })),
  });
}

/** XML has no control characters but tab and line ends. */
function legible(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, letter => (/[\t\n\r]/.test(letter) ? letter : '\uFFFD'))
    .replaceAll(/\p{Cs}/gu, '\uFFFD');
}

/** In letters; a Chinese one is as wide as two. The first rows tell enough. */
function widthOf(rows: SheetOfCells['rows'], column: number): number {
  const widths = rows.slice(0, 200).map(row => {
    const cell = row[column];
    if (typeof cell === 'number') return 10;
    return [...(cell ?? '')].reduce((width, letter) => width + (letter.codePointAt(0)! > 0x2e80 ? 2 : 1), 2);
  });
  return Math.min(48, Math.max(6, ...widths));
}

/**
 * Files that are no text (XLSX, Parquet), once opened: plain data that goes from thread to thread, and the table that is
 * made of it. Knows nothing of how they are opened.
 */
import { type LocalText, localText } from '../base/locale.ts';
import { cellAddress, inRow, inSheet } from './address.ts';
import { columnIndexes } from './columns.ts';
import { formatOf, isTextFormat } from './format.ts';
import { emptyFile } from './messages.ts';
import type { Table, TableProblem } from './table.ts';

/** What a file holds; `problem` says why it could not be opened. */
export interface OpenedFile {
  /** In the order of the file. Without sheets there is one. */
  readonly tables: readonly OpenedTable[];
  readonly problem?: OpenedProblem;
}

export interface OpenedTable {
  /** The sheet's name; `undefined` in a file without sheets. */
  readonly sheet: string | undefined;
  readonly isHidden: boolean;
  readonly columns: readonly OpenedColumn[];
  readonly nRows: number;
  /** The number of each row in its sheet; absent: rows count from 1. */
  readonly rowNumbers?: Int32Array;
  readonly problems: readonly OpenedProblem[];
}

export interface OpenedColumn {
  readonly name: string;
  /** Its position in the sheet: 0 is column A. */
  readonly position: number;
  readonly cells: Cells;
}

/** Of a column that holds nothing but numbers: NaN is an empty cell. Of any other: the texts of its cells. */
export type Cells = Float64Array | readonly string[];

export type OpenedProblem = Pick<TableProblem, 'code' | 'message'>;

/** Whether a file is to be opened (`open.ts`) before a table can be made of it. */
export function needsOpening(path: string): boolean {
  const format = formatOf(path);
  return format !== undefined && !isTextFormat(format);
}

/** What takes so long, or so much memory, that it was given up. */
export const givenUp: OpenedFile = {
  tables: [],
  problem: {
    code: 'not-opened',
    message: localText(
      'Reading the file took too much time or memory and was given up. Save what is needed of it as CSV.',
      '读取文件耗费的时间或内存过多，已放弃。请将所需内容另存为 CSV。',
    ),
  },
};

/** Cells as they are kept. A finite number is kept as it is; its text is its shortest notation. `''`: empty. */
export function packed(cells: readonly (number | string)[]): Cells {
  const hasText = cells.some(cell => typeof cell === 'string' && cell !== '');
  return hasText ? cells.map(String) : Float64Array.from(cells, cell => (cell === '' ? Number.NaN : Number(cell)));
}

/**
 * The table of a file: that of the sheet of that name or position (from 1, hidden sheets counted; a number that is no
 * position may be a name), else of the first visible sheet that holds rows.
 */
export function openedTable(file: OpenedFile, sheet: string | number | undefined): Table {
  const chosen = sheet === undefined ? usualTable(file.tables) : namedTable(file.tables, sheet);
  if (file.problem !== undefined) return tableOf(undefined, [file.problem]);
  if (chosen !== undefined) return tableOf(chosen, chosen.problems);
  const problem: OpenedProblem =
    sheet === undefined
      ? { code: 'empty-file', message: emptyFile }
      : { code: 'unknown-sheet', message: unknownSheet(sheet, file.tables) };
  return tableOf(undefined, [problem]);
}

function usualTable(tables: readonly OpenedTable[]): OpenedTable | undefined {
  const visible = tables.filter(({ isHidden }) => !isHidden);
  return visible.find(({ nRows }) => nRows > 0) ?? visible.find(({ columns }) => columns.length > 0);
}

function namedTable(tables: readonly OpenedTable[], sheet: string | number): OpenedTable | undefined {
  const atPosition = typeof sheet === 'number' ? tables[sheet - 1] : undefined;
  return atPosition ?? tables.find(table => table.sheet === String(sheet));
}

function tableOf(opened: OpenedTable | undefined, problems: readonly OpenedProblem[]): Table {
  const { columns = [], nRows = 0, rowNumbers, sheet } = opened ?? {};
  const named = columns.map(({ name }) => ({ name, header: nowhere }));
  const indexes = columnIndexes(named);
  const rowNumber = (row: number) => rowNumbers?.[row] ?? row + 1;
  return {
    isText: false,
    text: '',
    encoding: undefined,
    columns: named,
    nRows,
    problems: problems.map(({ code, message }) => ({ code, message, range: nowhere })),
    columnIndex: name => indexes.get(name) ?? -1,
    cell: (row, column) => cellText(columns[column]?.cells[row]),
    cellRange: () => nowhere,
    rowNumber,
    addressOf: (row, column) => {
      const { name = '', position = column } = columns[column] ?? {};
      return sheet === undefined ? inRow(rowNumber(row), name) : inSheet(sheet, rowNumber(row), position, name);
    },
  };
}

const nowhere = { start: 0, end: 0 };

function cellText(cell: string | number | undefined): string {
  return typeof cell === 'string' ? cell : cell === undefined || Number.isNaN(cell) ? '' : String(cell);
}

function unknownSheet(sheet: string | number, tables: readonly OpenedTable[]): LocalText {
  const names = tables.flatMap(table => table.sheet ?? []);
  if (names.length === 0) {
    return localText('The file has no sheets: leave `sheet` out.', '此文件没有工作表：请删去 `sheet`。');
  }
  return localText(
    `There is no sheet ${sheet}. The sheets are: ${names.join(', ')}.`,
    `没有工作表“${sheet}”。现有工作表：${names.join('、')}。`,
  );
}

/** `Sheet1!B3:B10`; rows count from 1, columns from 0. */
export function rangeAddress(
  sheet: string,
  [fromRow, fromColumn, toRow, toColumn]: readonly [number, number, number, number],
): string {
  const last = cellAddress('x', toRow, toColumn).slice(2);
  return `${cellAddress(sheet, fromRow, fromColumn)}:${last}`;
}

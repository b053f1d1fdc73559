/**
 * A sheet as people lay it out → columns with names. Where the table begins, which rows are its header and what merged
 * cells mean is decided here; how the cells were stored is not known.
 *
 * A title merged over several columns above the table is not part of it. A header may have several rows: a cell merged
 * downwards stands in all of them, one merged to the right has names below it; the lowest text of a column is its name.
 */
import { localText } from '../base/locale.ts';
import { columnIndexes, reportDuplicateColumns } from './columns.ts';
import { unnamedColumn } from './messages.ts';
import { isDecimalNotation } from './number.ts';
import { type OpenedProblem, type OpenedTable, packed, rangeAddress } from './opened.ts';

/** The cells of a sheet from A1 on; rows may be shorter than others. */
export interface Grid {
  readonly name: string;
  readonly isHidden: boolean;
  readonly nColumns: number;
  readonly rows: readonly (readonly (number | string)[])[];
  readonly merges: readonly Merge[];
}

/** Both ends belong to it; all count from 0. Its text stands in the first cell. */
export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

export function gridTable(grid: Grid): OpenedTable {
  const { name: sheet, isHidden, rows } = grid;
  const first = firstRow(grid);
  const last = lastHeaderRow(grid, first);
  const positions = usedColumns(grid, first);
  const dataRows = rows.flatMap((row, index) => (index > last && !isBlank(row) ? [index] : []));
  const columns = positions.map(position => ({
    name: nameOf(grid, position, { first, last }),
    position,
    cells: packed(dataRows.map(row => rows[row]![position] ?? '')),
  }));
  return {
    sheet,
    isHidden,
    columns,
    nRows: dataRows.length,
    rowNumbers: Int32Array.from(dataRows, row => row + 1),
    problems: [...headerProblems(columns, last), ...mergedCells(grid, last)],
  };
}

/** Of the header: below titles and blank rows. */
function firstRow({ rows, merges }: Grid): number {
  const isTitle = (row: number) =>
    rows[row]!.filter(isFilled).length === 1 &&
    merges.some(
      merge => merge.startRow === row && merge.endCol > merge.startCol && isFilled(rows[row]![merge.startCol]),
    );
  const found = rows.findIndex((row, index) => !isBlank(row) && !isTitle(index));
  return found < 0 ? rows.length : found;
}

/** A header goes on while a cell of it is merged downwards, or to the right above texts that tell its columns apart. */
function lastHeaderRow({ rows, merges }: Grid, first: number): number {
  let last = first;
  for (let row = first; row <= last; row++) {
    for (const { startRow, startCol, endRow, endCol } of merges) {
      if (startRow !== row || !isFilled(rows[row]?.[startCol])) continue;
      last = Math.max(last, endRow);
      const below = rows[endRow + 1]?.slice(startCol, endCol + 1) ?? [];
      if (endCol > startCol && below.length === endCol - startCol + 1 && below.every(isWord))
        last = Math.max(last, endRow + 1);
    }
  }
  return last;
}

function nameOf({ rows }: Grid, column: number, header: { readonly first: number; readonly last: number }): string {
  for (let row = header.last; row >= header.first; row--) {
    const cell = rows[row]?.[column];
    if (isFilled(cell)) return String(cell);
  }
  return '';
}

function usedColumns({ rows, nColumns }: Grid, first: number): readonly number[] {
  const isUsed = new Uint8Array(nColumns);
  for (const row of rows.slice(first)) {
    row.forEach((cell, column) => {
      if (cell !== '') isUsed[column] = 1;
    });
  }
  return Array.from(isUsed, (used, column) => (used === 1 ? column : -1)).filter(column => column >= 0);
}

function headerProblems(columns: OpenedTable['columns'], headerRow: number): readonly OpenedProblem[] {
  const problems: OpenedProblem[] = [];
  const nowhere = { start: 0, end: 0 };
  const header = columns.map(({ name }) => ({ name, header: nowhere }));
  reportDuplicateColumns(header, columnIndexes(header), {
    add: (code, _, message) => problems.push({ code, message: message(headerRow + 1) }),
    all: () => [],
  });
  for (const { name, position } of columns) {
    if (name === '') problems.push({ code: 'unnamed-column', message: unnamedColumn(headerRow + 1, position) });
  }
  return problems;
}

/** Only the first cell of a merge holds its value: whether the others are meant to have it too is not known. */
function mergedCells({ name, rows, merges }: Grid, headerRow: number): readonly OpenedProblem[] {
  const among = merges.filter(({ startRow, startCol }) => startRow > headerRow && isFilled(rows[startRow]?.[startCol]));
  if (among.length === 0) return [];
  const shown = among
    .slice(0, 5)
    .map(({ startRow, startCol, endRow, endCol }) => rangeAddress(name, [startRow + 1, startCol, endRow + 1, endCol]));
  const nMore = among.length - shown.length;
  const message = localText(
    `Cells among the data are merged, and only the first of each holds the value: ${shown.join(', ')}${nMore > 0 ? ` and ${nMore} more` : ''}. Unmerge them and write the value into each.`,
    `数据区有合并单元格，其值只存于第一个单元格：${shown.join('、')}${nMore > 0 ? ` 等 ${among.length} 处` : ''}。请取消合并并逐格填写。`,
  );
  return [{ code: 'merged-cells', message }];
}

function isBlank(row: readonly (number | string)[]): boolean {
  return !row.some(isFilled);
}

function isFilled(cell: number | string | undefined): boolean {
  return cell !== undefined && cell !== '';
}

function isWord(cell: number | string): boolean {
  return typeof cell === 'string' && cell !== '' && !isDecimalNotation(cell);
}

/**
 * A table with one row for each thing and name → a table with one row for each thing and one column for each name. Cells
 * keep their places in the file. Knows nothing of what the things are.
 */
import { localText } from '../base/locale.ts';
import { columnIndexes } from './columns.ts';
import type { Column, Table, TableProblem } from './table.ts';

/** Columns by position in the table. */
export interface LongLayout {
  /** What tells the rows of the new table apart: the unit, and the period where there are several. */
  readonly keys: readonly number[];
  readonly name: number;
  readonly value: number;
}

/**
 * The columns are the keys, then one for each name in the order of the file, then the other columns, whose cell is that of
 * the first row of a thing. Of two values for one thing and name the first counts and the second is a problem, as is a row
 * without a name. The problems are those of the layout only.
 */
export function wideTable(table: Table, { keys, name, value }: LongLayout): Table {
  const others = table.columns.flatMap((_, column) =>
    column === name || column === value || keys.includes(column) ? [] : [column],
  );
  const { names, firstRows, rowOf, problems } = gather(table, { keys, name, value });
  const columns: readonly Column[] = [
    ...keys.map(key => table.columns[key]!),
    ...names.map(({ text, row }) => ({ name: text, header: table.cellRange(row, name) })),
    ...others.map(other => table.columns[other]!),
  ];
  const indexes = columnIndexes(columns);
  /** Where a cell stands in the long table; the value's column where it is not there. */
  const placeOf = (row: number, column: number): readonly [row: number, column: number] => {
    const named = column - keys.length;
    if (named >= 0 && named < names.length) return [rowOf(row, named), value];
    const own = named < 0 ? keys[column] : others[named - names.length];
    return [firstRows[row] ?? -1, own ?? -1];
  };
  /** As `placeOf`, the first row of the thing where it has no value of that name. */
  const shownPlaceOf = (row: number, column: number): readonly [row: number, column: number] => {
    const [found, own] = placeOf(row, column);
    return [found < 0 ? (firstRows[row] ?? -1) : found, own];
  };
  return {
    ...table,
    columns,
    nRows: firstRows.length,
    problems,
    columnIndex: wanted => indexes.get(wanted) ?? -1,
    cell: (row, column) => {
      const [found, own] = placeOf(row, column);
      return found < 0 ? '' : table.cell(found, own);
    },
    cellRange: (row, column) => table.cellRange(...shownPlaceOf(row, column)),
    rowNumber: (row, column) => table.rowNumber(...shownPlaceOf(row, column)),
    addressOf: (row, column) => table.addressOf(...shownPlaceOf(row, column)),
  };
}

function gather(table: Table, { keys, name, value }: LongLayout) {
  const rowByKey = new Map<string, number>();
  const firstRows: number[] = [];
  const positions = new Map<string, number>();
  const names: { readonly text: string; readonly row: number }[] = [];
  /** By new row, by name: the row of the value. */
  const rows: Map<number, number>[] = [];
  const problems: TableProblem[] = [];
  for (let row = 0; row < table.nRows; row++) {
    const text = table.cell(row, name);
    if (text === '') {
      problems.push(problemAt(table, row, name, 'unnamed-row'));
      continue;
    }
    const key = JSON.stringify(keys.map(column => table.cell(row, column)));
    const thing = rowByKey.get(key) ?? firstRows.push(row) - 1;
    rowByKey.set(key, thing);
    const position = positions.get(text) ?? names.push({ text, row }) - 1;
    positions.set(text, position);
    const ofThing = rows[thing] ?? new Map<number, number>();
    rows[thing] = ofThing;
    const first = ofThing.get(position);
    if (first === undefined) ofThing.set(position, row);
    else problems.push(problemAt(table, row, value, 'repeated-value', table.rowNumber(first, value)));
  }
  return { names, firstRows, problems, rowOf: (thing: number, position: number) => rows[thing]?.get(position) ?? -1 };
}

function problemAt(
  table: Table,
  row: number,
  column: number,
  code: 'unnamed-row' | 'repeated-value',
  first = 0,
): TableProblem {
  const { en, 'zh-CN': zh } = table.addressOf(row, column);
  const message =
    code === 'unnamed-row'
      ? localText(`${en}: this row names no indicator and is not used`, `${zh}：此行没有写明指标，未予使用`)
      : localText(
          `${en}: the unit has a value of this indicator already, in row ${first}; only that one counts`,
          `${zh}：该对象的这一指标已在第 ${first} 行有值，只取该行`,
        );
  return { code, range: table.cellRange(row, column), message };
}

/** A whole column as numbers, fast: one pass, no object for a cell. */
import { isDecimalNotation } from './number.ts';
import type { Table } from './table.ts';

/** Which cell is which: `values` of missing and of bad cells are NaN. */
export interface NumberColumn {
  readonly values: Float64Array;
  /** Rows whose cell is neither missing nor a number, rising. `readNumber(table.cell(row, column))` says why. */
  readonly badRows: readonly number[];
}

/**
 * Reads column `column` of all rows. A cell that equals one of `missing` exactly is missing, also if it is a number
 * (−999); '' too counts as missing only if it is among them.
 */
export function readNumbers(table: Table, column: number, missing: ReadonlySet<string>): NumberColumn {
  const values = new Float64Array(table.nRows);
  const badRows: number[] = [];
  const mayNumbersBeMissing = [...missing].some(isDecimalNotation);
  for (let row = 0; row < table.nRows; row++) {
    const cell = table.cell(row, column);
    const number = isDecimalNotation(cell) ? Number(cell) : Number.NaN;
    const isNumber = Number.isFinite(number);
    const isMissing = isNumber && !mayNumbersBeMissing ? false : missing.has(cell);
    values[row] = isNumber && !isMissing ? number : Number.NaN;
    if (!isNumber && !isMissing) badRows.push(row);
  }
  return { values, badRows };
}

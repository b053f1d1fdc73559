/** Columns of numbers or reasons: making them and writing into them. Knows no method. */
import { type Column, type Reason, reasons } from './plan.ts';

/** The code of each reason in `Column.states`. */
export const codes = Object.fromEntries(reasons.map((reason, code) => [reason, code])) as Readonly<
  Record<Reason, number>
>;

/** All cells present and 0. The columns lie in one piece of memory, which is many times faster than one each. */
export function emptyColumns(nColumns: number, nUnits: number): Column[] {
  const values = new Float64Array(nColumns * nUnits);
  const states = new Uint8Array(nColumns * nUnits);
  return Array.from({ length: nColumns }, (_, column) => ({
    values: values.subarray(column * nUnits, (column + 1) * nUnits),
    states: states.subarray(column * nUnits, (column + 1) * nUnits),
  }));
}

export function emptyColumn(nUnits: number): Column {
  return { values: new Float64Array(nUnits), states: new Uint8Array(nUnits) };
}

/** A number that left the range of numbers becomes the reason `overflow`; a negative zero becomes zero. */
export function writeNumber(column: Column, unit: number, value: number): void {
  if (!Number.isFinite(value)) {
    writeReason(column, unit, codes.overflow);
    return;
  }
  column.values[unit] = value + 0;
  column.states[unit] = codes.present;
}

export function writeReason(column: Column, unit: number, code: number): void {
  column.values[unit] = 0;
  column.states[unit] = code;
}

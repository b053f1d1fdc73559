/** Columns of numbers or reasons: making them and writing into them. Knows no method. */
import { type Column, type Reason, reasons } from './plan.ts';

/** The code of each reason in `Column.states`. */
export const codes = Object.fromEntries(reasons.map((reason, code) => [reason, code])) as Readonly<
  Record<Reason, number>
>;

/** All cells present and 0. */
export function emptyColumn(nUnits: number): Column {
  return { values: new Float64Array(nUnits), states: new Uint8Array(nUnits) };
}

/** A number that left the range of numbers becomes the reason `overflow`; a negative zero becomes zero. */
export function writeNumber(column: Column, unit: number, value: number): void {
  if (Number.isFinite(value)) column.values[unit] = value + 0;
  else writeReason(column, unit, codes.overflow);
}

export function writeReason(column: Column, unit: number, code: number): void {
  column.values[unit] = 0;
  column.states[unit] = code;
}

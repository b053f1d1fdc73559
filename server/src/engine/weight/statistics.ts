/**
 * Statistics over columns of scores: spread and correlation. Every sum is exact, so nothing depends on the order of the
 * units. Cells without a number are left out.
 */
import { type Column, codes } from '../column.ts';
import { sumOf } from '../sum.ts';

export function presentValues({ values, states }: Column): Float64Array {
  return values.filter((_, unit) => states[unit] === codes.present);
}

/** The values of the units for which every column has one, column by column. */
export function completeRows(columns: readonly Column[]): readonly Float64Array[] {
  return columns.map(({ values }) =>
    values.filter((_, unit) => columns.every(({ states }) => states[unit] === codes.present)),
  );
}

/** Mean; standard deviation with divisor n − 1. 0 where the values are equal but for their last digits. */
export function meanOf(values: Float64Array): number {
  return sumOf(values) / values.length;
}

export function sdOf(values: Float64Array): number {
  if (isConstant(values)) return 0;
  const mean = meanOf(values);
  return Math.sqrt(sumOf(values.map(value => (value - mean) ** 2)) / (values.length - 1));
}

/** Whether the values differ by no more than the rounding of the arithmetic that made them. */
export function isConstant(values: Float64Array): boolean {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return !(high - low > 1e-12 * Math.max(Math.abs(low), Math.abs(high)));
}

/** Pearson’s r of two columns over the units that have both; `undefined` with fewer than two or without spread. */
export function correlation(one: Column, other: Column): number | undefined {
  const [left, right] = completeRows([one, other]);
  return correlationOf(left!, right!);
}

/** Pearson’s r of paired values, −1 to 1; `undefined` with fewer than two or without spread. */
export function correlationOf(left: Float64Array, right: Float64Array): number | undefined {
  if (left.length < 2 || isConstant(left) || isConstant(right)) return undefined;
  const [x, y] = [standardised(left), standardised(right)];
  return Math.min(Math.max(sumOf(x.map((value, unit) => value * y[unit]!)), -1), 1);
}

/** Correlations of columns of equal length, all with spread. */
export function correlationMatrix(columns: readonly Float64Array[]): number[][] {
  const standard = columns.map(standardised);
  return standard.map((x, row) =>
    standard.map((y, column) =>
      row === column ? 1 : Math.min(Math.max(sumOf(x.map((value, unit) => value * y[unit]!)), -1), 1),
    ),
  );
}

/** Deviations from the mean, scaled so that their squares sum to 1. */
function standardised(values: Float64Array): Float64Array {
  const mean = meanOf(values);
  const deviations = values.map(value => value - mean);
  const largest = deviations.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const inRange = deviations.map(value => value / largest);
  const length = Math.sqrt(sumOf(inRange.map(value => value * value)));
  return inRange.map(value => value / length);
}

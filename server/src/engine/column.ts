/** Columns of numbers or reasons, one a unit: making them and writing into them. Knows no method. */

/** Why there is no number. The index in this list is the code in `Column.states` and `Scores.states`; 0 is a number. */
export const reasons = [
  'present',
  'missing', // the cell is empty or marked as missing
  'not-applicable', // the indicator does not apply to the unit
  'invalid', // the cell holds something that is not a number, or a grade that is not listed
  'constant', // all values are equal: the method is undefined
  'too-few-values', // fewer values than the method needs
  'non-positive', // a logarithm or a geometric mean of a value ≤ 0
  'outside-scale', // method `none`: the value is not on the scale
  'child-missing', // a child is missing and the policy is `fail`
  'too-little-weight', // less weight than `minShare` is present
  'too-few-children', // fewer children than `minCount` are present
  'no-children', // no child is present
  'overflow', // the arithmetic left the range of numbers
  'no-reference', // the unit that the others are compared with has no value
  'reference-side', // the unit that the others are compared with has the worst value itself
  'target-side', // the target is not on the better side of all values
  'no-weights', // the children’s weights could not be computed
  'denominator-missing', // the value is there, its denominator is not
  'denominator-zero', // the denominator is 0
] as const;

export type Reason = (typeof reasons)[number];

export interface Column {
  /** One value a unit; meaningless where the state is not 0. */
  readonly values: Float64Array;
  /** One code a unit: an index in `reasons`. */
  readonly states: Uint8Array;
}

/** The code of each reason in `Column.states`. */
export const codes = Object.fromEntries(reasons.map((reason, code) => [reason, code])) as Readonly<
  Record<Reason, number>
>;

/** All cells present and 0. The columns lie in one piece of memory, which is many times faster than one each. */
export function emptyColumns(nColumns: number, nUnits: number): Column[] {
  const columns: Column[] = [];
  if (nColumns === 0) return columns;
  const memory = new ArrayBuffer(9 * nColumns * nUnits);
  const states = 8 * nColumns * nUnits;
  for (let column = 0; column < nColumns; column++) {
    columns.push({
      values: new Float64Array(memory, 8 * column * nUnits, nUnits),
      states: new Uint8Array(memory, states + column * nUnits, nUnits),
    });
  }
  return columns;
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

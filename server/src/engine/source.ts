/**
 * Where a leaf's raw value comes from: a column as it is, categories, steps or a checklist. Knows nothing of scores.
 */
import { type Column, codes, writeNumber, writeReason } from './column.ts';
import type { Step, ValueSource } from './leafPlan.ts';
import type { Input } from './plan.ts';
import { sumOf } from './sum.ts';
import { type SurveyedColumn, surveyed } from './surveyedColumn.ts';

/** The column whose cells are the leaf’s values, if there is one. */
export function columnAt(source: ValueSource, input: Input): SurveyedColumn | undefined {
  return source.kind === 'column' ? surveyed(input.columns[source.column]!) : undefined;
}

/** Whether there is one, and it is one that the engine could have written. */
export function isAsItIs(column: SurveyedColumn | undefined, nUnits: number): boolean {
  return column !== undefined && column.states.length === nUnits && column.survey().isClean;
}

/** Writes the raw values of a leaf into `raw`, an empty column, one a unit. A number that is not finite is `invalid`. */
export function readSource(source: ValueSource, input: Input, raw: Column): void {
  if (source.kind === 'checklist') readChecklist(source.columns, source.points, input, raw);
  else readColumn(input.columns[source.column]!, meaningOf(source), raw);
}

/** What a number in the column means; NaN: nothing. */
function meaningOf(source: Exclude<ValueSource, { kind: 'checklist' }>): (cell: number) => number {
  switch (source.kind) {
    case 'column':
      return cell => cell;
    case 'categories':
      return cell => source.values[cell] ?? Number.NaN;
    case 'steps':
      return cell => stepValue(source.steps, cell);
  }
}

function stepValue(steps: readonly Step[], cell: number): number {
  for (const step of steps) if (step.atLeast === undefined || cell >= step.atLeast) return step.value;
  return Number.NaN;
}

function readColumn(column: Column, meaning: (cell: number) => number, raw: Column): void {
  const { values, states } = raw;
  for (let unit = 0; unit < values.length; unit++) {
    const state = column.states[unit]!;
    if (state !== codes.present) {
      states[unit] = state;
      continue;
    }
    const cell = column.values[unit]!;
    const value = Number.isFinite(cell) ? meaning(cell) : Number.NaN;
    if (Number.isFinite(value)) values[unit] = value + 0;
    else states[unit] = codes.invalid;
  }
}

/**
 * The sum of the points of the items that are 1. A cell that is neither 0 nor 1 is invalid. Where items have no answer
 * the leaf has no value: `invalid` if one is, else `missing` if one is, else `not-applicable`.
 */
function readChecklist(columns: readonly number[], points: readonly number[], input: Input, raw: Column): void {
  const earned = new Float64Array(columns.length);
  const items = columns.map(column => input.columns[column]!);
  for (let unit = 0; unit < raw.values.length; unit++) {
    let state = codes.present;
    for (let item = 0; item < items.length; item++) {
      const value = items[item]!.values[unit]!;
      const own = items[item]!.states[unit]!;
      earned[item] = value === 1 ? points[item]! : 0;
      state = weightier(state, own === codes.present && value !== 1 && value !== 0 ? codes.invalid : own);
    }
    if (state === codes.present) writeNumber(raw, unit, sumOf(earned));
    else writeReason(raw, unit, state);
  }
}

function weightier(state: number, other: number): number {
  if (state === codes.invalid || other === codes.invalid) return codes.invalid;
  if (state === codes.missing || other === codes.missing) return codes.missing;
  return Math.max(state, other);
}

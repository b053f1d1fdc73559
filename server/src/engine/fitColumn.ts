/**
 * What a column of numbers teaches: how many there are, their range, their moments, their order. Fits of disjoint sets of
 * units can be merged; the parameters of the merged fit are bit for bit those of the whole, in any order of the units.
 */
import { type Column, codes } from './column.ts';
import { OrderParams, plainNumbers, type Sorted } from './orderParams.ts';
import type { LeafParams } from './params.ts';
import { copyNumbers } from './run.ts';
import type { RunOrder } from './runOrder.ts';
import { addExactly, addProductExactly, type ExactSum, roundExactSum } from './sum.ts';
import { addMoments, type Moments, nInRun, runMemory } from './sumOfMany.ts';
import { type Survey, surveyOf } from './survey.ts';
import type { SurveyedColumn } from './surveyedColumn.ts';

/** Only the number of values; also their range; also mean and sd, or their order. */
export type Lesson = 'count' | 'range' | 'moments' | 'order';

/** Over the values that are present and count. What is not asked for is not learned. */
export interface ColumnFit {
  readonly n: number;
  /** `undefined` if there are no values. */
  readonly min?: number;
  readonly max?: number;
  /** Without the values beyond `largestToSquare`; where there are such there are no moments. */
  readonly sum?: ExactSum;
  readonly sumOfSquares?: ExactSum;
  readonly sorted?: Sorted;
}

/** The squares of larger numbers come too near the end of the range of numbers. */
const largestToSquare = 1e150;

/** `units`: 1 for those that count; `undefined`: all. */
export function fitColumn(column: SurveyedColumn, lesson: Lesson, units: Uint8Array | undefined): ColumnFit {
  const counted = units === undefined ? column.survey() : surveyOf(onlyOf(column, units));
  const range = fitRange(counted, column.states.length);
  switch (lesson) {
    case 'count':
    case 'range':
      return range;
    case 'moments':
      return {
        ...range,
        ...(isSquareable(counted) && units === undefined ? momentsOfAll(column, counted) : fitMoments(column, units)),
      };
    case 'order':
      return { ...range, sorted: { values: plainNumbers(presentValues(column, units).sort()) } };
  }
}

/** As with the lesson `order`, where the order is known already. */
export function fitOrder(column: SurveyedColumn, counts: Uint8Array | undefined): ColumnFit {
  const order = column.order();
  if (counts === undefined) return { ...fitRange(column.survey(), column.states.length), sorted: order };
  const values = valuesThatCount(order, counts);
  const n = values.length;
  return n === 0 ? { n, sorted: { values } } : { n, min: values[0]!, max: values[n - 1]!, sorted: { values } };
}

function valuesThatCount({ units, values }: RunOrder, counts: Uint8Array): readonly number[] {
  return values.filter((_, place) => counts[units[place]!] !== 0);
}

export function mergeColumnFits(one: ColumnFit, other: ColumnFit): ColumnFit {
  if (one.n === 0) return other;
  if (other.n === 0) return one;
  return {
    n: one.n + other.n,
    min: Math.min(one.min!, other.min!),
    max: Math.max(one.max!, other.max!),
    ...(one.sum && other.sum && { sum: mergeSums(one.sum, other.sum) }),
    ...(one.sumOfSquares && other.sumOfSquares && { sumOfSquares: mergeSums(one.sumOfSquares, other.sumOfSquares) }),
    ...(one.sorted && other.sorted && { sorted: { values: mergeSorted(one.sorted.values, other.sorted.values) } }),
  };
}

/** As plain numbers. */
export function columnParams(fit: ColumnFit): LeafParams {
  const { n, min, max } = fit;
  if (min === undefined || max === undefined) return { n };
  if (fit.sorted !== undefined) return new OrderParams(n, [min, max], fit.sorted);
  return fit.sum === undefined ? { n, min, max } : { n, min, max, ...meanAndSd(fit, min, max) };
}

/**
 * Mean and standard deviation (divisor n − 1, from the exact sums). None where a square would leave the range of numbers:
 * all values within 1e−100 of 0 (and not all 0), or one beyond 1e150.
 */
function meanAndSd({ n, sum, sumOfSquares }: ColumnFit, min: number, max: number): { mean?: number; sd?: number } {
  if (sum === undefined || sumOfSquares === undefined) return {};
  if (min === max) return n < 2 ? { mean: min } : { mean: min, sd: 0 };
  const largest = Math.max(Math.abs(min), Math.abs(max));
  if (largest > largestToSquare || largest < 1e-100) return {};
  const mean = Math.min(Math.max(roundExactSum(sum) / n, min), max);
  return { mean, sd: Math.sqrt(squaredDeviations(n, sum, sumOfSquares) / (n * (n - 1))) };
}

/** n Σx² − (Σx)², exact and rounded once: no digits are lost however far the values are from 0. */
function squaredDeviations(n: number, sum: ExactSum, sumOfSquares: ExactSum): number {
  const result: ExactSum = [];
  for (const part of sumOfSquares) addProductExactly(result, n, part);
  for (const part of sum) for (const otherPart of sum) addProductExactly(result, -part, otherPart);
  return roundExactSum(result);
}

function fitRange({ gaps, min, max }: Survey, nUnits: number): ColumnFit {
  const n = nUnits - gaps.length;
  return n === 0 ? { n } : { n, min, max };
}

function onlyOf({ values, states }: Column, units: Uint8Array): Column {
  return { values, states: states.map((state, unit) => (units[unit] === 0 ? codes.missing : state)) };
}

function isSquareable({ min, max }: Survey): boolean {
  return Math.abs(min) <= largestToSquare && Math.abs(max) <= largestToSquare;
}

/** The same of all units: where there is no value is 0, which adds nothing. */
function momentsOfAll({ values }: SurveyedColumn, { gaps, min, max }: Survey): Moments {
  const moments: Moments = { sum: [], sumOfSquares: [] };
  const memory = runMemory(values.length);
  const { numbers } = memory;
  const largest = Math.max(Math.abs(min), Math.abs(max));
  for (let start = 0, gap = 0; start < values.length; start += nInRun) {
    const end = Math.min(start + nInRun, values.length);
    copyNumbers(values, start, end, numbers, memory.values);
    for (; gap < gaps.length && gaps[gap]! < end; gap++) numbers[memory.values + gaps[gap]! - start] = 0;
    addMoments(moments, memory, end - start, largest);
  }
  return moments;
}

function fitMoments({ values, states }: Column, units: Uint8Array | undefined): Moments {
  const moments: Moments = { sum: [], sumOfSquares: [] };
  const memory = runMemory(values.length);
  let count = 0;
  let largest = 0;
  for (let unit = 0; unit < values.length; unit++) {
    const value = values[unit]!;
    if (states[unit] !== 0 || units?.[unit] === 0 || Math.abs(value) > largestToSquare) continue;
    largest = Math.max(largest, Math.abs(value));
    memory.numbers[memory.values + count++] = value;
    if (count < nInRun) continue;
    addMoments(moments, memory, count, largest);
    count = 0;
  }
  addMoments(moments, memory, count, largest);
  return moments;
}

export function presentValues({ values, states }: Column, units?: Uint8Array): Float64Array {
  return values.filter((_, unit) => states[unit] === codes.present && units?.[unit] !== 0);
}

function mergeSums(one: ExactSum, other: ExactSum): ExactSum {
  const sum = [...one];
  for (const part of other) addExactly(sum, part);
  return sum;
}

function mergeSorted(one: readonly number[], other: readonly number[]): readonly number[] {
  const sorted = new Float64Array(one.length + other.length);
  sorted.set(one);
  sorted.set(other, one.length);
  return plainNumbers(sorted.sort());
}

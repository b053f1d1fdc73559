/**
 * The multivariate normal distribution of a table with gaps, by maximum likelihood (the EM algorithm: Dempster, Laird,
 * Rubin 1977; Little and Rubin, Statistical Analysis with Missing Data, 8.2), and what it expects in the gaps. Numbers
 * only: knows no units and no leaves. NaN marks a gap.
 */
import { sumOf } from '../sum.ts';

export interface Normal {
  readonly mean: readonly number[];
  /** Divisor n. */
  readonly covariance: readonly (readonly number[])[];
  readonly nIterations: number;
}

/**
 * `undefined` if no more rows than columns have values (the likelihood has no maximum), a column has none, or it does not
 * converge. To the last digit the same
 * in any order of the rows; for that in any order of the columns see `canonicalOrder`.
 */
export function fitNormal(rows: readonly Float64Array[]): Normal | undefined {
  const sorted = rows.filter(row => row.some(isThere)).toSorted(compareRows);
  const nColumns = sorted[0]?.length ?? 0;
  if (sorted.length <= nColumns) return undefined;
  const scales: Scale[] = [];
  for (let column = 0; column < nColumns; column++) {
    const scale = scaleOf(Float64Array.from(sorted.flatMap(row => (isThere(row[column]!) ? [row[column]!] : []))));
    if (scale === undefined) return undefined;
    scales.push(scale);
  }
  const standard = sorted.map(row => row.map((value, column) => (value - scales[column]!.mean) / scales[column]!.sd));
  const fitted = iterate(standard, nColumns);
  return fitted && inOwnMeasure(fitted, scales);
}

/** What is expected of the gaps of a row, given its values; the values as they are. NaN where nothing can be said. */
export function expectedRow({ mean, covariance }: Normal, row: Float64Array): Float64Array {
  const sds = covariance.map((line, column) => Math.sqrt(line[column]!) || 1);
  const standard = row.map((value, column) => (value - mean[column]!) / sds[column]!);
  const correlation = covariance.map((line, one) => line.map((value, other) => value / sds[one]! / sds[other]!));
  const swept = sweptOn(correlation, standard);
  return row.map((value, column) => {
    if (isThere(value)) return value;
    return mean[column]! + sds[column]! * expected(swept, zero(standard.length), standard, column);
  });
}

/** Positions of the columns in an order that depends on nothing but their values. */
export function canonicalOrder(columns: readonly Float64Array[]): readonly number[] {
  const sorted = columns.map(column => column.filter(isThere).sort());
  return columns.map((_, position) => position).toSorted((one, other) => compareRows(sorted[one]!, sorted[other]!));
}

interface Scale {
  readonly mean: number;
  readonly sd: number;
}

interface State {
  readonly mean: Float64Array;
  readonly covariance: readonly (readonly number[])[];
}

const mostIterations = 5_000;

/** Of standardised values: when no number moves further than this, the estimate stands to about eleven digits. */
const smallestMove = 1e-14;

function iterate(rows: readonly Float64Array[], nColumns: number): (State & { nIterations: number }) | undefined {
  const patterns = patternsOf(rows);
  let state: State = {
    mean: zero(nColumns),
    covariance: Array.from({ length: nColumns }, (_, one) =>
      Array.from({ length: nColumns }, (_, other) => (one === other ? 1 : 0)),
    ),
  };
  for (let nIterations = 1; nIterations <= mostIterations; nIterations++) {
    const next = step(state, patterns, rows.length);
    if (!next.mean.every(Number.isFinite)) return undefined;
    const moved = largestMove(state, next);
    state = next;
    if (moved <= smallestMove) return { ...state, nIterations };
  }
  return undefined;
}

/** Rows with the same gaps. */
function patternsOf(rows: readonly Float64Array[]): readonly (readonly Float64Array[])[] {
  const patterns = new Map<string, Float64Array[]>();
  for (const row of rows) {
    const key = Array.from(row, value => (isThere(value) ? 'x' : '.')).join('');
    const same = patterns.get(key);
    if (same === undefined) patterns.set(key, [row]);
    else same.push(row);
  }
  return [...patterns.values()];
}

/** Expected sums and products given the state, then their mean and covariance. */
function step(state: State, patterns: readonly (readonly Float64Array[])[], nRows: number): State {
  const nColumns = state.mean.length;
  const sums = zero(nColumns);
  const products = Array.from({ length: nColumns }, () => zero(nColumns));
  for (const rows of patterns) {
    const gaps = rows[0]!;
    const swept = sweptOn(state.covariance, gaps);
    for (const row of rows) {
      const filled = row.map((value, column) => (isThere(value) ? value : expected(swept, state.mean, row, column)));
      for (let one = 0; one < nColumns; one++) {
        sums[one]! += filled[one]!;
        for (let other = 0; other <= one; other++) {
          const rest = isThere(gaps[one]!) || isThere(gaps[other]!) ? 0 : swept[one]![other]!;
          products[one]![other]! += filled[one]! * filled[other]! + rest;
        }
      }
    }
  }
  const mean = sums.map(sum => sum / nRows);
  const lower = (one: number, other: number) => products[one]![other]! / nRows - mean[one]! * mean[other]!;
  const covariance = products.map((line, one) =>
    Array.from(line, (_, other) => lower(Math.max(one, other), Math.min(one, other))),
  );
  return { mean, covariance };
}

/** A variance this small (of standardised values) is that of a column that the others give already. */
const smallestPivot = 1e-12;

/**
 * The covariance swept on the columns that the row has: between those and the gaps the coefficients of regression,
 * between gaps what they do not explain. A column that others give already is left out.
 */
function sweptOn(covariance: readonly (readonly number[])[], row: Float64Array): readonly Float64Array[] {
  const matrix = covariance.map(line => Float64Array.from(line));
  const n = matrix.length;
  for (let pivot = 0; pivot < n; pivot++) {
    if (!isThere(row[pivot]!)) continue;
    const pivotLine = matrix[pivot]!;
    const variance = pivotLine[pivot]!;
    if (!(variance > smallestPivot)) {
      for (let index = 0; index < n; index++) {
        pivotLine[index] = 0;
        matrix[index]![pivot] = 0;
      }
      continue;
    }
    for (let line = 0; line < n; line++) {
      if (line === pivot) continue;
      const factor = matrix[line]![pivot]! / variance;
      for (let index = 0; index < n; index++) {
        if (index !== pivot) matrix[line]![index]! -= factor * pivotLine[index]!;
      }
      matrix[line]![pivot] = factor;
    }
    for (let index = 0; index < n; index++) pivotLine[index]! /= index === pivot ? -variance * variance : variance;
  }
  return matrix;
}

/** Mean of a gap given the values of the row. */
function expected(swept: readonly Float64Array[], mean: Float64Array, row: Float64Array, column: number): number {
  let value = mean[column]!;
  for (let other = 0; other < row.length; other++) {
    if (isThere(row[other]!)) value += swept[column]![other]! * (row[other]! - mean[other]!);
  }
  return value;
}

function largestMove(one: State, other: State): number {
  let largest = 0;
  one.mean.forEach((value, index) => {
    largest = Math.max(largest, Math.abs(value - other.mean[index]!));
  });
  one.covariance.forEach((line, index) => {
    line.forEach((value, position) => {
      largest = Math.max(largest, Math.abs(value - other.covariance[index]![position]!));
    });
  });
  return largest;
}

/** `undefined` for no values. A constant column has the scale 1. */
function scaleOf(values: Float64Array): Scale | undefined {
  if (values.length === 0) return undefined;
  const mean = sumOf(values) / values.length;
  const sd = Math.sqrt(sumOf(values.map(value => (value - mean) ** 2)) / values.length);
  return Number.isFinite(sd) ? { mean, sd: sd > 0 ? sd : 1 } : undefined;
}

/** `undefined` where a number leaves the range. Without negative zeros, which JSON does not keep. */
function inOwnMeasure(
  { mean, covariance, nIterations }: State & { nIterations: number },
  scales: readonly Scale[],
): Normal | undefined {
  const normal = {
    mean: Array.from(mean, (value, column) => scales[column]!.mean + value * scales[column]!.sd + 0),
    covariance: covariance.map((line, one) =>
      line.map((value, other) => value * scales[one]!.sd * scales[other]!.sd + 0),
    ),
    nIterations,
  };
  return [normal.mean, ...normal.covariance].flat().every(Number.isFinite) ? normal : undefined;
}

function compareRows(one: Float64Array, other: Float64Array): number {
  for (let column = 0; column < Math.min(one.length, other.length); column++) {
    const left = isThere(one[column]!) ? one[column]! : Infinity;
    const right = isThere(other[column]!) ? other[column]! : Infinity;
    if (left !== right) return left < right ? -1 : 1;
  }
  return one.length - other.length;
}

function zero(length: number): Float64Array {
  return new Float64Array(length);
}

function isThere(value: number): boolean {
  return !Number.isNaN(value);
}

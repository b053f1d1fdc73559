/**
 * Fit: what must be learned from the data. Parts of the units can be fitted apart and merged; the parameters made of
 * the merged fit are bit for bit those of the whole, in any order of the units.
 */
import { codes, emptyColumn } from './column.ts';
import { normaliseMethod } from './normalise/index.ts';
import type { Column, Input, LeafPlan, Plan } from './plan.ts';
import { readSource } from './source.ts';
import { addExactly, addProductExactly, type ExactSum } from './sum.ts';

/** By node index; aggregates: `undefined`. */
export type Fit = readonly (LeafFit | undefined)[];

/** Over the values that are present. What the leaf's method does not need is not learned. */
export interface LeafFit {
  readonly n: number;
  /** `undefined` if there are no values. */
  readonly min?: number;
  readonly max?: number;
  /** Without the values beyond `largestToSquare`; where there are such there are no moments. */
  readonly sum?: ExactSum;
  readonly sumOfSquares?: ExactSum;
  /** In ascending order. */
  readonly sorted?: Float64Array;
}

/** The squares of larger numbers come too near the end of the range of numbers. */
export const largestToSquare = 1e150;

export function fit(plan: Plan, input: Input): Fit {
  const raw = emptyColumn(plan.nUnits);
  return plan.nodes.map(node => {
    if (node.kind === 'aggregate') return undefined;
    readSource(node.source, input, raw);
    return fitLeaf(node, raw);
  });
}

/** The fit of two disjoint sets of units together. */
export function mergeFits(one: Fit, other: Fit): Fit {
  return one.map((leaf, node) => {
    const otherLeaf = other[node];
    return leaf === undefined || otherLeaf === undefined ? undefined : mergeLeaves(leaf, otherLeaf);
  });
}

function fitLeaf(leaf: LeafPlan, raw: Column): LeafFit {
  switch (normaliseMethod(leaf.normalise.method).learns) {
    case 'count':
    case 'range':
      return fitRange(raw);
    case 'moments':
      return { ...fitRange(raw), ...fitMoments(raw) };
    case 'order':
      return { ...fitRange(raw), sorted: presentValues(raw).sort() };
  }
}

function fitRange({ values, states }: Column): LeafFit {
  let n = 0;
  let min = Infinity;
  let max = -Infinity;
  for (let unit = 0; unit < values.length; unit++) {
    if (states[unit] !== codes.present) continue;
    const value = values[unit]!;
    n++;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return n === 0 ? { n } : { n, min, max };
}

function fitMoments({ values, states }: Column): { sum: ExactSum; sumOfSquares: ExactSum } {
  const sum: ExactSum = [];
  const sumOfSquares: ExactSum = [];
  for (let unit = 0; unit < values.length; unit++) {
    const value = values[unit]!;
    if (states[unit] !== codes.present || Math.abs(value) > largestToSquare) continue;
    addExactly(sum, value);
    addProductExactly(sumOfSquares, value, value);
  }
  return { sum, sumOfSquares };
}

function presentValues({ values, states }: Column): Float64Array {
  return values.filter((_, unit) => states[unit] === codes.present);
}

function mergeLeaves(one: LeafFit, other: LeafFit): LeafFit {
  if (one.n === 0) return other;
  if (other.n === 0) return one;
  return {
    n: one.n + other.n,
    min: Math.min(one.min!, other.min!),
    max: Math.max(one.max!, other.max!),
    ...(one.sum && other.sum && { sum: mergeSums(one.sum, other.sum) }),
    ...(one.sumOfSquares && other.sumOfSquares && { sumOfSquares: mergeSums(one.sumOfSquares, other.sumOfSquares) }),
    ...(one.sorted && other.sorted && { sorted: mergeSorted(one.sorted, other.sorted) }),
  };
}

function mergeSums(one: ExactSum, other: ExactSum): ExactSum {
  const sum = [...one];
  for (const part of other) addExactly(sum, part);
  return sum;
}

function mergeSorted(one: Float64Array, other: Float64Array): Float64Array {
  const sorted = new Float64Array(one.length + other.length);
  sorted.set(one);
  sorted.set(other, one.length);
  return sorted.sort();
}

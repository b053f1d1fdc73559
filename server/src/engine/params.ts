/** Params: the fit as plain numbers, frozen, ready to be written to a file and used for other data. */
import { type Fit, type LeafFit, largestToSquare } from './fit.ts';
import type { LeafParams, Params, Plan } from './plan.ts';
import { addProductExactly, type ExactSum, roundExactSum } from './sum.ts';

export function paramsOf(plan: Plan, fit: Fit): Params {
  const leaves: Record<number, LeafParams> = {};
  plan.nodes.forEach((node, index) => {
    const leaf = fit[index];
    if (node.kind === 'leaf' && leaf !== undefined) leaves[index] = paramsOfLeaf(leaf);
  });
  return { leaves };
}

function paramsOfLeaf(fit: LeafFit): LeafParams {
  const { n, min, max } = fit;
  if (min === undefined || max === undefined) return { n };
  return {
    n,
    min,
    max,
    ...moments(fit, min, max),
    ...(fit.sorted !== undefined && { sorted: [...fit.sorted] }),
  };
}

/**
 * Mean and standard deviation (divisor n − 1, from the exact sums). None where a square would leave the range of numbers:
 * all values within 1e−100 of 0 (and not all 0), or one beyond 1e150.
 */
function moments({ n, sum, sumOfSquares }: LeafFit, min: number, max: number): { mean?: number; sd?: number } {
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

/** Two sets of weights made one. */
import type { WeightCombination } from '../aggregatePlan.ts';
import { sumOf } from '../sum.ts';

/**
 * `product`: w ∝ computed · other; `linear` with share λ: λ · computed + (1 − λ) · other, both as shares. The answer sums to
 * 1; `undefined` where one of the two, or the result, has no positive weight or is not finite.
 */
export function combined(
  how: WeightCombination,
  computed: readonly number[],
  other: readonly number[],
): readonly number[] | undefined {
  const [one, two] = [sharesOf(computed), sharesOf(other)];
  if (one === undefined || two === undefined) return undefined;
  if (how === 'product') return sharesOf(one.map((share, child) => share * two[child]!));
  return sharesOf(one.map((share, child) => how.linear * share + (1 - how.linear) * two[child]!));
}

/** Each weight ÷ their sum; `undefined` where they are all 0, one is negative or not finite. */
export function sharesOf(weights: readonly number[]): readonly number[] | undefined {
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  if (!(largest > 0) || !Number.isFinite(largest) || !weights.every(weight => weight >= 0)) return undefined;
  const inRange = weights.map(weight => weight / largest);
  const total = sumOf(inRange);
  return inRange.map(weight => weight / total);
}

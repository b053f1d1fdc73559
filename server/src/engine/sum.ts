/**
 * Exact sums: each is the true sum of its terms, rounded once, so it does not depend on the order of the terms and
 * partial sums can be merged. After Shewchuk, Adaptive Precision Floating-Point Arithmetic (1997), and Python's fsum.
 * Answers are not finite only where a term or the true sum is not.
 */

/** An exact sum: numbers whose true sum is the value; each holds what was lost in adding to the one before. */
export type ExactSum = number[];

/** The sum of the first `count` values, rounded once. */
export function sumOf(values: ArrayLike<number>, count: number = values.length): number {
  if (count === 0) return 0;
  let sum = values[0]!;
  let lost = 0; // what the roundings of `sum` lost
  let doubt = 0; // at least what the roundings of `lost` lost
  for (let index = 1; index < count; index++) {
    const value = values[index]!;
    const nextSum = sum + value;
    const taken = nextSum - sum;
    const rest = sum - (nextSum - taken) + (value - taken);
    sum = nextSum;
    const nextLost = lost + rest;
    const restTaken = nextLost - lost;
    doubt += Math.abs(lost - (nextLost - restTaken) + (rest - restTaken));
    lost = nextLost;
  }
  if (doubt === 0 && Number.isFinite(lost)) return sum + lost;
  const margin = 2 * doubt + Math.abs(lost) * 2 ** -51;
  const rounded = sum + (lost - margin);
  return rounded === sum + (lost + margin) ? rounded : sumSlowly(values, count);
}

/** Adds one number to an exact sum, in place. */
export function addExactly(sum: ExactSum, value: number): void {
  let rest = value;
  for (let index = 0; index < sum.length; index++) {
    const part = sum[index]!;
    const next = part + rest;
    const taken = next - part;
    rest = part - (next - taken) + (rest - taken);
    sum[index] = next;
    if (rest === 0) return;
  }
  sum.push(rest);
}

/** Adds left × right without rounding the product. |left × right| must lie between 1e−290 and 1e300, or be 0. */
export function addProductExactly(sum: ExactSum, left: number, right: number): void {
  const product = left * right;
  const leftHigh = upperHalf(left);
  const leftLow = left - leftHigh;
  const rightHigh = upperHalf(right);
  const rightLow = right - rightHigh;
  const lost = leftLow * rightLow - (product - leftHigh * rightHigh - leftLow * rightHigh - leftHigh * rightLow);
  addExactly(sum, product);
  addExactly(sum, lost);
}

/** The value of an exact sum, rounded once, half to even. */
export function roundExactSum(sum: ExactSum): number {
  const parts = withoutOverlap(sum);
  let index = parts.length - 1;
  let high = index < 0 ? 0 : parts[index]!;
  let low = 0;
  while (index > 0 && low === 0) {
    const part = parts[--index]!;
    const next = high + part;
    low = part - (next - high);
    high = next;
  }
  // `low` is at most half a unit in the last place; where it is just that, the parts below decide.
  const below = index > 0 ? parts[index - 1]! : 0;
  if (low !== 0 && Math.sign(low) === Math.sign(below)) {
    const next = high + 2 * low;
    if (next - high === 2 * low) high = next;
  }
  return high;
}

/** The same value in numbers that do not overlap, the smallest first. */
function withoutOverlap(sum: ExactSum): number[] {
  const parts: number[] = [];
  for (const value of sum) {
    let high = value;
    let kept = 0;
    for (let index = 0; index < parts.length; index++) {
      const part = parts[index]!;
      const larger = Math.abs(high) < Math.abs(part) ? part : high;
      const smaller = larger === part ? high : part;
      high = larger + smaller;
      const low = smaller - (high - larger);
      if (low !== 0) parts[kept++] = low;
    }
    parts.length = kept;
    parts.push(high);
  }
  return parts;
}

function sumSlowly(values: ArrayLike<number>, count: number): number {
  const sum = exactSumOf(values, count, 1);
  if (sum.every(Number.isFinite)) return roundExactSum(sum);
  // A partial sum overflowed, the whole perhaps does not.
  return roundExactSum(exactSumOf(values, count, 2 ** -64)) * 2 ** 64;
}

function exactSumOf(values: ArrayLike<number>, count: number, factor: number): ExactSum {
  const sum: ExactSum = [];
  for (let index = 0; index < count; index++) addExactly(sum, values[index]! * factor);
  return sum;
}

/** The upper half of the digits of a number below 1e300. */
export function upperHalf(value: number): number {
  const shifted = value * (2 ** 27 + 1);
  return shifted - (shifted - value);
}

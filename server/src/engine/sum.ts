/**
 * Exact sums: each is the true sum of its terms, rounded once, so it does not depend on the order of the terms and
 * partial sums can be merged. After Shewchuk, Adaptive Precision Floating-Point Arithmetic (1997), and Python's fsum.
 * Answers are not finite only where a term or the true sum is not.
 */

/** An exact sum: numbers that do not overlap, the smallest first; their true sum is the value. */
export type ExactSum = number[];

/** The sum of the first `count` values, rounded once. */
export function sumOf(values: ArrayLike<number>, count: number = values.length): number {
  let sum = 0;
  let error = 0;
  let errorSize = 0;
  for (let index = 0; index < count; index++) {
    const value = values[index]!;
    const next = sum + value;
    const taken = next - sum;
    const lost = sum - (next - taken) + (value - taken);
    sum = next;
    error += lost;
    errorSize += Math.abs(lost);
  }
  const quick = roundedIfCertain(sum, error, errorSize * count);
  return Number.isNaN(quick) ? sumSlowly(Array.from({ length: count }, (_, index) => values[index]!)) : quick;
}

/** The sum of the first `count` products left × right, each product rounded, their sum rounded once. */
export function sumOfProducts(left: ArrayLike<number>, right: ArrayLike<number>, count: number): number {
  let sum = 0;
  let error = 0;
  let errorSize = 0;
  for (let index = 0; index < count; index++) {
    const value = left[index]! * right[index]!;
    const next = sum + value;
    const taken = next - sum;
    const lost = sum - (next - taken) + (value - taken);
    sum = next;
    error += lost;
    errorSize += Math.abs(lost);
  }
  const quick = roundedIfCertain(sum, error, errorSize * count);
  return Number.isNaN(quick) ? sumSlowly(Array.from({ length: count }, (_, i) => left[i]! * right[i]!)) : quick;
}

/** Adds one number to an exact sum, in place. */
export function addExactly(sum: ExactSum, value: number): void {
  let high = value;
  let kept = 0;
  for (let index = 0; index < sum.length; index++) {
    const part = sum[index]!;
    const larger = Math.abs(high) < Math.abs(part) ? part : high;
    const smaller = larger === part ? high : part;
    high = larger + smaller;
    const low = smaller - (high - larger);
    if (low !== 0) sum[kept++] = low;
  }
  sum.length = kept;
  sum.push(high);
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
  let index = sum.length - 1;
  let high = index < 0 ? 0 : sum[index]!;
  let low = 0;
  while (index > 0 && low === 0) {
    const part = sum[--index]!;
    const next = high + part;
    low = part - (next - high);
    high = next;
  }
  // `low` is at most half a unit in the last place; where it is just that, the parts below decide.
  const below = index > 0 ? sum[index - 1]! : 0;
  if (low !== 0 && Math.sign(low) === Math.sign(below)) {
    const next = high + 2 * low;
    if (next - high === 2 * low) high = next;
  }
  return high;
}

/** sum + error where no error within the bound of the rounding of `error` could change the answer; else NaN. */
function roundedIfCertain(sum: number, error: number, errorSizeTimesCount: number): number {
  const doubt = errorSizeTimesCount * 2 ** -52;
  const lower = sum + (error - doubt);
  return lower === sum + (error + doubt) ? lower : Number.NaN;
}

function sumSlowly(terms: readonly number[]): number {
  const sum = exactSumOf(terms, 1);
  if (sum.every(Number.isFinite)) return roundExactSum(sum);
  // A partial sum overflowed, the whole perhaps does not.
  return roundExactSum(exactSumOf(terms, 2 ** -64)) * 2 ** 64;
}

function exactSumOf(terms: readonly number[], factor: number): ExactSum {
  const sum: ExactSum = [];
  for (const term of terms) addExactly(sum, term * factor);
  return sum;
}

function upperHalf(value: number): number {
  const shifted = value * (2 ** 27 + 1);
  return shifted - (shifted - value);
}

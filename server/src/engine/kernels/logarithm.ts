/**
 * Natural logarithms and exponentials, within one unit in the last place, and the same to the last bit on every machine,
 * which those of `Math` need not be. What is left after the power of two goes into the series of ln (1 + s)/(1 − s), whose
 * coefficients are 2/3, 2/5, 2/7…, and of x coth x/2, whose coefficients are made of Bernoulli’s numbers.
 */

/** Of a number above 0 that is finite. */
export function logarithm(value: number): number {
  return value < leastNormal ? logarithmOfNormal(value * 2 ** 54) - 54 * Math.LN2 : logarithmOfNormal(value);
}

/** NaN of what is not a normal number above 0. */
export function logarithmOfNormal(value: number): number {
  if (!(value >= leastNormal && value < Infinity)) return Number.NaN;
  scratch[0] = value;
  // value = 2^power × (1 + rest), with 1 + rest about between √½ and √2
  const power = ((words[upper]! + series.toMiddle) >>> 20) - 1023;
  const rest = value * powersOfTwo[middle - power]! - 1;
  const half = 0.5 * rest * rest;
  const s = rest / (2 + rest);
  const z = s * s;
  const w = z * z;
  const even = w * (2 / 5 + w * (2 / 9 + w * (2 / 13 + w * (2 / 17))));
  const odd = z * (2 / 3 + w * (2 / 7 + w * (2 / 11 + w * (2 / 15 + w * (2 / 19)))));
  return power * series.ln2High - (half - (s * (half + (even + odd)) + power * series.ln2Low) - rest);
}

/** Of any number: 0 or Infinity beyond the range of numbers. */
export function exponential(value: number): number {
  if (!(value > 700))
    return value < -700 ? exponentialWithin(Math.max(value, -1400) / 2) ** 2 : exponentialWithin(value);
  return exponentialWithin(Math.min(value, 1400) / 2) ** 2;
}

/** NaN of what is beyond 700 in size. */
export function exponentialWithin(value: number): number {
  if (!(Math.abs(value) <= 700)) return Number.NaN;
  // value = power × ln 2 + rest
  const power = value * series.perLn2 + series.toWhole - series.toWhole;
  const high = value - power * series.ln2High;
  const low = power * series.ln2Low;
  const rest = high - low;
  const t = rest * rest;
  const fine = t * (1 / 15120 - t * (1 / 604800 - t * (1 / 23950080 - t * (691 / 1307674368000))));
  const c = rest - t * (1 / 6 - t * (1 / 360 - fine));
  return (1 - (low - (rest * c) / (2 - c) - high)) * powersOfTwo[middle + power]!;
}

const ln2High = Math.round(Math.LN2 * 2 ** 32) / 2 ** 32;

export const series = {
  /** ln 2 in two parts: 32 digits, so that multiples are exact, and the rest. */
  ln2High,
  ln2Low: Math.LN2 - ln2High + 2.3190468138462996e-17,
  perLn2: Math.LOG2E,
  /** Added and taken away again it rounds to a whole number. */
  toWhole: 1.5 * 2 ** 52,
  /** Of the upper words: from the least number of a slot around a power of two to the next power of two. */
  toMiddle: 0x3ff00000 - 0x3fe6a09e,
} as const;

const leastNormal = 2 ** -1022;
const middle = 1100;
const powersOfTwo = Float64Array.from({ length: 2 * middle }, (_, index) => 2 ** (index - middle));
const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);
/** Where the word with the sign lies: second on machines that store the low word first. */
const upper = new Uint8Array(new Uint32Array([1]).buffer)[0]!;

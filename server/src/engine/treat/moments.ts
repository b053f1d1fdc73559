/** Skew and kurtosis, as COINr and Excel compute them. Knows nothing of what is done about them. */
import { sumOf } from '../sum.ts';

export interface Moments {
  /** G1 = √(n(n−1))/(n−2) · m3/m2^1.5; `null` for fewer than three values or equal ones. */
  readonly skew: number | null;
  /** G2 = ((n+1)(m4/m2² − 3) + 6)(n−1)/((n−2)(n−3)), 0 for a normal distribution; `null` for fewer than four or equal ones. */
  readonly kurtosis: number | null;
}

/** m has divisor n. To the last digit the same in any order of the values, which must be finite. */
export function momentsOf(values: Float64Array): Moments {
  const n = values.length;
  if (values.every(value => value === values[0])) return { skew: null, kurtosis: null };
  const deviations = scaledDeviations(values);
  const meanPower = (power: number) => sumOf(deviations.map(deviation => deviation ** power)) / n;
  const m2 = meanPower(2);
  if (n < 3) return { skew: null, kurtosis: null };
  const skew = (Math.sqrt(n * (n - 1)) / (n - 2)) * (meanPower(3) / (m2 * Math.sqrt(m2)));
  if (n < 4) return { skew: skew + 0, kurtosis: null };
  const kurtosis = (((n + 1) * (meanPower(4) / (m2 * m2) - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3));
  return { skew: skew + 0, kurtosis: kurtosis + 0 };
}

export interface Limits {
  readonly skew: number;
  readonly kurtosis: number;
}

/** Whether the skew or the kurtosis is below its limit; a column whose moments are not defined has no outliers. */
export function passes({ skew, kurtosis }: Moments, limits: Limits): boolean {
  if (skew === null || kurtosis === null) return true;
  return Math.abs(skew) < limits.skew || kurtosis < limits.kurtosis;
}

/** Deviations from the mean, of the values by a power of two so that the largest is about 1 and no power leaves the range. */
function scaledDeviations(values: Float64Array): Float64Array {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  const exponent = Math.max(-1000, Math.ceil(Math.log2(largest)));
  const scaled = values.map(value => value * 2 ** -exponent);
  const mean = sumOf(scaled) / scaled.length;
  return scaled.map(value => value - mean);
}

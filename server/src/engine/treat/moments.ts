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
  if (n < 4) return { skew, kurtosis: null };
  const kurtosis = (((n + 1) * (meanPower(4) / (m2 * m2) - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3));
  return { skew, kurtosis };
}

export interface Limits {
  readonly skew: number;
  readonly kurtosis: number;
}

/** Whether the skew or the kurtosis is below its limit; a column whose moments are not defined has no outliers. */
export function passes({ skew, kurtosis }: Moments, limits: Limits): boolean {
  if (skew === null || Math.abs(skew) < limits.skew) return true;
  return kurtosis !== null && kurtosis < limits.kurtosis;
}

/** Deviations from the mean, the largest about 1, so that no power leaves the range of numbers. */
function scaledDeviations(values: Float64Array): Float64Array {
  const mean = sumOf(values) / values.length;
  let largest = 0;
  // Halves, so that the distance of two large numbers is finite.
  const halves = values.map(value => value / 2 - mean / 2);
  for (const half of halves) largest = Math.max(largest, Math.abs(half));
  return largest > 0 ? halves.map(half => half / largest) : halves;
}

/** Figures as readers of hovers and outlines see them. */
import { type Decimal, decimalOf, divide, printDecimal, round } from '../base/decimal.ts';
import { inPercent, type Locale } from '../base/locale.ts';
import { sumOf } from '../engine/sum.ts';
import type { Fraction } from '../scoring/fraction.ts';

/** `12 %`; where no short decimal says it exactly: `≈ 33.3333 % (1/3)`. */
export function percent({ numerator, denominator }: Fraction, locale: Locale): string {
  const hundredfold: Decimal = { digits: numerator * 100n, scale: 0 };
  const rounded = inPercent(printDecimal(divide(hundredfold, { digits: denominator, scale: 0 }, 4)), locale);
  if ((numerator * 1_000_000n) % denominator === 0n) return rounded;
  return denominator < 1000n ? `≈ ${rounded} (${numerator}/${denominator})` : `≈ ${rounded}`;
}

/** For an overview: two decimals, of small numbers four figures. */
export function brief(value: number): string {
  if (value === 0) return '0';
  const places = Math.max(2, 3 - Math.floor(Math.log10(Math.abs(value))));
  return printDecimal(round(decimalOf(value), places)).replace('-', '−');
}

export interface Summary {
  readonly n: number;
  readonly min: number;
  readonly median: number;
  readonly mean: number;
  readonly max: number;
}

/** Of finite numbers; `undefined` of none. The median of an even number is the mean of the two in the middle. */
export function summaryOf(values: readonly number[]): Summary | undefined {
  const n = values.length;
  if (n === 0) return undefined;
  const sorted = Float64Array.from(values).sort();
  const middle = n >> 1;
  const median = n % 2 === 1 ? sorted[middle]! : sorted[middle - 1]! / 2 + sorted[middle]! / 2;
  const [min, max] = [sorted[0]!, sorted[n - 1]!];
  const mean = Math.min(Math.max(sumOf(sorted, n) / n, min), max);
  return { n, min, median, mean, max };
}

/** How many values lie in each of ten equal intervals, as bars; a dot where there is none. */
export function histogram(values: readonly number[], { min, max }: Pick<Summary, 'min' | 'max'>): string | undefined {
  const width = max - min;
  if (!(width > 0) || !Number.isFinite(width)) return undefined;
  const counts = new Array<number>(nIntervals).fill(0);
  for (const value of values) counts[Math.min(nIntervals - 1, Math.floor(((value - min) / width) * nIntervals))]!++;
  const most = Math.max(...counts);
  return counts.map(count => bars[count === 0 ? 0 : Math.max(1, Math.round((count / most) * 8))]).join('');
}

const nIntervals = 10;
const bars = ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

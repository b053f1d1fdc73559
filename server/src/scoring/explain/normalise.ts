/** A method's formula with the numbers filled in, to be redone by hand. Knows no text but the formula. */
import type { LeafPlan } from '../../engine/leafPlan.ts';
import type { Normalisation, Range } from '../../engine/normalisation.ts';
import type { LeafParams } from '../../engine/params.ts';
import { printNumber, term } from '../printNumber.ts';

/** `0 + (100 − 0) × (52.5 − 20) / (85 − 20) = 50`. */
export function normaliseLine(
  { direction }: Pick<LeafPlan, 'direction'>,
  normalise: Exclude<Normalisation, { method: 'none' }>,
  params: LeafParams,
  value: number,
  score: number,
): string {
  const isPositive = direction === 'positive';
  const line = { value, isPositive, score, print: term };
  const { min = 0, max = 0, mean = 0, sd = 0, reference = 0 } = params;
  switch (normalise.method) {
    case 'min-max':
    case 'distance-to-max':
      return onto(normalise.range, min, max, line);
    case 'goalposts':
    case 'scaled':
      return onto(normalise.range, normalise.lower, normalise.upper, line);
    case 'log-goalposts':
      return onto(normalise.range, normalise.lower, normalise.upper, { ...line, print: each => `ln ${term(each)}` });
    case 'z-score': {
      const sign = isPositive ? '+' : '−';
      const formula = `${term(normalise.mean)} ${sign} ${term(normalise.sd)} × (${term(value)} − ${term(mean)}) / ${term(sd)}`;
      const exact = normalise.mean + ((isPositive ? 1 : -1) * normalise.sd * (value - mean)) / sd;
      return `${formula} ${equals(exact, score)}`;
    }
    case 'rank':
    case 'borda':
    case 'percentile-rank':
      return `${normalise.method}(${printNumber(value)}) = ${printNumber(score)} (${normalise.ties}, n = ${params.sorted?.length ?? params.n})`;
    case 'fraction-of-max':
      return ratio(normalise.range, isPositive ? [value, max] : [min, value], score);
    case 'distance-to-reference':
      return toGoal(normalise.range, isPositive ? min : max, reference, line);
    case 'distance-to-target':
      return toGoal(normalise.range, isPositive ? min : max, normalise.target, line);
  }
}

interface Line {
  readonly value: number;
  readonly isPositive: boolean;
  readonly score: number;
  readonly print: (value: number) => string;
}

/** Truncated: `… → [0, 100] = 100`. */
function onto([start, end]: Range, lower: number, upper: number, { value, isPositive, score, print }: Line): string {
  const distance = isPositive ? `${print(value)} − ${print(lower)}` : `${print(upper)} − ${print(value)}`;
  const formula = `${height(start, end)} × (${distance}) / (${print(upper)} − ${print(lower)})`;
  const isOutside = value < lower || value > upper;
  const limits =
    isOutside && (score === start || score === end) ? ` → [${printNumber(start)}, ${printNumber(end)}]` : '';
  return `${formula}${limits} = ${printNumber(score)}`;
}

/** The way from the worst value to a goal; capped: `… → 100`. */
function toGoal([start, end]: Range, worst: number, goal: number, { value, score }: Line): string {
  const formula = `${height(start, end)} × (${term(value)} − ${term(worst)}) / (${term(goal)} − ${term(worst)})`;
  const exact = start + ((end - start) * (value - worst)) / (goal - worst);
  return `${formula} ${equals(exact, score)}`;
}

/** `= 80`; cut off: `= 120 → 100`. */
function equals(exact: number, score: number): string {
  const isCut = Math.abs(exact - score) > 1e-9 * Math.max(1, Math.abs(exact));
  return isCut ? `= ${printNumber(exact)} → ${printNumber(score)}` : `= ${printNumber(score)}`;
}

function ratio([start, end]: Range, [part, whole]: readonly [number, number], score: number): string {
  return `${height(start, end)} × ${term(part)} / ${term(whole)} = ${printNumber(score)}`;
}

function height(start: number, end: number): string {
  return `${term(start)} + (${term(end)} − ${term(start)})`;
}

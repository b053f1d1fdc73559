/** The straight line that most normalisations draw. */
import type { Reason } from '../column.ts';
import type { Direction } from '../leafPlan.ts';
import type { Range } from '../normalisation.ts';
import type { Run, Scorer } from './method.ts';

/** From [lower, upper] onto [start, end]. */
export interface Line {
  readonly isPositive: boolean;
  readonly lower: number;
  readonly upper: number;
  readonly width: number;
  readonly start: number;
  readonly end: number;
  readonly height: number;
  /** Multiplying before dividing keeps 100 × 29/100 at 29; it may overflow. */
  readonly multipliesFirst: boolean;
  /** The lower and the higher of `start` and `end`. */
  readonly low: number;
  readonly high: number;
}

/** `constant` unless lower < upper. */
export function lineOf([lower, upper]: Range, [start, end]: Range, direction: Direction): Line | Reason {
  const width = upper - lower;
  const height = end - start;
  if (!(width > 0)) return 'constant';
  if (!Number.isFinite(width) || !Number.isFinite(height)) return 'overflow';
  const multipliesFirst = Number.isFinite(width * height);
  const low = Math.min(start, end);
  const high = Math.max(start, end);
  return { isPositive: direction === 'positive', lower, upper, width, start, end, height, multipliesFirst, low, high };
}

/**
 * From [lower, upper] onto `range` [a, b]: a + (b − a)(x − lower)/(upper − lower), for the direction `negative`
 * a + (b − a)(upper − x)/(upper − lower). Both ends are met exactly, values between them stay inside; nothing is
 * truncated. `constant` unless lower < upper.
 */
export function linearScorer(from: Range, range: Range, direction: Direction): Scorer | Reason {
  const line = lineOf(from, range, direction);
  if (typeof line === 'string') return line;
  return {
    scoreOf: value => pointOn(line, value),
    scoreAll: run => pointsOn(line, run, run.values, run.start, 1),
  };
}

/** `pointOn`, for what lies well between the ends: numbers from a place on, each so many places after the one before. */
export function pointsOn(line: Line, run: Run, numbers: Float64Array, first: number, apart: number): void {
  const { isPositive, lower, upper, width, height, start } = line;
  const { states, scores, unsettled, step } = run;
  const isShift = width === height;
  // Where the formula is another one nothing lies between.
  const low = line.multipliesFirst ? Math.max(run.low, line.low) : Infinity;
  const high = Math.min(run.high, line.high);
  const worst = isPositive ? lower : upper;
  const sign = isPositive ? 1 : -1;
  let nUnsettled = 0;
  for (let unit = run.start, at = run.place, from = first; unit < run.end; unit++, at += step, from += apart) {
    const distance = (numbers[from]! - worst) * sign;
    const score = start + (isShift ? distance : (height * distance) / width);
    if (distance < width && score > low && score < high && states[unit] === 0) scores[at] = score;
    else unsettled[nUnsettled++] = unit;
  }
  run.nUnsettled = nUnsettled;
}

export function pointOn(line: Line, value: number): number {
  const { width, height, start } = line;
  const distance = line.isPositive ? value - line.lower : line.upper - value;
  if (distance === width) return line.end;
  const score =
    start +
    (width === height ? distance : line.multipliesFirst ? (height * distance) / width : height * (distance / width));
  if (!(distance >= 0 && distance < width)) return score;
  return Math.min(Math.max(score, line.low), line.high);
}

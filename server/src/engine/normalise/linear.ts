/** The straight line that most normalisations draw. */
import type { Reason } from '../column.ts';
import type { Direction } from '../leafPlan.ts';
import type { Range } from '../normalisation.ts';
import type { Scorer, StraightLine } from './method.ts';

/** Multiplying before dividing keeps 100 × 29/100 at 29; it may overflow. */
export interface LineOnto extends StraightLine {
  readonly multipliesFirst: boolean;
}

/** From [lower, upper] onto `range`, the better end onto its second. `constant` unless lower < upper. */
export function lineOf([lower, upper]: Range, [start, end]: Range, direction: Direction): LineOnto | Reason {
  const span = upper - lower;
  const height = end - start;
  if (!(span > 0)) return 'constant';
  if (!Number.isFinite(span) || !Number.isFinite(height)) return 'overflow';
  const isShift = span === height;
  return {
    origin: direction === 'positive' ? lower : upper,
    sign: direction === 'positive' ? 1 : -1,
    span,
    height: isShift ? 1 : height,
    width: isShift ? 1 : span,
    start,
    end,
    low: Math.min(start, end),
    high: Math.max(start, end),
    multipliesFirst: isShift || Number.isFinite(span * height),
  };
}

/**
 * From [lower, upper] onto `range` [a, b]: a + (b − a)(x − lower)/(upper − lower), for the direction `negative`
 * a + (b − a)(upper − x)/(upper − lower). Both ends are met exactly, values between them stay inside; nothing is
 * truncated. `constant` unless lower < upper.
 */
export function linearScorer(from: Range, range: Range, direction: Direction): Scorer | Reason {
  const line = lineOf(from, range, direction);
  if (typeof line === 'string') return line;
  const scoreOf = (value: number) => pointOn(line, value);
  return line.multipliesFirst ? { scoreOf, line } : { scoreOf };
}

export function pointOn(line: LineOnto, value: number): number {
  const { origin, sign, span, height, width, start, end, low, high, multipliesFirst } = line;
  const distance = (value - origin) * sign;
  if (distance === span) return end;
  const score = start + (multipliesFirst ? (height * distance) / width : height * (distance / width));
  return distance >= 0 && distance < span ? Math.min(Math.max(score, low), high) : score;
}

/** a + height · (x − origin) · sign/width, which nothing bounds. */
export function openLine(start: number, { origin, sign, height, width }: Slope): StraightLine {
  return { origin, sign, span: 0, height, width, start, end: start, low: start, high: start };
}

type Slope = Pick<StraightLine, 'origin' | 'sign' | 'height' | 'width'>;

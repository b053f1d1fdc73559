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
export function lineOf(from: Range, range: Range, direction: Direction, span = from[1] - from[0]): LineOnto | Reason {
  // One by one: to take a pair apart by its pattern takes longer than all the rest.
  const start = range[0];
  const end = range[1];
  const height = end - start;
  if (!(span > 0)) return 'constant';
  if (!Number.isFinite(span) || !Number.isFinite(height)) return 'overflow';
  const isShift = span === height;
  return {
    origin: direction === 'positive' ? from[0] : from[1],
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
  const power = decimalPower(from, line.span);
  if (power !== undefined) return { scoreOf: scorerOfDecimals(from, range, direction, power) };
  const scoreOf = (value: number) => pointOn(line, value);
  return line.multipliesFirst ? { scoreOf, line } : { scoreOf };
}

export function pointOn(line: LineOnto, value: number): number {
  return pointAt(line, (value - line.origin) * line.sign);
}

function pointAt({ span, height, width, start, end, low, high, multipliesFirst }: LineOnto, distance: number): number {
  if (distance === span) return end;
  const score = start + (multipliesFirst ? (height * distance) / width : height * (distance / width));
  return distance >= 0 && distance < span ? Math.min(Math.max(score, low), high) : score;
}

/**
 * Between two ends that are much farther from 0 than from each other, such as 10000.14 and 10001.14, a difference of binary
 * fractions has lost the digits that a rounding may turn on: the decimals are subtracted instead, as multiples of 1/power.
 * `undefined`: the ends are not so far, or no decimals of 15 digits.
 */
function decimalPower(from: Range, span: number): number | undefined {
  const size = Math.max(Math.abs(from[0]), Math.abs(from[1]));
  if (size < 8 * span) return undefined;
  const nDecimals = Math.min(22, 14 - Math.floor(Math.log10(size)));
  if (nDecimals < 0) return undefined;
  const power = Number(`1e${nDecimals}`);
  return wholeOf(from[0], power) === undefined || wholeOf(from[1], power) === undefined ? undefined : power;
}

function scorerOfDecimals(from: Range, range: Range, direction: Direction, power: number): (value: number) => number {
  const [lower, upper] = from;
  const differenceOf = (value: number, other: number) => (wholeOf(value, power)! - wholeOf(other, power)!) / power;
  const line = lineOf(from, range, direction, differenceOf(upper, lower)) as LineOnto;
  const { origin, sign, span } = line;
  return value => {
    if (wholeOf(value, power) !== undefined) return pointAt(line, differenceOf(value, origin) * sign);
    const distance = (value - origin) * sign;
    return pointAt(line, value > lower && value < upper ? Math.min(Math.max(distance, 0), span) : distance);
  };
}

/** How many times 1/power it is, where it is the number nearest to such a decimal. */
function wholeOf(value: number, power: number): number | undefined {
  const whole = Math.round(value * power);
  return whole / power === value ? whole : undefined;
}

/** a + height · (x − origin) · sign/width, which nothing bounds. */
export function openLine(start: number, { origin, sign, height, width }: Slope): StraightLine {
  return { origin, sign, span: 0, height, width, start, end: start, low: start, high: start };
}

type Slope = Pick<StraightLine, 'origin' | 'sign' | 'height' | 'width'>;

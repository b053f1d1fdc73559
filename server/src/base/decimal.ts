/**
 * Exact decimal numbers, for everything that people add up or round: weights, points, quotas, shares, rounded scores.
 * A decimal is `digits × 10^−scale`; nothing here goes through binary fractions. Knows nothing of YAML.
 */

export interface Decimal {
  readonly digits: bigint;
  /** Number of decimal places, ≥ 0. */
  readonly scale: number;
}

export type RoundingMode = 'half-up' | 'half-even' | 'down';

export const zero: Decimal = { digits: 0n, scale: 0 };

/** Reads `12`, `-0.5`, `+3`, `.5`, `5.`, `1e-3`; anything else, and exponents beyond ±400, give `undefined`. */
export function parseDecimal(text: string): Decimal | undefined {
  if (/^\d{1,15}$/.test(text)) return { digits: BigInt(Number(text)), scale: 0 };
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return undefined;
  const power = Number(exponent);
  if (Math.abs(power) > 400) return undefined;
  const magnitude = BigInt(whole + fraction);
  const digits = sign === '-' ? -magnitude : magnitude;
  const scale = fraction.length - power;
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** The shortest decimal that reads back as this number (what JavaScript prints). The number must be finite. */
export function decimalOf(value: number): Decimal {
  const decimal = parseDecimal(String(value));
  if (decimal === undefined) throw new Error(`not a finite number: ${value}`);
  return decimal;
}

/** The nearest binary number. */
export function toNumber(value: Decimal): number {
  const digits = Number(value.digits);
  if (value.scale === 0) return digits;
  // The quotient of two numbers that are exact is rounded once.
  if (value.scale < exactPowers.length && Number.isSafeInteger(digits)) return digits / exactPowers[value.scale]!;
  return Number(formatDecimal(value));
}

/** Powers of ten without a binary fraction left out. */
const exactPowers = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { digits: a.digits + b.digits, scale: a.scale };
  const scale = Math.max(a.scale, b.scale);
  return { digits: digitsAt(a, scale) + digitsAt(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { digits: -b.digits, scale: b.scale });
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = zero;
  for (const value of values) total = add(total, value);
  return total;
}

/** Negative, zero or positive as a is below, equal to or above b. `1.0` equals `1`. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const one = digitsAt(a, scale);
  const other = digitsAt(b, scale);
  return one < other ? -1 : one > other ? 1 : 0;
}

/** a ÷ b to `places` decimal places, rounded. b must not be zero. */
export function divide(a: Decimal, b: Decimal, places: number, mode: RoundingMode = 'half-up'): Decimal {
  if (b.digits === 0n) throw new Error('division by zero');
  const shift = places + b.scale - a.scale;
  const numerator = shift >= 0 ? a.digits * 10n ** BigInt(shift) : a.digits;
  const denominator = shift >= 0 ? b.digits : b.digits * 10n ** BigInt(-shift);
  return { digits: quotient(numerator, denominator, mode), scale: places };
}

/** Rounds to `places` decimal places. Half-up takes a half away from zero; down cuts towards zero. */
export function round(value: Decimal, places: number, mode: RoundingMode = 'half-up'): Decimal {
  if (value.scale <= places) return { digits: digitsAt(value, places), scale: places };
  return { digits: quotient(value.digits, 10n ** BigInt(value.scale - places), mode), scale: places };
}

/** Rounds a binary number as the decimal that it prints as: 31.25 → 31.3, 1.005 → 1.01 (half-up). */
export function roundNumber(value: number, places: number, mode: RoundingMode = 'half-up'): number {
  return Number.isFinite(value) ? toNumber(round(decimalOf(value), places, mode)) : value;
}

/** Plain notation with all stored places: `{1230, 2}` → `12.30`. */
export function formatDecimal(value: Decimal): string {
  const sign = value.digits < 0n ? '-' : '';
  const magnitude = (value.digits < 0n ? -value.digits : value.digits).toString().padStart(value.scale + 1, '0');
  if (value.scale === 0) return sign + magnitude;
  const point = magnitude.length - value.scale;
  return `${sign}${magnitude.slice(0, point)}.${magnitude.slice(point)}`;
}

/** Plain notation without trailing zeros: `12.30` → `12.3`, `100.00` → `100`. */
export function printDecimal(value: Decimal): string {
  const text = formatDecimal(value);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function digitsAt(value: Decimal, scale: number): bigint {
  return scale === value.scale ? value.digits : value.digits * 10n ** BigInt(scale - value.scale);
}

function quotient(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const whole = top / bottom;
  const twice = (top % bottom) * 2n;
  const isHalfOrMore = twice >= bottom;
  const isExactHalf = twice === bottom;
  const roundsAway =
    mode === 'half-up'
      ? isHalfOrMore
      : mode === 'half-even'
        ? isHalfOrMore && !(isExactHalf && whole % 2n === 0n)
        : false;
  const magnitude = roundsAway ? whole + 1n : whole;
  return negative ? -magnitude : magnitude;
}

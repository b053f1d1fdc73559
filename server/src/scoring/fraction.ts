/** Exact shares: quotients of whole numbers, always reduced, the denominator positive. Knows nothing of indicators. */
import { type Decimal, divide, toNumber } from '../base/decimal.ts';

export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const one: Fraction = { numerator: 1n, denominator: 1n };

/** a ÷ b, reduced. b must not be zero. */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) throw new Error('division by zero');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator) * sign;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** The nearest number; where the fraction is of very long numbers, right to about 25 decimal places. */
export function numberOf(value: Fraction): number {
  const [above, below] = [Number(value.numerator), Number(value.denominator)];
  if (Number.isSafeInteger(above) && Number.isSafeInteger(below)) return above / below;
  return toNumber(divide(whole(value.numerator), whole(value.denominator), 25));
}

/** Whole numbers in the proportion of the decimals, without a common factor; all zero where all are. */
export function proportions(values: readonly Decimal[]): readonly bigint[] {
  const scale = Math.max(0, ...values.map(value => value.scale));
  const digits = values.map(value => value.digits * 10n ** BigInt(scale - value.scale));
  const divisor = digits.reduce(greatestCommonDivisor, 0n);
  return divisor === 0n ? digits : digits.map(value => value / divisor);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let larger = a < 0n ? -a : a;
  let smaller = b < 0n ? -b : b;
  while (smaller !== 0n) {
    const rest = larger % smaller;
    larger = smaller;
    smaller = rest;
  }
  return larger;
}

function whole(digits: bigint): Decimal {
  return { digits, scale: 0 };
}

/** Numbers in explanations: six decimals at most, no trailing zeros, negative ones in brackets inside a formula. */
import { decimalOf, printDecimal, round } from '../base/decimal.ts';

export function printNumber(value: number): string {
  if (value !== 0 && Math.abs(value) < 1e-4) return String(Number(value.toPrecision(6)));
  return printDecimal(round(decimalOf(value), 6)).replace('-', '−');
}

export function term(value: number): string {
  return value < 0 ? `(${printNumber(value)})` : printNumber(value);
}

/** A share of 0–1 in percent, as a term of a formula in every language: `30%`. */
export function printShare(share: number): string {
  return `${printNumber(share * 100)}%`;
}

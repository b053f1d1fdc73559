import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  compare,
  decimalOf,
  divide,
  formatDecimal,
  parseDecimal,
  printDecimal,
  round,
  roundNumber,
  subtract,
  sum,
  toNumber,
} from '../../../server/src/base/decimal.ts';

const decimals = (...texts: string[]) => texts.map(text => parseDecimal(text)!);

test('reads plain numbers and nothing else', () => {
  expect(parseDecimal('12.50')).toEqual({ digits: 1250n, scale: 2 });
  expect(parseDecimal('-.5')).toEqual({ digits: -5n, scale: 1 });
  expect(parseDecimal('1e3')).toEqual({ digits: 1000n, scale: 0 });
  for (const text of ['', '.', '1,5', '１２', '12%', '0x10', '1e999', 'NaN'])
    expect(parseDecimal(text)).toBeUndefined();
});

test('sums are exact', () => {
  expect(compare(sum(decimals('0.1', '0.2', '0.7')), parseDecimal('1')!)).toBe(0);
  expect(printDecimal(sum(decimals('33.3', '33.3', '33.3')))).toBe('99.9');
});

test.each([
  [31.25, 1, 'half-up', 31.3],
  [56.25, 1, 'half-up', 56.3],
  [56.25, 1, 'half-even', 56.2],
  [1.005, 2, 'half-up', 1.01],
  [-2.5, 0, 'half-up', -3],
  [-2.5, 0, 'half-even', -2],
  [2.99, 1, 'down', 2.9],
  [-2.99, 1, 'down', -2.9],
  [1e21, 2, 'half-up', 1e21],
] as const)('%d to %d places, %s: %d', (value, places, mode, expected) => {
  expect(roundNumber(value, places, mode)).toBe(expected);
});

test('divides to the places asked for', () => {
  expect(formatDecimal(divide(parseDecimal('3')!, parseDecimal('49')!, 5))).toBe('0.06122');
  expect(formatDecimal(divide(parseDecimal('-1')!, parseDecimal('8')!, 2))).toBe('-0.13');
});

test('what is printed reads back as the same number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }), value => {
      expect(toNumber(decimalOf(value))).toBe(value === 0 ? 0 : value);
    }),
  );
});

test('a decimal is the number that its digits read as', () => {
  fc.assert(
    fc.property(fc.bigInt(-(2n ** 60n), 2n ** 60n), fc.nat(60), fc.nat(30), (digits, shorter, scale) => {
      const value = { digits: digits >> BigInt(shorter), scale };
      expect(toNumber(value)).toBe(Number(formatDecimal(value)));
    }),
  );
});

test('rounding moves a number by at most half a place', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.nat(8), fc.nat(8), (digits, scale, places) => {
      const value = { digits, scale };
      const moved = subtract(round(value, places), value);
      const half = { digits: 5n, scale: places + 1 };
      expect(compare(moved, half)).toBeLessThanOrEqual(0);
      expect(compare(add(moved, half), parseDecimal('0')!)).toBeGreaterThanOrEqual(0);
    }),
  );
});

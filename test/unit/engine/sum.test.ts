import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addExactly, addProductExactly, type ExactSum, roundExactSum, sumOf } from '../../../server/src/engine/sum.ts';
import { addMoments, type Moments, runMemory } from '../../../server/src/engine/sumOfMany.ts';

describe('sumOf', () => {
  test.each([
    [[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1], 5.5],
    [[1e16, 1, -1e16], 1],
    [[1, 1e100, 1, -1e100], 2],
    [[1e308, 1e308, -1e308], 1e308],
    [[2 ** 53, 1], 2 ** 53],
    [[2 ** 53, 1, 2 ** -60], 2 ** 53 + 2],
    [[2 ** 53, -1, -(2 ** -60)], 2 ** 53 - 2 + 1],
    [[], 0],
    [[0.1, 0.1, 0.1], 0.30000000000000004],
  ])('%j', (values, expected) => expect(sumOf(values)).toBe(expected));

  test('the true sum overflows', () => expect(Number.isFinite(sumOf([1e308, 1e308]))).toBe(false));

  test('is the true sum rounded once', () => {
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 12 }), values => {
        expect(sumOf(values)).toBe(trueSum(values));
      }),
      { numRuns: 2000 },
    );
  });

  test('does not depend on the order', () => {
    const shuffled = fc
      .array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 20 })
      .chain(values => fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })));
    fc.assert(fc.property(shuffled, ([values, others]) => Object.is(sumOf(values) + 0, sumOf(others) + 0)));
  });
});

test('exact sums of products are the true sums', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(numbers, numbers), { maxLength: 8 }), pairs => {
      const sum: ExactSum = [];
      for (const [left, right] of pairs) addProductExactly(sum, left, right);
      const exact = pairs.reduce((total, [left, right]) => total + inUnits(left) * inUnits(right), 0n);
      expect(roundExactSum(sum) + 0).toBe(fromUnits(exact, 2 * unitExponent));
    }),
    { numRuns: 1000 },
  );
});

test('merged exact sums are the sum of the whole', () => {
  const parts: ExactSum = [];
  for (const value of [1e100, 1, -1e100]) addExactly(parts, value);
  const others: ExactSum = [];
  for (const value of [1e-30, 3]) addExactly(others, value);
  for (const part of others) addExactly(parts, part);
  expect(roundExactSum(parts)).toBe(4);
});

test('many numbers and their squares add up to their true sums', () => {
  const few = fc.array(
    fc.oneof(
      numbers,
      fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map(value => value / 1e7),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(few, values => {
      const memory = runMemory(values.length);
      const moments: Moments = { sum: [], sumOfSquares: [] };
      memory.numbers.set(values, memory.values);
      addMoments(moments, memory, values.length, Math.max(0, ...values.map(Math.abs)));
      const sum: ExactSum = [];
      const sumOfSquares: ExactSum = [];
      for (const value of values) {
        addExactly(sum, value);
        addProductExactly(sumOfSquares, value, value);
      }
      expect(roundExactSum(moments.sum) + 0).toBe(roundExactSum(sum) + 0);
      expect(roundExactSum(moments.sumOfSquares) + 0).toBe(roundExactSum(sumOfSquares) + 0);
    }),
    { numRuns: 2000 },
  );
});

/** Of very different sizes, so that cancellation and ties happen; whole multiples of 2^−120. */
const numbers = fc
  .tuple(fc.integer({ min: -(2 ** 31), max: 2 ** 31 }), fc.integer({ min: -100, max: 100 }))
  .map(([digits, exponent]) => digits * 2 ** exponent);

const unitExponent = 120;

function inUnits(value: number): bigint {
  return BigInt(value * 2 ** unitExponent);
}

function trueSum(values: readonly number[]): number {
  return fromUnits(
    values.reduce((total, value) => total + inUnits(value), 0n),
    unitExponent,
  );
}

/** `Number(bigint)` rounds to nearest, half to even. */
function fromUnits(units: bigint, exponent: number): number {
  return Number(units) * 2 ** -exponent;
}

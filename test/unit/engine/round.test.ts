import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundNumber } from '../../../server/src/base/decimal.ts';
import { roundDecimal, roundingOf, withoutDust } from '../../../server/src/engine/round.ts';

describe('roundDecimal', () => {
  test.each([
    [31.25, 1, 'half-up', 31.3],
    [1.005, 2, 'half-up', 1.01],
    [2.675, 2, 'half-up', 2.68],
    [-2.5, 0, 'half-up', -3],
    [0.49999999999999994, 0, 'half-up', 0],
    [2.5, 0, 'half-even', 2],
    [3.5, 0, 'half-even', 4],
    [1.005, 2, 'half-even', 1],
    [1.015, 2, 'half-even', 1.02],
    [2.999, 2, 'down', 2.99],
    [-2.999, 2, 'down', -2.99],
    [0.29, 2, 'down', 0.29],
    [1.15, 2, 'down', 1.15],
    [1e21, 2, 'half-up', 1e21],
    [5e-324, 2, 'half-up', 0],
    [-0.001, 2, 'half-up', 0],
    [1.5e-7, 7, 'half-up', 2e-7],
    [123456789012.345, 2, 'half-up', 123456789012.35],
    [0.000000000000005, 14, 'half-up', 1e-14],
  ] as const)('%d to %i places, %s: %d', (value, decimals, mode, expected) => {
    expect(roundDecimal(value, decimals, mode)).toBe(expected);
  });

  test('equals exact decimal arithmetic', () => {
    const modes = fc.constantFrom('half-up', 'half-even', 'down' as const);
    const halves = fc
      .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 9 }))
      .map(([n, places]) => Number(`${n}5e-${places}`));
    const values = fc.oneof(
      halves,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: -110, max: 110, noNaN: true }),
    );
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 12 }), modes, (value, decimals, mode) => {
        expect(roundDecimal(value, decimals, mode)).toBe(roundNumber(value, decimals, mode) + 0);
      }),
      { numRuns: 5000 },
    );
  });
});

test('a total loses the dust of binary arithmetic', () => {
  expect(withoutDust(84.12499999999999, 12)).toBe(84.125);
  expect(withoutDust(5.551115123125783e-17, 12)).toBe(0);
  expect(withoutDust(84.1249999999, 12)).toBe(84.1249999999);
  // Beyond the best possible total, as a mean of ranks on a scale from 0 to 1 is: 0.495 × 25038.6 − 0.505.
  expect(withoutDust(12393.601999999999, 14)).toBe(12393.602);
  const cut = roundingOf(14, { decimals: 3, mode: 'down', when: 'before-rank' });
  expect(cut(12393.601999999999)).toBe(12393.602);
});

test('without dust and rounded in one step is what the two steps give', () => {
  const near = fc.tuple(
    fc.integer({ min: -2e8, max: 2e8 }),
    fc.integer({ min: -40, max: 40 }),
    fc.integer({ min: 9, max: 16 }),
  );
  const total = fc.oneof(
    fc.double({ min: -1000, max: 1000, noNaN: true }),
    fc.double({ min: -1e8, max: 1e8, noNaN: true }),
    near.map(([halves, off, digits]) => halves / 2e6 + off * 10 ** -digits),
  );
  const mode = fc.constantFrom('half-up', 'half-even', 'down');
  fc.assert(
    fc.property(total, fc.integer({ min: 0, max: 13 }), mode, (each, decimals, how) => {
      const round = { decimals, mode: how, when: 'before-rank' } as const;
      expect(roundingOf(12, round)(each)).toBe(roundDecimal(withoutDust(each, 12), decimals, how));
    }),
    { numRuns: 2000 },
  );
});

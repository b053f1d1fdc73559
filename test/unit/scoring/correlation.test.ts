import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kendall, spearman } from '../../../server/src/scoring/correlation.ts';

test('known values, with ties (by hand)', () => {
  expect(spearman([1, 2, 3, 4], [2, 1, 4, 3])).toBeCloseTo(0.6, 12);
  expect(kendall([1, 2, 3, 4], [2, 1, 4, 3])).toBeCloseTo(1 / 3, 12);
  // ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 ÷ √(4.5 × 5)
  expect(spearman([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
  // 5 of 6 pairs concordant, one tied in a: 5 ÷ √(5 × 6)
  expect(kendall([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(5 / Math.sqrt(30), 12);
});

test('all alike or too few: none', () => {
  expect(spearman([1, 1], [1, 2])).toBeUndefined();
  expect(kendall([1, 1], [1, 2])).toBeUndefined();
  expect(kendall([1], [1])).toBeUndefined();
  expect(spearman([], [])).toBeUndefined();
});

const pairsOfRanks = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })), {
  minLength: 2,
  maxLength: 30,
});

test('Kendall’s τ-b counted by merging equals the count of all pairs', () => {
  fc.assert(
    fc.property(pairsOfRanks, pairs => {
      let [sum, freeA, freeB] = [0, 0, 0];
      for (const [i, [a, b]] of pairs.entries()) {
        for (const [c, d] of pairs.slice(i + 1)) {
          sum += Math.sign(a - c) * Math.sign(b - d);
          freeA += Math.abs(Math.sign(a - c));
          freeB += Math.abs(Math.sign(b - d));
        }
      }
      const found = kendall(
        pairs.map(([a]) => a),
        pairs.map(([, b]) => b),
      );
      if (freeA === 0 || freeB === 0) expect(found).toBeUndefined();
      else expect(found).toBeCloseTo(sum / Math.sqrt(freeA * freeB), 12);
    }),
  );
});

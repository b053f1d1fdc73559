import { expect, test } from 'vitest';
import { brief, histogram, percent, summaryOf } from '../../../server/src/features/figures.ts';

test.each([
  [12n, 100n, '12 %'],
  [1n, 3n, '≈ 33.3333 % (1/3)'],
  [12n, 101n, '≈ 11.8812 % (12/101)'],
  [21n, 1000n, '2.1 %'],
  [1n, 3000n, '≈ 0.0333 %'],
  [1n, 1n, '100 %'],
])('%s/%s is %s', (numerator, denominator, text) => {
  expect(percent({ numerator, denominator }, 'en')).toBe(text);
  expect(percent({ numerator, denominator }, 'zh-CN')).toBe(text.replace(' %', '%'));
});

test.each([
  [0, '0'],
  [0.9246, '0.9246'],
  [14.339137, '14.34'],
  [1234567.891, '1234567.89'],
  [-0.00001234, '−0.00001234'],
])('%s in brief is %s', (value, text) => {
  expect(brief(value)).toBe(text);
});

test('a summary of an odd and of an even number of values', () => {
  expect(summaryOf([3, 1, 2])).toEqual({ n: 3, min: 1, median: 2, mean: 2, max: 3 });
  expect(summaryOf([4, 1, 2, 3])).toEqual({ n: 4, min: 1, median: 2.5, mean: 2.5, max: 4 });
  expect(summaryOf([])).toBeUndefined();
});

test('bars are as high as the interval is full, and few are not none', () => {
  const many = Array.from({ length: 80 }, () => 0);
  expect(histogram([...many, 5, 10], { min: 0, max: 10 })).toBe('█····▁···▁');
  expect(histogram([1, 1], { min: 1, max: 1 })).toBeUndefined();
});

import { expect, test } from 'vitest';
import {
  alignedShare,
  formatDifference,
  formatExact,
  formatPlaces,
  formatRank,
  formatScore,
  formatShare,
  positionIn,
} from '../../../client/src/preview/webview/format.ts';

test('a missing number is an en dash, zero is a number', () => {
  expect([null, undefined, 0, 91.37, -2.5].map(score => formatScore(score, 2))).toEqual([
    '–',
    '–',
    '0.00',
    '91.37',
    '−2.50',
  ]);
});

test('ranks are whole where they can be', () => {
  expect([1, 2.5, 10 / 3, null].map(formatRank)).toEqual(['1', '2.5', '3.33', '–']);
});

test('places gained, lost and kept', () => {
  expect([2, -1, 0, -0.5].map(formatPlaces)).toEqual(['▲2', '▼1', '=', '▼0.5']);
});

test('a difference has a sign unless it is zero as shown', () => {
  expect([0.35, -0.1, 0, -0.001].map(value => formatDifference(value, 2))).toEqual(['+0.35', '−0.10', '0.00', '0.00']);
});

test('shares and exact numbers', () => {
  expect([0.12, 1 / 3, 1].map(share => formatShare(share, 'en'))).toEqual(['12 %', '33.3 %', '100 %']);
  expect([0.12, 1 / 3].map(share => formatShare(share, 'zh-CN'))).toEqual(['12%', '33.3%']);
  expect([0.12, 1 / 3].map(share => alignedShare(share, 'zh-CN'))).toEqual(['12.0%', '33.3%']);
  expect([0.1 + 0.2, -0.5].map(formatExact)).toEqual(['0.3', '−0.5']);
});

test('a position in a range is between 0 and 1', () => {
  expect([-5, 0, 55, 110, 120].map(value => positionIn(value, [0, 110]))).toEqual([0, 0, 0.5, 1, 1]);
  expect(positionIn(3, [3, 3])).toBe(0);
});

test('a half in decimals goes up, though it lies lower in binary', () => {
  expect([60.175, 1.005, 33.335, -60.175, 8.575].map(score => formatScore(score, 2))).toEqual([
    '60.18',
    '1.01',
    '33.34',
    '−60.18',
    '8.58',
  ]);
  expect([0.0115, 0.2845, 0.1445].map(share => alignedShare(share, 'zh-CN'))).toEqual(['1.2%', '28.5%', '14.5%']);
  expect([1e-9, 1e21, 123456789.005].map(score => formatScore(score, 2))).toEqual(['0.00', '1e+21', '123456789.01']);
  expect(formatDifference(58.99 - 58.645, 2)).toBe('+0.35');
});

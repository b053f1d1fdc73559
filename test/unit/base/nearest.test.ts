import { expect, test } from 'vitest';
import { editDistance, nearest } from '../../../server/src/base/nearest.ts';

test('swapped neighbours are one mistake', () => {
  expect(editDistance('wieght', 'weight')).toBe(1);
});

test.each([
  ['wieght', ['name', 'weight', 'level'], 'weight'],
  ['min_max', ['min-max', 'max'], 'min-max'],
  ['Ｗeight', ['weight'], 'weight'],
  ['优秀', ['优秀级', '发展级'], '优秀级'],
  ['banana', ['weight', 'name'], undefined],
  ['', ['a'], undefined],
])('%s among %j: %s', (name, names, expected) => {
  expect(nearest(name, names)).toBe(expected);
});

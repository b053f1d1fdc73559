import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arcsOf, ringPath } from '../../../client/src/preview/webview/charts/sunburst.ts';
import { rebalanced, textOf, triedWeights, weightsIn } from '../../../client/src/preview/webview/rebalance.ts';
import type { WeightLevel } from '../../../server/src/protocol/questions.ts';

const level = (...weights: readonly number[]): WeightLevel => ({
  parent: null,
  name: 'x',
  whole: weights.reduce((sum, weight) => sum + weight, 0),
  step: 0.1,
  members: weights.map((weight, index) => ({ id: String(index), name: String(index), weight })),
});

test('the others share what is left in proportion', () => {
  expect(rebalanced(level(50, 30, 20), [50, 30, 20], 0, 60)).toEqual([60, 24, 16]);
  expect(rebalanced(level(50, 30, 20), [50, 30, 20], 0, 100)).toEqual([100, 0, 0]);
  expect(rebalanced(level(50, 30, 20), [100, 0, 0], 0, 40)).toEqual([40, 30, 30]);
  expect(rebalanced(level(34, 33, 33), [34, 33, 33], 0, 33)).toEqual([33, 33.5, 33.5]);
});

test('the sum stays exactly, whatever is drawn', () => {
  const weight = fc.integer({ min: 0, max: 400 }).map(tenths => tenths / 10);
  fc.assert(
    fc.property(fc.array(weight, { minLength: 2, maxLength: 9 }), fc.nat(), weight, (weights, at, value) => {
      const drawn = rebalanced(level(...weights), weights, at % weights.length, value);
      const tenths = (values: readonly number[]) => values.reduce((sum, each) => sum + Math.round(each * 10), 0);
      expect(tenths(drawn)).toBe(tenths(weights));
      expect(drawn.every(each => each >= 0 && textOf(each, 0.1) === String(each))).toBe(true);
    }),
  );
});

test('only what differs from the file is written, as a plain decimal', () => {
  expect(triedWeights(level(50, 30, 20), [50, 30.5, 19.5])).toEqual({ weights: { 1: '30.5', 2: '19.5' } });
  expect(textOf(0.30000000000000004, 0.001)).toBe('0.3');
  expect(textOf(100, 1)).toBe('100');
});

test('weights that were tried for other siblings are forgotten', () => {
  expect(weightsIn(level(50, 50), { 0: 40, 1: 60 })).toEqual([40, 60]);
  expect(weightsIn(level(50, 50), { 0: 40 })).toEqual([50, 50]);
});

test('children lie within their parent, in order', () => {
  const indicator = (id: string, parent: string | null, effective: number | null, depth: number) => ({
    ...{ id, name: id, parent, depth, isLeaf: depth > 0, share: effective, effective },
  });
  const arcs = arcsOf([
    indicator('a', null, 0.6, 0),
    indicator('a1', 'a', 0.2, 1),
    indicator('a2', 'a', 0.4, 1),
    indicator('bonus', null, null, 0),
    indicator('b', null, 0.4, 0),
  ]);
  expect(arcs.map(arc => [arc.indicator.id, arc.branch, +arc.from.toFixed(9), +arc.to.toFixed(9)])).toEqual([
    ['a', 0, 0, 0.6],
    ['a1', 0, 0, 0.2],
    ['a2', 0, 0.2, 0.6],
    ['b', 1, 0.6, 1],
  ]);
  expect(ringPath({ from: 0, to: 0.25, inner: 50, outer: 100, middle: 0 })).toBe(
    'M0.000 -100.000A100 100 0 0 1 100.000 0.000L50.000 0.000A50 50 0 0 0 0.000 -50.000Z',
  );
});

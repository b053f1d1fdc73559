/** Means that are equal on paper but not in binary arithmetic are equal to whatever comes above them. */
import { describe, expect, test } from 'vitest';
import type { AggregatePlan, Weighting } from '../../../server/src/engine/aggregatePlan.ts';
import { score } from '../../../server/src/engine/score.ts';
import { aggregate, cellsOf, input, leaf, plan } from './plans.ts';

// 0.1 x + 0.2 y + 0.7 z is 50 for each of them.
const [x, y, z] = [
  [50, 30, 70, 57, 22, 1, 99, 15, 8],
  [50, 60, 40, 50, 50, 36, 8, 50, 36],
  [50, 50, 50, 49, 54, 61, 55, 55, 60],
];

test('each means 50', () => {
  for (const [unit] of x.entries()) expect(0.1 * x[unit]! + 0.2 * y[unit]! + 0.7 * z[unit]!).toBeCloseTo(50, 10);
});

const same = x.map(() => 1);

test.each<[string, Partial<AggregatePlan>, readonly (number | string)[]]>([
  ['one rank', { standardise: { method: 'rank', ties: 'lowest' } }, same],
  ['one place', { standardise: { method: 'percentile-rank', ties: 'lowest', range: [0, 100] } }, same.map(() => 0)],
  [
    'a constant column',
    { standardise: { method: 'min-max', range: [0, 100], truncate: false } },
    same.map(() => 'constant'),
  ],
])('%s', (_, more, expected) => {
  const nodes = [leaf(0), leaf(1), leaf(2), aggregate([0, 1, 2], [0.1, 0.2, 0.7], more)];
  expect(cellsOf(score(plan(x.length, nodes), input(x, y, z)).scores.nodes[3]!)).toEqual(expected);
});

test('draws in pairs', () => {
  const nodes = [
    ...[leaf(0), leaf(1), leaf(2), aggregate([0, 1, 2], [0.1, 0.2, 0.7])],
    aggregate([3], [1], { aggregate: 'copeland' }),
  ];
  expect(cellsOf(score(plan(x.length, nodes), input(x, y, z)).scores.nodes[4]!)).toEqual(same.map(() => 0));
});

describe('means that are 0 but for dust', () => {
  const around = (column: readonly number[]) => column.map(value => value - 50);
  const weightsBy = (weighting: Weighting, children: readonly number[]) => {
    const nodes = [
      ...[leaf(0), leaf(1), leaf(2), leaf(3), leaf(4), aggregate([0, 1, 2], [0.1, 0.2, 0.7])],
      aggregate(
        children,
        children.map(() => 1),
        { weighting: { weighting } },
      ),
    ];
    const scales = plan(x.length, nodes, { scale: [-100, 100] });
    return score(scales, input(around(x), around(y), around(z), x, y)).params.aggregates[6]!.weights;
  };

  test('are in conflict with nothing', () => {
    const [[first, second]] = (weightsBy({ method: 'critic' }, [3, 4]) as { shares: number[][] }).shares as [number[]];
    expect(weightsBy({ method: 'critic' }, [3, 4, 5])).toEqual({ shares: [[first, second, 0]] });
  });

  test.each<Weighting>([{ method: 'independence' }, { method: 'pca', signed: false }])(
    'correlate with nothing: $method',
    weighting => {
      expect(weightsBy(weighting, [3, 4, 5])).toEqual({ reason: 'constant', child: 2 });
    },
  );
});

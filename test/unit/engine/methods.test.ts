import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aggregateMethods } from '../../../server/src/engine/aggregate/index.ts';
import type { Direction } from '../../../server/src/engine/leafPlan.ts';
import type { MethodRecord } from '../../../server/src/engine/method.ts';
import type { Normalisation } from '../../../server/src/engine/normalisation.ts';
import { normaliseMethods } from '../../../server/src/engine/normalise/index.ts';
import type { Plan } from '../../../server/src/engine/plan.ts';
import { map as mapStage, score } from '../../../server/src/engine/score.ts';
import { standardiseMethods } from '../../../server/src/engine/standardise/index.ts';
import { aggregate, type Cell, cellsOf, column, input, leaf, plan } from './plans.ts';

const records: [string, MethodRecord][] = [normaliseMethods, aggregateMethods, standardiseMethods].flatMap(methods =>
  Object.entries<MethodRecord>(methods),
);

/** Any number is its own score. */
const identity = { method: 'scaled', range: [0, 1], lower: 0, upper: 1 } as const;

describe('every method', () => {
  test.each(records)('%s says all about itself, in both languages', (id, method) => {
    expect(method.id).toBe(id);
    const texts = [method.title, method.meaning, ...method.parameters.map(({ meaning }) => meaning)];
    for (const text of [...texts, ...method.edges.map(edge => edge.text)]) {
      expect(text.en).not.toBe('');
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
    }
    expect(method.formula).not.toBe('');
    expect(method.source).not.toBe('');
  });

  test.each(['normalise', 'aggregate'] as const)('each file in %s is registered', folder => {
    const files = readdirSync(new URL(`../../../server/src/engine/${folder}`, import.meta.url));
    const shared = ['index.ts', 'method.ts', 'linear.ts', 'ranks.ts', 'cap.ts'];
    const ids = files.filter(file => !shared.includes(file)).map(file => file.replace('.ts', ''));
    expect(ids.sort()).toEqual(Object.keys(folder === 'normalise' ? normaliseMethods : aggregateMethods).sort());
  });

  test.each(Object.values(normaliseMethods))('the example of $id', ({ example }) => {
    const scores = normalise(example.normalise, example.values, example.direction);
    expectCells(scores, example.scores);
  });

  test.each(Object.values(aggregateMethods))('the example of $id', ({ id, example }) => {
    const { scores, weights, power = 1, compared = [] } = example;
    const positions = scores.map((_, position) => position);
    const nodes = [
      ...positions.map(position => leaf(position)),
      aggregate(positions, weights, { aggregate: id, power }),
    ];
    const params = { leaves: {}, aggregates: { [scores.length]: { compared } } };
    const { totals } = mapStage(plan(1, nodes), params, { columns: scores.map(score => column([score])) });
    expectCells(cellsOf(totals), [example.score]);
  });

  test.each(Object.values(standardiseMethods))('the example of $id', ({ id, example }) => {
    const nodes = [leaf(0, { normalise: identity }), aggregate([0], [1], { standardise: { method: id } })];
    const { scores } = score(plan(example.before.length, nodes), input(example.before));
    expectCells(cellsOf(scores.totals), example.after);
  });
});

describe('min-max', () => {
  const method = { method: 'min-max', range: [0, 100] } as const;
  const reversed = { method: 'min-max', range: [100, 0] } as const;

  test('takes the ends exactly and what lies between in proportion', () => {
    expect(normalise(method, [0.1, 0.7, 0.4])).toEqual([0, 100, expect.closeTo(50, 12)]);
    expect(normalise(method, [29, 0, 100])).toEqual([29, 0, 100]);
    expect(normalise({ method: 'min-max', range: [0.1, 0.7] }, [1, 2, 4])).toEqual([0.1, expect.closeTo(0.3, 15), 0.7]);
  });
  test('negative: the lowest is best', () => expect(normalise(method, [1, 3, 5], 'negative')).toEqual([100, 50, 0]));
  test('a reversed range', () => expect(normalise(reversed, [1, 3, 5])).toEqual([100, 50, 0]));
  test('missing stays missing', () =>
    expect(normalise(method, [1, null, 'not-applicable', 5])).toEqual([0, 'missing', 'not-applicable', 100]));
  test('constant', () => expect(normalise(method, [4, 4, null])).toEqual(['constant', 'constant', 'missing']));
  test('one value', () => expect(normalise(method, [4])).toEqual(['constant']));
  test('a spread beyond the range of numbers', () =>
    expect(normalise(method, [-1e308, 1e308])).toEqual(['overflow', 'overflow']));
  test('large numbers', () => expect(normalise(method, [0, 5e307, 1e308])).toEqual([0, 50, 100]));
  test('far from 0 decimals are subtracted, not binary fractions', () => {
    expect(normalise(method, [10000.14, 10000.64, 10001.14])).toEqual([0, 50, 100]);
    expect(normalise(method, [99.97, 99.85, 99.81], 'negative')).toEqual([0, 75, 100]);
    expect(normalise(method, [-1e-3, -1.0009e-3, -1.0012e-3])).toEqual([100, 25, 0]);
    expect(normalise({ ...method, frozen: { min: 99.81, max: 99.97 } }, [99.65, 100.01, 1e300])[0]).toBe(-100);
  });
  test('far from 0 scores stay between the ends, numbers of more digits too', () => {
    const values = [100, 100.1, ...[1, 2, 3].map(step => 100.1 - step * 2 ** -46)];
    expect(Math.max(...(normalise(method, values) as number[]))).toBe(100);
  });
  test('frozen parameters are used and not truncated', () => {
    const framework = oneLeaf(3, method);
    const { params } = score(framework, input([0, 5, 10]));
    expect(params.leaves[0]).toEqual({ n: 3, min: 0, max: 10 });
    const again = scoreWith(framework, JSON.parse(JSON.stringify(params)), [12, -1, 5]);
    expect(again).toEqual([120, -10, 50]);
  });
});

describe('goalposts', () => {
  const posts = { method: 'goalposts', range: [0, 100], lower: 20, upper: 85, truncate: true } as const;

  test('truncates and counts', () => {
    const { scores } = score(oneLeaf(4, posts), input([10, 52.5, 85, 90]));
    expect(cellsOf(scores.nodes[0]!)).toEqual([0, 50, 100, 100]);
    expect(scores.truncated).toEqual({ 0: 2 });
  });
  test('or does not', () => expect(normalise({ ...posts, truncate: false }, [10, 150])).toEqual([-1000 / 65, 200]));
  test('negative', () => expect(normalise(posts, [20, 52.5, 85, 90], 'negative')).toEqual([100, 50, 0, 0]));
  test('no room between', () => expect(normalise({ ...posts, lower: 85 }, [20])).toEqual(['constant']));
  test('swapped', () => expect(normalise({ ...posts, lower: 90 }, [20])).toEqual(['constant']));
  test('percent on 0–100 is itself', () => {
    const percents = Array.from({ length: 1001 }, (_, tenth) => tenth / 10);
    expect(normalise({ ...posts, lower: 0, upper: 100 }, percents)).toEqual(percents);
  });
  test('logarithms', () => {
    const logs = { ...posts, method: 'log-goalposts', lower: 100, upper: 75000 } as const;
    const value = (100 * (Math.log(3000) - Math.log(100))) / (Math.log(75000) - Math.log(100));
    expectCells(normalise(logs, [3000, 100, 75000, 80000, 0, -1]), [
      value,
      0,
      100,
      100,
      'non-positive',
      'non-positive',
    ]);
    expect(normalise({ ...logs, lower: 0 }, [3000])).toEqual(['non-positive']);
  });
});

describe('z-score', () => {
  const method = { method: 'z-score', mean: 50, sd: 10 } as const;

  test('sd has divisor n − 1', () => {
    const { params } = score(oneLeaf(4, method), input([1, 2, 3, 6]));
    expect(params.leaves[0]).toEqual({ n: 4, min: 1, max: 6, mean: 3, sd: Math.sqrt(14 / 3) });
  });
  test('negative', () => expect(normalise(method, [1, 2, 3], 'negative')).toEqual([60, 50, 40]));
  test('far from zero nothing is lost', () =>
    expect(normalise(method, [1e15 + 1, 1e15 + 2, 1e15 + 3])).toEqual([40, 50, 60]));
  test('one value', () => expect(normalise(method, [1, null])).toEqual(['too-few-values', 'missing']));
  test('constant', () => expect(normalise(method, [0.1, 0.1, 0.1])).toEqual(['constant', 'constant', 'constant']));
  test('squares out of range', () => {
    expect(normalise(method, [1e200, 1, 2])).toEqual(['overflow', 'overflow', 'overflow']);
    expect(normalise(method, [1e-200, 2e-200])).toEqual(['overflow', 'overflow']);
  });
});

describe('rank', () => {
  const values = [30, 10, 20, 20, null, 40];

  test.each([
    ['lowest', 'positive', [4, 1, 2, 2, 'missing', 5]],
    ['average', 'positive', [4, 1, 2.5, 2.5, 'missing', 5]],
    ['highest', 'positive', [4, 1, 3, 3, 'missing', 5]],
    ['lowest', 'negative', [2, 5, 3, 3, 'missing', 1]],
    ['highest', 'negative', [2, 5, 4, 4, 'missing', 1]],
  ] as const)('%s, %s', (ties, direction, expected) => {
    expect(normalise({ method: 'rank', ties }, values, direction)).toEqual(expected);
  });
  test('constant: all share one rank', () => {
    expect(normalise({ method: 'rank', ties: 'lowest' }, [7, 7, 7])).toEqual([1, 1, 1]);
    expect(normalise({ method: 'rank', ties: 'average' }, [7, 7, 7])).toEqual([2, 2, 2]);
  });
});

describe('none', () => {
  test('keeps what is on the scale', () =>
    expect(normalise({ method: 'none' }, [0, 100, 33.3, -0.1, 100.5])).toEqual([
      0,
      100,
      33.3,
      'outside-scale',
      'outside-scale',
    ]));
});

describe('aggregations', () => {
  test('arithmetic: weights of any scale', () => {
    expect(combine([91.1, 80], [70, 30])).toBe(87.77);
    expect(combine([91.1, 80], [7e300, 3e300])).toBeCloseTo(87.77, 12);
    expect(combine([20, 80], [1e-320, 1e-320])).toBe(50);
  });
  test('a constant is kept exactly', () => {
    for (const value of [33.3, 0.1, 1 / 3, 99.99]) {
      expect(combine([value, value, value], [0.1, 0.2, 0.7])).toBe(value);
      expect(combine([value, value, value], [0.1, 0.2, 0.7], { aggregate: 'geometric' })).toBe(value);
    }
  });
  test('geometric by hand', () => {
    expect(combine([2, 4, 8], [1, 2, 3], { aggregate: 'geometric' })).toBeCloseTo(2 ** (14 / 6), 13);
    expect(combine([0, 50], [1, 1], { aggregate: 'geometric' })).toBe('non-positive');
    expect(combine([0, 50], [0, 1], { aggregate: 'geometric' })).toBe(50);
  });
  test('a child of weight 0 takes no part', () => {
    expect(combine([10, 50], [0, 1], { aggregate: 'min' })).toBe(50);
    expect(combine([90, 50], [0, 1], { aggregate: 'max' })).toBe(50);
    expect(combine([10, 50], [0, 1], { aggregate: 'sum' })).toBe(50);
    expect(combine([null, 50], [0, 1], { missing: 'fail' })).toBe(50);
    expect(combine([10, 50], [0, 0])).toBe('no-children');
  });
  test('a sum that leaves the range of numbers', () => {
    const nodes = [leaf(0), leaf(1), aggregate([0, 1], [1, 1], { aggregate: 'sum' })];
    const { scores } = score(plan(1, nodes, { scale: [0, 1.7e308] }), input([1e308], [1e308]));
    expect(cellsOf(scores.totals)).toEqual(['overflow']);
  });
});

function oneLeaf(nUnits: number, normalisation: Normalisation, direction: Direction = 'positive'): Plan {
  return plan(nUnits, [leaf(0, { normalise: normalisation, direction }), aggregate([0], [1])]);
}

function normalise(method: Normalisation, values: readonly (Cell | null)[], direction: Direction = 'positive'): Cell[] {
  return cellsOf(score(oneLeaf(values.length, method, direction), input(values)).scores.nodes[0]!);
}

function scoreWith(framework: Plan, params: Parameters<typeof mapStage>[1], values: readonly number[]): Cell[] {
  return cellsOf(mapStage(framework, params, input(values)).nodes[0]!);
}

function combine(
  scores: readonly (Cell | null)[],
  weights: readonly number[],
  more: Parameters<typeof aggregate>[2] = {},
) {
  const nodes = [
    ...scores.map((_, position) => leaf(position)),
    aggregate(
      scores.map((_, i) => i),
      weights,
      more,
    ),
  ];
  return cellsOf(score(plan(1, nodes), { columns: scores.map(cell => column([cell])) }).scores.totals)[0]!;
}

function expectCells(cells: readonly Cell[], expected: readonly Cell[]): void {
  expect(cells).toEqual(expected.map(cell => (typeof cell === 'number' ? expect.closeTo(cell, 12) : cell)));
}

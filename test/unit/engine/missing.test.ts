import { describe, expect, test } from 'vitest';
import type { AggregatePlan } from '../../../server/src/engine/aggregatePlan.ts';
import { contributionOf, effectiveWeightOf, shareOf } from '../../../server/src/engine/explain.ts';
import type { LeafPlan } from '../../../server/src/engine/leafPlan.ts';
import { score } from '../../../server/src/engine/score.ts';
import { aggregate, type Cell, cellsOf, column, input, leaf, plan } from './plans.ts';

describe('what is missing', () => {
  test.each<[string, (Cell | null)[], Partial<AggregatePlan>, Cell]>([
    ['excluded: the others are rescaled', [80, null, 50], {}, (80 * 50 + 50 * 20) / 70],
    ['zero', [80, null, 50], { missing: 'zero' }, 50],
    ['zero: all missing', [null, null, null], { missing: 'zero' }, 0],
    ['fail', [80, null, 50], { missing: 'fail' }, 'child-missing'],
    ['all missing', [null, null, null], {}, 'no-children'],
    ['invalid counts as missing', [80, 'invalid', 50], { missing: 'zero' }, 50],
    ['not applicable is never a zero', [80, 'not-applicable', 50], { missing: 'zero' }, (80 * 50 + 50 * 20) / 70],
    ['not applicable never fails', [80, 'not-applicable', 50], { missing: 'fail' }, (80 * 50 + 50 * 20) / 70],
    ['nothing is applicable', ['not-applicable', 'not-applicable', 'not-applicable'], {}, 'not-applicable'],
    ['what is applicable is missing', ['not-applicable', null, null], {}, 'no-children'],
    ['too little weight', [null, 60, 60], { minShare: 0.51 }, 'too-little-weight'],
    ['just enough weight', [null, 60, 60], { minShare: 0.5 }, 60],
    ['weight of the applicable', ['not-applicable', null, 60], { minShare: 0.4 }, 60],
    ['weight of the applicable, too little', ['not-applicable', null, 60], { minShare: 0.41 }, 'too-little-weight'],
    ['zeros are not present', [null, 60, 60], { minShare: 0.51, missing: 'zero' }, 'too-little-weight'],
    ['too few', [60, null, null], { minCount: 2 }, 'too-few-children'],
    ['enough', [60, null, 60], { minCount: 2 }, 60],
    ['outside the scale counts as missing', [80, 101, 50], { missing: 'zero' }, 50],
  ])('%s', (_, cells, more, expected) => {
    expect(total(cells, [{}, {}, {}], more)).toEqual(
      typeof expected === 'number' ? expect.closeTo(expected, 12) : expected,
    );
  });

  test('binary dust in weights does not fail minShare', () => {
    const nodes = [leaf(0), leaf(1), leaf(2), aggregate([0, 1, 2], [0.1, 0.2, 0.7], { minShare: 0.3 })];
    expect(cellsOf(score(plan(1, nodes), input([50], [50], [null])).scores.totals)).toEqual([50]);
  });

  test('zero is 0, whatever the scale', () => {
    const nodes = [leaf(0), leaf(1), aggregate([0, 1], [1, 1], { missing: 'zero' })];
    expect(cellsOf(score(plan(1, nodes, { scale: [1, 7] }), input([5], [null])).scores.totals)).toEqual([2.5]);
    expect(cellsOf(score(plan(1, nodes, { scale: [-3, 3] }), input([2], [null])).scores.totals)).toEqual([1]);
  });

  test.each<[string, LeafPlan['missing'], Cell | null, Partial<AggregatePlan>, Cell]>([
    ['a score stands in', { score: 50 }, null, { missing: 'fail' }, 65],
    ['it counts as present', { score: 50 }, null, { minCount: 2 }, 65],
    ['not for an invalid cell', { score: 50 }, 'invalid', {}, 80],
    ['not where it does not apply', { score: 0 }, 'not-applicable', {}, 80],
    ['exclude against the parent', 'exclude', null, { missing: 'zero' }, 80],
    ['fail against the parent', 'fail', null, { missing: 'exclude' }, 'child-missing'],
  ])("a leaf's own word: %s", (_, missing, cell, more, expected) => {
    const own: Partial<LeafPlan> = missing === undefined ? {} : { missing };
    const nodes = [leaf(0), leaf(1, own), aggregate([0, 1], [1, 1], more)];
    expect(cellsOf(score(plan(1, nodes), { columns: [column([80]), column([cell])] }).scores.totals)).toEqual([
      expected,
    ]);
  });

  test('the stand-in is a score, not a raw value', () => {
    const nodes = [leaf(0, { missing: { score: 50 } }), aggregate([0], [1])];
    const { scores } = score(plan(1, nodes), input([null]));
    expect(cellsOf(scores.raw[0]!)).toEqual(['missing']);
    expect(cellsOf(scores.nodes[0]!)).toEqual([50]);
  });

  test('weight sets by unit', () => {
    const two = aggregate([0, 1], [1, 3], {
      weightSets: [
        [1, 3],
        [3, 1],
      ],
    });
    const weighted = { ...plan(2, [leaf(0), leaf(1), two]), weightSetOf: Uint16Array.of(0, 1) };
    expect(cellsOf(score(weighted, input([100, 100], [0, 0])).scores.totals)).toEqual([25, 75]);
  });

  function total(
    cells: readonly (Cell | null)[],
    own: readonly Partial<LeafPlan>[],
    more: Partial<AggregatePlan>,
  ): Cell {
    const nodes = [...own.map((words, position) => leaf(position, words)), aggregate([0, 1, 2], [50, 30, 20], more)];
    return cellsOf(score(plan(1, nodes), { columns: cells.map(cell => column([cell])) }).scores.totals)[0]!;
  }
});

describe('where a raw value comes from', () => {
  const categories = { kind: 'categories', column: 0, values: [100, 80, 0] } as const;
  const steps = {
    kind: 'steps',
    column: 0,
    steps: [
      { atLeast: 95, value: 100 },
      { atLeast: 80, value: 60 },
    ],
  } as const;
  const checklist = { kind: 'checklist', columns: [0, 1, 2], points: [30, 50, 20] } as const;

  test('categories', () => {
    expect(raw({ source: categories }, [0, 2, 3, 0.5, -1, null])).toEqual([
      100,
      0,
      'invalid',
      'invalid',
      'invalid',
      'missing',
    ]);
  });
  test('steps are closed below', () => {
    expect(raw({ source: steps }, [95, 94.9, 80, 79])).toEqual([100, 60, 60, 'invalid']);
    const open = { ...steps, steps: [...steps.steps, { value: 0 }] };
    expect(raw({ source: open }, [79, 'not-applicable'])).toEqual([0, 'not-applicable']);
  });
  test('checklist', () => {
    expect(
      raw({ source: checklist }, [1, 0, 1, 1, 1, 1], [1, 0, 0, null, 2, 1], [1, 0, 1, 1, null, 'not-applicable']),
    ).toEqual([100, 0, 50, 'missing', 'invalid', 'not-applicable']);
  });
  test('a number that is not finite is invalid', () => {
    const notFinite = { values: Float64Array.of(Number.NaN, Infinity, 5), states: new Uint8Array(3) };
    const { scores } = score(plan(3, [leaf(0), aggregate([0], [1])]), { columns: [notFinite] });
    expect(cellsOf(scores.raw[0]!)).toEqual(['invalid', 'invalid', 5]);
  });

  function raw(words: Partial<LeafPlan>, ...columns: (Cell | null)[][]): Cell[] {
    const nUnits = columns[0]!.length;
    return cellsOf(score(plan(nUnits, [leaf(0, words), aggregate([0], [1])]), input(...columns)).scores.raw[0]!);
  }
});

describe('shares', () => {
  const nodes = [leaf(0), leaf(1), aggregate([0, 1], [30, 70]), leaf(2), aggregate([2, 3], [60, 40]), leaf(3)];
  const tree = plan(3, [nodes[0]!, nodes[1]!, nodes[2]!, nodes[3]!, nodes[5]!, nodes[4]!]);
  const { scores } = score(tree, input([80, 80, 80], [50, null, 50], [100, 100, null], [10, 10, 10]));

  test('of a node among its siblings', () => {
    expect([0, 1, 2].map(unit => shareOf(tree, scores, unit, 0))).toEqual([0.3, 1, 0.3]);
    expect([0, 1, 2].map(unit => shareOf(tree, scores, unit, 1))).toEqual([0.7, 0, 0.7]);
    expect([0, 1, 2].map(unit => shareOf(tree, scores, unit, 2))).toEqual([0.6, 0.6, 1]);
    expect(shareOf(tree, scores, 0, 5)).toBe(1);
  });
  test('down from the index', () => {
    expect([0, 1, 2].map(unit => effectiveWeightOf(tree, scores, unit, 0))).toEqual([0.18, 0.6, 0.3]);
    expect(effectiveWeightOf(tree, scores, 0, 4)).toBe(0);
  });
  test('contributions add up to the index', () => {
    for (const unit of [0, 1, 2]) {
      const sum = [0, 1, 3].reduce((points, node) => points + contributionOf(tree, scores, unit, node), 0);
      expect(sum).toBeCloseTo(scores.totals.values[unit]!, 12);
    }
  });
  test('under a sum a child counts whole', () => {
    const summed = plan(1, [leaf(0), leaf(1), aggregate([0, 1], [10, 20], { aggregate: 'sum' })], { indexFactor: 2 });
    const result = score(summed, input([8], [15]));
    expect(contributionOf(summed, result.scores, 0, 1)).toBe(30);
    expect(shareOf(summed, result.scores, 0, 1)).toBe(20 / 30);
  });
});

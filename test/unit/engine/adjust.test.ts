import { describe, expect, test } from 'vitest';
import type { Adjustment } from '../../../server/src/engine/plan.ts';
import { score } from '../../../server/src/engine/score.ts';
import { aggregate, type Cell, cellsOf, input, leaf, plan, planOfTotals } from './plans.ts';

describe('adjustments', () => {
  test('a bonus is capped and conditional', () => {
    const bonus: Adjustment = { kind: 'bonus', column: 1, points: 2, cap: 10, when: { above: 80 } };
    const { totals, effects } = adjust([80, 80.1, 90, 90, 90], [[3, 3, 3, 7, null]], [bonus]);
    expect(totals).toEqual([80, 86.1, 96, 100, 90]);
    expect(effects[0]).toEqual([0, expect.closeTo(6, 12), 6, 10, 0]);
  });

  test('a condition is tested on the running total, without dust', () => {
    const first: Adjustment = { kind: 'bonus', column: 1, points: 1 };
    const second: Adjustment = { kind: 'bonus', column: 1, points: 10, when: { atLeast: 0.3 } };
    expect(adjust([0.1, 0.05], [[0.2, 0.2]], [first, second]).totals).toEqual([
      expect.closeTo(2.3, 12),
      expect.closeTo(0.25, 12),
    ]);
    expect(adjust([0.1], [[0.2]], [first, { ...second, when: { above: 0.3 } }]).totals).toEqual([
      expect.closeTo(0.3, 12),
    ]);
  });

  test('a condition is tested on the total rounded as the ranking says', () => {
    const bonus: Adjustment = { kind: 'bonus', column: 1, points: 1, when: { above: 80 } };
    const round = { decimals: 1, mode: 'half-up', when: 'before-rank' } as const;
    const ranking = { round, ties: 'dense', within: [], tieOrder: Int32Array.of(0, 1) } as const;
    expect(adjust([80.04, 80.05], [[5, 5]], [bonus], { ranking }).totals).toEqual([80.04, 85.05]);
  });

  test('a node beside the index adds its way along the scale', () => {
    const nodes = [leaf(0), leaf(1), aggregate([0], [1])];
    const bonus: Adjustment = { kind: 'node-bonus', node: 1, cap: 10, when: { atLeast: 60 } };
    const { scores } = score(plan(4, nodes, { adjustments: [bonus] }), input([60, 59, 80, 80], [50, 50, 100, null]));
    expect(cellsOf(scores.totals)).toEqual([65, 59, 90, 80]);
  });

  test('a deduction never takes below the floor, and never adds', () => {
    const deduction: Adjustment = { kind: 'deduction', column: 1, points: 3, floor: 50 };
    expect(adjust([60, 52, 40], [[2, 2, 2]], [deduction]).totals).toEqual([54, 50, 40]);
    expect(adjust([5], [[2]], [{ kind: 'deduction', column: 1, points: 3 }]).totals).toEqual([-1]);
  });

  test('a deduction of a node takes at most what the node contributes', () => {
    const nodes = [leaf(0), leaf(1), aggregate([0, 1], [60, 40])];
    const once: Adjustment = { kind: 'deduction', column: 2, points: 10, of: 1, floor: 0 };
    const twice = [once, once];
    const cells = input([100, 100, 100, 100], [50, 50, 50, null], [1, 5, 1.5, 1]);
    const run = (adjustments: Adjustment[]) => score(plan(4, nodes, { adjustments }), cells).scores;
    expect(cellsOf(run([once]).totals)).toEqual([70, 60, 65, 100]);
    expect(cellsOf(run(twice).totals)).toEqual([60, 60, 60, 100]);
    expect(cellsOf(run([{ ...once, floor: 12 }]).totals)).toEqual([72, 72, 72, 100]);
  });

  test('a veto caps the score and the tier', () => {
    const veto: Adjustment = { kind: 'veto', column: 1, score: 59, tier: 1 };
    const tiers = { kind: 'bounds', tiers: [{ atLeast: 85 }, { atLeast: 60 }, {}] } as const;
    const { totals, tiers: given, effects } = adjust([90, 40, 90, null], [[1, 1, 0, 1]], [veto], { tiers });
    expect(totals).toEqual([59, 40, 90, 'no-children']);
    expect(effects[0]).toEqual([-31, 0, 0, 0]);
    // Never lifts: the second would be in the last tier anyway.
    expect(given).toEqual([2, 2, 0, 1]);
    expect(adjust([90], [[1]], [{ kind: 'veto', column: 1, tier: 1 }], { tiers }).tiers).toEqual([1]);
  });

  test('a total that overflows', () => {
    const huge: Adjustment = { kind: 'bonus', column: 1, points: 1e308 };
    const { totals, ranks } = adjust([50, 50], [[1e10, 0]], [huge, { kind: 'bonus', column: 1, points: 1 }]);
    expect(totals).toEqual(['overflow', 50]);
    expect(ranks).toEqual([0, 1]);
  });

  test('points: the index factor comes first', () => {
    const { plan: framework, input: cells } = planOfTotals([50], { indexFactor: 1.1 });
    expect(cellsOf(score(framework, cells).scores.totals)).toEqual([expect.closeTo(55, 12)]);
  });

  function adjust(
    totals: (Cell | null)[],
    columns: (Cell | null)[][],
    adjustments: Adjustment[],
    parts: Parameters<typeof planOfTotals>[1] = {},
  ) {
    const built = planOfTotals(totals, { ...parts, adjustments });
    const { scores, ranking } = score(built.plan, input(totals, ...columns));
    const effects = scores.adjustments.map(effect => [...effect]);
    return { totals: cellsOf(scores.totals), effects, tiers: [...ranking.tiers], ranks: [...ranking.ranks] };
  }
});

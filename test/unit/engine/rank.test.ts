import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RankingPlan, TiersPlan } from '../../../server/src/engine/rankingPlan.ts';
import { rankWithin, score } from '../../../server/src/engine/score.ts';
import { aggregate, type Cell, input, leaf, plan, planOfTotals } from './plans.ts';

describe('ties', () => {
  test.each([
    ['dense', [1, 2, 2, 3, 0]],
    ['competition', [1, 2, 2, 4, 0]],
    ['modified', [1, 3, 3, 4, 0]],
    ['ordinal', [1, 3, 2, 4, 0]],
    ['fractional', [1, 2.5, 2.5, 4, 0]],
  ] as const)('%s', (ties, expected) => {
    const { ranks, order } = ranking([90, 80, 80, 70, null], { ties, tieOrder: Int32Array.of(4, 3, 2, 1, 0) });
    expect(ranks).toEqual(expected);
    expect(order).toEqual([0, 2, 1, 3, 4]);
  });

  const rounding = { decimals: 1, mode: 'half-up' } as const;

  test('before the rank the rounded total decides', () => {
    const { ranks, rounded } = ranking([80.04, 79.96, 79.94], { round: { ...rounding, when: 'before-rank' } });
    expect(rounded).toEqual([80, 80, 79.9]);
    expect(ranks).toEqual([1, 1, 3]);
  });
  test('after the rank the unrounded', () => {
    const { ranks, rounded } = ranking([79.96, 80.04, 79.96], { round: { ...rounding, when: 'after-rank' } });
    expect(rounded).toEqual([80, 80, 80]);
    expect(ranks).toEqual([2, 1, 2]);
  });
  test('dust of binary arithmetic neither parts equals nor moves a rounding or a tier', () => {
    // 0.3 × 8.3 + 0.7 × 8.7 = 0.3 × 5.5 + 0.7 × 9.9 = 8.58, but not in binary.
    const nodes = [leaf(0), leaf(1), aggregate([0, 1], [0.3, 0.7])];
    const { scores, ranking } = score(plan(2, nodes), input([8.3, 5.5], [8.7, 9.9]));
    expect(scores.totals.values[0]).not.toBe(scores.totals.values[1]);
    expect([...ranking.rounded]).toEqual([8.58, 8.58]);
    expect([...ranking.ranks]).toEqual([1, 1]);
    expect(tiers([84.99999999999999], { kind: 'bounds', tiers: [{ atLeast: 85 }, {}] })).toEqual([0]);
  });
});

describe('who is ranked', () => {
  test('not without a total, not if not eligible', () => {
    const { ranks, eligible, order } = ranking([90, 95, null, 80], { eligible: Uint8Array.of(1, 0, 1, 1) });
    expect(ranks).toEqual([1, 0, 0, 2]);
    expect(eligible).toEqual([1, 0, 1, 1]);
    expect(order).toEqual([0, 3, 1, 2]);
  });
  test('enough of the applicable leaves have data; stand-ins are none', () => {
    const nodes = [leaf(0), leaf(1), leaf(2, { missing: { score: 50 } }), leaf(3), aggregate([0, 1, 2], [1, 1, 1])];
    const framework = plan(4, nodes, { ranking: { minShare: 2 / 3 } });
    const { ranking } = score(
      framework,
      input([9, 9, 9, 9], [9, 9, null, 9], [9, null, null, 'not-applicable'], [null, null, 1, null]),
    );
    expect([...ranking.eligible]).toEqual([1, 1, 0, 1]);
  });
  test('within groups, a unit may be in several', () => {
    const groups = { nGroups: 3, groupsOf: [[0], [0, 1], [1], [0], []] };
    const { ranking } = score(...planned([90, 80, 80, 80, 99], { ranking: { within: [groups] } }));
    expect([...ranking.ranks]).toEqual([2, 3, 3, 3, 1]);
    const ranksIn = (group: number) =>
      groups.groupsOf.map((_, unit) => rankWithin(ranking.ranksWithin[0]!, unit, group));
    expect([0, 1, 2].map(ranksIn)).toEqual([
      [1, 2, 0, 2, 0],
      [0, 1, 1, 0, 0],
      [0, 0, 0, 0, 0],
    ]);
  });
});

describe('within a group all is as if its members were alone', () => {
  const nUnits = 9;
  const totals = fc.array(fc.option(fc.integer({ min: 60, max: 63 }), { freq: 6 }), {
    minLength: nUnits,
    maxLength: nUnits,
  });
  const several = fc.array(fc.subarray([0, 1, 2]), { minLength: nUnits, maxLength: nUnits });
  const oneEach = fc.array(fc.constantFrom([0], [1], [2]), { minLength: nUnits, maxLength: nUnits });
  const quotas = { kind: 'quotas', tiers: [{ top: 1 }, { topShare: 40 }, {}] } as const;

  test.each(['dense', 'competition', 'modified', 'ordinal', 'fractional'] as const)('%s', ties => {
    fc.assert(
      fc.property(totals, fc.oneof(several, oneEach), (cells, groupsOf) => {
        const within = { nGroups: 3, groupsOf };
        const parts = { ranking: { ties, within: [within] }, tiers: { ...quotas, within } };
        const whole = score(...planned(cells, parts)).ranking;
        const best = Array<number>(nUnits).fill(-1);
        for (const group of [0, 1, 2]) {
          const members = [...groupsOf.keys()].filter(unit => (groupsOf[unit] as number[]).includes(group));
          const own = members.map(unit => cells[unit] ?? null);
          const alone = score(...planned(own, { ranking: { ties }, tiers: quotas })).ranking;
          const ranks = members.map(unit => rankWithin(whole.ranksWithin[0]!, unit, group));
          expect(ranks).toEqual([...alone.ranks]);
          members.forEach((unit, place) => {
            const tier = alone.tiers[place]!;
            if (tier >= 0) best[unit] = best[unit] === -1 ? tier : Math.min(best[unit]!, tier);
          });
        }
        expect([...whole.tiers]).toEqual(best);
      }),
    );
  });

  test.each(['dense', 'competition', 'modified', 'ordinal', 'fractional'] as const)('%s, of many', ties => {
    const cells = Array.from({ length: 6000 }, (_, unit) => (unit % 50 === 7 ? null : ((unit * 7919) % 997) / 10));
    const groupsOf = cells.map((_, unit) => [(unit * 31) % 3]);
    const whole = score(...planned(cells, { ranking: { ties, within: [{ nGroups: 3, groupsOf }] } })).ranking;
    for (const group of [0, 1, 2]) {
      const members = [...groupsOf.keys()].filter(unit => groupsOf[unit]!.includes(group));
      const own = members.map(unit => cells[unit] ?? null);
      const alone = score(...planned(own, { ranking: { ties } })).ranking;
      expect(members.map(unit => rankWithin(whole.ranksWithin[0]!, unit, group))).toEqual([...alone.ranks]);
    }
  });
});

describe('tiers', () => {
  test('bounds are closed or open, on the rounded total, ranked or not', () => {
    const bounds: TiersPlan = { kind: 'bounds', tiers: [{ atLeast: 85 }, { above: 60 }] };
    const round = { decimals: 1, mode: 'half-up', when: 'after-rank' } as const;
    expect(tiers([84.95, 84.94, 60, 60.1, null], bounds, { round, eligible: Uint8Array.of(0, 1, 1, 1, 1) })).toEqual([
      0, 1, -1, 1, -1,
    ]);
  });
  test('quotas are of the ranked, a tie stays whole and moves no later border', () => {
    const quotas: TiersPlan = { kind: 'quotas', tiers: [{ top: 2 }, { top: 2 }, {}] };
    expect(tiers([90, 80, 80, 70, 60, null], quotas)).toEqual([0, 0, 0, 1, 2, -1]);
    expect(tiers([90, 80, 80, 80, 60], quotas)).toEqual([0, 0, 0, 0, 2]);
    expect(tiers([90, 80], quotas, { eligible: Uint8Array.of(0, 1) })).toEqual([-1, 0]);
  });
  test('shares are rounded half-up', () => {
    const totals = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
    const quotas: TiersPlan = { kind: 'quotas', tiers: [{ topShare: 25 }, { topShare: 50 }, {}] };
    expect(tiers(totals, quotas)).toEqual([2, 2, 1, 1, 1, 1, 1, 0, 0, 0]);
  });
  test('quotas within groups', () => {
    const within = { nGroups: 2, groupsOf: [[0], [0], [1], [1], []] };
    expect(tiers([90, 80, 70, 60, 99], { kind: 'quotas', tiers: [{ top: 1 }, {}], within })).toEqual([0, 1, 0, 1, -1]);
  });
  test('none', () => expect(tiers([90], { kind: 'none' })).toEqual([-1]));
});

function planned(totals: readonly (Cell | null)[], parts: Parameters<typeof planOfTotals>[1]) {
  const { plan, input } = planOfTotals(totals, parts);
  return [plan, input] as const;
}

function ranking(totals: readonly (Cell | null)[], words: Partial<RankingPlan>) {
  const { ranking } = score(...planned(totals, { ranking: words }));
  const { ranks, rounded, order, eligible } = ranking;
  return { ranks: [...ranks], rounded: [...rounded], order: [...order], eligible: [...eligible] };
}

function tiers(totals: readonly (Cell | null)[], tiersPlan: TiersPlan, words: Partial<RankingPlan> = {}): number[] {
  return [...score(...planned(totals, { tiers: tiersPlan, ranking: words })).ranking.tiers];
}

/** Whichever total is best: the same scores negated, with the other end best, give the same ranks and tiers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bounds } from '../../server/src/engine/bounds.ts';
import type { Adjustment, Input, Plan } from '../../server/src/engine/plan.ts';
import type { RankingPlan, TiersPlan } from '../../server/src/engine/rankingPlan.ts';
import { score } from '../../server/src/engine/score.ts';
import { unitView } from '../../server/src/features/preview/unit.ts';
import { unitScore } from '../../server/src/scoring/score.ts';
import { scoreTexts } from '../support/scoring.ts';
import { aggregate, column, leaf, plan } from '../unit/engine/plans.ts';

const nUnits = 8;
const tieRules = ['dense', 'competition', 'modified', 'ordinal', 'fractional'] as const;

describe('a plan and its mirror', () => {
  const cells = fc.array(fc.option(fc.integer({ min: 0, max: 2000 }), { freq: 8 }), same(nUnits));
  const flags = fc.array(fc.constantFrom(0, 0, 0, 1, 2), same(nUnits));
  const bound = fc
    .constantFrom('atLeast', 'above')
    .chain(key => fc.integer({ min: 0, max: 100 }).map(at => ({ [key]: at })));
  const tiers: fc.Arbitrary<TiersPlan> = fc.oneof(
    fc.array(bound, { minLength: 1, maxLength: 4 }).map(all => ({ kind: 'bounds', tiers: [...all, {}] }) as const),
    fc.constant({ kind: 'quotas', tiers: [{ top: 2 }, { topShare: 40 }, {}] } as const),
  );
  const adjustment: fc.Arbitrary<Adjustment> = fc.oneof(
    fc.record({
      kind: fc.constant('bonus' as const),
      column: fc.constant(1),
      points: fc.integer({ min: 0, max: 9 }),
      when: bound,
    }),
    fc.record({
      kind: fc.constant('deduction' as const),
      column: fc.constant(1),
      points: fc.integer({ min: 0, max: 9 }),
    }),
    fc.record({
      kind: fc.constant('veto' as const),
      column: fc.constant(1),
      score: fc.integer({ min: 0, max: 100 }),
      tier: fc.constantFrom(0, 1),
    }),
  );
  const rankings: fc.Arbitrary<Partial<RankingPlan>> = fc.record({
    ties: fc.constantFrom(...tieRules),
    tieOrder: fc.shuffledSubarray([...Array(nUnits).keys()], same(nUnits)).map(order => Int32Array.from(order)),
    within: fc.array(fc.subarray([0, 1, 2]), same(nUnits)).map(groupsOf => [{ nGroups: 3, groupsOf }]),
    eligible: fc.array(fc.constantFrom(1, 1, 1, 0), same(nUnits)).map(units => Uint8Array.from(units)),
    round: fc.record({
      decimals: fc.constantFrom(0, 1),
      mode: fc.constantFrom('half-up' as const, 'half-even' as const, 'down' as const),
      when: fc.constantFrom('before-rank' as const, 'after-rank' as const),
    }),
  });

  test('the same order, ranks, ranks within groups and tiers', () => {
    fc.assert(
      fc.property(cells, flags, tiers, fc.array(adjustment, { maxLength: 3 }), rankings, (totals, given, ...parts) => {
        const [tiersPlan, adjustments, ranking] = parts;
        const values = totals.map(cell => (cell === null ? null : cell / 20));
        const nodes = [leaf(0), aggregate([0], [1])];
        const own = {
          plan: plan(nUnits, nodes, { adjustments, ranking, tiers: tiersPlan }),
          input: inputOf(values, given),
        };
        const turned = {
          plan: mirrored(own.plan),
          input: inputOf(
            values.map(value => (value === null ? null : 0 - value)),
            given,
          ),
        };
        const [one, other] = [own, turned].map(each => score(each.plan, each.input).ranking);
        expect([...other!.rounded].map(total => 0 - total)).toEqual([...one!.rounded]);
        expect({ ...other, rounded: undefined }).toEqual({ ...one, rounded: undefined });
      }),
    );
  });

  test('many units, the same order to the last tie', () => {
    const values = Array.from({ length: 5000 }, (_, unit) => ((unit * 7919) % 997) / 10);
    const own = plan(values.length, [leaf(0), aggregate([0], [1])]);
    const [one, other] = [
      score(own, { columns: [column(values)] }).ranking,
      score(mirrored(own), { columns: [column(values.map(value => 0 - value))] }).ranking,
    ];
    expect(other.order).toEqual(one.order);
    expect(other.ranks).toEqual(one.ranks);
  });
});

describe('a definition and its mirror', () => {
  const cell = fc.integer({ min: 0, max: 40 });
  const rows = fc.array(fc.tuple(cell, cell, fc.constantFrom('', 'yes')), { minLength: 3, maxLength: 12 });

  test('the same places, and the same ways to the next', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (data, isNegative) => {
        const csv = `id,a,b,off\n${data.map((row, unit) => `u${unit},${row.join(',')}`).join('\n')}\n`;
        const [one, other] = [definition('highest', isNegative), definition('lowest', isNegative)].map(text =>
          scoreTexts(text, csv),
        );
        expect(one!.compiled.noTiers).toBeUndefined();
        for (let unit = 0; unit < data.length; unit++) {
          const [own, turned] = [one!, other!].map(scoring => {
            const { rank, tier } = unitScore(scoring, unit);
            const { above, below, nextTier } = unitView(scoring, `u${unit}`, 'en')!;
            return { rank, tier, above, below, nextTier };
          });
          expect(turned).toEqual(own);
        }
      }),
      { numRuns: 40 },
    );
  });

  function definition(best: 'highest' | 'lowest', isNegative: boolean): string {
    const isHighest = best === 'highest';
    const [first, second] = isNegative === isHighest ? ['negative', 'positive'] : ['positive', 'negative'];
    return `indicatorSystem: 1
id: mirror
scale: ${isHighest ? '[0, 100]' : '[-100, 0]'}
units: {id: id}
data: [{path: demo.csv}]
indicators:
  - {id: a, name: A, weight: 70, direction: ${first}, normalise: {method: goalposts, lower: 0, upper: 40}}
  - {id: b, name: B, weight: 30, direction: ${second}, normalise: {method: goalposts, lower: 0, upper: 40}}
adjustments:
  - {id: off, kind: veto, column: off, equals: yes, then: {score: ${isHighest ? 59 : -59}}}
ranking: {best: ${best}, ties: competition, round: {decimals: 1}}
tiers:
  - {name: X, ${isHighest ? 'above: 75' : 'below: -75'}}
  - {name: Y, ${isHighest ? 'atLeast: 50' : 'atMost: -50'}}
  - {name: Z}
`;
  }
});

function same(length: number) {
  return { minLength: length, maxLength: length };
}

function inputOf(values: readonly (number | null)[], given: readonly number[]): Input {
  return { columns: [column(values), column(given)] };
}

function mirrored(own: Plan): Plan {
  const [start, end] = own.scale;
  const { tiers } = own;
  return {
    ...own,
    scale: [0 - end, 0 - start],
    adjustments: own.adjustments.map(turned),
    ranking: { ...own.ranking, best: 'lowest' },
    tiers: tiers.kind === 'bounds' ? { ...tiers, tiers: tiers.tiers.map(turnedBounds) } : tiers,
  };
}

function turned(adjustment: Adjustment): Adjustment {
  switch (adjustment.kind) {
    case 'bonus':
      // What a deduction would do, on the same condition.
      return {
        ...adjustment,
        points: 0 - adjustment.points,
        ...(adjustment.when && { when: turnedBounds(adjustment.when) }),
      };
    case 'deduction':
      return { ...adjustment, points: 0 - adjustment.points };
    case 'veto':
      return { ...adjustment, ...(adjustment.score !== undefined && { score: 0 - adjustment.score }) };
    case 'node-bonus':
      throw new Error('not among these plans');
  }
}

function turnedBounds({ atLeast, above }: Bounds): Bounds {
  return { ...(atLeast !== undefined && { atMost: 0 - atLeast }), ...(above !== undefined && { below: 0 - above }) };
}

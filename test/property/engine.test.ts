/** Laws of the engine on random ragged trees, up to five levels deep, with random policies and random holes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NodePlan, Plan } from '../../server/src/engine/plan.ts';
import type { RankingPlan } from '../../server/src/engine/rankingPlan.ts';
import {
  fit as fitStage,
  learnAndMap,
  map,
  mergeFits,
  paramsOf,
  rescore,
  score,
} from '../../server/src/engine/score.ts';
import { written } from '../unit/engine/plans.ts';
import {
  inputInOrder,
  manyTimes,
  permutationOf,
  planInOrder,
  scorings,
  slice,
  withCell,
  withNodeChanged,
  withSiblingsShuffled,
  withWeights,
} from './engineScorings.ts';

const runs = { numRuns: 300 };

describe('laws of a scoring', () => {
  test('numbers or reasons: nothing that is not finite leaves the engine', () => {
    fc.assert(
      fc.property(scorings({ wild: true }), ({ plan, input }) => {
        expectFinite(score(plan, input));
      }),
      runs,
    );
  });

  test('the order of the units does not matter, to the last bit', () => {
    const permuted = scorings().chain(scoring => fc.tuple(fc.constant(scoring), permutationOf(scoring.plan.nUnits)));
    fc.assert(
      fc.property(permuted, ([{ plan, input }, order]) => {
        const one = score(plan, input);
        const other = score(planInOrder(plan, order), inputInOrder(input, order));
        expect(other.params).toEqual(one.params);
        expect([...other.scores.totals.values]).toEqual(order.map(unit => one.scores.totals.values[unit]));
        expect([...other.ranking.ranks]).toEqual(order.map(unit => one.ranking.ranks[unit]));
        expect([...other.ranking.tiers]).toEqual(order.map(unit => one.ranking.tiers[unit]));
        expect([...other.ranking.order].map(position => order[position])).toEqual([...one.ranking.order]);
      }),
      runs,
    );
  });

  test('the order of the siblings does not matter, to the last bit', () => {
    const seeded = fc.tuple(scorings(), fc.infiniteStream(fc.nat()));
    fc.assert(
      fc.property(seeded, ([{ plan, input }, keys]) => {
        const shuffled = plan.nodes.map(node => (node.kind === 'leaf' ? node : withSiblingsShuffled(node, keys)));
        const other = score({ ...plan, nodes: shuffled }, input);
        expect(written(other.scores.nodes)).toEqual(written(score(plan, input).scores.nodes));
      }),
      runs,
    );
  });

  test('parts fitted apart and merged give the parameters of the whole', () => {
    fc.assert(
      fc.property(scorings(), fc.nat(), ({ plan, input }, at) => {
        const cut = at % (plan.nUnits + 1);
        const merged = mergeFits(
          fitStage({ ...plan, nUnits: cut }, slice(input, 0, cut)),
          fitStage({ ...plan, nUnits: plan.nUnits - cut }, slice(input, cut, plan.nUnits)),
        );
        expect(paramsOf(plan, merged)).toEqual(paramsOf(plan, fitStage(plan, input)));
      }),
      runs,
    );
  });

  test('every unit by itself: a part maps as it does in the whole, with parameters read back from JSON', () => {
    fc.assert(
      fc.property(scorings(), ({ plan, input }) => {
        const { params, scores } = score(plan, input);
        const frozen = JSON.parse(JSON.stringify(params));
        for (let unit = 0; unit < plan.nUnits; unit++) {
          const weightSetOf = plan.weightSetOf?.slice(unit, unit + 1);
          const alone = map(
            { ...plan, nUnits: 1, ...(weightSetOf && { weightSetOf }) },
            frozen,
            slice(input, unit, unit + 1),
          );
          expect(alone.totals.values[0]).toBe(scores.totals.values[unit]);
          expect(alone.totals.states[0]).toBe(scores.totals.states[unit]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a plan that was changed', () => {
  test('rescored it gives what it gives from scratch, to the last bit, and keeps what does not depend on the change', () => {
    const changed = fc.tuple(scorings(), fc.nat(), fc.constantFrom(0.5, 3));
    fc.assert(
      fc.property(changed, ([{ plan, input }, at, factor]) => {
        const changedNode = at % plan.nodes.length;
        const other = withNodeChanged(plan, changedNode, factor);
        const before = learnAndMap(plan, input);
        const rescored = rescore(other, input, { plan, input, ...before });
        expect(inFull(rescored)).toEqual(inFull(learnAndMap(other, input)));
        const touched = new Set([changedNode]);
        other.nodes.forEach((node, index) => {
          if (node.kind === 'aggregate' && node.children.some(child => touched.has(child))) touched.add(index);
          if (!touched.has(index)) expect(rescored.scores.nodes[index]).toBe(before.scores.nodes[index]);
        });
      }),
      runs,
    );
  });

  test('so it is at every change after the first, when what the leaves come to has been read before', () => {
    fc.assert(
      fc.property(fc.oneof(scorings(), scorings({ wild: true })), fc.nat(), ({ plan, input }, at) => {
        const earlier = { plan, input, ...learnAndMap(plan, input) };
        for (const factor of [3, 0.5, 5, 7]) {
          const other = withNodeChanged(plan, at % plan.nodes.length, factor);
          expect(inFull(rescore(other, input, earlier))).toEqual(inFull(learnAndMap(other, input)));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('so it is with more units than are at hand at once', () => {
    fc.assert(
      fc.property(scorings(), fc.nat(), ({ plan, input }, at) => {
        const many = manyTimes(plan, input, Math.ceil(5000 / plan.nUnits));
        const before = learnAndMap(many.plan, many.input);
        const other = withNodeChanged(many.plan, at % plan.nodes.length, 3);
        const rescored = rescore(other, many.input, { ...many, ...before });
        expect(inFull(rescored)).toEqual(inFull(learnAndMap(other, many.input)));
      }),
      { numRuns: 20 },
    );
  });

  test('other data are scored from scratch', () => {
    fc.assert(
      fc.property(scorings(), ({ plan, input }) => {
        const other = withCell(input, 0, 0, value => value + 1);
        const before = learnAndMap(plan, input);
        expect(inFull(rescore(plan, other, { plan, input, ...before }))).toEqual(inFull(learnAndMap(plan, other)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('laws of the means', () => {
  test('a mean lies within its children that take part', () => {
    fc.assert(
      fc.property(scorings(), ({ plan, input }) => {
        const { nodes } = score(plan, input).scores;
        plan.nodes.forEach((node, index) => {
          if (node.kind === 'leaf' || node.aggregate === 'sum') return;
          for (let unit = 0; unit < plan.nUnits; unit++) {
            if (nodes[index]!.states[unit] !== 0) continue;
            const taken = node.children
              .map(child => nodes[child]!)
              .map(({ values, states }) => (states[unit] === 0 ? values[unit]! : plan.scale[0]));
            expect(nodes[index]!.values[unit]).toBeGreaterThanOrEqual(Math.min(...taken));
            expect(nodes[index]!.values[unit]).toBeLessThanOrEqual(Math.max(...taken));
          }
        });
      }),
      runs,
    );
  });

  test('all weights twice, or any number of times, as large change nothing', () => {
    fc.assert(
      fc.property(scorings(), fc.double({ min: 0.001, max: 1000, noNaN: true }), ({ plan, input }, factor) => {
        const before = score(plan, input).scores;
        const doubled = score(
          withWeights(plan, weight => weight * 2),
          input,
        ).scores;
        expect(written(doubled.nodes)).toEqual(written(before.nodes));
        const scaled = score(
          withWeights(plan, weight => weight * factor),
          input,
        ).scores;
        before.nodes.forEach(({ values, states }, node) => {
          const other = scaled.nodes[node]!;
          expect(other.states).toEqual(states);
          values.forEach((value, unit) => {
            expect(Math.abs(other.values[unit]! - value)).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(value)));
          });
        });
      }),
      runs,
    );
  });

  test('a better value never lowers the total', () => {
    const improved = fc.tuple(
      scorings({ frozen: true }),
      fc.nat(),
      fc.nat(),
      fc.double({ min: 0, max: 50, noNaN: true }),
    );
    fc.assert(
      fc.property(improved, ([{ plan, input }, whichLeaf, whichUnit, gain]) => {
        const leaves = plan.nodes.flatMap(node => (node.kind === 'leaf' ? [node] : []));
        const leaf = leaves[whichLeaf % leaves.length]!;
        if (leaf.source.kind !== 'column') return;
        const unit = whichUnit % plan.nUnits;
        const signed = leaf.direction === 'negative' ? -gain : gain;
        const before = score(plan, input).scores.totals;
        const after = score(
          plan,
          withCell(input, leaf.source.column, unit, value => value + signed),
        ).scores.totals;
        expect(after.states[unit]).toBe(before.states[unit]);
        expect(after.values[unit]).toBeGreaterThanOrEqual(before.values[unit]!);
      }),
      runs,
    );
  });
});

test('the rules for ties agree with each other and with the totals', () => {
  const totals = fc.array(fc.constantFrom(10, 20, 30, 40, 50), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(totals, values => {
      const [dense, competition, modified, ordinal, fractional] = (
        ['dense', 'competition', 'modified', 'ordinal', 'fractional'] as const
      ).map(ties => ranksOf(values, ties));
      values.forEach((value, unit) => {
        const nAbove = values.filter(other => other > value).length;
        const nEqual = values.filter(other => other === value).length;
        expect(competition![unit]).toBe(nAbove + 1);
        expect(modified![unit]).toBe(nAbove + nEqual);
        expect(fractional![unit]).toBe((competition![unit]! + modified![unit]!) / 2);
        expect(dense![unit]).toBe(new Set(values.filter(other => other > value)).size + 1);
      });
      expect([...ordinal!].sort((one, other) => one - other)).toEqual(values.map((_, index) => index + 1));
      const n = values.length;
      expect(fractional!.reduce((sum, rank) => sum + rank, 0)).toBe((n * (n + 1)) / 2);
    }),
  );
});

function inFull({ params, scores }: ReturnType<typeof learnAndMap>) {
  return { params, scores: { ...scores, nodes: written(scores.nodes) } };
}

function ranksOf(totals: readonly number[], ties: RankingPlan['ties']): number[] {
  const nodes: NodePlan[] = [
    { kind: 'leaf', source: { kind: 'column', column: 0 }, direction: 'positive', normalise: { method: 'none' } },
    { kind: 'aggregate', children: [0], weightSets: [[1]], aggregate: 'arithmetic', missing: 'exclude' },
  ];
  const tieOrder = Int32Array.from(totals, (_, unit) => unit);
  const plan: Plan = {
    nUnits: totals.length,
    scale: [0, 100],
    nodes,
    indexFactor: 1,
    adjustments: [],
    ranking: { ties, tieOrder, within: [] },
    tiers: { kind: 'none' },
  };
  const column = { values: Float64Array.from(totals), states: new Uint8Array(totals.length) };
  return [...score(plan, { columns: [column] }).ranking.ranks];
}

/** Everything in a value, however deep. */
function expectFinite(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (ArrayBuffer.isView(value)) for (const element of value as Float64Array) expectFinite(element);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(expectFinite);
}

/** Laws of computed weights on random data with holes, under every method and combination. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AggregatePlan, Aggregation, Weighting, WeightingPlan } from '../../server/src/engine/aggregatePlan.ts';
import type { Input, NodePlan, Plan } from '../../server/src/engine/plan.ts';
import { fit, isLearned, map, mergeFits, paramsOf, score } from '../../server/src/engine/score.ts';
import { consistencyOf, judgedWeights, worstJudgement } from '../../server/src/engine/weight/judgements.ts';
import { aggregate, input, leaf, plan, written } from '../unit/engine/plans.ts';

const runs = { numRuns: 200 };
/** Index 0 … nChildren − 1 are leaves; two of them are under an aggregate of their own. */
interface Case {
  readonly plan: Plan;
  readonly input: Input;
  readonly cells: readonly (readonly (number | null)[])[];
  readonly top: number;
}

describe('weights that are computed', () => {
  test('are 0 or more, sum to 1, or are not there for a reason, and then nothing is scored', () => {
    fc.assert(
      fc.property(cases(), ({ plan, input, top }) => {
        const { params, scores } = score(plan, input);
        const { shares, reason } = params.aggregates[top]!.weights!;
        if (shares === undefined) {
          expect(reason).toBeTypeOf('string');
          expect(scores.nodes[top]!.states.every(state => state !== 0)).toBe(true);
          return;
        }
        for (const set of shares) {
          expect(set.every(share => share >= 0 && share <= 1)).toBe(true);
          expect(Math.abs(set.reduce((a, b) => a + b, 0) - 1)).toBeLessThan(1e-12);
        }
      }),
      runs,
    );
  });

  test('do not depend on the order of the units, to the last bit', () => {
    const permuted = cases().chain(each => fc.tuple(fc.constant(each), permutationOf(each.plan.nUnits)));
    fc.assert(
      fc.property(permuted, ([{ plan, input: data, cells, top }, order]) => {
        const other = score(plan, input(...cells.map(column => order.map(unit => column[unit]!))));
        expect(other.params.aggregates[top]!.weights).toEqual(score(plan, data).params.aggregates[top]!.weights);
      }),
      runs,
    );
  });

  test('go with the children when those change places, and so do the scores', () => {
    const permuted = cases().chain(each => fc.tuple(fc.constant(each), permutationOf(childrenOf(each).length)));
    fc.assert(
      fc.property(permuted, ([{ plan, input, top }, order]) => {
        const nodes = plan.nodes.map((node, index) => (index === top ? inOrder(node as AggregatePlan, order) : node));
        const one = score(plan, input);
        const other = score({ ...plan, nodes }, input);
        const [shares, moved] = [one, other].map(({ params }) => params.aggregates[top]!.weights!.shares?.[0]);
        expect(moved === undefined).toBe(shares === undefined);
        order.forEach((child, position) => {
          expect(Math.abs((moved?.[position] ?? 0) - (shares?.[child] ?? 0))).toBeLessThan(1e-9);
        });
      }),
      runs,
    );
  });

  test('of parts fitted apart and merged are those of the whole; frozen they score alike', () => {
    fc.assert(
      fc.property(cases(), fc.nat(), ({ plan, input: data, cells }, at) => {
        const cut = at % (plan.nUnits + 1);
        const parts = [cells.map(column => column.slice(0, cut)), cells.map(column => column.slice(cut))];
        let params = paramsOf(plan, []);
        for (let round = 0; round < 9 && !isLearned(plan, params); round++) {
          const fits = parts.map(part => fit({ ...plan, nUnits: part[0]!.length }, input(...part), params));
          params = paramsOf(plan, mergeFits(fits[0]!, fits[1]!), params);
        }
        const whole = score(plan, data);
        expect(params).toEqual(whole.params);
        const again = map(plan, JSON.parse(JSON.stringify(params)), data);
        expect(written(again.nodes)).toEqual(written(whole.scores.nodes));
      }),
      runs,
    );
  });
});

describe('judgements', () => {
  const weights = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 3, maxLength: 9 });

  test('that are consistent give back the weights that they were made of, also with gaps', () => {
    fc.assert(
      fc.property(weights, fc.infiniteStream(fc.boolean()), (made, gaps) => {
        const isGap = (i: number, j: number, drawn: boolean) => Math.abs(i - j) > 1 && drawn;
        const matrix = made.map(a => made.map((b): number | null => a / b));
        for (let i = 0; i < made.length; i++) {
          for (let j = i + 1; j < made.length; j++) {
            if (isGap(i, j, gaps.next().value)) matrix[i]![j] = matrix[j]![i] = null;
          }
        }
        const total = made.reduce((a, b) => a + b, 0);
        const found = judgedWeights(matrix)!;
        made.forEach((weight, i) => {
          expect(Math.abs(found.vector[i]! / (weight / total) - 1)).toBeLessThan(1e-9);
        });
        expect(consistencyOf(matrix, 'saaty-1980')!.ratio).toBeLessThan(1e-9);
      }),
      runs,
    );
  });

  test('λ is n or more, and mending the worst judgement lowers the ratio', () => {
    const step = fc.constantFrom(1 / 9, 1 / 7, 1 / 5, 1 / 3, 1 / 2, 1, 2, 3, 5, 7, 9);
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 6 }), fc.infiniteStream(step), (n, steps) => {
        const matrix = Array.from({ length: n }, () => Array.from({ length: n }, (): number | null => 1));
        for (let i = 0; i < n; i++) {
          for (let j = i + 1; j < n; j++) {
            matrix[i]![j] = steps.next().value;
            matrix[j]![i] = 1 / matrix[i]![j]!;
          }
        }
        const { lambda, ratio } = consistencyOf(matrix, 'saaty-2003')!;
        expect(lambda).toBeGreaterThan(n - 1e-9);
        const worst = worstJudgement(matrix, 'saaty-2003');
        if (ratio > 0.1) expect(worst!.ratio).toBeLessThan(ratio);
      }),
      runs,
    );
  });
});

function cases(): fc.Arbitrary<Case> {
  const sizes = fc.record({ nChildren: fc.integer({ min: 2, max: 5 }), nUnits: fc.integer({ min: 1, max: 12 }) });
  return sizes.chain(({ nChildren, nUnits }) => {
    const cell = fc.option(fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 100, noNaN: true })), {
      freq: 8,
    });
    const column = fc.array(cell, { minLength: nUnits, maxLength: nUnits });
    return fc
      .record({
        cells: fc.array(column, { minLength: nChildren + 1, maxLength: nChildren + 1 }),
        weighting: weightings(nChildren),
        below: weightings(2),
        method: fc.constantFrom<Aggregation>('arithmetic', 'geometric', 'min'),
      })
      .map(({ cells, weighting, below, method }) => {
        const leaves: NodePlan[] = cells.map((_, position) => leaf(position));
        const inner = aggregate([0, 1], [1, 3], { weighting: below });
        const children = [nChildren + 1, ...cells.slice(2).map((_, position) => position + 2)];
        const top = aggregate(
          children,
          children.map((_, position) => position + 1),
          { weighting, aggregate: method },
        );
        const nodes = [...leaves, inner, top];
        return { plan: plan(nUnits, nodes), input: input(...cells), cells, top: nodes.length - 1 };
      });
  });
}

function weightings(nChildren: number): fc.Arbitrary<WeightingPlan> {
  const single = fc.oneof(
    fc.constantFrom<Weighting>(
      { method: 'equal' },
      { method: 'entropy', shift: 0 },
      { method: 'entropy', shift: 0.01 },
      { method: 'critic' },
      { method: 'variation' },
      { method: 'independence' },
      { method: 'pca', signed: false },
      { method: 'pca', signed: true },
      { method: 'optimised', targets: Array.from({ length: nChildren }, (_, child) => 1 + child / 4) },
    ),
    fc.array(fc.constantFrom(1 / 5, 1 / 2, 1, 3, null), { minLength: 10, maxLength: 10 }).map((above): Weighting => {
      const judgements = Array.from({ length: nChildren }, () =>
        Array.from({ length: nChildren }, (): number | null => 1),
      );
      let next = 0;
      for (let i = 0; i < nChildren; i++) {
        for (let j = i + 1; j < nChildren; j++) {
          const value = above[next++]!;
          judgements[i]![j] = value;
          judgements[j]![i] = value === null ? null : 1 / value;
        }
      }
      return { method: 'ahp', judgements };
    }),
  );
  const how = fc.constantFrom('product' as const, { linear: 0.3 });
  const partner = fc.oneof(single, fc.constant('weight-sets' as const));
  const combination = fc.option(fc.record({ how, with: partner }), { nil: undefined });
  return fc
    .tuple(single, combination)
    .map(([weighting, combine]) => (combine === undefined ? { weighting } : { weighting, combine }));
}

function childrenOf({ plan, top }: Case): readonly number[] {
  return (plan.nodes[top] as AggregatePlan).children;
}

/** What stands for each child, in another order of the children. */
function inOrder(node: AggregatePlan, order: readonly number[]): AggregatePlan {
  const moved = <T>(values: readonly T[]): readonly T[] => order.map(child => values[child]!);
  const rule = (weighting: Weighting): Weighting => {
    if (weighting.method === 'ahp') return { ...weighting, judgements: moved(weighting.judgements.map(moved)) };
    return weighting.method === 'optimised' ? { ...weighting, targets: moved(weighting.targets) } : weighting;
  };
  const { weighting, combine } = node.weighting!;
  const other = combine && { ...combine, with: combine.with === 'weight-sets' ? combine.with : rule(combine.with) };
  return {
    ...node,
    children: moved(node.children),
    weightSets: node.weightSets.map(moved),
    weighting: { weighting: rule(weighting), ...(other && { combine: other }) },
  };
}

function permutationOf(n: number): fc.Arbitrary<number[]> {
  const all = Array.from({ length: n }, (_, index) => index);
  return fc.shuffledSubarray(all, { minLength: n, maxLength: n });
}

/** Laws of the steps before normalise on random columns with random holes, in any order of the steps. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Column, reasons } from '../../server/src/engine/column.ts';
import type { Imputation, LeafPlan, LeafStep } from '../../server/src/engine/leafPlan.ts';
import type { Input, Plan } from '../../server/src/engine/plan.ts';
import { fit, isLearned, map, mergeFits, paramsOf, score } from '../../server/src/engine/score.ts';
import { aggregate, column, leaf, plan as planOf, written } from '../unit/engine/plans.ts';
import { treatment } from './treatments.ts';

const runs = { numRuns: 150 };

interface Case {
  readonly plan: Plan;
  readonly input: Input;
}

describe('laws of preparation', () => {
  test('numbers or reasons: nothing that is not finite leaves the engine', () => {
    fc.assert(
      fc.property(cases(fc.double({ noNaN: true, noDefaultInfinity: true })), ({ plan, input }) => {
        const { params, scores, ranking } = score(plan, input);
        const columns = [...scores.nodes, ...scores.prepared, ...scores.steps.flatMap(step => step.columns)];
        for (const each of columns) expect(each === undefined || each.values.every(Number.isFinite)).toBe(true);
        for (const each of columns)
          expect(each === undefined || each.states.every(state => state in reasons)).toBe(true);
        expect(ranking.rounded.every(Number.isFinite)).toBe(true);
        expect(JSON.parse(JSON.stringify(params))).toEqual(params);
      }),
      runs,
    );
  });

  test('the order of the units does not matter, to the last bit', () => {
    const permuted = cases().chain(each => fc.tuple(fc.constant(each), orders(each.plan.nUnits)));
    fc.assert(
      fc.property(permuted, ([{ plan, input }, order]) => {
        const one = score(plan, input);
        const other = score(inOrder(plan, order), { columns: input.columns.map(each => reordered(each, order)) });
        expect(other.params).toEqual(one.params);
        expect(written(other.scores.nodes)).toEqual(one.scores.nodes.map(each => reordered(each, order)));
      }),
      runs,
    );
  });

  test('the order of the leaves that others draw on does not matter, to the last bit', () => {
    fc.assert(
      fc.property(cases(), ({ plan, input }) => {
        const turned = plan.nodes.map(node =>
          node.kind === 'leaf' && node.impute && 'leaves' in node.impute
            ? { ...node, impute: { ...node.impute, leaves: node.impute.leaves.toReversed() } }
            : node,
        );
        const other = score({ ...plan, nodes: turned }, input).scores;
        expect(written(other.nodes)).toEqual(written(score(plan, input).scores.nodes));
      }),
      runs,
    );
  });

  test('parts fitted apart and merged, pass by pass, give the parameters of the whole', () => {
    fc.assert(
      fc.property(cases(), fc.nat(), ({ plan, input }, at) => {
        const cut = at % (plan.nUnits + 1);
        const units = Array.from({ length: plan.nUnits }, (_, unit) => unit);
        const parts = [units.slice(0, cut), units.slice(cut)].map(part => ({
          plan: inOrder(plan, part),
          input: { columns: input.columns.map(each => reordered(each, part)) },
        }));
        let known = paramsOf(plan, []);
        for (let pass = 0; pass < 5 && !isLearned(plan, known); pass++) {
          const [one, other] = parts.map(part => fit(part.plan, part.input, known));
          known = paramsOf(plan, mergeFits(one!, other!), known);
        }
        expect(known).toEqual(score(plan, input).params);
      }),
      runs,
    );
  });

  test('with parameters read back from JSON every unit by itself is as in the whole', () => {
    fc.assert(
      fc.property(cases(), ({ plan, input }) => {
        const { params, scores } = score(plan, input);
        const frozen = JSON.parse(JSON.stringify(params));
        for (let unit = 0; unit < plan.nUnits; unit++) {
          const alone = map(inOrder(plan, [unit]), frozen, {
            columns: input.columns.map(each => reordered(each, [unit])),
          });
          expect(written(alone.nodes)).toEqual(scores.nodes.map(each => reordered(each, [unit])));
        }
      }),
      runs,
    );
  });

  test('what is there is not changed by imputing, and what is treated keeps its order', () => {
    fc.assert(
      fc.property(cases(), ({ plan, input }) => {
        const { scores } = score(plan, input);
        let before = scores.raw;
        for (const { step, columns } of scores.steps) {
          columns.forEach((after, node) => {
            if (after === undefined) return;
            const { values, states } = before[node]!;
            if (step === 'impute') {
              after.values.forEach((value, unit) => {
                if (states[unit] === 0) expect(value).toBe(values[unit]! + 0);
              });
            }
            if (step === 'treat') expectSameOrder(before[node]!, after);
          });
          before = before.map((each, node) => columns[node] ?? each);
        }
      }),
      runs,
    );
  });
});

function expectSameOrder(before: Column, after: Column) {
  const present = [...before.values.keys()].filter(unit => before.states[unit] === 0 && after.states[unit] === 0);
  const byValue = present.toSorted((one, other) => before.values[one]! - before.values[other]!);
  byValue.forEach((unit, position) => {
    if (position > 0) expect(after.values[unit]!).toBeGreaterThanOrEqual(after.values[byValue[position - 1]!]!);
  });
}

function inOrder(plan: Plan, order: readonly number[]): Plan {
  const nodes = plan.nodes.map(node => {
    if (node.kind !== 'leaf' || node.impute === undefined || !('from' in node.impute) || node.impute.from !== 'units')
      return node;
    const { by } = node.impute;
    const grouping = by && { by: { ...by, groupsOf: order.map(unit => by.groupsOf[unit]!) } };
    return { ...node, impute: { ...node.impute, ...grouping } };
  });
  const tieOrder = Int32Array.from(order.keys());
  return { ...plan, nUnits: order.length, nodes, ranking: { ...plan.ranking, tieOrder } };
}

function reordered({ values, states }: Column, order: readonly number[]): Column {
  return {
    values: Float64Array.from(order, unit => values[unit]!),
    states: Uint8Array.from(order, unit => states[unit]!),
  };
}

function orders(nUnits: number): fc.Arbitrary<number[]> {
  const units = Array.from({ length: nUnits }, (_, unit) => unit);
  return fc.shuffledSubarray(units, { minLength: nUnits, maxLength: nUnits });
}

const nLeaves = 3;

/** Three leaves, a column for denominators and one for another period. */
function cases(value: fc.Arbitrary<number> = skewed): fc.Arbitrary<Case> {
  return fc.integer({ min: 1, max: 12 }).chain(nUnits => {
    const cell = fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) });
    const columns = fc.array(fc.array(cell, { minLength: nUnits, maxLength: nUnits }), {
      minLength: nLeaves + 2,
      maxLength: nLeaves + 2,
    });
    const steps = fc.shuffledSubarray<LeafStep>(['denominate', 'impute', 'screen', 'treat'], { minLength: 4 });
    const leaves = fc.tuple(leafParts(nUnits), leafParts(nUnits), leafParts(nUnits));
    return fc.record({ columns, steps, leaves }).map(({ columns, steps, leaves }) => ({
      input: { columns: columns.map(column) },
      plan: planOf(nUnits, [...leaves.map((own, index) => leaf(index, own)), aggregate([0, 1, 2], [1, 2, 3])], {
        steps: [...steps, 'normalise'],
      }),
    }));
  });
}

const skewed = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.constantFrom(1000, -1000, 0.1),
);

function leafParts(nUnits: number): fc.Arbitrary<Partial<LeafPlan>> {
  const groups = fc.array(fc.subarray([0, 1], { maxLength: 2 }), { minLength: nUnits, maxLength: nUnits });
  const by = groups.map(groupsOf => ({ nGroups: 2, groupsOf }));
  const others = [{ period: 3, source: { kind: 'column' as const, column: nLeaves + 1 } }];
  const method = fc.constantFrom('mean' as const, 'median' as const);
  const imputations: fc.Arbitrary<Imputation>[] = [
    fc.record({ method, from: fc.constant('units' as const) }),
    fc.record({ method, from: fc.constant('units' as const), by }),
    fc.record({
      method,
      from: fc.constant('leaves' as const),
      leaves: fc.constant([0, 1, 2]),
      on: fc.constantFrom('min-max', 'values'),
    }),
    fc.constant({ method: 'constant', value: 7 }),
    fc.record({
      method: fc.constantFrom('latest', 'linear', 'carry'),
      series: fc.constantFrom({ period: 1, others }, { period: 5, others }),
    }),
    fc.constant({ method: 'em', leaves: [0, 1, 2] }),
  ];
  const learning = { method: 'min-max' as const, range: [0, 100] as const };
  return fc
    .record(
      {
        denominator: fc.record({ column: fc.constant(nLeaves), factor: fc.constantFrom(1, 1000) }),
        impute: fc.oneof(...imputations),
        treat: treatment,
        direction: fc.constantFrom('positive' as const, 'negative' as const),
      },
      { requiredKeys: ['direction'] },
    )
    .map(parts => ({ normalise: learning, ...parts }));
}

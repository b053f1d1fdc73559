/** Laws of `over`, from whose values treatments and weights are learned: those of the others are of no account. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Weighting } from '../../server/src/engine/aggregatePlan.ts';
import type { Over } from '../../server/src/engine/normalisation.ts';
import type { Input, Plan } from '../../server/src/engine/plan.ts';
import { learnAndMap, map } from '../../server/src/engine/score.ts';
import { aggregate, cellsOf, column, input, leaf, plan, written } from '../unit/engine/plans.ts';
import { treatment } from './treatments.ts';

const runs = { numRuns: 300 };
const nChildren = 3;

interface Case {
  readonly nUnits: number;
  readonly cells: readonly (readonly (number | null)[])[];
  /** 1 for those that are learned from. */
  readonly over: Uint8Array;
  /** The plan that learns from some. */
  readonly planOver: (over: Over | undefined, eligible?: Uint8Array) => Plan;
}

describe.each([
  ['treat', treatments()],
  ['weighting', weightings()],
] as const)('over of %s', (_, planned) => {
  test('what is learned, and the scores of those it is learned from, are the same without the others', () => {
    fc.assert(
      fc.property(cases(planned), ({ cells, over, planOver, nUnits }) => {
        const units = Array.from({ length: nUnits }, (_, unit) => unit).filter(unit => over[unit] === 1);
        const whole = learnAndMap(planOver(over), inputOf(cells));
        const part = learnAndMap(
          { ...planOver(undefined), ...sized(units.length) },
          inputOf(cells.map(each => units.map(unit => each[unit]!))),
        );
        expect(learned(part.params)).toEqual(learned(whole.params));
        expect(part.scores.nodes.map(cellsOf)).toEqual(
          whole.scores.nodes.map(each => units.map(unit => cellsOf(each)[unit])),
        );
      }),
      runs,
    );
  });

  test('the values of the others change nothing of what is learned', () => {
    fc.assert(
      fc.property(cases(planned), fc.infiniteStream(fc.integer({ min: 0, max: 100 })), (one, others) => {
        const { cells, over, planOver } = one;
        const changed = cells.map(each => each.map((cell, unit) => (over[unit] === 1 ? cell : others.next().value)));
        const before = learnAndMap(planOver(over), inputOf(cells)).params;
        expect(learned(learnAndMap(planOver(over), inputOf(changed)).params)).toEqual(learned(before));
      }),
      runs,
    );
  });

  test('over all units is as if nothing were said; over those that may be ranked as over a list of them', () => {
    fc.assert(
      fc.property(cases(planned), ({ cells, over, planOver, nUnits }) => {
        const scoringOf = (each: Plan) => {
          const { params, scores } = learnAndMap(each, inputOf(cells));
          return { params, nodes: written(scores.nodes) };
        };
        expect(scoringOf(planOver(new Uint8Array(nUnits).fill(1)))).toEqual(scoringOf(planOver(undefined)));
        expect(scoringOf(planOver('eligible', over))).toEqual(scoringOf(planOver(over, over)));
      }),
      runs,
    );
  });

  test('with parameters read back from JSON every unit by itself is as in the whole', () => {
    fc.assert(
      fc.property(cases(planned), ({ cells, over, planOver, nUnits }) => {
        const { params, scores } = learnAndMap(planOver(over), inputOf(cells));
        const frozen = JSON.parse(JSON.stringify(params));
        for (let unit = 0; unit < nUnits; unit++) {
          const alone = map({ ...planOver(undefined), ...sized(1) }, frozen, inputOf(cells.map(each => [each[unit]!])));
          expect(alone.nodes.map(each => cellsOf(each)[0])).toEqual(scores.nodes.map(each => cellsOf(each)[unit]));
        }
      }),
      runs,
    );
  });
});

/** Of a treatment or a weighting: the leaves are normalised by numbers that are given. */
function learned({ preparation, aggregates }: ReturnType<typeof learnAndMap>['params']) {
  return { preparation, aggregates };
}

function sized(nUnits: number): Pick<Plan, 'nUnits' | 'ranking'> {
  const { ranking } = plan(nUnits, []);
  return { nUnits, ranking };
}

function inputOf(cells: Case['cells']): Input {
  return cells.length === 0 ? input() : { columns: cells.map(column) };
}

type PlanOver = (over: Over | undefined, nodesOf: { readonly nUnits: number; readonly eligible?: Uint8Array }) => Plan;

function cases(planned: fc.Arbitrary<PlanOver>): fc.Arbitrary<Case> {
  return fc.integer({ min: 1, max: 12 }).chain(nUnits => {
    const size = { minLength: nUnits, maxLength: nUnits };
    const cell = fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 0, max: 20 }) },
      { weight: 2, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }) },
      { weight: 1, arbitrary: fc.constantFrom(null, 100) },
    );
    const cells = fc.array(fc.array(cell, size), { minLength: nChildren, maxLength: nChildren });
    const over = fc.array(fc.constantFrom(0, 1, 1), size).map(each => Uint8Array.from(each));
    return fc.record({ cells, over, planned }).map(({ cells, over, planned }) => ({
      ...{ nUnits, cells, over },
      planOver: (over, eligible) => planned(over, { nUnits, ...(eligible && { eligible }) }),
    }));
  });
}

const scaled = { method: 'scaled', range: [0, 100], lower: -10, upper: 110 } as const;

function treatments(): fc.Arbitrary<PlanOver> {
  return treatment.map(treat => (over, { nUnits, eligible }) => {
    const own = over === undefined ? treat : { ...treat, over };
    const leaves = Array.from({ length: nChildren }, (_, index) => leaf(index, { treat: own, normalise: scaled }));
    return plan(nUnits, [...leaves, aggregate([0, 1, 2], [1, 2, 3])], { ranking: { ...(eligible && { eligible }) } });
  });
}

function weightings(): fc.Arbitrary<PlanOver> {
  const weighting: fc.Arbitrary<Weighting> = fc.constantFrom<Weighting>(
    { method: 'entropy', shift: 0.01 },
    { method: 'critic' },
    { method: 'variation' },
    { method: 'independence' },
    { method: 'pca', signed: false },
    { method: 'optimised', targets: [1, 1, 2] },
  );
  const combine = fc.option(fc.constantFrom('product' as const, { linear: 0.5 }), { nil: undefined });
  return fc.tuple(weighting, combine).map(([weighting, how]) => (over, { nUnits, eligible }) => {
    const leaves = Array.from({ length: nChildren }, (_, index) => leaf(index, { normalise: scaled }));
    const weighed = {
      weighting,
      ...(how !== undefined && { combine: { how, with: 'weight-sets' as const } }),
      ...(over !== undefined && { over }),
    };
    const top = aggregate([0, 1, 2], [1, 2, 3], { weighting: weighed });
    return plan(nUnits, [...leaves, top], { ranking: { ...(eligible && { eligible }) } });
  });
}

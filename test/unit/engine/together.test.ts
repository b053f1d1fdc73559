/** Many units at once get what each gets by itself, to the last bit; and what a column remembers changes nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregateMethods } from '../../../server/src/engine/aggregate/index.ts';
import { learnAndMap } from '../../../server/src/engine/score.ts';
import { sumOf } from '../../../server/src/engine/sum.ts';
import { surveyed } from '../../../server/src/engine/surveyedColumn.ts';
import { aggregate, cellsOf, input, leaf, plan } from './plans.ts';

const nUnits = 12;
/** Below it scores may lose digits by being weighted. */
const least = 1e-250;
const score = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }).map(each => (each < least ? 0 : each)) },
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 1000 }).map(tenths => tenths / 10) },
  fc.constantFrom(0, 100, 1e-12, least, 33.3, 33.300000000000004),
);
const cells = fc.array(fc.option(score, { freq: 5 }), { minLength: nUnits, maxLength: nUnits });
const weight = fc.oneof(fc.constantFrom(0.1, 0.3, 1, 2, 3), fc.double({ min: 1e-20, max: 1e20, noNaN: true }));

describe.each(['arithmetic', 'geometric'] as const)('%s', id => {
  test('together as each by itself', () => {
    const systems = fc
      .integer({ min: 1, max: 9 })
      .chain(width =>
        fc.tuple(
          fc.array(cells, { minLength: width, maxLength: width }),
          fc.array(weight, { minLength: width, maxLength: width }),
        ),
      );
    fc.assert(
      fc.property(systems, ([columns, weights]) => {
        const leaves = columns.map((_, column) => leaf(column));
        const nodes = [
          ...leaves,
          aggregate(
            leaves.map((_, child) => child),
            weights,
            { aggregate: id },
          ),
        ];
        const { scores } = learnAndMap(plan(nUnits, nodes), input(...columns));
        const together = cellsOf(scores.nodes.at(-1)!);
        for (let unit = 0; unit < nUnits; unit++) {
          const there = columns.flatMap((column, child) => (column[unit] === null ? [] : [child]));
          expect(together[unit]).toBe(alone(there.map(child => [columns[child]![unit]!, weights[child]!] as const)));
        }
      }),
      { numRuns: 300 },
    );

    /** The largest of all weights is made about 1, as it is for all units. */
    function alone(parts: readonly (readonly [number, number])[]): number | string {
      if (parts.length === 0) return 'no-children';
      const scores = Float64Array.from(parts, ([each]) => each);
      const own = Float64Array.from(parts, ([, each]) => each);
      const positions = Int32Array.from(parts, (_, position) => position);
      const more = { power: 1, scale: [0, 100], positions, compared: [] } as const;
      const method = aggregateMethods[id];
      const found = method.combine(scores, own, parts.length, sumOf(own), more);
      return Number.isNaN(found) ? method.reason! : found + 0;
    }
  });
});

test('a column that remembers is scored as one that does not', () => {
  const values = [3, null, -5, 1e9, 0, 7];
  const framework = plan(values.length, [
    leaf(0, { normalise: { method: 'min-max', range: [0, 100] } }),
    leaf(0, { normalise: { method: 'percentile-rank', ties: 'average', range: [0, 100] } }),
    aggregate([0, 1], [1, 2]),
  ]);
  const fresh = input(values);
  const kept = { columns: fresh.columns.map(surveyed) };
  const cellsOfAll = (given: typeof fresh) => learnAndMap(framework, given).scores.nodes.map(cellsOf);
  expect(cellsOfAll(kept)).toEqual(cellsOfAll(fresh));
  expect(cellsOfAll(kept)).toEqual(cellsOfAll(fresh));
});

test('a line that leaves the range of numbers on its way to a score is not taken', () => {
  const normalise = { method: 'fraction-of-max', range: [0, 100] } as const;
  const framework = plan(3, [leaf(0, { normalise }), aggregate([0], [1])]);
  const { scores } = learnAndMap(framework, input([99.99999999999989, -1.797693134862316e306, 0]));
  expect(scores.nodes.map(({ values }) => [...values].every(Number.isFinite))).toEqual([true, true]);
  expect(cellsOf(scores.nodes[0]!)[1]).toBeCloseTo(-1.797693134862316e306, -297);
});

/** Many values are ordered by radix and gone through in order; the results are those of looking each up. */
import { describe, expect, test } from 'vitest';
import type { Normalisation } from '../../../server/src/engine/normalisation.ts';
import { learnAndMap, map } from '../../../server/src/engine/score.ts';
import { SurveyedColumn } from '../../../server/src/engine/surveyedColumn.ts';
import { aggregate, cellsOf, input, leaf, plan } from './plans.ts';

const many = 5000;

/** The same numbers in every run. */
function numbers(from: (random: number, index: number) => number): (number | null)[] {
  let seed = 7;
  return Array.from({ length: many }, (_, index) => {
    seed = (seed * 48271) % 2147483647;
    return seed % 17 === 0 ? null : from(seed / 2147483647, index);
  });
}

const shapes: readonly (readonly [string, (number | null)[]])[] = [
  ['spread out', numbers(random => Math.exp(40 * (random - 0.5)))],
  ['of both signs', numbers(random => (random - 0.5) * 1e6)],
  ['of few kinds', numbers(random => Math.floor(random * 5) - 2)],
  ['that differ in the last digits only', numbers(random => 1 + random * 1e-9)],
  ['that differ in the last digits only, negative', numbers(random => -1 - random * 1e-9)],
  ['in order already', numbers((_, index) => index)],
  ['all equal', numbers(() => 3)],
];

describe.each(shapes)('values %s', (_, values) => {
  test('are in ascending order, each unit once', () => {
    const { units, values: inOrder } = new SurveyedColumn(input(values).columns[0]!).order();
    const present = values.filter(value => value !== null);
    expect([...inOrder]).toEqual(present.toSorted((one, other) => one - other));
    expect([...units].map(unit => values[unit])).toEqual([...inOrder]);
    expect(new Set(units).size).toBe(present.length);
  });

  test.each<Normalisation>([
    { method: 'rank', ties: 'average' },
    { method: 'borda', ties: 'lowest', over: Uint8Array.from(values, (_, unit) => unit % 2) },
    {
      method: 'percentile-rank',
      ties: 'highest',
      range: [1, 100],
      frozen: { sorted: [-1, 0, 1, 1, 1.0000000005, 2, 40] },
    },
  ])('$method: together as each by itself', normalise => {
    const framework = (n: number) => plan(n, [leaf(0, { normalise, direction: 'negative' }), aggregate([0], [1])]);
    const { params, scores } = learnAndMap(framework(many), input(values));
    for (let from = 0; from < many; from += 1000) {
      const part = map(framework(1000), params, input(values.slice(from, from + 1000)));
      expect(cellsOf(part.nodes[0]!)).toEqual(cellsOf(scores.nodes[0]!).slice(from, from + 1000));
    }
  });
});

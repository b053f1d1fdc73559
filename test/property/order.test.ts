/** Orders and ranks are those of their definitions, however the values lie. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '../../server/src/engine/column.ts';
import { inAscendingOrder } from '../../server/src/engine/order.ts';
import { learnAndMap } from '../../server/src/engine/score.ts';
import { SurveyedColumn } from '../../server/src/engine/surveyedColumn.ts';
import { aggregate, cellsOf, leaf, plan } from '../unit/engine/plans.ts';

/** Made of a number from 0 to 1, drawn anew for each unit. */
const shapes: Readonly<Record<string, (random: number, unit: number) => number>> = {
  even: random => random * 100,
  'of both signs': random => (random - 0.5) * 1e6,
  skewed: random => Math.exp(40 * (random - 0.5)),
  'skewed to both sides': random => Math.sinh(60 * (random - 0.5)),
  constant: () => 3,
  'all zero, of either sign': random => (random < 0.5 ? 0 : -0),
  'of few kinds': random => Math.floor(random * 5) - 2,
  'mostly zero': random => (random < 0.6 ? 0 : random < 0.7 ? -0 : random - 0.65),
  'each about twice': (random, unit) => Math.floor(random * unit),
  tiny: random => Math.floor(random * 1000) * Number.MIN_VALUE,
  huge: random => (random - 0.5) * 2 * Number.MAX_VALUE,
  'few far from the rest': random => (random < 0.001 ? 1e300 : random),
  'close together, between two that are far': (random, unit) => (unit < 2 ? (unit - 0.5) * 1e12 : 1e9 + random),
  'differing in the last digits': random => -1 - random * 1e-13,
  ascending: (_, unit) => unit,
  descending: (_, unit) => -unit,
  'in heaps of heaps': random => Math.exp(Math.exp(Math.exp(random * 1.8))),
};

describe.each(Object.entries(shapes))('values that are %s', (_, shape) => {
  const columns = fc.record({
    nUnits: fc.constantFrom(1, 2, 5, 127, 128, 129, 1023, 1024, 1025, 2500, 6000),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
    nMissing: fc.constantFrom(0, 3, 50, 100),
  });

  test('lie in ascending order, equal ones as they were', () => {
    fc.assert(
      fc.property(columns, one => {
        const column = columnOf(one, shape);
        const order = new SurveyedColumn(column).order();
        const expected = inOrder(column);
        expect([...order.units]).toEqual(expected);
        expect(order.values).toEqual(expected.map(unit => column.values[unit]! + 0));
      }),
      { numRuns: 20 },
    );
  });

  test('stay as they were given where they are equal', () => {
    fc.assert(
      fc.property(columns, one => {
        const column = columnOf(one, shape);
        const values = column.values.map(value => value + 0);
        const given = Uint32Array.from(inOrder({ ...column, values: values.map(() => 0) })).reverse();
        const expected = [...given].sort((one, other) => values[one]! - values[other]!);
        const listed = inAscendingOrder(given.slice(), values);
        expect([...listed.units]).toEqual(expected);
        expect([...listed.values]).toEqual(expected.map(unit => values[unit]!));
      }),
      { numRuns: 20 },
    );
  });

  test('are scored apart from one another', () => {
    fc.assert(
      fc.property(columns, columns, (one, other) => {
        const normalise = { method: 'percentile-rank', ties: 'average', range: [0, 100] } as const;
        const pair = [columnOf(one, shape), columnOf({ ...other, nUnits: one.nUnits }, shape)];
        const nodes = [leaf(0, { normalise }), leaf(1, { normalise }), aggregate([0, 1], [1, 1])];
        const { scores } = learnAndMap(plan(one.nUnits, nodes), { columns: pair });
        const [first, second, mean] = scores.nodes.map(cellsOf);
        for (let unit = 0; unit < one.nUnits; unit++) {
          const own = [first![unit]!, second![unit]!].filter(each => typeof each === 'number');
          if (own.length > 0) expect(mean![unit]).toBe(own.reduce((sum, each) => sum + each, 0) / own.length);
        }
        for (const [index, column] of pair.entries()) {
          const alone = learnAndMap(plan(one.nUnits, [leaf(0, { normalise }), aggregate([0], [1])]), {
            columns: [column],
          });
          expect(cellsOf(alone.scores.nodes[0]!)).toEqual([first, second][index]);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('have the percentile ranks that the definition gives', () => {
    const ties = fc.constantFrom('lowest' as const, 'average' as const, 'highest' as const);
    const direction = fc.constantFrom('positive' as const, 'negative' as const);
    fc.assert(
      fc.property(columns, ties, direction, (one, ties, direction) => {
        const column = columnOf(one, shape);
        const normalise = { method: 'percentile-rank', ties, range: [0, 100] } as const;
        const nodes = [leaf(0, { normalise, direction }), aggregate([0], [1])];
        const { scores, params } = learnAndMap(plan(column.values.length, nodes), { columns: [column] });
        const { ranks, n } = ranksOf(column, ties, direction);
        const expected = Array.from(column.values, (_, unit) => {
          if (column.states[unit] !== 0) return 'missing';
          if (n < 2) return 'too-few-values';
          return ranks[unit] === n ? 100 : (100 * (ranks[unit]! - 1)) / (n - 1);
        });
        expect(cellsOf(scores.nodes[0]!)).toEqual(expected);
        expect(params.leaves[0]!.sorted ?? []).toEqual(inOrder(column).map(unit => column.values[unit]! + 0));
      }),
      { numRuns: 20 },
    );
  });
});

interface Drawn {
  readonly nUnits: number;
  readonly seed: number;
  /** Of a hundred. */
  readonly nMissing: number;
}

function columnOf({ nUnits, seed, nMissing }: Drawn, shape: (typeof shapes)[string]): Column {
  let next = seed;
  const random = () => {
    next = (next * 48271) % 2147483647;
    return next / 2147483647;
  };
  const values = Float64Array.from({ length: nUnits }, (_, unit) => shape(random(), unit));
  return { values, states: Uint8Array.from(values, () => (random() * 100 < nMissing ? 1 : 0)) };
}

function inOrder({ values, states }: Column): number[] {
  const units = Array.from(values, (_, unit) => unit).filter(unit => states[unit] === 0);
  return units.sort((one, other) => values[one]! - values[other]!);
}

/** From the worst; of equal values all are counted once. */
function ranksOf(column: Column, ties: 'lowest' | 'average' | 'highest', direction: 'positive' | 'negative') {
  const { values, states } = column;
  const counts = new Map<number, number>();
  for (let unit = 0; unit < values.length; unit++) {
    if (states[unit] === 0) counts.set(values[unit]! + 0, (counts.get(values[unit]! + 0) ?? 0) + 1);
  }
  const sign = direction === 'positive' ? 1 : -1;
  const rankOf = new Map<number, number>();
  let n = 0;
  for (const [value, count] of [...counts].sort(([one], [other]) => sign * (one - other))) {
    rankOf.set(value, n + { lowest: 1, average: (count + 1) / 2, highest: count }[ties]);
    n += count;
  }
  return { n, ranks: values.map((value, unit) => (states[unit] === 0 ? rankOf.get(value + 0)! : Number.NaN)) };
}

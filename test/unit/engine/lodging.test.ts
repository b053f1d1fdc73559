/** What is scored again is scored from where it lies in the memory of the kernels, with the same bits, whatever else was there meanwhile. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kernelsFor } from '../../../server/src/engine/kernels/choice.ts';
import { learnAndMap } from '../../../server/src/engine/score.ts';
import { surveyed } from '../../../server/src/engine/surveyedColumn.ts';
import { aggregate, column, leaf, plan, written } from './plans.ts';

const { lodging, memory } = kernelsFor(2 ** 20);

/** Tables of different length, so that none lies where the other did by chance. */
const tables = fc.array(
  fc.integer({ min: 1, max: 9 }).chain(nUnits =>
    fc.array(
      fc.array(fc.option(fc.double({ min: -50, max: 150, noNaN: true }), { freq: 5 }), {
        minLength: nUnits,
        maxLength: nUnits,
      }),
      { minLength: 1, maxLength: 4 },
    ),
  ),
  { minLength: 2, maxLength: 2 },
);
/** Which of the two tables is scored; −1: all that lies in the memory has to go. */
const turns = fc.array(fc.constantFrom(0, 0, 1, -1), { minLength: 2, maxLength: 8 });

test('scored in any turns, each table comes to what it came to at first', () => {
  let nLodged = 0;
  fc.assert(
    fc.property(tables, turns, (each, order) => {
      const scorings = each.map(columns => {
        const leaves = columns.map((_, at) => leaf(at, { normalise: { method: 'min-max', range: [0, 100] } }));
        const all = columns.map((_, at) => at);
        const weights = all.map(at => 1 + at / 10);
        const ofTable = plan(columns[0]!.length, [...leaves, aggregate(all, weights)]);
        const input = { columns: columns.map(cells => surveyed(column(cells))) };
        const score = () => written(learnAndMap(ofTable, input).scores.nodes);
        return { score, input, first: score() };
      });
      for (const turn of order) {
        if (turn < 0) memory(2 ** 17);
        else expect(scorings[turn]!.score()).toEqual(scorings[turn]!.first);
        if (turn >= 0 && scorings[turn]!.input.columns.every(own => own.placeIn(lodging) !== undefined)) nLodged++;
      }
    }),
  );
  expect(nLodged).toBeGreaterThan(100);
});

test('more than there is room for is not lodged', () => {
  const nUnits = lodging!.size / 2;
  const input = { columns: [0, 1, 2].map(() => surveyed(column(Array(nUnits).fill(7)))) };
  const ofTable = plan(nUnits, [leaf(0), leaf(1), leaf(2), aggregate([0, 1, 2], [1, 1, 1])]);
  for (let time = 0; time < 2; time++) expect(learnAndMap(ofTable, input).scores.totals.values[nUnits - 1]).toBe(7);
  expect(input.columns.map(own => own.placeIn(lodging))).toEqual([undefined, undefined, undefined]);
});

/** A look at a whole column tells its gaps, its ends and whether it is clean, wherever in memory and however long it is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyWithGaps } from '../../../server/src/engine/run.ts';
import { surveyOf } from '../../../server/src/engine/survey.ts';

const value = fc.oneof(
  { weight: 20, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(each => each + 0) },
  fc.constantFrom(0, 0, -0, Number.NaN, Infinity, -Infinity),
);
const state = fc.constantFrom(0, 0, 0, 0, 0, 1, 2, 255);
/** So many that some runs are whole and the last is not. */
const cell = fc.tuple(value, state);
const cells = fc.oneof(fc.array(cell, { maxLength: 9 }), fc.array(cell, { minLength: 250, maxLength: 270 }));
const repeated = fc.tuple(cells, fc.constantFrom(1, 1, 9)).map(([some, times]) => Array(times).fill(some).flat());

function columnOf(some: readonly (readonly [number, number])[], offset: number) {
  const states = new Uint8Array(offset + some.length).subarray(offset);
  states.set(some.map(([, state]) => state));
  return { values: Float64Array.from(some, ([value]) => value), states };
}

test('a survey is that of each unit by itself', () => {
  fc.assert(
    fc.property(repeated, fc.integer({ min: 0, max: 5 }), (some, offset) => {
      const { gaps, min, max, isClean } = surveyOf(columnOf(some, offset));
      expect(gaps).toEqual(some.flatMap(([, state], unit) => (state === 0 ? [] : [unit])));
      const own = some.flatMap(([value, state]) => (state === 0 && !Number.isNaN(value) ? [value + 0] : []));
      expect(min + 0).toBe(own.reduce((one, other) => Math.min(one, other), Infinity));
      expect(max + 0).toBe(own.reduce((one, other) => Math.max(one, other), -Infinity));
      expect(isClean).toBe(some.every(([value]) => Number.isFinite(value) && !Object.is(value, -0)));
    }),
  );
});

test('values are copied with NaN in their gaps and behind an odd run', () => {
  fc.assert(
    fc.property(repeated, fc.nat(300), fc.nat(300), (some, one, other) => {
      const { values, states } = columnOf(some, 0);
      const [start, end] = [Math.min(one, other, some.length), Math.min(Math.max(one, other), some.length)];
      const to = new Float64Array(310).fill(7);
      const nGaps = copyWithGaps(values, surveyOf({ values, states }).gaps, start, end, to, 3);
      const expected = some.slice(start, end).map(([value, state]) => (state === 0 ? value : Number.NaN));
      expect(nGaps).toBe(some.slice(start, end).filter(([, state]) => state !== 0).length);
      if (expected.length % 2 === 1) expected.push(Number.NaN);
      expect([...to]).toEqual([7, 7, 7, ...expected, ...Array(307 - expected.length).fill(7)]);
    }),
  );
});

/** The innermost loops: what is compiled gives the same bits as what is written plainly, and both the right numbers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compiledKernels } from '../../../server/src/engine/kernels/compiled.ts';
import type { Kernels } from '../../../server/src/engine/kernels/kernels.ts';
import { nReserved } from '../../../server/src/engine/kernels/kernels.ts';
import { exponential, logarithm } from '../../../server/src/engine/kernels/logarithm.ts';
import { plainKernels } from '../../../server/src/engine/kernels/plain.ts';
import { sumOf } from '../../../server/src/engine/sum.ts';

const compiled = compiledKernels()!;
const plain = plainKernels();

const number = fc.oneof(
  fc.double(),
  fc.double({ min: -120, max: 120, noNaN: true }),
  fc.constantFrom(0, -0, 5, 95, Number.NaN, Infinity, -Infinity, Number.MIN_VALUE, 2 ** -1022, Number.MAX_VALUE),
);
/** An even number of them, as a run has. */
const run = fc.array(number, { minLength: 2, maxLength: 40 }).map(some => some.slice(0, some.length & ~1));

/** What a kernel answers and leaves in the memory, the numbers having stood behind the reserved places. */
function left(kernels: Kernels, numbers: readonly number[], work: (kernels: Kernels, at: number) => unknown): unknown {
  const memory = kernels.memory(nReserved + 400);
  memory.fill(0);
  memory.set(numbers, nReserved);
  const answer = work(kernels, nReserved);
  return [answer, [...memory.subarray(nReserved, nReserved + 300)]];
}

function expectSame(numbers: readonly number[], work: (kernels: Kernels, at: number) => unknown): void {
  expect(left(compiled, numbers, work)).toEqual(left(plain, numbers, work));
}

describe('compiled and plain kernels give the same bits', () => {
  const line = fc.record({
    origin: fc.double({ min: -50, max: 50, noNaN: true }),
    sign: fc.constantFrom(1 as const, -1 as const),
    span: fc.constantFrom(0, 90, 100),
    height: fc.constantFrom(1, 99, 100),
    width: fc.constantFrom(1, 90, 7),
    start: fc.constantFrom(0, 1),
    end: fc.constantFrom(0, 100),
    low: fc.constant(0),
    high: fc.constant(100),
  });
  test('line', () => {
    const limits = fc.constantFrom([-Infinity, Infinity], [0, 100], [10, 90]);
    fc.assert(
      fc.property(run, line, limits, fc.constantFrom(95, Infinity), (numbers, each, [least, most], reach) => {
        expectSame(numbers, (kernels, at) => kernels.line(at, numbers.length, each, least!, most!, reach));
        expectSame(numbers, (kernels, at) => void kernels.between(at, numbers.length, each, at + 100));
      }),
    );
  });

  test('between the ends of a line as along the line', () => {
    const onto = fc.record({
      lower: fc.double({ min: -50, max: 50, noNaN: true }),
      span: fc.constantFrom(90, 0.1, 7e-3),
    });
    const ways = fc.array(fc.constantFrom(0, 1, 1 / 3, 0.999999999999, 0.1, Number.NaN), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(onto, ways, fc.constantFrom(1 as const, -1 as const), ({ lower, span }, each, sign) => {
        const upper = lower + span;
        const own = { span: upper - lower, height: 99, width: upper - lower, start: 1, end: 100, low: 1, high: 100 };
        const line = { origin: sign > 0 ? lower : upper, sign, ...own };
        const numbers = each.map(way => (way === 1 ? upper : Math.min(upper, Math.max(lower, lower + way * span))));
        const scores = (work: (kernels: Kernels, at: number) => void) => left(compiled, numbers, work);
        expect(scores((kernels, at) => void kernels.between(at, 4, line, at))).toEqual(
          scores((kernels, at) => void kernels.line(at, 4, line, -Infinity, Infinity, Infinity)),
        );
      }),
    );
  });

  const slope = fc.record({
    origin: fc.double({ min: -50, max: 50, noNaN: true }),
    sign: fc.constantFrom(1 as const, -1 as const),
    height: fc.constantFrom(1, 99, 100),
    width: fc.constantFrom(1, 90, 7),
    start: fc.constantFrom(0, -0, 1),
  });
  test('slopes, and what is cut off from them', () => {
    fc.assert(
      fc.property(run, slope, (numbers, each) => {
        expectSame(numbers, (kernels, at) => void kernels.slope(at, numbers.length, each, at));
        expectSame(numbers, (kernels, at) => void kernels.slope(at, numbers.length, each, at + 100));
        expectSame(numbers, (kernels, at) => kernels.cut(at, numbers.length, each, 0, 100));
      }),
    );
  });

  test('logarithms and exponentials, in place and elsewhere', () => {
    fc.assert(
      fc.property(run, numbers => {
        expectSame(numbers, (kernels, at) => void kernels.logarithms(at, numbers.length, at));
        expectSame(numbers, (kernels, at) => void kernels.logarithms(at, numbers.length, at + 100));
        expectSame(
          numbers.map(each => each * 7),
          (kernels, at) => void kernels.exponentials(at, numbers.length),
        );
      }),
    );
  });

  test('means, and what they are settled between', () => {
    const weights = fc.array(fc.double({ min: 0.001, max: 1.9, noNaN: true }), { minLength: 3, maxLength: 3 });
    const byFours = fc.array(number, { minLength: 4, maxLength: 40 }).map(some => some.slice(0, some.length & ~3));
    fc.assert(
      fc.property(byFours, weights, fc.boolean(), (numbers, each, areWhole) => {
        const height = numbers.length;
        const places = { width: 3, height, scores: nReserved + height, terms: nReserved + 2 * height };
        const columns = {
          ...places,
          weights: nReserved + 200,
          areWhole,
          cut: 1.5 * 2 ** 40,
          secondCut: 1.5 * 2 ** -10,
        };
        expectSame([...numbers, ...numbers.toReversed(), ...numbers, ...numbers, ...numbers], (kernels, at) => {
          kernels.memory(0).set(
            each.flatMap(weight => (areWhole ? [weight, weight, 0] : [weight, 1, weight - 1])),
            columns.weights,
          );
          kernels.means(at, height, { ...columns, doubt: 10 });
          return kernels.settle(at, height, { ...columns, doubt: 10 });
        });
      }),
    );
  });

  test('gaps: NaN where a state says so, and which those are', () => {
    const states = fc.array(fc.constantFrom(0, 0, 0, 0, 1, 2, 255), { maxLength: 70 });
    fc.assert(
      fc.property(states, fc.array(number, { minLength: 70, maxLength: 70 }), (each, numbers) => {
        const units = nReserved + 100;
        const found = each.flatMap((state, unit) => (state === 0 ? [] : [unit]));
        for (const kernels of [compiled, plain]) {
          const memory = kernels.memory(nReserved + 400);
          memory.set(numbers, nReserved);
          const nWild = found.filter(unit => Object.is(numbers[unit], -0) || !Number.isFinite(numbers[unit])).length;
          expect(kernels.gaps(nReserved, Uint8Array.from(each), units)).toBe(nWild * 65536 + found.length);
          expect([...memory.subarray(units, units + found.length)]).toEqual(found);
          const expected = numbers.map((own, unit) => (found.includes(unit) ? Number.NaN : own));
          expect([...memory.subarray(nReserved, nReserved + 70)]).toEqual(expected);
        }
      }),
    );
  });

  test('squares and sums of parts', () => {
    fc.assert(
      fc.property(run, fc.constantFrom(2 ** 20, 2 ** 60), (numbers, spread) => {
        const settled = numbers.map(each => (Math.abs(each) < 1e150 ? each : 1));
        expectSame(settled, (kernels, at) => void kernels.squares(at, settled.length, at + 100, at + 200));
        const [cut, secondCut] = [1.5 * spread, 1.5 * spread * 2 ** -42];
        expectSame(settled, (kernels, at) => [
          kernels.cutSums(at, settled.length, cut, secondCut),
          [...kernels.memory(0).subarray(0, 4)],
        ]);
      }),
    );
  });

  test('runs, to which numbers are dealt and from which they are collected', () => {
    fc.assert(
      fc.property(run, fc.constantFrom(0, 0.01, 1, 1e300), (numbers, factor) => {
        const [runs, counts, next, to] = [100, 120, 140, 160].map(beyond => nReserved + beyond);
        expectSame(numbers, (kernels, at) => {
          kernels.runs(at, numbers.length, { lowest: -120, factor, nRuns: 7 }, runs!, counts!);
          const { buffer } = kernels.memory(0);
          const counted = [...new Uint32Array(buffer, 8 * counts!, 8)];
          const ofEach = [...new Uint16Array(buffer, 8 * runs!, numbers.length)];
          expect(counted.reduce((sum, count) => sum + count, 0)).toBe(numbers.length);
          expect(ofEach.map(each => each === 0)).toEqual(numbers.map(each => Number.isNaN((each + 120) * factor)));
          const starts = counted.map((_, index) => counted.slice(0, index).reduce((sum, count) => sum + count, 0));
          const nextOf = new Uint32Array(buffer, 8 * next!, 8);
          nextOf.set(starts);
          kernels.deal(at, numbers.length, runs!, next!, to!);
          nextOf.set(starts);
          kernels.memory(0).fill(0, at, at + numbers.length);
          kernels.collect(at, numbers.length, runs!, next!, to!);
          expect([...kernels.memory(0).subarray(at, at + numbers.length)]).toEqual(numbers);
          return [counted, ofEach];
        });
      }),
    );
  });

  test('in order by slots, as far as that takes few moves', () => {
    const some = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 50 }), fc.constantFrom(0, 5, 1000), (numbers, nSlots, mostMoves) => {
        const places = { counts: nReserved + 100, order: nReserved + 150, sorted: nReserved + 200 };
        const slots = { lowest: -50, factor: (nSlots - 1) / 100, nSlots, ...places, first: 7 };
        expectSame(numbers, (kernels, at) => {
          const moves = kernels.sort(at, numbers.length, slots, mostMoves);
          const { buffer } = kernels.memory(0);
          const order = [...new Uint32Array(buffer, 8 * places.order, numbers.length)];
          if (moves <= mostMoves) {
            const expected = numbers.map((_, index) => index).sort((one, other) => numbers[one]! - numbers[other]!);
            expect(order).toEqual(expected.map(index => 7 + index));
            expect([...new Float64Array(buffer, 8 * places.sorted, numbers.length)]).toEqual(
              expected.map(index => numbers[index]!),
            );
          }
          return [moves, order];
        });
      }),
    );
  });

  test('survey: the lowest and the highest of the numbers, and how many are −0 or NaN', () => {
    fc.assert(
      fc.property(run, numbers => {
        for (const kernels of [compiled, plain]) {
          const memory = kernels.memory(nReserved + 400);
          memory.set(numbers, nReserved);
          const nWild = kernels.survey(nReserved, numbers.length);
          const own = numbers.filter(each => !Number.isNaN(each));
          expect(nWild).toBe(numbers.filter(each => Object.is(each, -0) || Number.isNaN(each)).length);
          expect(Math.min(memory[0]!, memory[1]!) + 0).toBe(Math.min(...own.map(each => each + 0), Infinity));
          expect(Math.max(memory[2]!, memory[3]!) + 0).toBe(Math.max(...own.map(each => each + 0), -Infinity));
        }
      }),
    );
  });
});

test('each mean is the exact sum of what is there, rounded once, over that of the weights', () => {
  const score = fc.integer({ min: -1e9, max: 1e9 }).map(each => each / 1e7);
  const scores = fc.array(fc.oneof({ weight: 4, arbitrary: score }, fc.constant(Number.NaN)), {
    minLength: 4,
    maxLength: 4,
  });
  const weights = fc.array(fc.double({ min: 0.001, max: 1.9, noNaN: true }), { minLength: 4, maxLength: 4 });
  let nTold = 0;
  fc.assert(
    fc.property(scores, weights, (each, weight) => {
      const memory = compiled.memory(nReserved + 100);
      const [at, ofWeights] = [nReserved + 20, nReserved + 40];
      for (const [column, score] of each.entries()) {
        memory.fill(score, nReserved + 4 * column, nReserved + 4 * column + 4);
        const upper = weight[column]! + 24 - 24;
        memory.set([weight[column]!, upper, weight[column]! - upper], ofWeights + 3 * column);
      }
      const places = { width: 4, height: 4, scores: nReserved, terms: nReserved, weights: ofWeights, areWhole: false };
      const spread = 2 ** 12;
      const columns = { ...places, cut: 1.5 * spread, secondCut: 1.5 * spread * 2 ** -52, doubt: Infinity };
      compiled.means(at, 4, columns);
      if (Number.isNaN(memory[at])) return;
      nTold++;
      const there = each.flatMap((score, column) => (Number.isNaN(score) ? [] : [{ score, weight: weight[column]! }]));
      const sum = sumOf(there.map(({ score, weight }) => score * weight));
      expect(memory[at]).toBe(sum / sumOf(there.map(({ weight }) => weight)));
      memory.fill(1e6, at, at + 4);
      compiled.settle(at, 4, columns);
      expect(memory[at]).toBe(Math.max(...there.map(({ score }) => score)));
      memory.fill(-1e6, at, at + 4);
      compiled.settle(at, 4, columns);
      expect(memory[at]).toBe(Math.min(...there.map(({ score }) => score)) + 0);
      memory.fill(1e6, at, at + 4);
      compiled.settle(at, 4, { ...columns, doubt: 1 });
      expect(memory[at]).toBe(Number.isNaN(each[0]!) ? Math.max(...there.map(({ score }) => score)) : 1e6);
    }),
  );
  expect(nTold).toBeGreaterThan(20);
});

test('logarithms and exponentials are within two units in the last place', () => {
  const relative = (own: number, other: number) => (own === other ? 0 : Math.abs((own - other) / other));
  fc.assert(
    fc.property(fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true }), value => {
      expect(relative(logarithm(value), Math.log(value))).toBeLessThanOrEqual(2 ** -51);
    }),
  );
  fc.assert(
    fc.property(fc.double({ min: -708, max: 709, noNaN: true }), value => {
      expect(relative(exponential(value), Math.exp(value))).toBeLessThanOrEqual(2 ** -50);
    }),
  );
  expect([logarithm(1), exponential(0), exponential(-Infinity), exponential(Infinity)]).toEqual([0, 1, 0, Infinity]);
});

/** The kernels for WebAssembly, two numbers at a time. What they do is said in `kernels.ts`, and more plainly in `plain.ts`. */
import {
  absolute, add, addBits, and, areSameBits, bits, both, butNot, type Code, choose, constant, get, higherOr,
  isAtLeast, isBelow, isEqual, isUnequal, load, loadTwice, lowerOr, minus, moduleOf, not, or, over, type Procedure, plus, set,
  shiftLeft, shiftRight, store, subtractBits, takeAway, times, timesPowerOfTwo, total, upTo, whole,
} from './assembler.ts'; // biome-ignore format: a list of names
import type { Kernels } from './kernels.ts';
import { series } from './logarithm.ts';

/** `undefined` where there is no WebAssembly, or none that works on pairs. */
export function compiledKernels(): Kernels | undefined {
  const exported = started();
  if (exported === undefined) return undefined;
  const { memory, line, logarithms, exponentials, means, survey, squares, cutSums } = exported;
  let numbers = new Float64Array(memory.buffer);
  return {
    memory: nNumbers => {
      const nPages = Math.ceil((8 * (nNumbers + 1)) / page) - memory.buffer.byteLength / page;
      if (nPages > 0) {
        memory.grow(nPages);
        numbers = new Float64Array(memory.buffer);
      }
      return numbers;
    },
    line: (at, count, { origin, sign, span, height, width, start, end, low, high }, least, most, reach) =>
      line(8 * at, count, origin, sign, span, height, width, start, end, low, high, least, most, reach),
    logarithms: (from, count, to) => logarithms(8 * from, count, 8 * to),
    exponentials: (at, count) => exponentials(8 * at, count),
    means: (at, count, { width, height, first, weights, totals, cut, doubt }) =>
      means(8 * at, count, width, 8 * height, 8 * first, 8 * weights, 8 * totals, cut, doubt),
    survey: (at, count) => survey(8 * at, count),
    squares: (at, count, to, lost) => squares(8 * at, count, 8 * to, 8 * lost),
    cutSums: (at, count, cut, secondCut) => cutSums(8 * at, count, cut, secondCut),
  };
}

const page = 65536;

type Exported = Record<Exclude<keyof Kernels, 'memory'>, (...numbers: number[]) => number>;

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(nPages: number): number;
}

/** What is used of the global object, which need not be there. */
declare const WebAssembly:
  | {
      readonly Memory: new (size: { readonly initial: number }) => Memory;
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
    }
  | undefined;

function started(): (Exported & { readonly memory: Memory }) | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  const memory = new WebAssembly.Memory({ initial: 1 });
  try {
    const procedures = [line(), logarithms(), exponentials(), means(), survey(), squares(), cutSums()];
    const module = new WebAssembly.Module(moduleOf(procedures));
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    return { ...(exports as Exported), memory };
  } catch {
    // Forbidden here, or too old for pairs.
    return undefined;
  }
}

/** Local variables, in the order of their kinds: as many as are asked for. */
function localsFrom(first: number, count: number): Locals {
  return Array.from({ length: count }, (_, index) => first + index) as unknown as Locals;
}

type Seven = [number, number, number, number, number, number, number];
type Locals = Readonly<[...Seven, ...Seven, ...number[]]>;

/** Goes through `count` numbers by pairs; `place` and `last` are counters. */
function eachPair([place, last]: readonly [number, number], at: number, count: number, body: Code): Code {
  return [
    ...set(place, get(at)),
    ...set(last, add(get(at), timesPowerOfTwo(get(count), 3))),
    ...upTo(place, last, 16, body),
  ];
}

function line(): Procedure {
  const numbers = localsFrom(2, 12);
  const [place, last] = localsFrom(14, 2);
  const [origin, sign, span, height, width, start, end, low, high, least, most, reach] = localsFrom(16, 12);
  const [distance, score, kept, isBeyond, nBeyond, nCut] = localsFrom(28, 6);
  const zero = constant(0);
  return {
    name: 'line',
    parameters: ['i32', 'i32', ...numbers.map(() => 'f64' as const)],
    nCounters: 2,
    nPairs: 18,
    body: [
      ...numbers.flatMap((number, index) => set(16 + index, both(get(number)))),
      ...eachPair([place, last], 0, 1, [
        ...set(distance, times(minus(load(get(place)), get(origin)), get(sign))),
        ...set(score, plus(get(start), over(times(get(height), get(distance)), get(width)))),
        ...set(kept, higherOr(lowerOr(get(score), get(high)), get(low))),
        ...set(
          score,
          choose(get(kept), get(score), and(isAtLeast(get(distance), zero), isBelow(get(distance), get(span)))),
        ),
        ...set(score, choose(get(end), get(score), isEqual(get(distance), get(span)))),
        ...set(kept, higherOr(lowerOr(get(score), get(most)), get(least))),
        ...set(isBeyond, not(isBelow(absolute(get(kept)), get(reach)))),
        ...set(nBeyond, subtractBits(get(nBeyond), get(isBeyond))),
        ...set(nCut, subtractBits(get(nCut), butNot(isUnequal(get(kept), get(score)), get(isBeyond)))),
        ...store(get(place), get(kept)),
      ]),
      ...add(timesPowerOfTwo(total(get(nBeyond)), 16), total(get(nCut))),
    ],
  };
}

function logarithms(): Procedure {
  const [from, count, to, place, last, value, place2, rest, half, s, z, w, power, result] = localsFrom(0, 14);
  const number = (value: number) => constant(value);
  const chain = (coefficients: readonly number[]): Code =>
    coefficients.reduceRight<Code>(
      (inner, each) => (inner.length === 0 ? number(each) : plus(number(each), times(get(w), inner))),
      [],
    );
  const firstOfSlot = 0x3fe6a09en << 32n;
  return {
    name: 'logarithms',
    parameters: ['i32', 'i32', 'i32'],
    nCounters: 2,
    nPairs: 9,
    body: [
      ...eachPair([place, last], from, count, [
        ...set(value, load(get(place))),
        ...set(place2, addBits(get(value), bits(BigInt(series.toMiddle) << 32n))),
        // As a number: the power of two is put below the digits of 2^52.
        ...set(power, minus(or(shiftRight(get(place2), 52), bits(0x4330n << 48n)), number(2 ** 52 + 1023))),
        ...set(rest, minus(addBits(and(get(place2), bits(2n ** 52n - 1n)), bits(firstOfSlot)), number(1))),
        ...set(half, times(times(number(0.5), get(rest)), get(rest))),
        ...set(s, over(get(rest), plus(number(2), get(rest)))),
        ...set(z, times(get(s), get(s))),
        ...set(w, times(get(z), get(z))),
        ...set(
          result,
          plus(
            get(half),
            plus(
              times(get(w), chain([2 / 5, 2 / 9, 2 / 13, 2 / 17])),
              times(get(z), chain([2 / 3, 2 / 7, 2 / 11, 2 / 15, 2 / 19])),
            ),
          ),
        ),
        ...set(result, plus(times(get(s), get(result)), times(get(power), number(series.ln2Low)))),
        ...set(
          result,
          minus(times(get(power), number(series.ln2High)), minus(minus(get(half), get(result)), get(rest))),
        ),
        ...store(
          add(get(place), takeAway(get(to), get(from))),
          choose(
            get(result),
            number(Number.NaN),
            and(isAtLeast(get(value), number(2 ** -1022)), isBelow(get(value), number(Infinity))),
          ),
        ),
      ]),
      ...whole(0),
    ],
  };
}

function exponentials(): Procedure {
  const [at, count, place, last, value, power, high, low, rest, t, c, nNaN] = localsFrom(0, 12);
  const number = constant;
  const fine = times(
    get(t),
    minus(
      number(1 / 15120),
      times(
        get(t),
        minus(
          number(1 / 604800),
          times(get(t), minus(number(1 / 23950080), times(get(t), number(691 / 1307674368000)))),
        ),
      ),
    ),
  );
  return {
    name: 'exponentials',
    parameters: ['i32', 'i32'],
    nCounters: 2,
    nPairs: 8,
    body: [
      ...eachPair([place, last], at, count, [
        ...set(value, load(get(place))),
        ...set(power, plus(times(get(value), number(series.perLn2)), number(series.toWhole))),
        ...set(c, shiftLeft(get(power), 52)),
        ...set(power, minus(get(power), number(series.toWhole))),
        ...set(high, minus(get(value), times(get(power), number(series.ln2High)))),
        ...set(low, times(get(power), number(series.ln2Low))),
        ...set(rest, minus(get(high), get(low))),
        ...set(t, times(get(rest), get(rest))),
        // `power` is free again: the bits that make it a factor.
        ...set(power, get(c)),
        ...set(c, minus(get(rest), times(get(t), minus(number(1 / 6), times(get(t), minus(number(1 / 360), fine)))))),
        ...set(
          rest,
          minus(number(1), minus(minus(get(low), over(times(get(rest), get(c)), minus(number(2), get(c)))), get(high))),
        ),
        ...set(c, isAtLeast(number(700), absolute(get(value)))),
        ...set(nNaN, subtractBits(get(nNaN), not(get(c)))),
        ...store(get(place), choose(addBits(get(rest), get(power)), number(Number.NaN), get(c))),
      ]),
      ...total(get(nNaN)),
    ],
  };
}

function means(): Procedure {
  const [at, count, width, height, first, weights, totals, cutNumber, doubtNumber] = localsFrom(0, 9);
  const [place, last, column, lastColumn, cell, cut, doubt, upper, lower, product, kept, sum, nUndecided] = localsFrom(
    9,
    13,
  );
  const toRow = takeAway(get(place), get(at));
  return {
    name: 'means',
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'f64', 'f64'],
    nCounters: 5,
    nPairs: 8,
    body: [
      ...set(cut, both(get(cutNumber))),
      ...set(doubt, both(get(doubtNumber))),
      ...set(lastColumn, add(get(weights), timesPowerOfTwo(get(width), 3))),
      ...eachPair([place, last], at, count, [
        ...set(upper, constant(0)),
        ...set(lower, constant(0)),
        ...set(cell, add(get(first), toRow)),
        ...set(column, get(weights)),
        ...upTo(column, lastColumn, 8, [
          ...set(product, times(loadTwice(get(column)), load(get(cell)))),
          ...set(kept, minus(plus(get(product), get(cut)), get(cut))),
          ...set(upper, plus(get(upper), get(kept))),
          ...set(lower, plus(get(lower), minus(get(product), get(kept)))),
          ...set(cell, add(get(cell), get(height))),
        ]),
        ...set(sum, plus(get(upper), minus(get(lower), get(doubt)))),
        ...set(kept, isEqual(get(sum), plus(get(upper), plus(get(lower), get(doubt))))),
        ...set(nUndecided, subtractBits(get(nUndecided), not(get(kept)))),
        ...store(get(place), choose(over(get(sum), load(add(get(totals), toRow))), constant(Number.NaN), get(kept))),
      ]),
      ...total(get(nUndecided)),
    ],
  };
}

function survey(): Procedure {
  const [at, count, place, last, value, lowest, highest, nNaN, nNegativeZeros] = localsFrom(0, 9);
  return {
    name: 'survey',
    parameters: ['i32', 'i32'],
    nCounters: 2,
    nPairs: 5,
    body: [
      ...set(lowest, constant(Infinity)),
      ...set(highest, constant(-Infinity)),
      ...eachPair([place, last], at, count, [
        ...set(value, load(get(place))),
        ...set(lowest, lowerOr(get(lowest), get(value))),
        ...set(highest, higherOr(get(highest), get(value))),
        ...set(nNaN, subtractBits(get(nNaN), isUnequal(get(value), get(value)))),
        ...set(nNegativeZeros, subtractBits(get(nNegativeZeros), areSameBits(get(value), bits(-(2n ** 63n))))),
      ]),
      ...store(whole(0), get(lowest)),
      ...store(whole(16), get(highest)),
      ...add(timesPowerOfTwo(total(get(nNegativeZeros)), 16), total(get(nNaN))),
    ],
  };
}

function squares(): Procedure {
  const [at, count, to, lost, place, last, value, square, high, low] = localsFrom(0, 10);
  const shifted = times(get(value), constant(2 ** 27 + 1));
  const upperHalf = minus(get(square), minus(get(square), get(value)));
  return {
    name: 'squares',
    parameters: ['i32', 'i32', 'i32', 'i32'],
    nCounters: 2,
    nPairs: 4,
    body: [
      ...eachPair([place, last], at, count, [
        ...set(value, load(get(place))),
        ...set(square, shifted),
        ...set(high, upperHalf),
        ...set(low, minus(get(value), get(high))),
        ...set(square, times(get(value), get(value))),
        ...store(add(get(place), takeAway(get(to), get(at))), get(square)),
        ...set(square, minus(get(square), times(get(high), get(high)))),
        ...set(square, minus(get(square), times(times(constant(2), get(high)), get(low)))),
        ...store(add(get(place), takeAway(get(lost), get(at))), minus(times(get(low), get(low)), get(square))),
      ]),
      ...whole(0),
    ],
  };
}

function cutSums(): Procedure {
  const [at, count, cutNumber, secondCutNumber, place, last] = localsFrom(0, 6);
  const [cut, secondCut, value, part, first, second, nLeftOver] = localsFrom(6, 7);
  return {
    name: 'cutSums',
    parameters: ['i32', 'i32', 'f64', 'f64'],
    nCounters: 2,
    nPairs: 7,
    body: [
      ...set(cut, both(get(cutNumber))),
      ...set(secondCut, both(get(secondCutNumber))),
      ...eachPair([place, last], at, count, [
        ...set(value, load(get(place))),
        ...set(part, minus(plus(get(value), get(cut)), get(cut))),
        ...set(first, plus(get(first), get(part))),
        ...set(value, minus(get(value), get(part))),
        ...set(part, minus(plus(get(value), get(secondCut)), get(secondCut))),
        ...set(second, plus(get(second), get(part))),
        ...set(nLeftOver, subtractBits(get(nLeftOver), isUnequal(get(value), get(part)))),
      ]),
      ...store(whole(0), get(first)),
      ...store(whole(16), get(second)),
      ...total(get(nLeftOver)),
    ],
  };
}

/** The compiled kernels that make another number of each: lines, logarithms, exponentials. */
import {
  absolute,
  add,
  addBits,
  and,
  areBitsAbove,
  both,
  type Code,
  choose,
  type Fixed,
  get,
  higherOr,
  isAtLeast,
  isBelow,
  isEqual,
  isUnequal,
  load,
  lowerOr,
  minus,
  not,
  or,
  over,
  type Procedure,
  plus,
  set,
  shiftLeft,
  shiftRight,
  store,
  subtractBits,
  takeAway,
  times,
  timesPowerOfTwo,
  total,
  whole,
} from './assembler.ts';
import { series } from './logarithm.ts';
import { eachFewPairs, eachPair, localsFrom } from './passes.ts';

export function line(): Procedure {
  const numbers = localsFrom(2, 12);
  const [place, last] = localsFrom(14, 2);
  const [origin, sign, span, height, width, start, end, low, high, least, most, reach] = localsFrom(16, 12);
  const [distance, score, kept, nWithin, nCut] = localsFrom(28, 5);
  return {
    name: 'line',
    parameters: ['i32', 'i32', ...numbers.map(() => 'f64' as const)],
    nCounters: 2,
    nPairs: 17,
    body: ({ number }) => [
      ...numbers.flatMap((each, index) => set(16 + index, both(get(each)))),
      ...set(reach, times(get(reach), get(reach))),
      ...eachPair([place, last], 0, 1, [
        ...set(distance, times(minus(load(get(place)), get(origin)), get(sign))),
        ...set(score, plus(get(start), over(times(get(height), get(distance)), get(width)))),
        ...set(kept, higherOr(lowerOr(get(score), get(high)), get(low))),
        ...set(
          score,
          choose(get(kept), get(score), and(isAtLeast(get(distance), number(0)), isBelow(get(distance), get(span)))),
        ),
        ...set(score, choose(get(end), get(score), isEqual(get(distance), get(span)))),
        ...set(kept, higherOr(lowerOr(get(score), get(most)), get(least))),
        ...set(nWithin, subtractBits(get(nWithin), isBelow(times(get(kept), get(kept)), get(reach)))),
        ...set(nCut, subtractBits(get(nCut), isUnequal(get(kept), get(score)))),
        ...store(get(place), get(kept)),
      ]),
      ...add(timesPowerOfTwo(takeAway(get(1), total(get(nWithin))), 16), total(get(nCut))),
    ],
  };
}

export function cut(): Procedure {
  const numbers = localsFrom(2, 6);
  const [place, last] = localsFrom(8, 2);
  const [origin, rise, width, start, least, most, score] = localsFrom(10, 7);
  const [kept, nNone, nCut] = localsFrom(17, 3);
  return {
    name: 'cut',
    parameters: ['i32', 'i32', ...numbers.map(() => 'f64' as const)],
    nCounters: 2,
    nPairs: 10,
    body: () => [
      ...numbers.flatMap((each, index) => set(10 + index, both(get(each)))),
      ...eachPair([place, last], 0, 1, [
        ...set(score, along(load(get(place)), { origin, rise, width, start })),
        ...set(kept, higherOr(lowerOr(get(score), get(most)), get(least))),
        ...set(nNone, subtractBits(get(nNone), isUnequal(get(score), get(score)))),
        ...set(nCut, subtractBits(get(nCut), isUnequal(get(kept), get(score)))),
        ...store(get(place), get(kept)),
      ]),
      ...add(timesPowerOfTwo(total(get(nNone)), 16), total(get(nCut))),
    ],
  };
}

export function slope(): Procedure {
  const [from, count, to] = localsFrom(0, 3);
  const numbers = localsFrom(3, 4);
  const [place, last] = localsFrom(7, 2);
  const [origin, rise, width, start] = localsFrom(9, 4);
  return {
    name: 'slope',
    parameters: ['i32', 'i32', 'i32', ...numbers.map(() => 'f64' as const)],
    nCounters: 2,
    nPairs: 4,
    body: () => [
      ...numbers.flatMap((each, index) => set(9 + index, both(get(each)))),
      ...set(to, takeAway(get(to), get(from))),
      ...eachPair(
        [place, last],
        from,
        count,
        store(add(get(place), get(to)), along(load(get(place)), { origin, rise, width, start })),
      ),
      ...whole(0),
    ],
  };
}

export function between(): Procedure {
  const [from, count, to] = localsFrom(0, 3);
  const numbers = localsFrom(3, 8);
  const [place, last] = localsFrom(11, 2);
  const [origin, rise, width, start, farthest, end, low, high] = localsFrom(13, 8);
  const [value, score] = localsFrom(21, 2);
  return {
    name: 'between',
    parameters: ['i32', 'i32', 'i32', ...numbers.map(() => 'f64' as const)],
    nCounters: 2,
    nPairs: 10,
    body: () => [
      ...numbers.flatMap((each, index) => set(13 + index, both(get(each)))),
      ...set(to, takeAway(get(to), get(from))),
      ...eachPair([place, last], from, count, [
        ...set(value, load(get(place))),
        ...set(score, along(get(value), { origin, rise, width, start })),
        ...set(score, higherOr(lowerOr(get(score), get(high)), get(low))),
        ...store(
          add(get(place), get(to)),
          choose(get(end), get(score), isEqual(minus(get(value), get(origin)), get(farthest))),
        ),
      ]),
      ...whole(0),
    ],
  };
}

/** Local variables that hold a slope. */
interface SlopeLocals {
  readonly origin: number;
  readonly rise: number;
  readonly width: number;
  readonly start: number;
}

function along(value: Code, { origin, rise, width, start }: SlopeLocals): Code {
  return plus(get(start), over(times(get(rise), minus(value, get(origin))), get(width)));
}

export function logarithms(): Procedure {
  const [from, count, to, place, last, lastOfFew] = localsFrom(0, 6);
  const chain = (number: Fixed['number'], w: number, coefficients: readonly number[]): Code =>
    coefficients.reduceRight<Code>(
      (inner, each) => (inner.length === 0 ? number(each) : plus(number(each), times(get(w), inner))),
      [],
    );
  const firstOfSlot = 0x3fe6a09en << 32n;
  const leastBits = -(2n ** 63n);
  const leastNormal = 1n << 52n;
  const nNormal = 0x7fen << 52n;
  return {
    name: 'logarithms',
    parameters: ['i32', 'i32', 'i32'],
    nCounters: 3,
    nPairs: 36,
    body: ({ number, bits }) => [
      ...eachFewPairs(
        [place, last, lastOfFew],
        from,
        count,
        [4, 6, 9],
        ([value, place2, rest, half, s, z, w, power, result], beyond) => [
          set(value, load(get(place), beyond)),
          set(place2, addBits(get(value), bits(BigInt(series.toMiddle) << 32n))),
          // As a number: the power of two is put below the digits of 2^52.
          set(power, minus(or(shiftRight(get(place2), 52), bits(0x4330n << 48n)), number(2 ** 52 + 1023))),
          set(rest, minus(addBits(and(get(place2), bits(2n ** 52n - 1n)), bits(firstOfSlot)), number(1))),
          // All bits, which are NaN, where it is no normal number above 0: moved so that the normal ones come first.
          set(value, areBitsAbove(addBits(get(value), bits(leastBits - leastNormal)), bits(leastBits + nNormal - 1n))),
          set(half, times(times(number(0.5), get(rest)), get(rest))),
          set(s, over(get(rest), plus(number(2), get(rest)))),
          set(z, times(get(s), get(s))),
          set(w, times(get(z), get(z))),
          set(
            result,
            plus(
              get(half),
              plus(
                times(get(w), chain(number, w, [2 / 5, 2 / 9, 2 / 13, 2 / 17])),
                times(get(z), chain(number, w, [2 / 3, 2 / 7, 2 / 11, 2 / 15, 2 / 19])),
              ),
            ),
          ),
          set(result, plus(times(get(s), get(result)), times(get(power), number(series.ln2Low)))),
          set(
            result,
            minus(times(get(power), number(series.ln2High)), minus(minus(get(half), get(result)), get(rest))),
          ),
          store(add(get(place), takeAway(get(to), get(from))), or(get(result), get(value)), beyond),
        ],
      ),
      ...whole(0),
    ],
  };
}

export function exponentials(): Procedure {
  const [at, count, place, last, lastOfFew] = localsFrom(0, 5);
  const fine = (number: Fixed['number'], t: number) =>
    times(
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
    nCounters: 3,
    nPairs: 28,
    body: ({ number }) => [
      ...eachFewPairs(
        [place, last, lastOfFew],
        at,
        count,
        [4, 5, 7],
        ([value, power, high, low, rest, t, c], beyond) => [
          set(value, load(get(place), beyond)),
          set(power, plus(times(get(value), number(series.perLn2)), number(series.toWhole))),
          set(c, shiftLeft(get(power), 52)),
          set(power, minus(get(power), number(series.toWhole))),
          set(high, minus(get(value), times(get(power), number(series.ln2High)))),
          set(low, times(get(power), number(series.ln2Low))),
          set(rest, minus(get(high), get(low))),
          set(t, times(get(rest), get(rest))),
          // `power` is free again: the bits that make it a factor.
          set(power, get(c)),
          set(
            c,
            minus(
              get(rest),
              times(get(t), minus(number(1 / 6), times(get(t), minus(number(1 / 360), fine(number, t))))),
            ),
          ),
          set(
            rest,
            minus(
              number(1),
              minus(minus(get(low), over(times(get(rest), get(c)), minus(number(2), get(c)))), get(high)),
            ),
          ),
          // All bits set are NaN.
          set(c, not(isAtLeast(number(700), absolute(get(value))))),
          store(get(place), or(addBits(get(rest), get(power)), get(c)), beyond),
        ],
      ),
      ...whole(0),
    ],
  };
}

/** The compiled kernels that look at a whole run: its gaps, its ends and exact sums. */
import {
  add,
  again,
  areSameBits,
  asNumber,
  both,
  bytesThatAreNot0,
  get,
  higherOr,
  isUnequal,
  isWild,
  load,
  loadNumber,
  lowerOr,
  lowestBit,
  minus,
  number,
  or,
  type Procedure,
  plus,
  set,
  store,
  storeNumber,
  subtractBits,
  takeAway,
  times,
  timesPowerOfTwo,
  total,
  upTo,
  when,
  whole,
  withoutLowestBit,
} from './assembler.ts';
import { eachFewPairs, eachPair, localsFrom } from './passes.ts';

/** Two pairs at once, since a lowest waits for the lowest before it. */
export function survey(): Procedure {
  const [at, count, place, last, lastOfFew] = localsFrom(0, 5);
  const kinds = 6;
  const both = [localsFrom(5, kinds), localsFrom(5 + kinds, kinds)] as const;
  return {
    name: 'survey',
    parameters: ['i32', 'i32'],
    nCounters: 3,
    nPairs: 2 * kinds,
    body: ({ number, bits }) => {
      const [[, , lowest, highest, nWild], [, , otherLowest, otherHighest, otherNWild]] = both;
      return [
        ...[lowest, otherLowest].flatMap(each => set(each, number(Infinity))),
        ...[highest, otherHighest].flatMap(each => set(each, number(-Infinity))),
        ...eachFewPairs(
          [place, last, lastOfFew],
          at,
          count,
          [2, 5, kinds],
          ([value, mask, low, high, wild], beyond) => [
            set(value, load(get(place), beyond)),
            set(mask, or(isUnequal(get(value), get(value)), areSameBits(get(value), bits(-(2n ** 63n))))),
            set(wild, subtractBits(get(wild), get(mask))),
            set(low, lowerOr(get(low), get(value))),
            set(high, higherOr(get(high), get(value))),
          ],
        ),
        ...store(whole(0), lowerOr(get(lowest), get(otherLowest))),
        ...store(whole(16), higherOr(get(highest), get(otherHighest))),
        ...add(total(get(nWild)), total(get(otherNWild))),
      ];
    },
  };
}

/** Sixteen states at a time, since most are 0. */
export function gaps(): Procedure {
  const [states, count, at, units, place, last, unset, unit, cell, nGaps, nWild] = localsFrom(0, 11);
  return {
    name: 'gaps',
    parameters: ['i32', 'i32', 'i32', 'i32'],
    nCounters: 7,
    nPairs: 0,
    body: () => [
      ...set(place, get(states)),
      ...set(last, add(get(states), get(count))),
      ...upTo(place, last, 16, [
        ...set(unset, bytesThatAreNot0(load(get(place)))),
        ...when(
          get(unset),
          again(
            [
              ...set(unit, add(takeAway(get(place), get(states)), lowestBit(get(unset)))),
              ...set(cell, add(get(at), timesPowerOfTwo(get(unit), 3))),
              ...set(nWild, add(get(nWild), isWild(loadNumber(get(cell))))),
              ...storeNumber(get(cell), number(Number.NaN)),
              ...storeNumber(add(get(units), timesPowerOfTwo(get(nGaps), 3)), asNumber(get(unit))),
              ...set(nGaps, add(get(nGaps), whole(1))),
              ...set(unset, withoutLowestBit(get(unset))),
            ],
            get(unset),
          ),
        ),
      ]),
      ...add(timesPowerOfTwo(get(nWild), 16), get(nGaps)),
    ],
  };
}

export function squares(): Procedure {
  const [at, count, to, lost, place, last, value, square, high, low] = localsFrom(0, 10);
  const upperHalf = minus(get(square), minus(get(square), get(value)));
  return {
    name: 'squares',
    parameters: ['i32', 'i32', 'i32', 'i32'],
    nCounters: 2,
    nPairs: 4,
    body: ({ number }) => [
      ...eachPair([place, last], at, count, [
        ...set(value, load(get(place))),
        ...set(square, times(get(value), number(2 ** 27 + 1))),
        ...set(high, upperHalf),
        ...set(low, minus(get(value), get(high))),
        ...set(square, times(get(value), get(value))),
        ...store(add(get(place), takeAway(get(to), get(at))), get(square)),
        ...set(square, minus(get(square), times(get(high), get(high)))),
        ...set(square, minus(get(square), times(times(number(2), get(high)), get(low)))),
        ...store(add(get(place), takeAway(get(lost), get(at))), minus(times(get(low), get(low)), get(square))),
      ]),
      ...whole(0),
    ],
  };
}

export function cutSums(): Procedure {
  const [at, count, cutNumber, secondCutNumber, place, last] = localsFrom(0, 6);
  const [cut, secondCut, value, part, first, second, nLeftOver] = localsFrom(6, 7);
  return {
    name: 'cutSums',
    parameters: ['i32', 'i32', 'f64', 'f64'],
    nCounters: 2,
    nPairs: 7,
    body: () => [
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

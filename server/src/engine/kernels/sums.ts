/** The compiled kernels that make one number of many: means, ends and exact sums. */
import {
  add,
  and,
  areSameBits,
  both,
  type Code,
  choose,
  get,
  higherOr,
  isEqual,
  isUnequal,
  load,
  loadTwice,
  lowerOr,
  minus,
  or,
  over,
  type Procedure,
  plus,
  set,
  store,
  subtractBits,
  takeAway,
  times,
  timesPowerOfTwo,
  total,
  upTo,
  whole,
} from './assembler.ts';
import { eachPair, localsFrom } from './passes.ts';

export function means(): Procedure {
  const [at, count, width, height, scores, terms, weights, lowest, highest, cutNumber, secondCutNumber] = localsFrom(
    0,
    11,
  );
  const [place, last, column, lastColumn, cell, row] = localsFrom(11, 6);
  const [cut, secondCut, upper, lower, wholes, parts, low, high, score, isThere, product, kept, isRounded] = localsFrom(
    17,
    13,
  );
  return {
    name: 'means',
    parameters: [...Array<'i32'>(9).fill('i32'), 'f64', 'f64'],
    nCounters: 6,
    nPairs: 13,
    body: ({ number }) => [
      ...set(cut, both(get(cutNumber))),
      ...set(secondCut, both(get(secondCutNumber))),
      ...set(lastColumn, add(get(weights), times24(get(width)))),
      // From a score to its term.
      ...set(terms, takeAway(get(terms), get(scores))),
      ...eachPair([place, last], at, count, [
        ...[upper, lower, wholes, parts, isRounded].flatMap(sum => set(sum, number(0))),
        ...set(low, number(Infinity)),
        ...set(high, number(-Infinity)),
        ...set(row, takeAway(get(place), get(at))),
        ...set(cell, add(get(scores), get(row))),
        ...set(column, get(weights)),
        ...upTo(column, lastColumn, 24, [
          ...set(score, load(get(cell))),
          ...set(isThere, isEqual(get(score), get(score))),
          ...set(product, and(times(loadTwice(get(column)), load(add(get(cell), get(terms)))), get(isThere))),
          ...set(kept, minus(plus(get(product), get(cut)), get(cut))),
          ...set(upper, plus(get(upper), get(kept))),
          ...set(product, minus(get(product), get(kept))),
          ...set(kept, minus(plus(get(product), get(secondCut)), get(secondCut))),
          ...set(isRounded, or(get(isRounded), isUnequal(get(kept), get(product)))),
          ...set(lower, plus(get(lower), get(product))),
          ...set(wholes, plus(get(wholes), and(loadTwice(get(column), 8), get(isThere)))),
          ...set(parts, plus(get(parts), and(loadTwice(get(column), 16), get(isThere)))),
          ...set(low, lowerOr(get(low), get(score))),
          ...set(high, higherOr(get(high), get(score))),
          ...set(cell, add(get(cell), get(height))),
        ]),
        ...store(add(get(lowest), get(row)), get(low)),
        ...store(add(get(highest), get(row)), get(high)),
        ...set(kept, over(plus(get(upper), get(lower)), plus(get(wholes), get(parts)))),
        ...store(get(place), choose(number(Number.NaN), get(kept), get(isRounded))),
      ]),
      ...whole(0),
    ],
  };
}

const times24 = (count: Code): Code => add(timesPowerOfTwo(count, 4), timesPowerOfTwo(count, 3));

export function settle(): Procedure {
  const [at, count, lowest, highest, place, last, row, mean, nNaN] = localsFrom(0, 9);
  return {
    name: 'settle',
    parameters: ['i32', 'i32', 'i32', 'i32'],
    nCounters: 3,
    nPairs: 2,
    body: ({ number }) => [
      ...eachPair([place, last], at, count, [
        ...set(row, takeAway(get(place), get(at))),
        ...set(mean, higherOr(load(get(place)), load(add(get(lowest), get(row))))),
        ...set(mean, plus(lowerOr(get(mean), load(add(get(highest), get(row)))), number(0))),
        ...set(nNaN, subtractBits(get(nNaN), isUnequal(get(mean), get(mean)))),
        ...store(get(place), get(mean)),
      ]),
      ...total(get(nNaN)),
    ],
  };
}

export function survey(): Procedure {
  const [at, count, place, last, value, lowest, highest, mask, nWild] = localsFrom(0, 9);
  return {
    name: 'survey',
    parameters: ['i32', 'i32'],
    nCounters: 2,
    nPairs: 5,
    body: ({ number, bits }) => [
      ...set(lowest, number(Infinity)),
      ...set(highest, number(-Infinity)),
      ...eachPair([place, last], at, count, [
        ...set(value, load(get(place))),
        ...set(mask, isUnequal(minus(get(value), get(value)), number(0))),
        ...set(mask, or(get(mask), areSameBits(get(value), bits(-(2n ** 63n))))),
        ...set(nWild, subtractBits(get(nWild), get(mask))),
        ...set(lowest, lowerOr(get(lowest), get(value))),
        ...set(highest, higherOr(get(highest), get(value))),
      ]),
      ...store(whole(0), get(lowest)),
      ...store(whole(16), get(highest)),
      ...total(get(nWild)),
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

/** The compiled kernels that make a weighted mean of each row. */
import {
  absolute,
  add,
  addBits,
  again,
  and,
  anyBits,
  areHalvesBelow,
  both,
  type Code,
  choose,
  type Fixed,
  get,
  higherOr,
  isBelow,
  isBeyond,
  isEqual,
  isUnequal,
  load,
  loadTwice,
  lowerHalves,
  lowerOr,
  minus,
  multiply,
  not,
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
  when,
  whole,
} from './assembler.ts';
import { eachPair, localsFrom } from './passes.ts';

const [at, count, width, height, scores, terms, weights, cutNumber, secondCutNumber] = localsFrom(0, 9);
const [place, last, column, lastColumn, cell, row] = localsFrom(9, 6);
const [cut, secondCut, weight, wholePart] = localsFrom(15, 4);
/** Two pairs of rows at once, since a weight is then read but once for both. */
const pairs = [pairAt(19, 0), pairAt(28, 16)];

/** `wholeMeans` is for weights without a lower part. */
export function means(name: 'means' | 'wholeMeans'): Procedure {
  return {
    name,
    parameters: [...Array<'i32'>(7).fill('i32'), 'f64', 'f64'],
    nCounters: 6,
    nPairs: 22,
    body: fixed => [
      ...set(cut, both(get(cutNumber))),
      ...set(secondCut, both(get(secondCutNumber))),
      ...set(lastColumn, add(get(weights), times24(get(width)))),
      // From a score to its term.
      ...set(terms, takeAway(get(terms), get(scores))),
      ...set(place, get(at)),
      ...set(last, add(get(at), timesPowerOfTwo(get(count), 3))),
      ...upTo(place, last, 32, [
        ...set(row, add(get(scores), takeAway(get(place), get(at)))),
        ...pairs.flatMap(pair => beginSums(pair, fixed)),
        ...eachColumn([
          ...set(weight, loadTwice(get(column))),
          ...set(wholePart, name === 'means' ? loadTwice(get(column), 8) : get(weight)),
          ...pairs.flatMap(pair => addTerm(pair, name === 'means', fixed)),
        ]),
        ...pairs.flatMap(pair => divide(pair, name === 'means', fixed)),
      ]),
      ...whole(0),
    ],
  };
}

type Pair = ReturnType<typeof pairAt>;

/** The local variables of a pair of rows that lies so many bytes beyond the place. */
function pairAt(first: number, beyond: number) {
  const [upper, lower, wholes, parts, smallest, score, isThere, product, kept] = localsFrom(first, 9);
  return { beyond, upper, lower, wholes, parts, smallest, score, isThere, product, kept };
}

function eachColumn(body: Code): Code {
  const next = set(cell, add(get(cell), get(height)));
  return [...set(cell, get(row)), ...set(column, get(weights)), ...upTo(column, lastColumn, 24, [...body, ...next])];
}

function beginSums({ upper, lower, wholes, parts, smallest }: Pair, { number, bits }: Fixed): Code {
  return [...[upper, lower, wholes, parts].flatMap(sum => set(sum, number(0))), ...set(smallest, bits(-1n))];
}

function addTerm(pair: Pair, hasParts: boolean, { bits }: Fixed): Code {
  const { beyond, upper, lower, wholes, parts, smallest, score, isThere, product, kept } = pair;
  return [
    ...set(score, load(get(cell), beyond)),
    ...set(isThere, isEqual(get(score), get(score))),
    ...set(product, times(get(weight), load(add(get(cell), get(terms)), beyond))),
    // As bits less one, so that 0 is the largest.
    ...set(smallest, lowerHalves(get(smallest), addBits(absolute(get(product)), bits(-1n)))),
    ...set(product, and(get(product), get(isThere))),
    ...set(kept, minus(plus(get(product), get(cut)), get(cut))),
    ...set(upper, plus(get(upper), get(kept))),
    ...set(lower, plus(get(lower), minus(get(product), get(kept)))),
    ...set(wholes, plus(get(wholes), and(get(wholePart), get(isThere)))),
    ...(hasParts ? set(parts, plus(get(parts), and(loadTwice(get(column), 16), get(isThere)))) : []),
  ];
}

/** Only a product that is very small, and not 0, may have a lower part that does not add up without rounding. */
function divide(pair: Pair, hasParts: boolean, fixed: Fixed): Code {
  const { beyond, upper, lower, wholes, parts, smallest, kept } = pair;
  const sum = plus(get(upper), get(lower));
  return [
    ...set(kept, over(sum, hasParts ? plus(get(wholes), get(parts)) : get(wholes))),
    ...store(get(place), get(kept), beyond),
    ...when(anyBits(areHalvesBelow(get(smallest), get(secondCut))), leaveRounded(pair, fixed)),
  ];
}

/** NaN where a lower part does not add up without rounding. */
function leaveRounded({ beyond, lower: isRounded, score, product, kept }: Pair, { number }: Fixed): Code {
  return [
    ...set(isRounded, number(0)),
    ...eachColumn([
      ...set(score, load(get(cell), beyond)),
      ...set(product, times(loadTwice(get(column)), load(add(get(cell), get(terms)), beyond))),
      ...set(product, and(get(product), isEqual(get(score), get(score)))),
      ...set(kept, minus(plus(get(product), get(cut)), get(cut))),
      ...set(product, minus(get(product), get(kept))),
      ...set(kept, minus(plus(get(product), get(secondCut)), get(secondCut))),
      ...set(isRounded, or(get(isRounded), isUnequal(get(kept), get(product)))),
    ]),
    ...store(get(place), choose(number(Number.NaN), load(get(place), beyond), get(isRounded)), beyond),
  ];
}

const times24 = (count: Code): Code => add(timesPowerOfTwo(count, 4), timesPowerOfTwo(count, 3));

export function settle(): Procedure {
  const [at, count, width, height, scores, doubtNumber] = localsFrom(0, 6);
  const [place, last, cell, lastCell, size] = localsFrom(6, 5);
  const [doubt, mean, isNear, low, high, score, nNaN] = localsFrom(11, 7);
  return {
    name: 'settle',
    parameters: [...Array<'i32'>(5).fill('i32'), 'f64'],
    nCounters: 5,
    nPairs: 7,
    body: ({ number }) => [
      ...set(doubt, both(get(doubtNumber))),
      ...set(size, multiply(get(width), get(height))),
      ...eachPair([place, last], at, count, [
        ...set(mean, load(get(place))),
        ...set(cell, add(get(scores), takeAway(get(place), get(at)))),
        ...set(isNear, not(isBelow(get(doubt), absolute(minus(get(mean), load(get(cell))))))),
        ...when(anyBits(get(isNear)), [
          ...set(low, number(Infinity)),
          ...set(high, number(-Infinity)),
          ...set(lastCell, add(get(cell), get(size))),
          ...again(
            [
              ...set(score, load(get(cell))),
              ...set(low, lowerOr(get(low), get(score))),
              ...set(high, higherOr(get(high), get(score))),
              ...set(cell, add(get(cell), get(height))),
            ],
            isBeyond(get(lastCell), get(cell)),
          ),
          ...set(mean, choose(lowerOr(higherOr(get(mean), get(low)), get(high)), get(mean), get(isNear))),
          ...set(nNaN, subtractBits(get(nNaN), isUnequal(get(mean), get(mean)))),
        ]),
        ...store(get(place), plus(get(mean), number(0))),
      ]),
      ...total(get(nNaN)),
    ],
  };
}

/** The compiled kernels that put numbers in order: runs, slots, and back again. */
import {
  add,
  again,
  answer,
  areBoth,
  both,
  type Code,
  get,
  higherOr,
  isBeyond,
  lastBits,
  lastBitsOf,
  load,
  loadNumber,
  loadShort,
  loadWhole,
  lowerOr,
  minus,
  number,
  numberIsBelow,
  numberMinus,
  numberPlus,
  numberTimes,
  type Procedure,
  plus,
  set,
  store,
  storeNumber,
  storeShort,
  storeWhole,
  takeAway,
  times,
  timesPowerOfTwo,
  upTo,
  when,
  whole,
} from './assembler.ts';
import { toNearest } from './kernels.ts';
import { eachPair, localsFrom } from './passes.ts';

export function runs(): Procedure {
  const [at, count, lowestNumber, factorNumber, nRuns, runsTo, counts] = localsFrom(0, 7);
  const [place, last, run, tally, lowest, factor, most, value] = localsFrom(7, 8);
  const write = (which: 0 | 1): Code => [
    ...set(run, lastBitsOf(get(value), which)),
    ...storeShort(add(get(runsTo), whole(2 * which)), get(run)),
    ...set(tally, add(get(counts), timesPowerOfTwo(get(run), 2))),
    ...storeWhole(get(tally), add(loadWhole(get(tally)), whole(1))),
  ];
  return {
    name: 'runs',
    parameters: ['i32', 'i32', 'f64', 'f64', 'f64', 'i32', 'i32'],
    nCounters: 4,
    nPairs: 4,
    body: ({ number }) => [
      ...set(lowest, both(get(lowestNumber))),
      ...set(factor, both(get(factorNumber))),
      ...set(most, both(get(nRuns))),
      ...eachPair([place, last], at, count, [
        ...set(value, plus(times(minus(load(get(place)), get(lowest)), get(factor)), number(1))),
        ...set(value, higherOr(number(0), higherOr(lowerOr(get(value), get(most)), number(1)))),
        ...set(value, plus(get(value), number(toNearest))),
        ...write(0),
        ...write(1),
        ...set(runsTo, add(get(runsTo), whole(4))),
      ]),
      ...whole(0),
    ],
  };
}

export function sort(): Procedure {
  const [at, count, lowest, factor, nSlots, counts, sorted, order, first, mostMoves] = localsFrom(0, 10);
  const [place, last, slot, entry, before, to, toOrder, moves] = localsFrom(10, 8);
  const [value, highest, nearest] = localsFrom(18, 3);
  const eachNumber = (from: number, body: Code): Code => [
    ...set(place, get(from)),
    ...set(last, add(get(from), timesPowerOfTwo(get(count), 3))),
    ...upTo(place, last, 8, body),
  ];
  const eachSlot = (step: number, body: Code): Code => [
    ...set(slot, get(counts)),
    ...set(last, add(get(counts), timesPowerOfTwo(get(nSlots), 2))),
    ...upTo(slot, last, step, body),
  ];
  const slotOfValue = set(
    slot,
    add(
      get(counts),
      timesPowerOfTwo(
        lastBits(numberPlus(numberTimes(numberMinus(get(value), get(lowest)), get(factor)), get(nearest))),
        2,
      ),
    ),
  );
  const orderAt = (from: Code): Code => add(get(order), timesPowerOfTwo(from, 2));
  return {
    name: 'sort',
    parameters: ['i32', 'i32', 'f64', 'f64', ...Array<'i32'>(6).fill('i32')],
    nCounters: 8,
    nNumbers: 3,
    nPairs: 0,
    body: ({ number: pair }) => [
      ...set(nearest, number(toNearest)),
      ...eachSlot(16, store(get(slot), pair(0))),
      ...eachNumber(at, [
        ...set(value, loadNumber(get(place))),
        ...slotOfValue,
        ...storeWhole(get(slot), add(loadWhole(get(slot)), whole(1))),
      ]),
      ...eachSlot(4, [
        ...set(entry, loadWhole(get(slot))),
        ...storeWhole(get(slot), get(before)),
        ...set(before, add(get(before), get(entry))),
      ]),
      ...eachNumber(at, [
        ...set(value, loadNumber(get(place))),
        ...slotOfValue,
        ...set(entry, loadWhole(get(slot))),
        ...storeWhole(get(slot), add(get(entry), whole(1))),
        ...storeNumber(add(get(sorted), timesPowerOfTwo(get(entry), 3)), get(value)),
        ...storeWhole(orderAt(get(entry)), get(first)),
        ...set(first, add(get(first), whole(1))),
      ]),
      ...set(highest, number(-Infinity)),
      ...set(toOrder, get(order)),
      ...eachNumber(sorted, [
        ...set(value, loadNumber(get(place))),
        ...when(
          numberIsBelow(get(value), get(highest)),
          [
            ...set(to, get(place)),
            ...set(slot, get(toOrder)),
            ...set(entry, loadWhole(get(slot))),
            ...again(
              [
                ...storeNumber(get(to), loadNumber(takeAway(get(to), whole(8)))),
                ...storeWhole(get(slot), loadWhole(takeAway(get(slot), whole(4)))),
                ...set(to, takeAway(get(to), whole(8))),
                ...set(slot, takeAway(get(slot), whole(4))),
                ...set(moves, add(get(moves), whole(1))),
              ],
              areBoth(
                isBeyond(get(to), get(sorted)),
                numberIsBelow(get(value), loadNumber(takeAway(get(to), whole(8)))),
              ),
            ),
            ...storeNumber(get(to), get(value)),
            ...storeWhole(get(slot), get(entry)),
            ...when(isBeyond(get(moves), get(mostMoves)), answer(get(moves))),
          ],
          set(highest, get(value)),
        ),
        ...set(toOrder, add(get(toOrder), whole(4))),
      ]),
      ...get(moves),
    ],
  };
}

export const deal = () => byRuns('deal', (at, there) => storeNumber(there, loadNumber(at)));

export const collect = () => byRuns('collect', (at, there) => storeNumber(at, loadNumber(there)));

/** `move` is told the place of each number and the next of its run. */
function byRuns(name: string, move: (at: Code, there: Code) => Code): Procedure {
  const [at, count, runsFrom, next, dealt, last, mark, place] = localsFrom(0, 8);
  return {
    name,
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32'],
    nCounters: 3,
    nPairs: 0,
    body: () => [
      ...set(last, add(get(at), timesPowerOfTwo(get(count), 3))),
      ...upTo(at, last, 8, [
        ...set(mark, add(get(next), timesPowerOfTwo(loadShort(get(runsFrom)), 2))),
        ...set(place, loadWhole(get(mark))),
        ...storeWhole(get(mark), add(get(place), whole(1))),
        ...move(get(at), add(get(dealt), timesPowerOfTwo(get(place), 3))),
        ...set(runsFrom, add(get(runsFrom), whole(2))),
      ]),
      ...whole(0),
    ],
  };
}

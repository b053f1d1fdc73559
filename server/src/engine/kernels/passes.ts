/** What the compiled kernels have in common: local variables by number, and going through a run by pairs. */
import { add, type Code, get, set, takeAway, timesPowerOfTwo, upTo, whole } from './assembler.ts';

/** Local variables, in the order of their kinds: as many as are asked for. */
export function localsFrom(first: number, count: number): Locals {
  return Array.from({ length: count }, (_, index) => first + index) as unknown as Locals;
}

type Seven = [number, number, number, number, number, number, number];
type Locals = Readonly<[...Seven, ...Seven, ...number[]]>;

/** Goes through `count` numbers by pairs; `place` and `last` are counters. */
export function eachPair([place, last]: readonly [number, number], at: number, count: number, body: Code): Code {
  return [
    ...set(place, get(at)),
    ...set(last, add(get(at), timesPowerOfTwo(get(count), 3))),
    ...upTo(place, last, 16, body),
  ];
}

/**
 * The same for steps that wait for one another: `nAtOnce` pairs at once, step by step in turn, so that one is worked on
 * while others wait. `steps` are told their `nLocals` local variables, from `first` on, and how many bytes beyond the place
 * the pair lies.
 */
export function eachFewPairs(
  [place, last, lastOfFew]: readonly [number, number, number],
  at: number,
  count: number,
  [nAtOnce, first, nLocals]: readonly [nAtOnce: 2 | 4, first: number, nLocals: number],
  steps: (locals: Locals, beyond: number) => readonly Code[],
): Code {
  const few = Array.from({ length: nAtOnce }, (_, pair) =>
    steps(localsFrom(first + pair * nLocals, nLocals), 16 * pair),
  );
  const one = few[0]!;
  return [
    ...set(place, get(at)),
    ...set(last, add(get(at), timesPowerOfTwo(get(count), 3))),
    ...set(lastOfFew, takeAway(get(last), whole(16 * (nAtOnce - 1)))),
    ...upTo(
      place,
      lastOfFew,
      16 * nAtOnce,
      one.flatMap((_, step) => few.flatMap(steps => steps[step]!)),
    ),
    ...upTo(place, last, 16, one.flat()),
  ];
}

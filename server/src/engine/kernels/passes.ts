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
 * The same for steps that wait for one another: two pairs at once, step by step in turn, so that one is worked on while the
 * other waits. `steps` are told their `nLocals` local variables, from `first` on, and how many bytes beyond the place the
 * pair lies.
 */
export function eachTwoPairs(
  [place, last, lastOfTwo]: readonly [number, number, number],
  at: number,
  count: number,
  [first, nLocals]: readonly [first: number, nLocals: number],
  steps: (locals: Locals, beyond: number) => readonly Code[],
): Code {
  const one = steps(localsFrom(first, nLocals), 0);
  const other = steps(localsFrom(first + nLocals, nLocals), 16);
  return [
    ...set(place, get(at)),
    ...set(last, add(get(at), timesPowerOfTwo(get(count), 3))),
    ...set(lastOfTwo, takeAway(get(last), whole(16))),
    ...upTo(
      place,
      lastOfTwo,
      32,
      one.flatMap((step, index) => [...step, ...other[index]!]),
    ),
    ...upTo(place, last, 16, one.flat()),
  ];
}

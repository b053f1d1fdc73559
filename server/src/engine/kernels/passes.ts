/** What the compiled kernels have in common: local variables by number, and going through a run by pairs. */
import { add, type Code, get, set, timesPowerOfTwo, upTo } from './assembler.ts';

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

/**
 * The few instructions of WebAssembly that the kernels need, as bytes, and a module made of functions. A pair is two
 * numbers worked on at once. Knows nothing of what is computed.
 */

export type Code = readonly number[];

export interface Procedure {
  readonly name: string;
  /** Numbers are handed over as `f64`, places in memory (in bytes) and counts as `i32`. */
  readonly parameters: readonly ('i32' | 'f64')[];
  /** Of local variables after the parameters, in this order. */
  readonly nCounters: number;
  readonly nNumbers?: number;
  readonly nPairs: number;
  /** Leaves a whole number. */
  readonly body: (fixed: Fixed) => Code;
}

/** Pairs that never change: made once, before the body, as compilers make them anew in each round of a loop. */
export interface Fixed {
  /** Two times the same number. */
  number(value: number): Code;
  /** Two times the same 64 bits. */
  bits(value: bigint): Code;
}

/** A module that shares the memory `env.memory`. */
export function moduleOf(procedures: readonly Procedure[]): Uint8Array {
  const typeOf = ({ parameters }: Procedure) => [0x60, ...list(parameters.map(type => [types[type]])), 1, types.i32];
  const bodyOf = ({ parameters, nCounters, nNumbers = 0, nPairs, body }: Procedure) => {
    const fixed = fixedFrom(parameters.length + nCounters + nNumbers + nPairs);
    const code = body(fixed);
    const locals = list([
      [...unsigned(nCounters), types.i32],
      [...unsigned(nNumbers), types.f64],
      [...unsigned(nPairs + fixed.pairs.size), types.pair],
    ]);
    return sized([...locals, ...[...fixed.pairs].flatMap(([pair, local]) => set(local, pairOf(pair))), ...code, 0x0b]);
  };
  const indices = procedures.map((_, index) => unsigned(index));
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(procedures.map(typeOf))),
    ...section(2, list([[...text('env'), ...text('memory'), 2, 0, 1]])),
    ...section(3, list(indices)),
    ...section(7, list(procedures.map(({ name }, index) => [...text(name), 0, ...indices[index]!]))),
    ...section(10, list(procedures.map(bodyOf))),
  ]);
}

const types = { i32: 0x7f, f64: 0x7c, pair: 0x7b } as const;

/** A local variable: its value, and giving it one. */
export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];

export const whole = (value: number): Code => [0x41, ...signed(value)];
export const add = (one: Code, other: Code): Code => [...one, ...other, 0x6a];
export const takeAway = (one: Code, other: Code): Code => [...one, ...other, 0x6b];
export const multiply = (one: Code, other: Code): Code => [...one, ...other, 0x6c];
export const timesPowerOfTwo = (one: Code, power: number): Code => [...one, ...whole(power), 0x74];

/** Does `body` while the counter is below the other local variable, each time going on by `step`. */
export function upTo(counter: number, end: number, step: number, body: Code): Code {
  const isBelow = [...get(counter), ...get(end), 0x49];
  const next = set(counter, add(get(counter), whole(step)));
  return [...isBelow, 0x04, 0x40, 0x03, 0x40, ...body, ...next, ...isBelow, 0x0d, 0, 0x0b, 0x0b];
}

/** Does `body` where it is so, else `otherwise`. */
export const when = (isSo: Code, body: Code, otherwise: Code = []): Code => {
  const instead = otherwise.length === 0 ? [] : [0x05, ...otherwise];
  return [...isSo, 0x04, 0x40, ...body, ...instead, 0x0b];
};
/** Does `body` once, and again as long as it is so. */
export const again = (body: Code, isSo: Code): Code => [0x03, 0x40, ...body, ...isSo, 0x0d, 0, 0x0b];
/** Ends the procedure. */
export const answer = (value: Code): Code => [...value, 0x0f];
export const isBeyond = (one: Code, other: Code): Code => [...one, ...other, 0x4b];
export const areBoth = (one: Code, other: Code): Code => [...one, ...other, 0x71];

/** A whole number of 32 or 16 bits, and a number by itself. */
export const loadWhole = (place: Code, beyond = 0): Code => [...place, 0x28, 2, ...unsigned(beyond)];
export const storeWhole = (place: Code, value: Code): Code => [...place, ...value, 0x36, 2, 0];
export const loadShort = (place: Code): Code => [...place, 0x2f, 1, 0];
export const storeShort = (place: Code, value: Code): Code => [...place, ...value, 0x3b, 1, 0];
export const loadNumber = (place: Code): Code => [...place, 0x2b, 3, 0];
export const storeNumber = (place: Code, value: Code): Code => [...place, ...value, 0x39, 3, 0];

/** Of 16 bytes one bit each, from the last on: whether it is not 0. */
export const bytesThatAreNot0 = (bytes: Code): Code => [...bytes, ...pairOf(0n), 0xfd, 0x24, 0xfd, 0x64];
/** The place of the lowest bit that is set, and the bits without it. */
export const lowestBit = (bits: Code): Code => [...bits, 0x68];
export const withoutLowestBit = (bits: Code): Code => areBoth(bits, takeAway(bits, whole(1)));
export const asNumber = (value: Code): Code => [...value, 0xb8];

const numberOperation =
  (code: number) =>
  (one: Code, other: Code): Code => [...one, ...other, code];

export const numberIsBelow = numberOperation(0x63);
export const numberPlus = numberOperation(0xa0);
export const numberMinus = numberOperation(0xa1);
export const numberTimes = numberOperation(0xa2);
export const number = (value: number): Code => [0x44, ...new Uint8Array(new Float64Array([value]).buffer)];
/** Whether it is −0 or not finite: 1 or 0. */
export const isWild = (value: Code): Code => [
  ...numberMinus(value, value),
  ...number(0),
  0x62,
  ...[...value, 0xbd, 0x42, ...Array<number>(9).fill(0x80), 0x7f, 0x51],
  0x72,
];
/** The last 32 bits of a number, as a whole number. */
export const lastBits = (value: Code): Code => [...value, 0xbd, 0xa7];

/** `beyond`: so many bytes beyond the place. */
export const load = (place: Code, beyond = 0): Code => [...place, 0xfd, 0x00, 3, ...unsigned(beyond)];
export const loadTwice = (place: Code, beyond = 0): Code => [...place, 0xfd, 0x0a, 3, ...unsigned(beyond)];
export const store = (place: Code, pair: Code, beyond = 0): Code => [
  ...place,
  ...pair,
  0xfd,
  0x0b,
  3,
  ...unsigned(beyond),
];
/** One number as both of a pair. */
export const both = (number: Code): Code => [...number, 0xfd, 0x14];

/** In local variables from one on. */
function fixedFrom(first: number): Fixed & { readonly pairs: ReadonlyMap<bigint, number> } {
  const pairs = new Map<bigint, number>();
  const local = (value: bigint) => {
    const pair = BigInt.asUintN(64, value);
    if (!pairs.has(pair)) pairs.set(pair, first + pairs.size);
    return get(pairs.get(pair)!);
  };
  return { pairs, bits: local, number: value => local(new BigInt64Array(new Float64Array([value]).buffer)[0]!) };
}

function pairOf(bits: bigint): Code {
  const bytes = new Uint8Array(new BigUint64Array([bits]).buffer);
  return [0xfd, 0x0c, ...bytes, ...bytes];
}

const operation =
  (code: number) =>
  (...pairs: readonly Code[]): Code => [...pairs.flat(), 0xfd, ...unsigned(code)];

export const plus = operation(0xf0);
export const minus = operation(0xf1);
export const times = operation(0xf2);
export const over = operation(0xf3);
export const absolute = operation(0xec);
/** The other where it is lower (higher), else the one: so also where either is NaN. */
export const lowerOr = operation(0xf6);
export const higherOr = operation(0xf7);
/** All bits where it is so, else none. */
export const isEqual = operation(0x47);
export const isUnequal = operation(0x48);
export const isBelow = operation(0x49);
export const isAtLeast = operation(0x4c);
/** Of halves of numbers, 32 bits each, as whole numbers. */
export const lowerHalves = operation(0xb7);
export const areHalvesBelow = operation(0x3a);
export const not = operation(0x4d);
export const and = operation(0x4e);
export const butNot = operation(0x4f);
export const or = operation(0x50);
/** Of the first where the third has bits, else of the second. */
export const choose = operation(0x52);
export const addBits = operation(0xce);
export const subtractBits = operation(0xd1);
export const areSameBits = operation(0xd6);
/** Of 64 bits as a whole number with a sign. */
export const areBitsAbove = operation(0xd9);
export const shiftLeft = (pair: Code, by: number): Code => [...pair, ...whole(by), 0xfd, ...unsigned(0xcb)];
export const shiftRight = (pair: Code, by: number): Code => [...pair, ...whole(by), 0xfd, ...unsigned(0xcd)];
/** Whether any bit is set. */
export const anyBits = (pair: Code): Code => [...pair, 0xfd, 0x53];
/** The last 32 bits of one of a pair, as a whole number. */
export const lastBitsOf = (pair: Code, which: 0 | 1): Code => [...pair, 0xfd, 0x1b, 2 * which];
/** The sum of two counts of 64 bits each, as a whole number. */
export const total = (pair: Code): Code => [...lane(pair, 0), ...lane(pair, 1), 0x7c, 0xa7];
const lane = (pair: Code, which: 0 | 1): Code => [...pair, 0xfd, 0x1d, which];

function section(id: number, content: Code): Code {
  return [id, ...sized(content)];
}

function sized(content: Code): Code {
  return [...unsigned(content.length), ...content];
}

function list(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function text(characters: string): Code {
  return list([...characters].map(character => [character.charCodeAt(0)]));
}

/** Seven bits a byte, the lowest first. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  return value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}

/**
 * Units in ascending order of their values, by radix: many times as fast as comparing where there are many. Knows nothing
 * of ranks and ties.
 */
import { type Column, codes } from './column.ts';

/** The units with a number and their numbers, ascending; equal ones in no particular order. */
export interface Order {
  readonly units: Uint32Array;
  readonly values: Float64Array;
}

/** The order of a column, found when it is first asked for. */
export function orderOnDemand(column: Column): () => Order {
  let order: Order | undefined;
  return () => {
    order ??= ascendingOrder(column);
    return order;
  };
}

export function ascendingOrder({ values, states }: Column): Order {
  const units = new Uint32Array(values.length);
  let count = 0;
  for (let unit = 0; unit < values.length; unit++) if (states[unit] === codes.present) units[count++] = unit;
  return inAscendingOrder(units.slice(0, count), values);
}

/** Units with a number each (none of them −0), ascending; equal ones stay in the order given. May sort in place. */
export function inAscendingOrder(present: Uint32Array, values: Float64Array): Order {
  if (present.length < fewValues) {
    present.sort((one, other) => values[one]! - values[other]!);
    return { units: present, values: valuesOf(present, values) };
  }
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  const keys = upperWords(words, present);
  return (
    settled(sortedBy(leadingDigits(keys), present, 2), values) ??
    settled(sortedBy(keys, present, 3), values) ??
    inOrderOfAllDigits(words, present, values)
  );
}

function inOrderOfAllDigits(words: Uint32Array, present: Uint32Array, values: Float64Array): Order {
  const byLower = sortedBy(lowerWords(words, present), present, 3);
  const units = sortedBy(upperWords(words, byLower), byLower, 3);
  return { units, values: valuesOf(units, values) };
}

function valuesOf(units: Uint32Array, values: Float64Array): Float64Array {
  const own = new Float64Array(units.length);
  for (let index = 0; index < units.length; index++) own[index] = values[units[index]!]!;
  return own;
}

/** The first 22 digits in which keys differ. */
function leadingDigits(keys: Uint32Array): Uint32Array {
  let lowest = 0xffffffff;
  let highest = 0;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index]!;
    if (key < lowest) lowest = key;
    if (key > highest) highest = key;
  }
  const shift = Math.max(0, 10 - Math.clz32(highest - lowest));
  const leading = new Uint32Array(keys.length);
  for (let index = 0; index < keys.length; index++) leading[index] = (keys[index]! - lowest) >>> shift;
  return leading;
}

/** Below this comparing is faster. */
const fewValues = 256;

/** Sign, exponent and the first 20 digits of each number as a whole number that grows with it. */
function upperWords(words: Uint32Array, units: Uint32Array): Uint32Array {
  const keys = new Uint32Array(units.length);
  for (let index = 0; index < units.length; index++) {
    const word = words[2 * units[index]! + upper]!;
    keys[index] = word >>> 31 === 1 ? ~word : word | 0x80000000;
  }
  return keys;
}

function lowerWords(words: Uint32Array, units: Uint32Array): Uint32Array {
  const keys = new Uint32Array(units.length);
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]!;
    const word = words[2 * unit + 1 - upper]!;
    keys[index] = words[2 * unit + upper]! >>> 31 === 1 ? ~word : word;
  }
  return keys;
}

/** Where the word with the sign lies: second on machines that store the low word first. */
const upper = new Uint8Array(new Uint32Array([1]).buffer)[0]!;

/** The units by their keys, stable: so many passes of 11 bits each. */
function sortedBy(keys: Uint32Array, units: Uint32Array, nPasses: 2 | 3): Uint32Array {
  const n = keys.length;
  const buffers = [0, 1].map(() => ({ keys: new Uint32Array(n), units: new Uint32Array(n) }));
  let from = { keys, units };
  for (let pass = 0; pass < nPasses; pass++) {
    const to = buffers[pass % 2]!;
    distribute(from.keys, from.units, to.keys, to.units, 11 * pass);
    from = to;
  }
  return from.units;
}

function distribute(
  keys: Uint32Array,
  units: Uint32Array,
  toKeys: Uint32Array,
  toUnits: Uint32Array,
  shift: number,
): void {
  const starts = startsOf(keys, shift);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index]!;
    const place = starts[(key >>> shift) & digit]!++;
    toKeys[place] = key;
    toUnits[place] = units[index]!;
  }
}

const digit = 2 ** 11 - 1;

function startsOf(keys: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(digit + 1);
  for (let index = 0; index < keys.length; index++) starts[(keys[index]! >>> shift) & digit]!++;
  let total = 0;
  for (let bucket = 0; bucket <= digit; bucket++) {
    const count = starts[bucket]!;
    starts[bucket] = total;
    total += count;
  }
  return starts;
}

/**
 * Puts what agrees in the digits looked at in order by insertion; `undefined` where that would take long, because many
 * values agree there and are not equal.
 */
function settled(units: Uint32Array, values: Float64Array): Order | undefined {
  const sorted = valuesOf(units, values);
  let moves = 0;
  for (let index = 1; index < units.length; index++) {
    const value = sorted[index]!;
    if (!(sorted[index - 1]! > value)) continue;
    const unit = units[index]!;
    let place = index;
    while (place > 0 && sorted[place - 1]! > value) {
      units[place] = units[place - 1]!;
      sorted[place] = sorted[place - 1]!;
      place--;
      if (++moves > 8 * units.length) return undefined;
    }
    units[place] = unit;
    sorted[place] = value;
  }
  return { units, values: sorted };
}

/**
 * Units in ascending order of their values, by radix: many times as fast as comparing where there are many. Knows nothing
 * of ranks and ties.
 */
import { codes } from './column.ts';
import type { Column } from './plan.ts';

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

export function ascendingOrder(column: Column): Order {
  const units = unitsInOrder(column);
  const values = new Float64Array(units.length);
  for (let index = 0; index < units.length; index++) values[index] = column.values[units[index]!]!;
  return { units, values };
}

function unitsInOrder({ values, states }: Column): Uint32Array {
  const units = new Uint32Array(values.length);
  let count = 0;
  for (let unit = 0; unit < values.length; unit++) if (states[unit] === codes.present) units[count++] = unit;
  return inAscendingOrder(units.slice(0, count), values);
}

/** Units with a number each (none of them −0), ascending; equal ones stay in the order given. May sort in place. */
export function inAscendingOrder(present: Uint32Array, values: Float64Array): Uint32Array {
  if (present.length < fewValues) return present.sort((one, other) => values[one]! - values[other]!);
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  const order = sortedBy(upperWords(words, present), present);
  if (settleRuns(order, values)) return order;
  const byLower = sortedBy(lowerWords(words, present), present);
  return sortedBy(upperWords(words, byLower), byLower);
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

/** The units by their keys, stable: three passes of 11, 11 and 10 bits. */
function sortedBy(keys: Uint32Array, units: Uint32Array): Uint32Array {
  const n = keys.length;
  const buffers = [0, 1].map(() => ({ keys: new Uint32Array(n), units: new Uint32Array(n) }));
  let from = { keys, units };
  [0, 11, 22].forEach((shift, pass) => {
    const to = buffers[pass % 2]!;
    distribute(from.keys, from.units, to.keys, to.units, shift);
    from = to;
  });
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
 * Puts what agrees in the upper word in order by insertion; false where that would take long, because many values agree
 * there and are not equal.
 */
function settleRuns(order: Uint32Array, values: Float64Array): boolean {
  let moves = 0;
  for (let index = 1; index < order.length; index++) {
    const unit = order[index]!;
    const value = values[unit]!;
    let place = index;
    while (place > 0 && values[order[place - 1]!]! > value) {
      order[place] = order[place - 1]!;
      place--;
      if (++moves > 8 * order.length) return false;
    }
    order[place] = unit;
  }
  return true;
}

/**
 * Units in ascending order of their values, by radix: many times as fast as comparing where there are many. Knows nothing
 * of ranks and ties.
 */
import { type Column, codes } from './column.ts';
import { kernelsFor } from './kernels/choice.ts';
import { nReserved } from './kernels/kernels.ts';

/** The units with a number and their numbers, ascending; equal ones in no particular order. */
export interface Order {
  readonly units: Uint32Array;
  readonly values: Float64Array;
}

/** `nGaps`: how many units have no value. */
export function ascendingOrder({ values, states }: Column, nGaps: number): Order {
  const units = new Uint32Array(values.length - nGaps);
  for (let unit = 0, place = 0; place < units.length; unit++) {
    units[place] = unit;
    if (states[unit] === codes.present) place++;
  }
  return inAscendingOrder(units, values);
}

/** Units with a number each (none of them −0), ascending; equal ones stay in the order given. May sort in place. */
export function inAscendingOrder(present: Uint32Array, values: Float64Array): Order {
  if (present.length < fewValues) return inserted(present, valuesOf(present, values), Infinity)!;
  return (
    inSlots(present, values) ?? (present.length < manyValues ? compared(present, values) : byDigits(present, values))
  );
}

function compared(present: Uint32Array, values: Float64Array): Order {
  present.sort((one, other) => values[one]! - values[other]!);
  return { units: present, values: valuesOf(present, values) };
}

function byDigits(present: Uint32Array, values: Float64Array): Order {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  const keys = upperWords(words, present);
  return (
    settled(sortedBy(leadingDigits(keys), present, 2), values) ??
    settled(sortedBy(keys, present, 3), values) ??
    inOrderOfAllDigits(words, present, values)
  );
}

/** Writing to more places at once would leave the nearest memory. */
const nRunBits = 9;

/**
 * For values that lie about evenly between their ends, as most do: the way between them is cut into somewhat more slots of
 * equal width than there are values; the units go to runs of slots, and each run, short enough for the nearest memory, to its
 * slots. `undefined` where many values crowd in few runs.
 */
function inSlots(units: Uint32Array, values: Float64Array): Order | undefined {
  const n = units.length;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let index = 0; index < n; index++) {
    const value = values[units[index]!]!;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const nBits = 33 - Math.clz32(n);
  const nFine = nBits - Math.min(nBits >>> 1, nRunBits);
  const factor = (2 ** nBits - 1) / (highest - lowest);
  if (!(factor > 0 && factor < Infinity)) return undefined;
  const ends = new Uint32Array(1 << (nBits - nFine));
  for (let index = 0; index < n; index++) ends[((values[units[index]!]! - lowest) * factor) >>> nFine]!++;
  if (areCrowded(ends, n)) return undefined;
  startsFrom(ends);
  const byRun = scratchFor(n);
  for (let index = 0; index < n; index++) {
    const unit = units[index]!;
    const value = values[unit]!;
    const place = ends[((value - lowest) * factor) >>> nFine]!++;
    byRun.units[place] = unit;
    byRun.values[place] = value;
  }
  const inOrder = { units: new Uint32Array(n), values: new Float64Array(n) };
  const places = new Uint32Array(1 << nFine);
  const lastSlot = places.length - 1;
  for (let run = 0, start = 0; run < ends.length; run++) {
    const end = ends[run]!;
    places.fill(0);
    for (let index = start; index < end; index++) places[((byRun.values[index]! - lowest) * factor) & lastSlot]!++;
    startsFrom(places, start);
    for (let index = start; index < end; index++) {
      const value = byRun.values[index]!;
      const place = places[((value - lowest) * factor) & lastSlot]!++;
      inOrder.units[place] = byRun.units[index]!;
      inOrder.values[place] = value;
    }
    start = end;
  }
  return inserted(inOrder.units, inOrder.values, 8 * n);
}

/** In the memory of the kernels, since new memory takes longer to be had than to be used. */
function scratchFor(n: number): Order {
  const numbers = kernelsFor(n).memory(nReserved + n + Math.ceil(n / 2));
  return {
    values: numbers.subarray(nReserved, nReserved + n),
    units: new Uint32Array(numbers.buffer, 8 * (nReserved + n), n),
  };
}

/** Whether a value is among more than a few times as many as there are on average. */
function areCrowded(counts: Uint32Array, n: number): boolean {
  let sum = 0;
  for (let run = 0; run < counts.length; run++) sum += counts[run]! * counts[run]!;
  return sum * counts.length > 8 * n * n;
}

/** Counts become the places where what was counted starts. */
function startsFrom(counts: Uint32Array, first = 0): void {
  let total = first;
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index]!;
    counts[index] = total;
    total += count;
  }
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

/** Below this inserting is faster. */
const fewValues = 128;
/** Below this comparing is faster. */
const manyValues = 256;

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
  startsFrom(starts);
  return starts;
}

/**
 * Puts what agrees in the digits looked at in order by insertion; `undefined` where that would take long, because many
 * values agree there and are not equal.
 */
function settled(units: Uint32Array, values: Float64Array): Order | undefined {
  return inserted(units, valuesOf(units, values), 8 * units.length);
}

/** `undefined` where it takes more moves. */
function inserted(units: Uint32Array, sorted: Float64Array, mostMoves: number): Order | undefined {
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
      if (++moves > mostMoves) return undefined;
    }
    units[place] = unit;
    sorted[place] = value;
  }
  return { units, values: sorted };
}

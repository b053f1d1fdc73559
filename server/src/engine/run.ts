/**
 * Runs of a column in the memory of the kernels, so short that they stay in the nearest memory. Knows nothing of what is
 * done to them.
 */
import { type Column, codes } from './column.ts';
import type { Kernels } from './kernels/kernels.ts';

/** So many at a time lie in the nearest memory. */
export const nAtHand = 1024;

/** So few are copied faster one by one. */
const nFew = 128;

export function copyNumbers(from: Float64Array, start: number, end: number, to: Float64Array, at: number): void {
  if (end - start > nFew) to.set(from.subarray(start, end), at);
  else for (let index = start, place = at; index < end; index++, place++) to[place] = from[index]!;
}

/** Room for so many bytes, in numbers. */
export function roomForMarks(count: number): number {
  return 2 * Math.ceil((count + 1) / 16);
}

/** The states of the units. A run of an odd number is marked one further. */
export function copyStates(from: Uint8Array, start: number, end: number, to: Float64Array, at: number): void {
  const bytes = new Uint8Array(to.buffer, 8 * at, end - start + 1);
  bytes.set(from.subarray(start, end));
  bytes[end - start] = 1;
}

/**
 * The values of the units, NaN where there is none. Answers how many there are not. A run of an odd number goes on with NaN,
 * which is not counted.
 */
export function copyValues(
  { values, states }: Column,
  { start, end }: { readonly start: number; readonly end: number },
  { kernels, numbers, marks }: { readonly kernels: Kernels; readonly numbers: Float64Array; readonly marks: number },
  at: number,
): number {
  const count = end - start;
  const nBeyond = count % 2;
  if (count > nFew) {
    numbers.set(values.subarray(start, end), at);
    copyStates(states, start, end, numbers, marks);
    return kernels.mark(at, count + nBeyond, marks) - nBeyond;
  }
  let nNone = 0;
  for (let unit = start, place = at; unit < end; unit++, place++) {
    if (states[unit] === codes.present) numbers[place] = values[unit]!;
    else {
      numbers[place] = Number.NaN;
      nNone++;
    }
  }
  if (nBeyond === 1) numbers[at + count] = Number.NaN;
  return nNone;
}

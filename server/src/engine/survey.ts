/** What a look at a whole column tells: where it has no values, and between which ends they lie. Knows no method. */
import { type Column, codes } from './column.ts';
import { kernelsFor } from './kernels/choice.ts';
import { nReserved } from './kernels/kernels.ts';

export interface Survey {
  /** The units without a value, in their order. */
  readonly gaps: readonly number[];
  /** Of the values; without any Infinity and −Infinity. */
  readonly min: number;
  readonly max: number;
  /** Whether the engine could have written the column: all numbers are finite, also where there is no value, and none is −0. */
  readonly isClean: boolean;
}

export function surveyOf(column: Column): Survey {
  return column.states.length < fewUnits ? surveyOneByOne(column) : surveyTogether(column);
}

/** Of so few it takes longer to hand them over than to look at them. */
const fewUnits = 256;

function surveyOneByOne({ values, states }: Column): Survey {
  const gaps: number[] = [];
  let min = Infinity;
  let max = -Infinity;
  let isClean = true;
  for (let unit = 0; unit < states.length; unit++) {
    const value = values[unit]!;
    if (!isFiniteAndNoNegativeZero(value)) isClean = false;
    if (states[unit] !== codes.present) {
      gaps.push(unit);
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { gaps, min, max, isClean };
}

function surveyTogether({ values, states }: Column): Survey {
  const nUnits = values.length;
  const gaps = gapsOf(states);
  const kernels = kernelsFor(nUnits);
  const numbers = kernels.memory(nReserved + nAtHand);
  let min = Infinity;
  let max = -Infinity;
  let isClean = true;
  let nextGap = 0;
  for (let start = 0; start < nUnits; start += nAtHand) {
    const end = Math.min(start + nAtHand, nUnits);
    copyNumbers(values, start, end, numbers, nReserved);
    let nNone = 0;
    for (; nextGap < gaps.length && gaps[nextGap]! < end; nextGap++, nNone++) {
      const place = nReserved + gaps[nextGap]! - start;
      if (!isFiniteAndNoNegativeZero(numbers[place]!)) isClean = false;
      numbers[place] = Number.NaN;
    }
    if ((end - start) % 2 === 1) {
      numbers[nReserved + end - start] = Number.NaN;
      nNone++;
    }
    // Not a number among the values, or a negative zero.
    if (kernels.survey(nReserved, end - start + ((end - start) % 2)) !== nNone) isClean = false;
    min = Math.min(min, numbers[0]!, numbers[1]!);
    max = Math.max(max, numbers[2]!, numbers[3]!);
  }
  return { gaps, min, max, isClean: isClean && (gaps.length === nUnits || (min > -Infinity && max < Infinity)) };
}

/** So many at a time that they lie in the nearest memory. */
const nAtHand = 1024;

/** A short run is copied faster one by one. */
export function copyNumbers(from: Float64Array, start: number, end: number, to: Float64Array, at: number): void {
  if (end - start > 128) to.set(from.subarray(start, end), at);
  else for (let index = start, place = at; index < end; index++, place++) to[place] = from[index]!;
}

function isFiniteAndNoNegativeZero(value: number): boolean {
  return value === 0 ? 1 / value > 0 : value - value === 0;
}

function gapsOf(states: Uint8Array): readonly number[] {
  const gaps: number[] = [];
  // Four at a time, as most are there.
  const nFours = states.byteOffset % 4 !== 0 ? 0 : states.length >>> 2;
  const fours = nFours === 0 ? noFours : new Uint32Array(states.buffer, states.byteOffset, nFours);
  for (let index = 0; index < nFours; index++) {
    if (fours[index] === 0) continue;
    for (let unit = 4 * index; unit < 4 * index + 4; unit++) if (states[unit] !== codes.present) gaps.push(unit);
  }
  for (let unit = 4 * nFours; unit < states.length; unit++) if (states[unit] !== codes.present) gaps.push(unit);
  return gaps;
}

const noFours = new Uint32Array(0);

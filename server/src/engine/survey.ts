/** What a look at a whole column tells: which values it lacks, and between which ends the others lie. Knows no method. */
import { type Column, codes } from './column.ts';
import { kernelsFor } from './kernels/choice.ts';
import { type Kernels, nReserved } from './kernels/kernels.ts';
import { copyNumbers, nFew } from './run.ts';

export interface Survey {
  /** The units without a value, in ascending order. */
  readonly gaps: readonly number[];
  /** Of the values; without any Infinity and −Infinity. */
  readonly min: number;
  readonly max: number;
  /** Whether the engine could have written the column: all numbers are finite, also where there is no value, and none is −0. */
  readonly isClean: boolean;
}

/** Where the values are to lie, NaN where there is none. */
interface Lodgings {
  readonly kernels: Kernels;
  readonly at: number;
}

export function surveyOf({ values, states }: Column, lodgings?: Lodgings): Survey {
  const nUnits = states.length;
  const kernels = lodgings?.kernels ?? kernelsFor(nUnits);
  const height = Math.min(nUnits, nAtOnce);
  const atHand = nReserved;
  const units = atHand + height + 2;
  const numbers = kernels.memory(units + 2 * height + 3);
  const gaps: number[] = [];
  let nWild = 0;
  let min = Infinity;
  let max = -Infinity;
  for (let start = 0; start < nUnits; start += nAtOnce) {
    const end = Math.min(start + nAtOnce, nUnits);
    const count = (end - start + 1) & ~1;
    const at = lodgings === undefined ? atHand : lodgings.at + start;
    copyNumbers(values, start, end, numbers, at);
    if (end - start < count) numbers[at + end - start] = Number.NaN;
    const nBefore = gaps.length;
    nWild += noteGaps({ kernels, numbers, states, start, end, at, units }, gaps);
    const nNaN = gaps.length - nBefore + count - (end - start);
    nWild += kernels.survey(at, count) - nNaN;
    min = Math.min(min, numbers[0]!, numbers[1]!);
    max = Math.max(max, numbers[2]!, numbers[3]!);
  }
  return { gaps, min, max, isClean: nWild === 0 && min > -Infinity && max < Infinity };
}

/** So many units at a time: their states too lie in the nearest memory. */
const nAtOnce = 2048;

interface Run {
  readonly kernels: Kernels;
  readonly numbers: Float64Array;
  readonly states: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** Where the values are, and where there is room for units. */
  readonly at: number;
  readonly units: number;
}

/** Writes NaN into the gaps. Answers how many of the numbers there were −0 or not finite. */
function noteGaps({ kernels, numbers, states, start, end, at, units }: Run, gaps: number[]): number {
  if (end - start <= nFew) return noteFewGaps({ numbers, states, start, end, at }, gaps);
  const found = kernels.gaps(at, states.subarray(start, end), units);
  const nGaps = found & 0xffff;
  for (let gap = 0; gap < nGaps; gap++) gaps.push(start + numbers[units + gap]!);
  return found >>> 16;
}

function noteFewGaps({ numbers, states, start, end, at }: Omit<Run, 'kernels' | 'units'>, gaps: number[]): number {
  let nWild = 0;
  for (let unit = start, place = at; unit < end; unit++, place++) {
    if (states[unit] === codes.present) continue;
    const value = numbers[place]!;
    if (Object.is(value, -0) || !Number.isFinite(value)) nWild++;
    numbers[place] = Number.NaN;
    gaps.push(unit);
  }
  return nWild;
}

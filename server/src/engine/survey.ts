/** What a look at a whole column tells: how many values it lacks, and between which ends they lie. Knows no method. */
import { type Column, codes } from './column.ts';
import { kernelsFor } from './kernels/choice.ts';
import { nReserved } from './kernels/kernels.ts';
import { copyNumbers, copyStates, nAtHand, roomForMarks } from './run.ts';

export interface Survey {
  /** The units without a value. */
  readonly nGaps: number;
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
  let nGaps = 0;
  let min = Infinity;
  let max = -Infinity;
  let isClean = true;
  for (let unit = 0; unit < states.length; unit++) {
    const value = values[unit]!;
    if (!isFiniteAndNoNegativeZero(value)) isClean = false;
    if (states[unit] !== codes.present) {
      nGaps++;
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { nGaps, min, max, isClean };
}

function surveyTogether({ values, states }: Column): Survey {
  const nUnits = values.length;
  const kernels = kernelsFor(nUnits);
  const ofMarks = nReserved + nAtHand;
  const numbers = kernels.memory(ofMarks + roomForMarks(nAtHand));
  let nGaps = 0;
  let nWild = 0;
  let min = Infinity;
  let max = -Infinity;
  for (let start = 0; start < nUnits; start += nAtHand) {
    const end = Math.min(start + nAtHand, nUnits);
    const nBeyond = (end - start) % 2;
    copyNumbers(values, start, end, numbers, nReserved);
    copyStates(states, start, end, numbers, ofMarks);
    if (nBeyond === 1) numbers[nReserved + end - start] = 0;
    const found = kernels.survey(nReserved, end - start + nBeyond, ofMarks);
    nGaps += (found & 0xffff) - nBeyond;
    nWild += found >>> 16;
    min = Math.min(min, numbers[0]!, numbers[1]!);
    max = Math.max(max, numbers[2]!, numbers[3]!);
  }
  return { nGaps, min, max, isClean: nWild === 0 };
}

function isFiniteAndNoNegativeZero(value: number): boolean {
  return value === 0 ? 1 / value > 0 : value - value === 0;
}

/** What a look at a whole column tells: which values it lacks, and between which ends the others lie. Knows no method. */
import { type Column, codes } from './column.ts';
import { kernelsFor } from './kernels/choice.ts';
import { nReserved } from './kernels/kernels.ts';
import { copyWithGaps, nAtHand } from './run.ts';

export interface Survey {
  /** The units without a value, in ascending order. */
  readonly gaps: readonly number[];
  /** Of the values; without any Infinity and −Infinity. */
  readonly min: number;
  readonly max: number;
  /** Whether the engine could have written the column: all numbers are finite, also where there is no value, and none is −0. */
  readonly isClean: boolean;
}

export function surveyOf({ values, states }: Column): Survey {
  const nUnits = states.length;
  const gaps = gapsIn(states);
  const kernels = kernelsFor(nUnits);
  const numbers = kernels.memory(nReserved + Math.min(nUnits, nAtHand) + 1);
  let nWild = 0;
  for (const unit of gaps) if (!isFiniteAndNoNegativeZero(values[unit]!)) nWild++;
  let min = Infinity;
  let max = -Infinity;
  for (let start = 0; start < nUnits; start += nAtHand) {
    const end = Math.min(start + nAtHand, nUnits);
    const nNone = copyWithGaps(values, gaps, start, end, numbers, nReserved);
    const count = (end - start + 1) & ~1;
    nWild += kernels.survey(nReserved, count) - nNone - (count - (end - start));
    min = Math.min(min, numbers[0]!, numbers[1]!);
    max = Math.max(max, numbers[2]!, numbers[3]!);
  }
  return { gaps, min, max, isClean: nWild === 0 };
}

/** Of many units four states at a time are looked at, as most are 0. */
function gapsIn(states: Uint8Array): readonly number[] {
  const gaps: number[] = [];
  const nUnits = states.length;
  if (nUnits < manyUnits) {
    noteGaps(states, 0, nUnits, gaps);
    return gaps;
  }
  const first = -states.byteOffset & 3;
  const fours = new Uint32Array(states.buffer, states.byteOffset + first, (nUnits - first) >> 2);
  noteGaps(states, 0, first, gaps);
  for (let four = 0, unit = first; four < fours.length; four++, unit += 4) {
    if (fours[four] !== 0) noteGaps(states, unit, unit + 4, gaps);
  }
  noteGaps(states, first + 4 * fours.length, nUnits, gaps);
  return gaps;
}

const manyUnits = 256;

function noteGaps(states: Uint8Array, start: number, end: number, gaps: number[]): void {
  for (let unit = start; unit < end; unit++) if (states[unit] !== codes.present) gaps.push(unit);
}

function isFiniteAndNoNegativeZero(value: number): boolean {
  return value === 0 ? 1 / value > 0 : value - value === 0;
}

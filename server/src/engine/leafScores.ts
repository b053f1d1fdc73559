/** The scores of a leaf, computed when they are asked for. Knows nothing of how its values were prepared, nor of other nodes. */
import type { Block } from './block.ts';
import { type Column, codes, type Reason } from './column.ts';
import { logarithm } from './kernels/logarithm.ts';
import { ScoresOnDemand } from './nodeScores.ts';
import type { Range } from './normalisation.ts';
import type { Scorer } from './normalise/method.ts';
import { copyNumbers, type Survey } from './survey.ts';
import type { SurveyedColumn } from './surveyedColumn.ts';

export const everything: Range = [-Infinity, Infinity];

export class LeafScores extends ScoresOnDemand {
  readonly #reading: Reading;

  /** `scorer`: or why there is no score. `standIn`: the score of what is missing. */
  constructor(scorer: Scorer | Reason, column: SurveyedColumn, standIn: number | undefined) {
    super(column.states.length);
    const [one, other] = (typeof scorer !== 'string' && scorer.truncateTo) || everything;
    const low = Math.min(one, other);
    const high = Math.max(one, other);
    this.#reading = {
      scorer,
      raw: column,
      gaps: typeof scorer === 'string' ? noGaps : column.survey().gaps,
      standIn: standIn !== undefined && Number.isFinite(standIn) ? standIn : Number.NaN,
      low,
      high,
      most: typeof scorer === 'string' ? Number.NaN : mostOnLine(scorer, column.survey(), low, high),
    };
  }

  read(block: Block, place: number): number {
    return readScores(this.#reading, block, place);
  }

  stateOf(unit: number): number {
    const { scorer, raw } = this.#reading;
    const state = raw.states[unit]!;
    if (state !== codes.present) return state;
    if (typeof scorer === 'string') return codes[scorer];
    return codes[Number.isNaN(scorer.scoreOf(raw.values[unit]!)) ? (scorer.reason ?? 'overflow') : 'overflow'];
  }
}

const noGaps: readonly number[] = [];

interface Reading {
  /** Or why there is no score. */
  readonly scorer: Scorer | Reason;
  readonly raw: Column;
  /** The units without a value, in their order, if there is a scorer. */
  readonly gaps: readonly number[];
  /** For what is missing; NaN: nothing. */
  readonly standIn: number;
  /** Scores beyond are truncated. */
  readonly low: number;
  readonly high: number;
  /** The largest score in size, where all lie on the line between those of the ends and none is truncated; else NaN. */
  readonly most: number;
}

/** Scores along a line grow or fall with the values, in the arithmetic of the machine too. */
function mostOnLine(scorer: Scorer, { min, max }: Survey, low: number, high: number): number {
  const { line, isOfLogarithms } = scorer;
  if (line === undefined || !(min <= max)) return Number.NaN;
  const one = scorer.scoreOf(min);
  const other = scorer.scoreOf(max);
  if (!(Math.min(one, other) >= low && Math.max(one, other) <= high)) return Number.NaN;
  const { origin, sign, span, height, width, start } = line;
  const distanceOf = (value: number) => ((isOfLogarithms ? logarithm(value) : value) - origin) * sign;
  const near = Math.min(distanceOf(min), distanceOf(max));
  const far = Math.max(distanceOf(min), distanceOf(max));
  // Logarithms may be wrong in their last digit, so that they must be well within.
  const margin = isOfLogarithms ? span * 2 ** -40 : 0;
  if (span > 0 && !(near >= margin && far <= span - margin)) return Number.NaN;
  // The line may leave the range of numbers where the score does not.
  return Math.max(Math.abs(start + (height * near) / width), Math.abs(start + (height * far) / width));
}

function readScores(reading: Reading, block: Block, place: number): number {
  const { scorer, raw, gaps, standIn } = reading;
  const { start, end, numbers } = block;
  const first = block.scores + place * block.height - start;
  if (typeof scorer === 'string') {
    for (let unit = start; unit < end; unit++) numbers[first + unit] = standInOf(standIn, raw, unit, block);
    return 0;
  }
  const firstGap = placeIn(gaps, start);
  const nTruncated =
    readAlongLine(reading, scorer, block, place, firstGap) ?? readOneByOne(reading, scorer, block, place);
  if (Number.isNaN(standIn)) return nTruncated;
  for (let index = firstGap; index < gaps.length && gaps[index]! < end; index++) {
    numbers[first + gaps[index]!] = standInOf(standIn, raw, gaps[index]!, block);
  }
  return nTruncated;
}

/** NaN where nothing stands in. */
function standInOf(standIn: number, raw: Column, unit: number, block: Block): number {
  if (raw.states[unit] !== codes.missing) return Number.NaN;
  if (Math.abs(standIn) >= block.limit) block.isWild = true;
  return standIn;
}

/** All at once; `undefined` where the line does not give every score of the method. */
function readAlongLine(
  { raw, gaps, low, high, most: mostOnLine }: Reading,
  { line, within, isOfLogarithms }: Scorer,
  block: Block,
  place: number,
  firstGap: number,
): number | undefined {
  if (line === undefined) return undefined;
  const { numbers, kernels, start, end } = block;
  const count = end - start;
  const first = block.scores + place * block.height;
  copyNumbers(raw.values, start, end, numbers, first);
  let nGaps = 0;
  for (; firstGap + nGaps < gaps.length; nGaps++) {
    const unit = gaps[firstGap + nGaps]!;
    if (unit >= end) break;
    numbers[first + unit - start] = Number.NaN;
  }
  // The kernels go by pairs.
  const nInPairs = count + (count % 2);
  if (nInPairs > count) numbers[first + count] = Number.NaN;
  if (isOfLogarithms) kernels.logarithms(first, nInPairs, first);
  if (mostOnLine < block.limit) {
    if (line.span > 0) kernels.between(first, nInPairs, line);
    else kernels.slope(first, nInPairs, line);
    return 0;
  }
  const [least, most] = within ?? [low, high];
  const found = kernels.line(first, nInPairs, line, least, most, block.limit);
  const nNone = nGaps + nInPairs - count;
  const nCut = (found & 0xffff) - nNone;
  if (found >>> 16 !== nNone || (within !== undefined && nCut > 0)) return undefined;
  return nCut;
}

/** The number of the first gap from a unit on. */
function placeIn(gaps: readonly number[], unit: number): number {
  let from = 0;
  let to = unit === 0 ? 0 : gaps.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (gaps[middle]! < unit) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Scores that are to be truncated, NaN where there is none; returns how many were truncated. */
function readOneByOne({ low, high, raw }: Reading, scorer: Scorer, block: Block, place: number): number {
  const { numbers, start, end, limit } = block;
  const first = block.scores + place * block.height - start;
  let nTruncated = 0;
  for (let unit = start; unit < end; unit++) {
    const score = raw.states[unit] === codes.present ? scorer.scoreOf(raw.values[unit]!) : Number.NaN;
    const kept = Math.min(Math.max(score, low), high);
    if (kept - kept !== 0) {
      numbers[first + unit] = Number.NaN;
      continue;
    }
    numbers[first + unit] = kept;
    if (kept !== score) nTruncated++;
    if (Math.abs(kept) >= limit) block.isWild = true;
  }
  return nTruncated;
}

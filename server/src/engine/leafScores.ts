/** The scores of a leaf, computed when they are asked for. Knows nothing of how its values were prepared, nor of other nodes. */
import { scoreAlong, slopeOf } from './alongLine.ts';
import type { Block } from './block.ts';
import { type Column, codes, type Reason } from './column.ts';
import type { Slope } from './kernels/kernels.ts';
import { logarithm } from './kernels/logarithm.ts';
import { ScoresOnDemand } from './nodeScores.ts';
import type { Range } from './normalisation.ts';
import type { Scorer } from './normalise/method.ts';
import { copyWithGaps } from './run.ts';
import type { Survey } from './survey.ts';
import type { SurveyedColumn } from './surveyedColumn.ts';

export const everything: Range = [-Infinity, Infinity];

export class LeafScores extends ScoresOnDemand {
  /** Or why there is no score. */
  readonly #scorer: Scorer | Reason;
  readonly #raw: Column;
  /** The units without a value. */
  readonly #gaps: readonly number[];
  /** For what is missing; NaN: nothing. */
  readonly #standIn: number;
  /** Scores beyond are truncated. */
  readonly #low: number;
  readonly #high: number;
  /** What the line is wherever a value lies on it. */
  readonly #slope: Slope | undefined;
  /** The largest score in size, where all lie on the slope and none is truncated; else NaN. */
  readonly #most: number;

  /** `scorer`: or why there is no score. `standIn`: the score of what is missing. */
  constructor(scorer: Scorer | Reason, column: SurveyedColumn, standIn: number | undefined) {
    super(column.states.length);
    const { truncateTo, line } = typeof scorer === 'string' ? ({} as Partial<Scorer>) : scorer;
    const [one, other] = truncateTo ?? everything;
    const survey = column.survey();
    this.#scorer = scorer;
    this.#raw = column;
    this.#gaps = survey.gaps;
    this.#standIn = standIn !== undefined && Number.isFinite(standIn) ? standIn : Number.NaN;
    this.#low = Math.min(one, other);
    this.#high = Math.max(one, other);
    this.#slope = line && slopeOf(line);
    this.#most =
      typeof scorer === 'string' || this.#slope === undefined
        ? Number.NaN
        : mostOnSlope(scorer, survey, this.#low, this.#high);
  }

  protected compute(block: Block, place: number): number {
    const scorer = this.#scorer;
    const nTruncated =
      typeof scorer === 'string'
        ? this.#readNone(block, place)
        : (this.#readAlongLine(scorer, block, place) ?? this.#readOneByOne(scorer, block, place));
    if (!Number.isNaN(this.#standIn)) this.#fillMissing(block, place);
    return nTruncated;
  }

  stateOf(unit: number): number {
    const scorer = this.#scorer;
    const state = this.#raw.states[unit]!;
    if (state !== codes.present) return state;
    if (typeof scorer === 'string') return codes[scorer];
    return codes[Number.isNaN(scorer.scoreOf(this.#raw.values[unit]!)) ? (scorer.reason ?? 'overflow') : 'overflow'];
  }

  /** All at once; `undefined` where the line does not give every score of the method. */
  #readAlongLine(scorer: Scorer, block: Block, place: number): number | undefined {
    const { line, within } = scorer;
    if (line === undefined) return undefined;
    const { kernels, limit } = block;
    const first = block.scores + place * block.height;
    const { start, end } = block;
    const nInPairs = (end - start + 1) & ~1;
    const nNone =
      copyWithGaps(this.#raw.values, this.#gaps, start, end, block.numbers, first) + nInPairs - (end - start);
    if (scorer.isOfLogarithms) kernels.logarithms(first, nInPairs, first);
    const slope = this.#slope;
    if (slope !== undefined && this.#most < limit) {
      kernels.slope(first, nInPairs, slope);
      return 0;
    }
    const [least, most] = within ?? [this.#low, this.#high];
    const found = scoreAlong(kernels, first, nInPairs, line, { least, most, reach: limit }, slope);
    const nCut = (found & 0xffff) - nNone;
    if (found >>> 16 !== nNone || (within !== undefined && nCut > 0)) return undefined;
    return nCut;
  }

  /** Scores that are to be truncated, NaN where there is none; answers how many were truncated. */
  #readOneByOne(scorer: Scorer, block: Block, place: number): number {
    const { values, states } = this.#raw;
    const { numbers, start, end, limit } = block;
    const first = block.scores + place * block.height - start;
    let nTruncated = 0;
    for (let unit = start; unit < end; unit++) {
      const score = states[unit] === codes.present ? scorer.scoreOf(values[unit]!) : Number.NaN;
      const kept = Math.min(Math.max(score, this.#low), this.#high);
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

  #readNone({ numbers, scores, height, start, end }: Block, place: number): number {
    const first = scores + place * height;
    numbers.fill(Number.NaN, first, first + end - start);
    return 0;
  }

  #fillMissing(block: Block, place: number): void {
    const { numbers, start, end, limit } = block;
    const { states } = this.#raw;
    const first = block.scores + place * block.height - start;
    for (let unit = start; unit < end; unit++) {
      if (states[unit] !== codes.missing) continue;
      numbers[first + unit] = this.#standIn;
      if (Math.abs(this.#standIn) >= limit) block.isWild = true;
    }
  }
}

function mostOnSlope(scorer: Scorer, { min, max }: Survey, low: number, high: number): number {
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

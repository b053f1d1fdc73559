/** The scores of a leaf, computed when they are asked for. Knows nothing of how its values were prepared, nor of other nodes. */
import { isSlope, scoreAlong } from './alongLine.ts';
import type { Block } from './block.ts';
import { codes, type Reason } from './column.ts';
import type { Kernels } from './kernels/kernels.ts';
import { logarithm } from './kernels/logarithm.ts';
import { ScoresOnDemand } from './nodeScores.ts';
import type { Range } from './normalisation.ts';
import type { Scorer, StraightLine } from './normalise/method.ts';
import { copyWithGaps } from './run.ts';
import type { Survey } from './survey.ts';
import type { SurveyedColumn } from './surveyedColumn.ts';

export const everything: Range = [-Infinity, Infinity];

export class LeafScores extends ScoresOnDemand {
  /** Or why there is no score. */
  readonly #scorer: Scorer | Reason;
  readonly #raw: SurveyedColumn;
  /** For what is missing; `undefined`: nothing. */
  readonly #standIn: number | undefined;
  /** The largest score in size, where all lie on the line and none is truncated; else NaN. */
  readonly #most: number;

  /** `scorer`: or why there is no score. `standIn`: the score of what is missing. */
  constructor(scorer: Scorer | Reason, column: SurveyedColumn, standIn: number | undefined) {
    super(column.states.length);
    this.#scorer = scorer;
    this.#raw = column;
    this.#standIn = standIn !== undefined && Number.isFinite(standIn) ? standIn : undefined;
    this.#most = typeof scorer === 'string' ? Number.NaN : mostOnLine(scorer, column.survey());
  }

  /** From where the values lie in the memory of the kernels, without any copy. */
  override read(block: Block, place: number): number {
    const scorer = this.#scorer;
    const { kernels, start, end } = block;
    if (
      typeof scorer === 'string' ||
      scorer.isOfLogarithms ||
      this.#standIn !== undefined ||
      !(this.#most < block.limit)
    ) {
      return super.read(block, place);
    }
    const lodged = this.#raw.placeIn(kernels.lodging);
    if (lodged === undefined) return super.read(block, place);
    goAlong(kernels, scorer.line!, lodged + start, inPairs(end - start), block.scores + place * block.height);
    return 0;
  }

  protected compute(block: Block, place: number): number {
    const scorer = this.#scorer;
    const nTruncated =
      typeof scorer === 'string'
        ? this.#readNone(block, place)
        : (this.#readAlongLine(scorer, block, place) ?? this.#readOneByOne(scorer, block, place));
    if (this.#standIn !== undefined) this.#fillMissing(block, place, this.#standIn);
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
    const nInPairs = inPairs(end - start);
    const nNone =
      copyWithGaps(this.#raw.values, this.#raw.survey().gaps, start, end, block.numbers, first) +
      nInPairs -
      (end - start);
    if (scorer.isOfLogarithms) kernels.logarithms(first, nInPairs, first);
    if (this.#most < limit) {
      goAlong(kernels, line, first, nInPairs, first);
      return 0;
    }
    const ends = within ?? endsOf(scorer);
    const found = scoreAlong(kernels, first, nInPairs, line, { least: ends[0], most: ends[1], reach: limit });
    const nCut = (found & 0xffff) - nNone;
    if (found >>> 16 !== nNone || (within !== undefined && nCut > 0)) return undefined;
    return nCut;
  }

  /** Scores that are to be truncated, NaN where there is none; answers how many were truncated. */
  #readOneByOne(scorer: Scorer, block: Block, place: number): number {
    const { values, states } = this.#raw;
    const { numbers, start, end, limit } = block;
    const first = block.scores + place * block.height - start;
    const [low, high] = endsOf(scorer);
    let nTruncated = 0;
    for (let unit = start; unit < end; unit++) {
      const score = states[unit] === codes.present ? scorer.scoreOf(values[unit]!) : Number.NaN;
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

  #readNone({ numbers, scores, height, start, end }: Block, place: number): number {
    const first = scores + place * height;
    numbers.fill(Number.NaN, first, first + end - start);
    return 0;
  }

  #fillMissing(block: Block, place: number, standIn: number): void {
    const { numbers, start, end, limit } = block;
    const { states } = this.#raw;
    const first = block.scores + place * block.height - start;
    for (let unit = start; unit < end; unit++) {
      if (states[unit] !== codes.missing) continue;
      numbers[first + unit] = standIn;
      if (Math.abs(standIn) >= limit) block.isWild = true;
    }
  }
}

function goAlong(kernels: Kernels, line: StraightLine, from: number, count: number, to: number): void {
  if (isSlope(line)) kernels.slope(from, count, line, to);
  else kernels.between(from, count, line, to);
}

/** The kernels go by pairs. */
function inPairs(count: number): number {
  return (count + 1) & ~1;
}

/** Scores beyond are truncated. */
function endsOf({ truncateTo }: Scorer): Range {
  if (truncateTo === undefined || truncateTo[0] <= truncateTo[1]) return truncateTo ?? everything;
  return [truncateTo[1], truncateTo[0]];
}

function mostOnLine(scorer: Scorer, { min, max }: Survey): number {
  const { line, isOfLogarithms, within } = scorer;
  if (line === undefined || !(min <= max)) return Number.NaN;
  const { origin, sign, span } = line;
  const ends = isOfLogarithms ? [logarithm(min), logarithm(max)] : [min, max];
  const near = sign > 0 ? ends[0]! - origin : origin - ends[1]!;
  const far = sign > 0 ? ends[1]! - origin : origin - ends[0]!;
  // Logarithms may be wrong in their last digit, so that they must be well within.
  const margin = isOfLogarithms ? span * 2 ** -40 : 0;
  if (span > 0 && !(near >= margin && far <= span - margin)) return Number.NaN;
  const one = scoreAt(near, line);
  const other = scoreAt(far, line);
  const bounds = within ?? endsOf(scorer);
  if (!(Math.min(one, other) >= bounds[0] && Math.max(one, other) <= bounds[1])) return Number.NaN;
  // The line may leave the range of numbers where the score does not.
  return Math.max(Math.abs(one), Math.abs(other));
}

function scoreAt(distance: number, { span, height, width, start, low, high }: StraightLine): number {
  const score = start + (height * distance) / width;
  return span > 0 ? Math.min(Math.max(score, low), high) : score;
}

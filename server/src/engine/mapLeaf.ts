/** A leaf's way from prepared values to scores. Knows nothing of its siblings. */
import { type Block, type BlockMemory, blockMemory, writeGap } from './block.ts';
import { type Column, codes, emptyColumn, type Reason, writeNumber } from './column.ts';
import type { LeafPlan } from './leafPlan.ts';
import { type NodeScores, scoresOnDemand, writeAll, writtenScores } from './nodeScores.ts';
import type { Range } from './normalisation.ts';
import { normaliseMethod } from './normalise/index.ts';
import type { Scorer } from './normalise/method.ts';
import type { Order } from './order.ts';
import type { LeafParams } from './params.ts';
import type { Plan } from './plan.ts';
import { copyNumbers, type Survey, surveyOnDemand } from './survey.ts';

/** The values and, on demand, what a look at all of them tells and the units in their order. */
export interface SurveyedColumn {
  readonly raw: Column;
  survey(): Survey;
  order(): Order;
}

export interface LeafScores {
  readonly scores: NodeScores;
  /** Of values that were truncated when the scores were written down; else `scores.read` says it. */
  readonly nTruncated: number;
}

/**
 * The scores of a leaf, most of them computed when they are asked for. A score of the leaf's own
 * stands in for a value that is `missing`, and for nothing else: not for a value that is invalid or that the method could
 * not score.
 */
export function scoreLeaf(
  plan: Plan,
  leaf: LeafPlan,
  params: LeafParams,
  { raw, survey, order }: SurveyedColumn,
): LeafScores {
  const situation = { direction: leaf.direction, scale: plan.scale, params };
  const scorer = normaliseMethod(leaf.normalise.method).prepare(leaf.normalise, situation);
  const standIn = typeof leaf.missing === 'object' ? leaf.missing.score : undefined;
  const read = readingOf(scorer, raw, survey, standIn);
  if (typeof scorer === 'string' || scorer.among === undefined || plan.nUnits < manyUnits) {
    return { scores: scoresOnDemand(plan.nUnits, read), nTruncated: 0 };
  }
  const inOrder = scoreInOrder(scorer, raw, order());
  if (standIn !== undefined) fillMissing(standIn, raw, inOrder.column);
  return { scores: writtenScores(inOrder.column), nTruncated: inOrder.nTruncated };
}

/** Of so many ranks are found by going through the values in order. */
const manyUnits = 1024;

export function writeDown(read: NodeScores['read'], column: Column, memory: BlockMemory): LeafScores {
  const nTruncated = writeAll(read, column, memory);
  return { scores: writtenScores(column), nTruncated };
}

/** The score of each value, and how many were truncated. */
export function scoreColumn(
  scorer: Scorer | Reason,
  raw: Column,
): { readonly column: Column; readonly nTruncated: number } {
  const nUnits = raw.states.length;
  const column = emptyColumn(nUnits);
  return {
    column,
    nTruncated: writeAll(readingOf(scorer, raw, surveyOnDemand(raw), undefined), column, blockMemory(1, nUnits)),
  };
}

function readingOf(
  scorer: Scorer | Reason,
  raw: Column,
  survey: () => Survey,
  standIn: number | undefined,
): NodeScores['read'] {
  if (typeof scorer === 'string') {
    const reason = codes[scorer];
    return (block, place) => readReasons(reason, standIn, raw, block, place);
  }
  const [one, other] = scorer.truncateTo ?? everything;
  const { gaps } = survey();
  const reading = { scorer, raw, gaps, standIn, low: Math.min(one, other), high: Math.max(one, other) };
  return (block, place) => readScores(reading, block, place);
}

const everything: Range = [-Infinity, Infinity];

interface Reading {
  readonly scorer: Scorer;
  readonly raw: Column;
  /** The units without a value, in their order. */
  readonly gaps: readonly number[];
  readonly standIn: number | undefined;
  /** Scores beyond are truncated. */
  readonly low: number;
  readonly high: number;
}

function readScores(reading: Reading, block: Block, place: number): number {
  const { raw, gaps, standIn } = reading;
  const { start, end } = block;
  const firstGap = placeIn(gaps, start);
  const nTruncated = readAlongLine(reading, block, place, firstGap) ?? readOneByOne(reading, block, place);
  for (let index = firstGap; index < gaps.length && gaps[index]! < end; index++) {
    const unit = gaps[index]!;
    const state = raw.states[unit]!;
    if (state !== codes.missing || standIn === undefined) writeGap(block, unit - start, place, state, undefined);
    else writeGap(block, unit - start, place, codes.overflow, standIn);
  }
  return nTruncated;
}

/** All at once; `undefined` where the line does not give every score of the method. */
function readAlongLine(reading: Reading, block: Block, place: number, firstGap: number): number | undefined {
  const { scorer, raw, gaps, low, high } = reading;
  const { line, within } = scorer;
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
  if (scorer.isOfLogarithms) kernels.logarithms(first, nInPairs, first);
  const [least, most] = within ?? [low, high];
  const found = kernels.line(first, nInPairs, line, least, most, block.limit);
  const nCut = found & 0xffff;
  if (found >>> 16 !== nGaps + nInPairs - count || (within !== undefined && nCut > 0)) return undefined;
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

/** Scores that are to be truncated, and reasons where there is none; returns how many were truncated. */
function readOneByOne(reading: Reading, block: Block, place: number): number {
  const { low, high, raw, scorer } = reading;
  const { numbers, start, end, limit } = block;
  const first = block.scores + place * block.height - start;
  const noScore = codes[scorer.reason ?? 'overflow'];
  let nTruncated = 0;
  for (let unit = start; unit < end; unit++) {
    if (raw.states[unit] !== codes.present) continue;
    const score = scorer.scoreOf(raw.values[unit]!);
    const kept = Math.min(Math.max(score, low), high);
    if (kept - kept !== 0) {
      writeGap(block, unit - start, place, Number.isNaN(score) ? noScore : codes.overflow, undefined);
      continue;
    }
    numbers[first + unit] = kept;
    if (kept !== score) nTruncated++;
    if (Math.abs(kept) >= limit) block.isWild = true;
  }
  return nTruncated;
}

function readReasons(
  reason: number,
  standIn: number | undefined,
  { states }: Column,
  block: Block,
  place: number,
): number {
  const { start, end } = block;
  for (let unit = start; unit < end; unit++) {
    const own = states[unit] === codes.missing ? standIn : undefined;
    writeGap(block, unit - start, place, own === undefined ? states[unit]! || reason : codes.overflow, own);
  }
  return 0;
}

/** The same for a method that asks for the place among others only: equal values are scored once. */
function scoreInOrder(
  scorer: Scorer,
  raw: Column,
  order: Order,
): { readonly column: Column; readonly nTruncated: number } {
  const { values, scoreAt } = scorer.among!;
  const scored = new Float64Array(raw.states.length);
  const scores = { values: scored, states: raw.states.slice() };
  const [one, other] = scorer.truncateTo ?? everything;
  const low = Math.min(one, other);
  const high = Math.max(one, other);
  let nTruncated = 0;
  let nLower = 0;
  const { units, values: own } = order;
  for (let start = 0; start < own.length; ) {
    const value = own[start]!;
    while (nLower < values.length && values[nLower]! < value) nLower++;
    let nNotHigher = nLower;
    while (nNotHigher < values.length && values[nNotHigher] === value) nNotHigher++;
    const score = scoreAt(nLower, nNotHigher - nLower);
    const kept = Math.min(Math.max(score, low), high) + 0;
    let end = start;
    if (kept - kept === 0) for (; end < own.length && own[end] === value; end++) scored[units[end]!] = kept;
    else for (; end < own.length && own[end] === value; end++) writeNumber(scores, units[end]!, kept);
    if (kept !== score) nTruncated += end - start;
    nLower = nNotHigher;
    start = end;
  }
  return { column: scores, nTruncated };
}

function fillMissing(score: number, raw: Column, scores: Column): void {
  for (let unit = 0; unit < raw.states.length; unit++) {
    if (raw.states[unit] === codes.missing) writeNumber(scores, unit, score);
  }
}

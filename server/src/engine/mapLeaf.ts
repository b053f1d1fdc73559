/** A leaf's way from prepared values to scores. Knows nothing of its siblings. */
import { type Column, codes, emptyColumn, type Reason, writeNumber } from './column.ts';
import type { LeafPlan } from './leafPlan.ts';
import { type NodeScores, scoresOnDemand, writeAll, writtenScores } from './nodeScores.ts';
import type { Range } from './normalisation.ts';
import { normaliseMethod } from './normalise/index.ts';
import type { Run, Scorer } from './normalise/method.ts';
import type { Order } from './order.ts';
import type { LeafParams } from './params.ts';
import type { Plan } from './plan.ts';
import { type RowMemory, type Rows, rowMemory } from './rows.ts';

/** The values and, on demand, the units in their order. */
export interface OrderedColumn {
  readonly raw: Column;
  order(): Order;
}

export interface LeafScores {
  readonly scores: NodeScores;
  /** Of values that were truncated when the scores were written down; else `scores.read` says it. */
  readonly nTruncated: number;
}

/**
 * The scores of a leaf: written into `column` if there is one, else when they are asked for. A score of the leaf's own
 * stands in for a value that is `missing`, and for nothing else: not for a value that is invalid or that the method could
 * not score.
 */
export function scoreLeaf(
  plan: Plan,
  leaf: LeafPlan,
  params: LeafParams,
  { raw, order }: OrderedColumn,
  { column, memory }: { readonly column: Column | undefined; readonly memory: RowMemory },
): LeafScores {
  const situation = { direction: leaf.direction, scale: plan.scale, params };
  const scorer = normaliseMethod(leaf.normalise.method).prepare(leaf.normalise, situation);
  const standIn = typeof leaf.missing === 'object' ? leaf.missing.score : undefined;
  const read = readingOf(scorer, raw, standIn);
  if (column !== undefined) return writeDown(read, column, memory);
  if (typeof scorer === 'string' || scorer.among === undefined) {
    return { scores: scoresOnDemand(plan.nUnits, read), nTruncated: 0 };
  }
  const inOrder = scoreInOrder(scorer, raw, order());
  if (standIn !== undefined) fillMissing(standIn, raw, inOrder.column);
  return { scores: writtenScores(inOrder.column), nTruncated: inOrder.nTruncated };
}

export function writeDown(read: NodeScores['read'], column: Column, memory: RowMemory): LeafScores {
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
  return { column, nTruncated: writeAll(readingOf(scorer, raw, undefined), column, rowMemory(1, nUnits)) };
}

function readingOf(scorer: Scorer | Reason, raw: Column, standIn: number | undefined): NodeScores['read'] {
  if (typeof scorer === 'string') {
    const reason = codes[scorer];
    return (start, end, rows, place) => readReasons(reason, standIn, raw, start, end, rows, place);
  }
  const [one, other] = scorer.truncateTo ?? [-Infinity, Infinity];
  const reading = { scorer, raw, standIn, low: Math.min(one, other), high: Math.max(one, other) };
  return (start, end, rows, place) => readScores(reading, start, end, rows, place);
}

interface Reading {
  readonly scorer: Scorer;
  readonly raw: Column;
  readonly standIn: number | undefined;
  /** Scores beyond are truncated. */
  readonly low: number;
  readonly high: number;
}

function readScores(reading: Reading, start: number, end: number, rows: Rows, place: number): number {
  const { values, states } = reading.raw;
  const { scores, width, limit, unsettled } = rows;
  const low = Math.max(reading.low, -limit);
  const high = Math.min(reading.high, limit);
  const run = { values, states, start, end, scores, place, step: width, low, high, unsettled, nUnsettled: 0 };
  if (reading.scorer.scoreAll === undefined) leaveAll(run);
  else reading.scorer.scoreAll(run);
  return settle(reading, run, rows);
}

function leaveAll(run: Run): void {
  for (let unit = run.start; unit < run.end; unit++) run.unsettled[run.nUnsettled++] = unit;
}

/** Scores that are to be truncated, and reasons where there is none; returns how many were truncated. */
function settle(reading: Reading, { start, place, unsettled, nUnsettled }: Run, rows: Rows): number {
  const { low, high, raw, scorer, standIn } = reading;
  const noScore = codes[scorer.reason ?? 'overflow'];
  let nTruncated = 0;
  for (let index = 0; index < nUnsettled; index++) {
    const unit = unsettled[index]!;
    const row = unit - start;
    const at = row * rows.width + place;
    const state = raw.states[unit]!;
    if (state !== codes.present) {
      writeGap(rows, row, at, state, standIn);
      continue;
    }
    const score = scorer.scoreOf(raw.values[unit]!);
    const kept = Math.min(Math.max(score, low), high);
    if (kept - kept !== 0) {
      writeGap(rows, row, at, Number.isNaN(score) ? noScore : codes.overflow, undefined);
      continue;
    }
    rows.scores[at] = kept;
    if (kept !== score) nTruncated++;
    if (Math.abs(kept) >= rows.limit) rows.isWild = true;
  }
  return nTruncated;
}

function readReasons(
  reason: number,
  standIn: number | undefined,
  { states }: Column,
  start: number,
  end: number,
  rows: Rows,
  place: number,
): number {
  for (let unit = start, row = 0, at = place; unit < end; unit++, row++, at += rows.width) {
    writeGap(rows, row, at, states[unit]! || reason, states[unit] === codes.missing ? standIn : undefined);
  }
  return 0;
}

function writeGap(rows: Rows, row: number, at: number, state: number, standIn: number | undefined): void {
  const isStoodIn = standIn !== undefined && state === codes.missing;
  const hasScore = isStoodIn && Number.isFinite(standIn);
  rows.scores[at] = hasScore ? standIn : 0;
  rows.states[at] = hasScore ? codes.present : isStoodIn ? codes.overflow : state;
  if (!hasScore) rows.gaps[row] = 1;
  else if (Math.abs(standIn) >= rows.limit) rows.isWild = true;
}

/** The same for a method that asks for the place among others only: equal values are scored once. */
function scoreInOrder(
  scorer: Scorer,
  raw: Column,
  order: Order,
): { readonly column: Column; readonly nTruncated: number } {
  const { values, scoreAt } = scorer.among!;
  const scores = { values: new Float64Array(raw.states.length), states: raw.states.slice() };
  let nTruncated = 0;
  let nLower = 0;
  const { units, values: own } = order;
  for (let start = 0; start < own.length; ) {
    const value = own[start]!;
    while (nLower < values.length && values[nLower]! < value) nLower++;
    let nNotHigher = nLower;
    while (nNotHigher < values.length && values[nNotHigher] === value) nNotHigher++;
    const score = scoreAt(nLower, nNotHigher - nLower);
    const kept = scorer.truncateTo === undefined ? score : truncate(score, scorer.truncateTo);
    const isNumber = Number.isFinite(kept);
    let end = start;
    for (; end < own.length && own[end] === value; end++) {
      if (isNumber) scores.values[units[end]!] = kept + 0;
      else writeNumber(scores, units[end]!, kept);
    }
    if (kept !== score) nTruncated += end - start;
    nLower = nNotHigher;
    start = end;
  }
  return { column: scores, nTruncated };
}

function truncate(score: number, [start, end]: Range): number {
  return Math.min(Math.max(score, Math.min(start, end)), Math.max(start, end));
}

function fillMissing(score: number, raw: Column, scores: Column): void {
  for (let unit = 0; unit < raw.states.length; unit++) {
    if (raw.states[unit] === codes.missing) writeNumber(scores, unit, score);
  }
}

/** A leaf's way from raw values to scores. Knows nothing of its siblings. */
import { codes, writeNumber, writeReason } from './column.ts';
import { normaliseMethod } from './normalise/index.ts';
import type { Scorer } from './normalise/method.ts';
import type { Order } from './order.ts';
import type { Column, LeafParams, LeafPlan, Plan, Range, Reason } from './plan.ts';

/** The values and, on demand, the units in their order. */
export interface OrderedColumn {
  readonly raw: Column;
  order(): Order;
}

/** From here on the values are gone through in order instead of looked up one by one. */
const manyUnits = 1024;

/**
 * Writes the scores of a leaf and returns how many values were truncated. A score of the leaf's own stands in for a value
 * that is `missing`, and for nothing else: not for a value that is invalid or that the method could not score.
 */
export function scoreLeaf(
  plan: Plan,
  leaf: LeafPlan,
  params: LeafParams,
  { raw, order }: OrderedColumn,
  scores: Column,
): number {
  const situation = { direction: leaf.direction, scale: plan.scale, params };
  const scorer = normaliseMethod(leaf.normalise.method).prepare(leaf.normalise, situation);
  const inOrder = typeof scorer !== 'string' && scorer.among !== undefined && plan.nUnits >= manyUnits;
  const nTruncated = inOrder ? scoreInOrder(scorer, raw, order(), scores) : scoreColumn(scorer, raw, scores);
  if (typeof leaf.missing === 'object') standIn(leaf.missing.score, raw, scores);
  return nTruncated;
}

/** Writes the score of each value and returns how many were truncated; `scores` may be the column of the values. */
export function scoreColumn(scorer: Scorer | Reason, raw: Column, scores: Column): number {
  const nUnits = raw.states.length;
  if (typeof scorer === 'string') {
    for (let unit = 0; unit < nUnits; unit++) writeReason(scores, unit, raw.states[unit]! || codes[scorer]);
    return 0;
  }
  let nTruncated = 0;
  for (let start = 0; start < nUnits; start += nUnitsInBlock) {
    const end = Math.min(start + nUnitsInBlock, nUnits);
    if (scorer.scoreAll === undefined) scoreOneByOne(scorer.scoreOf, raw, scores.values, start, end);
    else scorer.scoreAll(raw.values, scores.values, start, end);
    nTruncated += finish(scorer, raw.states, scores, start, end);
  }
  return nTruncated;
}

/** So many that their scores are at hand when they are finished. */
const nUnitsInBlock = 2048;

function scoreOneByOne(
  scoreOf: Scorer['scoreOf'],
  { values, states }: Column,
  scores: Float64Array,
  start: number,
  end: number,
): void {
  for (let unit = start; unit < end; unit++) {
    if (states[unit] === codes.present) scores[unit] = scoreOf(values[unit]!);
  }
}

/** Truncates scores, puts reasons where there is none, and returns how many were truncated. */
function finish(scorer: Scorer, states: Uint8Array, scores: Column, start: number, end: number): number {
  const [one, other] = scorer.truncateTo ?? [-Infinity, Infinity];
  const low = Math.min(one, other);
  const high = Math.max(one, other);
  const noScore = codes[scorer.reason ?? 'overflow'];
  let nTruncated = 0;
  for (let unit = start; unit < end; unit++) {
    const state = states[unit]!;
    const score = scores.values[unit]!;
    if (state !== codes.present) writeReason(scores, unit, state);
    else if (Number.isNaN(score)) writeReason(scores, unit, noScore);
    else {
      const kept = Math.min(Math.max(score, low), high);
      writeNumber(scores, unit, kept);
      if (kept !== score) nTruncated++;
    }
  }
  return nTruncated;
}

/** The same for a method that asks for the place among others only: equal values are scored once. */
function scoreInOrder(scorer: Scorer, raw: Column, order: Order, scores: Column): number {
  const { values, scoreAt } = scorer.among!;
  for (let unit = 0; unit < raw.states.length; unit++) {
    if (raw.states[unit] !== codes.present) writeReason(scores, unit, raw.states[unit]!);
  }
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
    let end = start;
    for (; end < own.length && own[end] === value; end++) writeNumber(scores, units[end]!, kept);
    if (kept !== score) nTruncated += end - start;
    nLower = nNotHigher;
    start = end;
  }
  return nTruncated;
}

function truncate(score: number, [start, end]: Range): number {
  return Math.min(Math.max(score, Math.min(start, end)), Math.max(start, end));
}

function standIn(score: number, raw: Column, scores: Column): void {
  for (let unit = 0; unit < raw.states.length; unit++) {
    if (raw.states[unit] !== codes.missing) continue;
    writeNumber(scores, unit, score);
  }
}

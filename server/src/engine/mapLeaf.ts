/** A leaf's way from prepared values to scores. Knows nothing of its siblings. */

import { scoreAlong } from './alongLine.ts';
import { type Column, codes, type Reason, writeNumber } from './column.ts';
import type { LeafPlan } from './leafPlan.ts';
import { everything, LeafScores } from './leafScores.ts';
import { type NodeScores, scoresIn } from './nodeScores.ts';
import { normaliseMethod } from './normalise/index.ts';
import type { Scorer } from './normalise/method.ts';
import { OrderParams } from './orderParams.ts';
import type { LeafParams } from './params.ts';
import type { Plan } from './plan.ts';
import type { RunOrder } from './runOrder.ts';
import type { SurveyedColumn } from './surveyedColumn.ts';

export interface ScoredLeaf {
  readonly scores: NodeScores;
  /** Of values that were truncated when the scores were written down; `undefined`: `scores.read` says it. */
  readonly nTruncated: number | undefined;
}

/**
 * The scores of a leaf, most of them computed when they are asked for. A score of the leaf's own
 * stands in for a value that is `missing`, and for nothing else: not for a value that is invalid or that the method could
 * not score.
 */
export function scoreLeaf(plan: Plan, leaf: LeafPlan, params: LeafParams, column: SurveyedColumn): ScoredLeaf {
  const situation = { direction: leaf.direction, scale: plan.scale, params };
  const scorer = normaliseMethod(leaf.normalise.method).prepare(leaf.normalise, situation);
  const standIn = typeof leaf.missing === 'object' ? leaf.missing.score : undefined;
  const scores = new LeafScores(scorer, column, standIn);
  if (typeof scorer === 'string' || scorer.among === undefined || plan.nUnits < manyUnits) {
    return { scores, nTruncated: undefined };
  }
  const inOrder = scoreInOrder(scorer, column, column.order());
  if (standIn !== undefined) fillMissing(standIn, column, inOrder.column);
  return { scores: scoresIn(inOrder.column), nTruncated: inOrder.nTruncated };
}

/** Of so many ranks are found by going through the values in order. */
const manyUnits = 1024;

interface Written {
  readonly column: Column;
  readonly nTruncated: number;
}

/** The score of each value, and how many were truncated. */
export function scoreColumn(scorer: Scorer | Reason, column: SurveyedColumn): Written {
  return new LeafScores(scorer, column, undefined).writeDown();
}

/** The same for a method that asks for the place among others only: the values are gone through in order, tie by tie. */
function scoreInOrder(scorer: Scorer, raw: Column, order: RunOrder): Written {
  const { learned, rankAt, line } = scorer.among!;
  const column = { values: new Float64Array(raw.states.length), states: raw.states.slice() };
  const [one, other] = scorer.truncateTo ?? everything;
  const ends = { least: Math.min(one, other), most: Math.max(one, other), reach: Infinity };
  const isAmongItself =
    (learned instanceof OrderParams && learned.isFrom(order)) || isSame(order.values, learned.sorted!);
  const writeRanks = isAmongItself ? ranksAmongItself(order, rankAt) : ranksAmong(learned.sorted!, order, rankAt);
  let nTruncated = 0;
  order.spread((kernels, at, start, end) => {
    const numbers = kernels.memory(0);
    writeRanks(numbers, at, start, end);
    // The kernels go by pairs.
    const nBeyond = (end - start) % 2;
    if (nBeyond === 1) numbers[at + end - start] = Number.NaN;
    const found = scoreAlong(kernels, at, end - start + nBeyond, line, ends);
    nTruncated += (found & 0xffff) - nBeyond;
  }, column.values);
  return { column, nTruncated };
}

type RankAt = (nLower: number, nEqual: number) => number;
/** Of the places from `start` up to and without `end`, from `at` on. */
type WriteRanks = (numbers: Float64Array, at: number, start: number, end: number) => void;

/** Run by run, as if there were no ties; those that begin or go on in the run are put right. */
function ranksAmongItself({ ties }: RunOrder, rankAt: RankAt): WriteRanks {
  let next = 0;
  return (numbers, at, start, end) => {
    for (let place = start, to = at; place < end; place++, to++) numbers[to] = rankAt(place, 1);
    for (; next < ties.length && ties[next]! < end; next += 2) {
      const [first, last] = [ties[next]!, ties[next + 1]!];
      const rank = rankAt(first, last - first);
      numbers.fill(rank, at + Math.max(first, start) - start, at + Math.min(last, end) - start);
      if (last > end) break;
    }
  };
}

function ranksAmong(values: readonly number[], { values: own }: RunOrder, rankAt: RankAt): WriteRanks {
  let nLower = 0;
  let rank = 0;
  return (numbers, at, start, end) => {
    for (let place = start, to = at; place < end; place++, to++) {
      const value = own[place]!;
      if (place === 0 || own[place - 1] !== value) {
        while (nLower < values.length && values[nLower]! < value) nLower++;
        rank = rankAt(nLower, nEqualTo(value, values, nLower));
      }
      numbers[to] = rank;
    }
  };
}

/** How many values from a place on are equal to one. */
function nEqualTo(value: number, values: readonly number[], place: number): number {
  let next = place;
  while (next < values.length && values[next] === value) next++;
  return next - place;
}

function isSame(values: readonly number[], others: readonly number[]): boolean {
  if (values.length !== others.length) return false;
  for (let index = 0; index < values.length; index++) if (values[index] !== others[index]) return false;
  return true;
}

function fillMissing(score: number, raw: Column, scores: Column): void {
  for (let unit = 0; unit < raw.states.length; unit++) {
    if (raw.states[unit] === codes.missing) writeNumber(scores, unit, score);
  }
}

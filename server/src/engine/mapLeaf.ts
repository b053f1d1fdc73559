/** A leaf's way from prepared values to scores. Knows nothing of its siblings. */
import { type Column, codes, type Reason, writeNumber } from './column.ts';
import { kernelsFor } from './kernels/choice.ts';
import { nReserved } from './kernels/kernels.ts';
import type { LeafPlan } from './leafPlan.ts';
import { everything, LeafScores } from './leafScores.ts';
import { type NodeScores, scoresIn } from './nodeScores.ts';
import { normaliseMethod } from './normalise/index.ts';
import type { Scorer } from './normalise/method.ts';
import type { Order } from './order.ts';
import type { LeafParams } from './params.ts';
import type { Plan } from './plan.ts';
import { nAtHand } from './run.ts';
import type { SurveyedColumn } from './surveyedColumn.ts';

export interface ScoredLeaf {
  readonly scores: NodeScores;
  /** Of values that were truncated when the scores were written down; else `scores.read` says it. */
  readonly nTruncated: number;
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
    return { scores, nTruncated: 0 };
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

/** The same for a method that asks for the place among others only: the values are gone through in order. */
function scoreInOrder(scorer: Scorer, raw: Column, { units, values: own }: Order): Written {
  const { values, rankAt, line } = scorer.among!;
  const nUnits = raw.states.length;
  const column = { values: new Float64Array(nUnits), states: raw.states.slice() };
  const [one, other] = scorer.truncateTo ?? everything;
  const kernels = kernelsFor(own.length);
  const numbers = kernels.memory(nReserved + nAtHand);
  let nTruncated = 0;
  let nLower = 0;
  let nNotHigher = 0;
  for (let start = 0; start < own.length; start += nAtHand) {
    const end = Math.min(start + nAtHand, own.length);
    for (let place = start, at = nReserved; place < end; place++, at++) {
      const value = own[place]!;
      if (place === 0 || own[place - 1] !== value) {
        nLower = nNotHigher;
        while (nLower < values.length && values[nLower]! < value) nLower++;
        nNotHigher = nLower;
        while (nNotHigher < values.length && values[nNotHigher] === value) nNotHigher++;
      }
      numbers[at] = rankAt(nLower, nNotHigher - nLower);
    }
    // The kernels go by pairs.
    const nBeyond = (end - start) % 2;
    if (nBeyond === 1) numbers[nReserved + end - start] = Number.NaN;
    const found = kernels.line(nReserved, end - start + nBeyond, line, Math.min(one, other), Math.max(one, other), 1);
    nTruncated += (found & 0xffff) - nBeyond;
    for (let place = start, at = nReserved; place < end; place++, at++) column.values[units[place]!] = numbers[at]! + 0;
  }
  return { column, nTruncated };
}

function fillMissing(score: number, raw: Column, scores: Column): void {
  for (let unit = 0; unit < raw.states.length; unit++) {
    if (raw.states[unit] === codes.missing) writeNumber(scores, unit, score);
  }
}

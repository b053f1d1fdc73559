/**
 * The scores of many units at once, for the methods whose score is made of a weighted sum: what takes no part stands in
 * the rows with a number that changes no sum. Bit for bit what one unit after the other gives.
 */
import { aggregateMethods } from './aggregate/index.ts';
import type { Together } from './aggregate/method.ts';
import type { AggregatePlan } from './aggregatePlan.ts';
import { type Column, codes, writeNumber, writeReason } from './column.ts';
import { type Children, gather, obstacleOf } from './gather.ts';
import type { Plan } from './plan.ts';
import { type Presence, standIn, takesPart } from './presence.ts';
import type { RowMemory } from './rows.ts';
import { sumOf } from './sum.ts';
import { reachOfRounding, type WeighedRows, weightedMeans, withinRow } from './weightedSum.ts';

export interface UnitsTogether extends WeighedRows {
  readonly plan: Plan;
  readonly aggregate: AggregatePlan;
  readonly children: Children;
  /** By set of weights. */
  readonly totalWeights: Float64Array;
  readonly together: Together;
  /** Memory for a term of each score. */
  readonly terms: Float64Array;
  readonly reach: number;
  /** Whether a child without a score is left out and nothing more. */
  readonly leavesOut: boolean;
  readonly noScore: number;
}

/** `undefined` where units go one by one. `aggregate`: with weights of about 1. */
export function togetherOf(
  plan: Plan,
  aggregate: AggregatePlan,
  children: Children,
  { terms, totals, taken }: RowMemory,
): UnitsTogether | undefined {
  const { together, reason = 'overflow' } = aggregateMethods[aggregate.aggregate];
  const { weightSets } = aggregate;
  if (together === undefined || children.weightLeft !== undefined || !sufficesWhole(aggregate)) return undefined;
  if (!weightSets.every(weights => weights.every(weight => weight > 0 && weight < 2))) return undefined;
  const { rows } = children;
  const weights = new Float64Array(weightSets.length === 1 ? weightSets[0]! : weightSets.flat());
  const weighed = { rows, totals, weights, setOf: plan.weightSetOf, products: taken.products };
  return {
    ...weighed,
    ...{ plan, aggregate, children, together, terms },
    totalWeights: new Float64Array(weightSets.map(set => sumOf(set))),
    reach: reachOfRounding(weighed, together.terms?.bound ?? rows.limit),
    leavesOut: leavesOut(aggregate, children),
    noScore: codes[reason],
  };
}

/** Whether a unit with a score of every child has one itself. */
function sufficesWhole({ children, minCount = 0, minShare = 0 }: AggregatePlan): boolean {
  return children.length > 0 && minCount <= children.length && minShare <= 1;
}

function leavesOut({ minCount, minShare }: AggregatePlan, { presences }: Children): boolean {
  const isLeftOut = (presence: Presence) => presence === 'left-out' || presence === 'not-applicable';
  return (
    minCount === undefined &&
    minShare === undefined &&
    presences.every(byState => byState.every((presence, state) => state === codes.present || isLeftOut(presence)))
  );
}

/** The units of the rows at hand. */
export function scoreTogether(units: UnitsTogether, start: number, end: number, scores: Column): void {
  const { rows } = units.children;
  const terms = units.together.terms === undefined ? rows.scores : units.terms;
  settleTotals(units, start, end, scores);
  units.together.terms?.ofScores(rows.scores, (end - start) * rows.width, terms);
  weightedMeans(units, terms, start, end, scores.values);
  units.together.terms?.toScores(scores.values, start, end);
  settleScores(units, terms, start, end, scores);
}

/** The weight that takes part in each row, and the reason of units that have no score. */
function settleTotals(units: UnitsTogether, start: number, end: number, { states }: Column): void {
  const { children, totals, totalWeights, setOf } = units;
  const { gaps } = children.rows;
  for (let unit = start, row = 0; unit < end; unit++, row++) {
    if (gaps[row] === 0) {
      totals[row] = totalWeights[setOf === undefined ? 0 : setOf[unit]!]!;
      states[unit] = codes.present;
    } else totals[row] = settleGaps(units, unit, states);
  }
}

function settleScores(units: UnitsTogether, terms: Float64Array, start: number, end: number, scores: Column): void {
  const { reach, noScore } = units;
  const { rows } = units.children;
  const { gaps, width } = rows;
  const { values, states } = scores;
  for (let unit = start, row = 0, at = 0; unit < end; unit++, row++, at += width) {
    if (gaps[row] === 0 && width > 1 && Math.abs(terms[at]! - terms[at + 1]!) > reach) {
      values[unit] = values[unit]! + 0;
      if (values[unit]! - values[unit]! === 0) continue;
    }
    if (states[unit] !== codes.present) values[unit] = 0;
    else if (Number.isNaN(values[unit])) writeReason(scores, unit, noScore);
    else writeNumber(scores, unit, withinRow(rows, row, values[unit]!));
  }
}

/** The weight that takes part. Puts the numbers in the row that the unit's children take part with, and marks the others. */
function settleGaps(units: UnitsTogether, unit: number, states: Uint8Array): number {
  if (units.leavesOut) {
    const weight = leaveOut(units, unit);
    states[unit] = codes.present;
    if (weight > 0) return weight;
  }
  const { plan, aggregate, children, together } = units;
  const { rows, start, presences } = children;
  gather(plan, aggregate, unit, children);
  states[unit] = obstacleOf(plan, aggregate, unit, children);
  for (let position = 0, at = (unit - start) * rows.width; position < rows.width; position++, at++) {
    if (rows.states[at] === codes.present) continue;
    const presence = presences[position]![rows.states[at]!]!;
    rows.scores[at] = takesPart(presence) ? standIn(plan, presence) : together.neutral;
    if (takesPart(presence)) rows.states[at] = codes.present;
  }
  return sumOf(children.weights, children.count);
}

/** The same where what has no score is left out and nothing more is asked: 0 where nothing is left. */
function leaveOut({ children, weights, setOf, together }: UnitsTogether, unit: number): number {
  const { rows, start } = children;
  const first = setOf === undefined ? 0 : setOf[unit]! * rows.width;
  let count = 0;
  for (let position = 0, at = (unit - start) * rows.width; position < rows.width; position++, at++) {
    if (rows.states[at] === 0) children.weights[count++] = weights[first + position]!;
    else rows.scores[at] = together.neutral;
  }
  return sumOf(children.weights, count);
}

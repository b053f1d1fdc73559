/** What is done to an aggregate's own scores before they go up: missing ones are filled, then all are re-scaled. */
import type { AggregateImputation, Standardisation } from './aggregatePlan.ts';
import { type Column, codes, type Reason, writeNumber } from './column.ts';
import { scoreColumn } from './mapLeaf.ts';
import type { LeafParams } from './params.ts';
import type { Plan } from './plan.ts';
import { dustDecimals, withoutDust } from './round.ts';
import { prepareStandardisation } from './standardise/index.ts';
import type { SurveyedColumn } from './surveyedColumn.ts';

/** Not filled: what does not apply, and what could not be computed of values that are there. */
const fillable = new Set<Reason>(['child-missing', 'too-little-weight', 'too-few-children', 'no-children']);
const fillableCodes = new Set([...fillable].map(reason => codes[reason]));

/** `filling`: by group, or one for all units. `filled` gets the reason that each filled score replaced. */
export function fillScores(
  { by }: AggregateImputation,
  filling: readonly (number | null)[],
  scores: Column,
  filled: Uint8Array,
): void {
  for (let unit = 0; unit < filled.length; unit++) {
    const state = scores.states[unit]!;
    if (!fillableCodes.has(state)) continue;
    const groups = by === undefined ? [0] : by.groupsOf[unit]!;
    const score = groups.length === 1 ? filling[groups[0]!] : undefined;
    if (score === undefined || score === null) continue;
    filled[unit] = state;
    writeNumber(scores, unit, score);
  }
}

/**
 * Scores that are equal but for the dust of binary arithmetic become equal: they share a rank, and a column of them is
 * constant.
 */
export function removeDust(plan: Plan, { values, states }: Column): void {
  const decimals = dustDecimals(plan);
  for (let unit = 0; unit < values.length; unit++) {
    if (states[unit] === codes.present) values[unit] = withoutDust(values[unit]!, decimals);
  }
}

/** The scores re-scaled, and how many of them were truncated. */
export function standardised(
  { scale }: Plan,
  spec: Standardisation,
  params: LeafParams,
  scores: SurveyedColumn,
): { readonly column: Column; readonly nTruncated: number } {
  return scoreColumn(prepareStandardisation(spec, scale, params), scores);
}

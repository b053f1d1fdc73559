/**
 * Which children take part in their parent for a unit, and how. The one place that reads the policies for what is
 * missing and for what does not apply. A child of weight 0 takes no part whatever: it is not averaged, not compared and
 * not counted.
 *
 * Every reason but `not-applicable` counts as missing here. The score that stands in for a leaf (`missing: {score}`) is
 * that leaf's score and counts as present, and so does a score that was imputed; a zero by the parent's policy takes part
 * but does not count as present.
 */
import type { AggregatePlan, MissingPolicy } from './aggregatePlan.ts';
import { reasons } from './column.ts';
import type { NodePlan, Plan } from './plan.ts';
import type { Scores } from './scores.ts';

export type Presence =
  | 'present'
  | 'zero' // takes part with 0
  | 'full' // does not apply, takes part with the end of the scale, and nobody counts it
  | 'left-out' // missing, its weight goes to the others
  | 'not-applicable' // the same, and nobody counts it
  | 'fails'; // the parent has no score

export function presenceOf(child: NodePlan, state: number, parent: AggregatePlan): Presence {
  return presencesOf(child, parent)[state]!;
}

const ofMissing = { exclude: 'left-out', zero: 'zero', fail: 'fails' } as const;

function listsWith(notApplicable: Presence): Readonly<Record<MissingPolicy, readonly Presence[]>> {
  const listOf = (missing: Presence) =>
    reasons.map(reason => (reason === 'present' ? reason : reason === 'not-applicable' ? notApplicable : missing));
  return { exclude: listOf(ofMissing.exclude), zero: listOf(ofMissing.zero), fail: listOf(ofMissing.fail) };
}

const lists = { full: listsWith('full'), 'left-out': listsWith('not-applicable') };

/** By state: what `presenceOf` says of a child. The same list for the same policies. */
export function presencesOf(child: NodePlan, parent: AggregatePlan): readonly Presence[] {
  return lists[parent.notApplicable === 'full' ? 'full' : 'left-out'][policyFor(child, parent)];
}

function policyFor(child: NodePlan, parent: AggregatePlan): MissingPolicy {
  const ownWord = child.kind === 'leaf' && typeof child.missing === 'string' ? child.missing : undefined;
  return ownWord ?? parent.missing;
}

export function takesPart(presence: Presence): boolean {
  return presence === 'present' || presence === 'zero' || presence === 'full';
}

/** Whether the child applies to the unit, whatever its score. */
export function applies(presence: Presence): boolean {
  return presence !== 'not-applicable' && presence !== 'full';
}

/** The score that a child that takes part without one of its own takes part with. */
export function standIn({ scale }: Plan, presence: Presence): number {
  return presence === 'full' ? scale[1] : 0;
}

/** The children's weights for a unit as they are written, in the order of the children. */
export function weightsFor(plan: Plan, parent: AggregatePlan, unit: number): readonly number[] {
  return parent.weightSets[plan.weightSetOf?.[unit] ?? 0]!;
}

/** The share of a node's weight that applies to the unit: less than 1 where it passes weight on (`spread`). */
export function weightLeftOf({ weightLeft }: Pick<Scores, 'weightLeft'>, node: number, unit: number): number {
  return weightLeft[node]?.[unit] ?? 1;
}

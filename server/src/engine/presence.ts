/**
 * Which children take part in their parent for a unit, and how. The one place that reads the policies for what is
 * missing and for what does not apply. A child of weight 0 takes no part whatever: it is not averaged, not compared and
 * not counted.
 *
 * Every reason but `not-applicable` counts as missing here. The score that stands in for a leaf (`missing: {score}`) is
 * that leaf's score and counts as present, and so does a score that was imputed; a zero by the parent's policy takes part
 * but does not count as present.
 */
import type { AggregatePlan } from './aggregatePlan.ts';
import { codes, reasons } from './column.ts';
import type { LeafPlan } from './leafPlan.ts';
import type { NodePlan, Plan } from './plan.ts';
import type { Scores } from './scores.ts';

export type Presence =
  | 'present'
  | 'zero' // takes part with the start of the scale
  | 'full' // does not apply, takes part with the end of the scale, and nobody counts it
  | 'left-out' // missing, its weight goes to the others
  | 'not-applicable' // the same, and nobody counts it
  | 'fails'; // the parent has no score

export function presenceOf(child: NodePlan, state: number, parent: AggregatePlan): Presence {
  if (state === codes.present) return 'present';
  if (state === codes['not-applicable']) return parent.notApplicable === 'full' ? 'full' : 'not-applicable';
  const ownWord = child.kind === 'leaf' && typeof child.missing === 'string' ? child.missing : undefined;
  switch (ownWord ?? parent.missing) {
    case 'exclude':
      return 'left-out';
    case 'zero':
      return 'zero';
    case 'fail':
      return 'fails';
  }
}

/** By the position of the child and its state: what `presenceOf` says. Children with the same policy share a list. */
export function presencesOf({ nodes }: Plan, parent: AggregatePlan): readonly (readonly Presence[])[] {
  const lists = new Map<LeafPlan['missing'], readonly Presence[]>();
  return parent.children.map(index => {
    const child = nodes[index]!;
    const policy = child.kind === 'leaf' ? child.missing : undefined;
    const list = lists.get(policy) ?? reasons.map((_, state) => presenceOf(child, state, parent));
    lists.set(policy, list);
    return list;
  });
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
  return presence === 'full' ? scale[1] : scale[0];
}

/** The children's weights for a unit as they are written, in the order of the children. */
export function weightsFor(plan: Plan, parent: AggregatePlan, unit: number): readonly number[] {
  return parent.weightSets[plan.weightSetOf?.[unit] ?? 0]!;
}

/** The share of a node's weight that applies to the unit: less than 1 where it passes weight on (`spread`). */
export function weightLeftOf({ weightLeft }: Pick<Scores, 'weightLeft'>, node: number, unit: number): number {
  return weightLeft[node]?.[unit] ?? 1;
}

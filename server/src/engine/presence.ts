/**
 * Which children take part in their parent for a unit, and how. The one place that reads the policies for what is
 * missing. A child of weight 0 takes no part whatever: it is not averaged, not compared and not counted.
 *
 * Every reason but `not-applicable` counts as missing here. The score that stands in for a leaf (`missing: {score}`) is
 * that leaf's score and counts as present; a zero by the parent's policy takes part but does not count as present.
 */
import { codes } from './column.ts';
import type { AggregatePlan, NodePlan, Plan } from './plan.ts';

export type Presence =
  | 'present'
  | 'zero' // takes part with the start of the scale
  | 'left-out' // missing, its weight goes to the others
  | 'not-applicable' // the same, and nobody counts it
  | 'fails'; // the parent has no score

export function presenceOf(child: NodePlan, state: number, parent: AggregatePlan): Presence {
  if (state === codes.present) return 'present';
  if (state === codes['not-applicable']) return 'not-applicable';
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

export function takesPart(presence: Presence): boolean {
  return presence === 'present' || presence === 'zero';
}

/** The children's weights for a unit, in the order of the children. */
export function weightsFor(plan: Plan, parent: AggregatePlan, unit: number): readonly number[] {
  return parent.weightSets[plan.weightSetOf?.[unit] ?? 0]!;
}

/**
 * What of an earlier scoring still holds under another plan: the leaves that say the same of the same data, and the
 * aggregates that say the same of children that are kept. It is found by comparing, so nobody needs to say what changed.
 */
import type { LeafPlan } from './leafPlan.ts';
import type { Params } from './params.ts';
import type { Input, NodePlan, Plan } from './plan.ts';
import { isSame } from './same.ts';
import type { Scores } from './scores.ts';

export interface Earlier {
  readonly plan: Plan;
  readonly input: Input;
  readonly params: Params;
  readonly scores: Scores;
}

export interface Kept {
  readonly earlier: Earlier;
  /** By node. */
  readonly isKept: readonly boolean[];
}

/** `undefined` if what is before the leaves' scores is not the same for every leaf: then nothing is kept. */
export function keptOf(plan: Plan, input: Input, earlier: Earlier): Kept | undefined {
  if (!isPreparedAlike(plan, earlier.plan) || !isSame(input.columns, earlier.input.columns)) return undefined;
  const isKept: boolean[] = [];
  const alike = isSame(plan.weightSetOf, earlier.plan.weightSetOf);
  plan.nodes.forEach((node, index) => {
    const isUnchanged = isSame(node, earlier.plan.nodes[index]);
    isKept[index] =
      node.kind === 'leaf' ? isUnchanged : isUnchanged && alike && node.children.every(child => isKept[child]);
  });
  return { earlier, isKept };
}

function isPreparedAlike(plan: Plan, other: Plan): boolean {
  return (
    plan.nUnits === other.nUnits &&
    plan.nodes.length === other.nodes.length &&
    isSame([plan.scale, plan.steps, screenOf(plan)], [other.scale, other.steps, screenOf(other)]) &&
    plan.nodes.every((node, index) => isNodePreparedAlike(node, other.nodes[index]!))
  );
}

function isNodePreparedAlike(node: NodePlan, other: NodePlan): boolean {
  return node === other || isSame(preparationOf(node), preparationOf(other));
}

/** What decides who is eligible, which leaves are under the index among it. */
function screenOf({ nodes, ranking: { minShare, minNonZero, shareUnder, eligible, included } }: Plan) {
  return [
    minShare,
    minNonZero,
    shareUnder,
    eligible,
    included,
    nodes.map(node => (node.kind === 'leaf' ? undefined : node.children)),
  ];
}

function preparationOf(node: NodePlan): Partial<LeafPlan> | undefined {
  if (node.kind !== 'leaf') return undefined;
  const { source, denominator, impute, treat, direction } = node;
  return { source, direction, ...(denominator && { denominator }), ...(impute && { impute }), ...(treat && { treat }) };
}

/**
 * How much a node counts for a unit, after the weights of what is missing went to its siblings. Explanations and
 * deductions read it. Weights are all that is known here: under a geometric mean, a minimum or a maximum a share of
 * weight is nominal, not a share of the result.
 */
import type { AggregatePlan } from './aggregatePlan.ts';
import type { Plan } from './plan.ts';
import { presenceOf, takesPart, weightLeftOf, weightsFor } from './presence.ts';
import type { Scores } from './scores.ts';
import { sumOf } from './sum.ts';

type WithNodes = Pick<Scores, 'nodes' | 'weightLeft'>;

/** The node's share (0–1) among the siblings that take part; 0 if it takes no part, 1 for a node without a parent. */
export function shareOf(plan: Plan, scores: WithNodes, unit: number, node: number): number {
  const parent = parentOf(plan, node);
  return parent === undefined ? 1 : shareUnder(plan, scores, unit, node, parent.aggregate);
}

/** The product of the shares from the node up to the index; 0 for a node outside the index. */
export function effectiveWeightOf(plan: Plan, scores: WithNodes, unit: number, node: number): number {
  return productOfShares(plan, scores, unit, node, shareUnder);
}

/**
 * What the node contributes to the total before the adjustments, in points: score × effective weight × index factor.
 * Under `sum` a child counts whole; under the other means than the arithmetic this is nominal. 0 where the node has no
 * score.
 */
export function contributionOf(plan: Plan, scores: WithNodes, unit: number, node: number): number {
  const column = scores.nodes[node]!;
  if (column.states[unit] !== 0) return 0;
  const factor = productOfShares(plan, scores, unit, node, (...place) => {
    const share = shareUnder(...place);
    return place[4].aggregate === 'sum' ? Math.sign(share) : share;
  });
  return column.values[unit]! * factor * plan.indexFactor;
}

type ShareUnder = typeof shareUnder;

/** The shares (0–1) of a node's children among those that take part, in their order. */
export function sharesUnder(plan: Plan, scores: WithNodes, unit: number, parent: AggregatePlan): readonly number[] {
  const taken = weightsTaken(plan, scores, unit, parent);
  const total = sumOf(taken);
  return taken.map(own => (own === 0 ? 0 : own / total));
}

function shareUnder(plan: Plan, scores: WithNodes, unit: number, node: number, parent: AggregatePlan): number {
  return sharesUnder(plan, scores, unit, parent)[parent.children.indexOf(node)]!;
}

/** The weights of the children that take part, 0 of the others. */
function weightsTaken(plan: Plan, scores: WithNodes, unit: number, parent: AggregatePlan): readonly number[] {
  const weights = weightsFor(plan, parent, unit);
  return parent.children.map((child, position) => {
    const weight = weights[position]! * weightLeftOf(scores, child, unit);
    const presence = presenceOf(plan.nodes[child]!, scores.nodes[child]!.states[unit]!, parent);
    return weight > 0 && takesPart(presence) ? weight : 0;
  });
}

function productOfShares(plan: Plan, scores: WithNodes, unit: number, node: number, shareUnder: ShareUnder): number {
  let product = 1;
  let current = node;
  for (let parent = parentOf(plan, current); parent !== undefined; parent = parentOf(plan, current)) {
    product *= shareUnder(plan, scores, unit, current, parent.aggregate);
    current = parent.node;
  }
  return current === plan.nodes.length - 1 ? product : 0;
}

function parentOf(plan: Plan, child: number): { node: number; aggregate: AggregatePlan } | undefined {
  for (let node = child + 1; node < plan.nodes.length; node++) {
    const candidate = plan.nodes[node]!;
    if (candidate.kind === 'aggregate' && candidate.children.includes(child)) return { node, aggregate: candidate };
  }
  return undefined;
}

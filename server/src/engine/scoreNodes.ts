/**
 * Every node's scores, children before parents. Some steps need numbers that are learned from the column at hand; a
 * learner gives them: from that column, from an earlier scoring, or not yet. Knows nothing of totals and ranks.
 */
import { aggregateMethods } from './aggregate/index.ts';
import { emptyColumn, emptyColumns } from './column.ts';
import { fillScores, standardiseScores } from './finishAggregate.ts';
import { type Below, rowsCompared, scoreAggregate } from './mapAggregate.ts';
import { type OrderedColumn, scoreLeaf } from './mapLeaf.ts';
import { orderOnDemand } from './order.ts';
import type {
  AggregateParams,
  AggregatePlan,
  Column,
  Input,
  LeafParams,
  LeafPlan,
  Plan,
  Scores,
  WeightParams,
} from './plan.ts';
import { type PreparationLearner, prepareLeaves } from './prepareLeaves.ts';
import { columnAsItIs, readSource } from './source.ts';
import { sampleOf, type WeightSample, weighted } from './weigh.ts';

/** `undefined`: not known yet, so that neither the node nor any above it can be scored. */
export interface Learner extends PreparationLearner {
  leaf(node: number, leaf: LeafPlan, column: OrderedColumn, eligible: Uint8Array): LeafParams | undefined;
  weights(node: number, aggregate: AggregatePlan, sample: () => WeightSample): WeightParams | undefined;
  compared(node: number, rows: () => (number | null)[][]): AggregateParams['compared'];
  filling(node: number, aggregate: AggregatePlan, column: Column, eligible: Uint8Array): AggregateParams['imputed'];
  standardised(
    node: number,
    aggregate: AggregatePlan,
    column: OrderedColumn,
    eligible: Uint8Array,
  ): LeafParams | undefined;
}

export type NodeScores = Omit<Scores, 'adjustments' | 'totals' | 'vetoedTier'>;

export function scoreNodes(plan: Plan, input: Input, learner: Learner): NodeScores {
  const nodes = emptyColumns(plan.nodes.length, plan.nUnits);
  const preparation = prepareLeaves(plan, input, rawColumns(plan, input), learner);
  const { raw, steps, prepared, eligible, imputed } = preparation;
  const truncated: Record<number, number> = {};
  const weightLeft: (Float64Array | undefined)[] = [];
  const unstandardised: (Column | undefined)[] = [];
  const isKnown: boolean[] = [];
  plan.nodes.forEach((node, index) => {
    if (node.kind === 'leaf') {
      const column = { raw: prepared[index]!, order: orderOnDemand(prepared[index]!) };
      const params = preparation.isKnown ? learner.leaf(index, node, column, eligible) : undefined;
      isKnown[index] = params !== undefined;
      if (params === undefined) return;
      const nTruncated = scoreLeaf(plan, node, params, column, nodes[index]!);
      if (nTruncated > 0) truncated[index] = nTruncated;
      return;
    }
    if (node.notApplicable === 'spread') weightLeft[index] = new Float64Array(plan.nUnits).fill(1);
    if (node.impute !== undefined) imputed[index] = new Uint8Array(plan.nUnits);
    const around = { nodes, weightLeft, imputed, unstandardised, eligible, truncated };
    isKnown[index] =
      node.children.every(child => isKnown[child]) && scoreAggregateNode(plan, index, node, around, learner);
  });
  return { raw, steps, prepared, eligible, nodes, truncated, imputed, unstandardised, weightLeft };
}

interface Around extends Below {
  readonly imputed: readonly (Uint8Array | undefined)[];
  readonly unstandardised: (Column | undefined)[];
  readonly eligible: Uint8Array;
  readonly truncated: Record<number, number>;
}

/** Whether all that it needs is known. */
function scoreAggregateNode(plan: Plan, index: number, node: AggregatePlan, around: Around, learner: Learner): boolean {
  const scores = around.nodes[index]!;
  const weights = node.weighting && learner.weights(index, node, () => sampleOf(node, around, around.eligible));
  if (node.weighting !== undefined && weights === undefined) return false;
  const aggregate = weighted(node, weights);
  const comparesUnits = aggregateMethods[node.aggregate].comparesUnits === true;
  const compared = comparesUnits ? learner.compared(index, () => rowsCompared(plan, aggregate, around)) : [];
  if (compared === undefined) return false;
  scoreAggregate(plan, aggregate, around, compared, scores, around.weightLeft[index]);
  if (node.impute !== undefined) {
    const filling = learner.filling(index, node, scores, around.eligible);
    if (filling === undefined) return false;
    fillScores(node.impute, filling, scores, around.imputed[index]!);
  }
  if (node.standardise !== undefined) {
    const before = { values: scores.values.slice(), states: scores.states.slice() };
    const column = { raw: before, order: orderOnDemand(before) };
    const params = learner.standardised(index, node, column, around.eligible);
    if (params === undefined) return false;
    around.unstandardised[index] = before;
    const nTruncated = standardiseScores(plan, node.standardise, params, scores);
    if (nTruncated > 0) around.truncated[index] = nTruncated;
  }
  return true;
}

function rawColumns(plan: Plan, input: Input): (Column | undefined)[] {
  return plan.nodes.map(node => {
    if (node.kind !== 'leaf') return undefined;
    const asItIs = columnAsItIs(node.source, input, plan.nUnits);
    if (asItIs !== undefined) return asItIs;
    const column = emptyColumn(plan.nUnits);
    readSource(node.source, input, column);
    return column;
  });
}

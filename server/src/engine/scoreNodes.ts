/**
 * Every node's scores, children before parents. Some steps need numbers that are learned from the column at hand; a
 * learner gives them: from that column, from an earlier scoring, or not yet. Knows nothing of totals and ranks.
 */
import { aggregateMethods } from './aggregate/index.ts';
import type { AggregatePlan } from './aggregatePlan.ts';
import { type Column, emptyColumn, emptyColumns } from './column.ts';
import { fillScores, removeDust, standardised } from './finishAggregate.ts';
import type { Below } from './gather.ts';
import type { Kept } from './kept.ts';
import type { LeafPlan } from './leafPlan.ts';
import { rowsCompared, scoreAggregate } from './mapAggregate.ts';
import { scoreLeaf } from './mapLeaf.ts';
import { type NodeScores, ScoresOnDemand, scoresIn } from './nodeScores.ts';
import type { AggregateParams, LeafParams, WeightParams } from './params.ts';
import type { Input, NodePlan, Plan } from './plan.ts';
import { type PreparationLearner, type PreparedLeaves, prepareLeaves } from './prepareLeaves.ts';
import type { Scores } from './scores.ts';
import { columnAt, isAsItIs, readSource } from './source.ts';
import { lodge, SurveyedColumn, surveyed } from './surveyedColumn.ts';
import { sampleOf, type WeightSample, weighted } from './weigh.ts';

/** `undefined`: not known yet, so that neither the node nor any above it can be scored. */
export interface Learner extends PreparationLearner {
  leaf(node: number, leaf: LeafPlan, column: SurveyedColumn, eligible: Uint8Array): LeafParams | undefined;
  weights(node: number, aggregate: AggregatePlan, sample: () => WeightSample): WeightParams | undefined;
  compared(node: number, rows: () => (number | null)[][]): AggregateParams['compared'];
  filling(node: number, aggregate: AggregatePlan, column: Column, eligible: Uint8Array): AggregateParams['imputed'];
  standardised(
    node: number,
    aggregate: AggregatePlan,
    column: SurveyedColumn,
    eligible: Uint8Array,
  ): LeafParams | undefined;
}

export type ScoresOfNodes = Omit<Scores, 'adjustments' | 'totals' | 'vetoedTier'>;

export function scoreNodes(plan: Plan, input: Input, learner: Learner, kept?: Kept): ScoresOfNodes {
  const preparation = kept ? preparedBefore(plan, kept) : prepareLeaves(plan, input, rawColumns(plan, input), learner);
  const { raw, steps, prepared, eligible, imputed } = preparation;
  const nodes: (NodeScores | undefined)[] = [];
  const truncated: (number | undefined)[] = [];
  const weightLeft: (Float64Array | undefined)[] = [];
  const unstandardised: (Column | undefined)[] = [];
  const around = { nodes, truncated, weightLeft, imputed, unstandardised, eligible };
  const isWritten = (node: NodePlan, index: number) => node.kind === 'aggregate' && !kept?.isKept[index];
  const columns = emptyColumns(plan.nodes.filter(isWritten).length, plan.nUnits);
  plan.nodes.forEach((node, index) => {
    if (kept?.isKept[index]) {
      keep(index, kept.earlier.scores, around);
      return;
    }
    if (node.kind === 'leaf') {
      const column = surveyed(prepared[index]!);
      const params = preparation.isKnown ? learner.leaf(index, node, column, eligible) : undefined;
      if (params === undefined) return;
      const { scores, nTruncated } = scoreLeaf(plan, node, params, column);
      nodes[index] = scores;
      truncated[index] = nTruncated;
      return;
    }
    if (node.notApplicable === 'spread') weightLeft[index] = new Float64Array(plan.nUnits).fill(1);
    if (node.impute !== undefined) imputed[index] = new Uint8Array(plan.nUnits);
    const isKnown = node.children.every(child => nodes[child] !== undefined);
    const scores = isKnown ? scoreAggregateNode(plan, index, node, columns.pop()!, around, learner) : undefined;
    nodes[index] = scores && scoresIn(scores);
  });
  countUnread(around);
  return {
    ...{ raw, steps, prepared, eligible, imputed, unstandardised, weightLeft },
    nodes: plan.nodes.map((_, node) => nodes[node]?.column ?? emptyColumn(plan.nUnits)),
    truncated: truncatedOnes(truncated),
  };
}

function truncatedOnes(truncated: readonly (number | undefined)[]): Record<number, number> {
  const ones: Record<number, number> = {};
  truncated.forEach((count, node) => {
    if (count !== undefined && count > 0) ones[node] = count;
  });
  return ones;
}

/** `imputed` of the leaves only: an aggregate's own is kept with it. */
function preparedBefore(plan: Plan, { earlier }: Kept): PreparedLeaves {
  const { raw, steps, prepared, eligible } = earlier.scores;
  const imputed: (Uint8Array | undefined)[] = [];
  earlier.scores.imputed.forEach((filled, node) => {
    if (filled !== undefined && plan.nodes[node]!.kind === 'leaf') imputed[node] = filled;
  });
  return { raw, steps, prepared, eligible, imputed, isKnown: true };
}

function keep(node: number, before: Scores, around: Around): void {
  around.nodes[node] = scoresIn(before.nodes[node]!);
  around.truncated[node] = before.truncated[node] ?? 0;
  keepIn(around.imputed, before.imputed, node);
  keepIn(around.unstandardised, before.unstandardised, node);
  keepIn(around.weightLeft, before.weightLeft, node);
}

function keepIn<Of>(after: Of[], before: readonly Of[], node: number): void {
  if (before[node] !== undefined) after[node] = before[node];
}

interface Around extends Below {
  readonly nodes: (NodeScores | undefined)[];
  /** `undefined`: not counted yet, as the scores were not read. */
  readonly truncated: (number | undefined)[];
  readonly imputed: (Uint8Array | undefined)[];
  readonly weightLeft: (Float64Array | undefined)[];
  readonly unstandardised: (Column | undefined)[];
  readonly eligible: Uint8Array;
}

/** `undefined` if not all is known that it needs. */
function scoreAggregateNode(
  plan: Plan,
  index: number,
  node: AggregatePlan,
  scores: Column,
  around: Around,
  learner: Learner,
): Column | undefined {
  const weights = node.weighting && learner.weights(index, node, () => sampleOf(plan, node, around, around.eligible));
  if (node.weighting !== undefined && weights === undefined) return undefined;
  const aggregate = weighted(node, weights);
  const comparesUnits = aggregateMethods[node.aggregate].comparesUnits === true;
  const compared = comparesUnits ? learner.compared(index, () => rowsCompared(plan, aggregate, around)) : [];
  if (compared === undefined) return undefined;
  const nTruncated = scoreAggregate(plan, aggregate, around, compared, scores, around.weightLeft[index]);
  node.children.forEach((child, position) => {
    around.truncated[child] ??= nTruncated[position]!;
  });
  if (node.impute !== undefined) {
    const filling = learner.filling(index, node, scores, around.eligible);
    if (filling === undefined) return undefined;
    fillScores(node.impute, filling, scores, around.imputed[index]!);
  }
  if (node.standardise === undefined) return scores;
  removeDust(plan, scores);
  const column = new SurveyedColumn(scores);
  const params = learner.standardised(index, node, column, around.eligible);
  if (params === undefined) return undefined;
  around.unstandardised[index] = scores;
  const after = standardised(plan, node.standardise, params, column);
  if (after.nTruncated > 0) around.truncated[index] = after.nTruncated;
  return after.column;
}

/** What no aggregate read was not counted yet. */
function countUnread({ nodes, truncated }: Around): void {
  nodes.forEach((node, index) => {
    if (truncated[index] !== undefined || !(node instanceof ScoresOnDemand)) return;
    const { column, nTruncated } = node.writeDown();
    nodes[index] = scoresIn(column);
    truncated[index] = nTruncated;
  });
}

/** By node; `undefined` for aggregates. */
function rawColumns({ nodes, nUnits }: Plan, input: Input): (SurveyedColumn | undefined)[] {
  const raw = nodes.map(node => (node.kind === 'leaf' ? columnAt(node.source, input) : undefined));
  lodge(raw);
  const toRead = nodes.flatMap((node, index) =>
    node.kind === 'leaf' && !isAsItIs(raw[index], nUnits) ? [{ node, index }] : [],
  );
  const columns = emptyColumns(toRead.length, nUnits);
  toRead.forEach(({ node, index }, place) => {
    readSource(node.source, input, columns[place]!);
    raw[index] = new SurveyedColumn(columns[place]!);
  });
  return raw;
}

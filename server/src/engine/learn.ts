/** Fit, params and map in one pass: each node is learned from and scored before those above it. */
import { adjust } from './adjust.ts';
import { unitsOver } from './eligible.ts';
import { fitFilling, fitLeaf, fitScores } from './fit.ts';
import { presentValues } from './fitColumn.ts';
import { fitImputation, imputationParams } from './fitImputation.ts';
import { type Earlier, type Kept, keptOf } from './kept.ts';
import type { AggregateParams, ImputeParams, LeafParams, Params, TreatParams } from './params.ts';
import { comparedOf, fillingOf, preparationOf, scaleParams } from './paramsOf.ts';
import type { Input, Plan } from './plan.ts';
import { type Learner, scoreNodes } from './scoreNodes.ts';
import type { Scores } from './scores.ts';
import { learnTreatment } from './treatColumn.ts';
import { learnWeights, weightedPlan } from './weigh.ts';

/** The same numbers as the stages one after the other give. */
export function learnAndMap(plan: Plan, input: Input): Learned {
  return learn(plan, input, undefined);
}

/**
 * The same again, bit for bit, where an earlier scoring is at hand: only the nodes that changed, and those above them, are
 * learned and scored.
 */
export function rescore(plan: Plan, input: Input, earlier: Earlier): Learned {
  return learn(plan, input, keptOf(plan, input, earlier));
}

export interface Learned {
  readonly params: Params;
  readonly scores: Scores;
}

function learn(plan: Plan, input: Input, kept: Kept | undefined): Learned {
  const before = kept && paramsKept(kept);
  const leaves: Record<number, LeafParams> = { ...before?.leaves };
  const aggregates: Record<number, AggregateParams> = { ...before?.aggregates };
  const keep = <Learned extends AggregateParams>(node: number, learned: Learned): Learned => {
    aggregates[node] = { ...aggregates[node], ...learned };
    return learned;
  };
  const impute: Record<number, ImputeParams> = { ...before?.preparation?.impute };
  const treat: Record<number, TreatParams> = { ...before?.preparation?.treat };
  const learner: Learner = {
    imputation: (node, spec, columns, eligible) => {
      impute[node] = imputationParams(spec, fitImputation(spec, node, columns, eligible));
      return impute[node];
    },
    treatment: (node, spec, column, eligible) => {
      treat[node] = learnTreatment(spec, presentValues(column, unitsOver(spec.over, eligible)));
      return treat[node];
    },
    leaf: (node, leaf, column, eligible) => {
      const params = scaleParams(leaf.normalise, fitLeaf(leaf, column, eligible));
      leaves[node] = params;
      return params;
    },
    weights: (node, aggregate, sample) => keep(node, { weights: learnWeights(plan, aggregate, sample()) }).weights,
    compared: (node, rows) => keep(node, { compared: comparedOf(rows()) }).compared,
    filling: (node, { impute }, column, eligible) =>
      keep(node, { imputed: fillingOf(impute!, fitFilling(impute!, column, eligible)) }).imputed,
    standardised: (node, aggregate, column, eligible) => {
      const fit = fitScores(aggregate, column, eligible);
      return keep(node, { standardised: scaleParams(aggregate.standardise!, fit) }).standardised;
    },
  };
  const nodeScores = scoreNodes(plan, input, learner, kept);
  const params = { leaves, aggregates, ...preparationOf(impute, treat) };
  return { params, scores: { ...nodeScores, ...adjust(weightedPlan(plan, params), nodeScores, input) } };
}

/** The preparation is that of all leaves. */
function paramsKept({ earlier: { params }, isKept }: Kept): Params {
  const leaves: Record<number, LeafParams> = {};
  const aggregates: Record<number, AggregateParams> = {};
  for (let node = 0; node < isKept.length; node++) {
    if (!isKept[node]) continue;
    const leaf = params.leaves[node];
    const aggregate = params.aggregates[node];
    if (leaf !== undefined) leaves[node] = leaf;
    if (aggregate !== undefined) aggregates[node] = aggregate;
  }
  return { ...params, leaves, aggregates };
}

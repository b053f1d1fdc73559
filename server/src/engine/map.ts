/** Map: every unit by itself, from its cells to its total, with frozen parameters. Knows nothing of ranks. */
import { adjust } from './adjust.ts';
import { type LeafParams, noPreparation, type Params, type TreatParams } from './params.ts';
import type { Input, Plan } from './plan.ts';
import { scoreNodes } from './scoreNodes.ts';
import type { Scores } from './scores.ts';
import { weightedPlan } from './weigh.ts';

/** A node without parameters has nothing to learn from, so its method is undefined. */
const nothingLearned: LeafParams = { n: 0 };
const untreated: TreatParams = { n: 0, before: { skew: null, kurtosis: null, passes: true } };

export function map(plan: Plan, params: Params, input: Input): Scores {
  const { leaves, aggregates, preparation = noPreparation } = params;
  const nodeScores = scoreNodes(plan, input, {
    imputation: node => preparation.impute[node] ?? {},
    treatment: node => preparation.treat[node] ?? untreated,
    leaf: node => leaves[node] ?? nothingLearned,
    weights: node => aggregates[node]?.weights ?? {},
    compared: node => aggregates[node]?.compared ?? [],
    filling: node => aggregates[node]?.imputed ?? [],
    standardised: node => aggregates[node]?.standardised ?? nothingLearned,
  });
  return { ...nodeScores, ...adjust(weightedPlan(plan, params), nodeScores, input) };
}

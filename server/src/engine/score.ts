/** The engine's front door: columns of numbers in, numbers and reasons out. */
import { learnAndMap } from './learn.ts';
import type { Params } from './params.ts';
import type { Input, Plan } from './plan.ts';
import { type Ranking, rank } from './rank.ts';
import type { Scores } from './scores.ts';

export { type Fit, fit, mergeFits } from './fit.ts';
export type { Earlier } from './kept.ts';
export { learnAndMap, rescore } from './learn.ts';
export { map } from './map.ts';
export { isLearned, paramsOf } from './paramsOf.ts';
export { rank, rankWithin } from './rank.ts';

export interface Scoring {
  readonly params: Params;
  readonly scores: Scores;
  readonly ranking: Ranking;
}

export function score(plan: Plan, input: Input): Scoring {
  const { params, scores } = learnAndMap(plan, input);
  return { params, scores, ranking: rank(plan, scores) };
}

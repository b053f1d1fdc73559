/** The engine's front door: columns of numbers in, numbers and reasons out. The stages one after the other. */
import { fit } from './fit.ts';
import { map } from './map.ts';
import { paramsOf } from './params.ts';
import type { Input, Params, Plan, Ranking, Scores } from './plan.ts';
import { rank } from './rank.ts';

export { type Fit, fit, mergeFits } from './fit.ts';
export { map } from './map.ts';
export { paramsOf } from './params.ts';
export { rank } from './rank.ts';

export interface Scoring {
  readonly params: Params;
  readonly scores: Scores;
  readonly ranking: Ranking;
}

export function score(plan: Plan, input: Input): Scoring {
  // biome-ignore lint/suspicious/noFocusedTests: the stage, not a test
  const params = paramsOf(plan, fit(plan, input));
  const scores = map(plan, params, input);
  return { params, scores, ranking: rank(plan, scores) };
}

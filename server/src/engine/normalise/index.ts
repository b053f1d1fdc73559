/** The normalisations. A new one is a file here, a case of `Normalisation` in the plan, and one line below. */
import type { Normalisation } from '../plan.ts';
import { goalposts } from './goalposts.ts';
import { logGoalposts } from './log-goalposts.ts';
import type { NormaliseMethod } from './method.ts';
import { minMax } from './min-max.ts';
import { none } from './none.ts';
import { rank } from './rank.ts';
import { zScore } from './z-score.ts';

type Methods = {
  readonly [Id in Normalisation['method']]: NormaliseMethod<Extract<Normalisation, { method: Id }>>;
};

export const normaliseMethods: Methods = {
  none,
  'min-max': minMax,
  goalposts,
  'log-goalposts': logGoalposts,
  'z-score': zScore,
  rank,
};

export function normaliseMethod(id: Normalisation['method']): NormaliseMethod {
  return normaliseMethods[id];
}

/** The normalisations. A new one is a file here, a case of `Normalisation` in the plan, and one line below. */
import type { Normalisation } from '../normalisation.ts';
import { borda } from './borda.ts';
import { distanceToMax } from './distance-to-max.ts';
import { distanceToReference } from './distance-to-reference.ts';
import { distanceToTarget } from './distance-to-target.ts';
import { fractionOfMax } from './fraction-of-max.ts';
import { goalposts } from './goalposts.ts';
import { logGoalposts } from './log-goalposts.ts';
import type { NormaliseMethod } from './method.ts';
import { minMax } from './min-max.ts';
import { none } from './none.ts';
import { percentileRank } from './percentile-rank.ts';
import { rank } from './rank.ts';
import { scaled } from './scaled.ts';
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
  scaled,
  borda,
  'percentile-rank': percentileRank,
  'fraction-of-max': fractionOfMax,
  'distance-to-max': distanceToMax,
  'distance-to-reference': distanceToReference,
  'distance-to-target': distanceToTarget,
};

export function normaliseMethod(id: Normalisation['method']): NormaliseMethod {
  return normaliseMethods[id];
}

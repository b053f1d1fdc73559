/** The standardisations. A new one is a file here, a case of `Standardisation` in the plan, and one line below. */
import type { Standardisation } from '../plan.ts';
import type { StandardiseMethod } from './method.ts';
import { minMax } from './min-max.ts';
import { normalCdf } from './normal-cdf.ts';
import { zScore } from './z-score.ts';

export const standardiseMethods: Readonly<Record<Standardisation, StandardiseMethod>> = {
  'z-score': zScore,
  'min-max': minMax,
  'normal-cdf': normalCdf,
};

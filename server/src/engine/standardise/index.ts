/**
 * The standardisations: every normalisation re-scales scores as it does values, and the methods of this folder. A new one
 * of these is a file here, a case of `Standardisation` in the plan, and one line below.
 */
import type { Standardisation } from '../aggregatePlan.ts';
import type { Reason } from '../column.ts';
import type { Range } from '../normalisation.ts';
import { normaliseMethod } from '../normalise/index.ts';
import type { NormaliseMethod, Scorer } from '../normalise/method.ts';
import type { LeafParams } from '../params.ts';
import type { StandardiseMethod } from './method.ts';
import { normalCdf } from './normal-cdf.ts';

export const standardiseMethods: Readonly<Record<StandardiseMethod['id'], StandardiseMethod>> = {
  'normal-cdf': normalCdf,
};

/** What must be learned from the scores. */
export function lessonOf({ method }: Standardisation): NormaliseMethod['learns'] {
  return method === 'normal-cdf' ? 'count' : normaliseMethod(method).learns;
}

/** How to re-scale one score, or why none can be. `params` are those of the scores before. */
export function prepareStandardisation(spec: Standardisation, scale: Range, params: LeafParams): Scorer | Reason {
  if (spec.method === 'normal-cdf') return normalCdf.prepare(scale);
  return normaliseMethod(spec.method).prepare(spec, { direction: 'positive', scale, params });
}

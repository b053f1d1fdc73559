/** The weightings. A new one is a file here, a case of `Weighting` in the plan, and one line below. */
import type { Weighting } from '../aggregatePlan.ts';
import { ahp } from './ahp.ts';
import { critic } from './critic.ts';
import { entropy } from './entropy.ts';
import { equal } from './equal.ts';
import { independence } from './independence.ts';
import type { WeightMethod } from './method.ts';
import { optimised } from './optimised.ts';
import { pca } from './pca.ts';
import { variation } from './variation.ts';

type Methods = {
  readonly [Id in Weighting['method']]: WeightMethod<Extract<Weighting, { method: Id }>>;
};

export const weightMethods: Methods = { equal, ahp, entropy, critic, variation, independence, pca, optimised };

export function weightMethod(id: Weighting['method']): WeightMethod {
  return weightMethods[id] as WeightMethod;
}

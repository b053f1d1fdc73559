/** Where learning begins: nothing is known yet. */
import type { Params, Preparation } from './plan.ts';

export const noParams: Params = { leaves: {}, aggregates: {} };

export const noPreparation: Preparation = { impute: {}, treat: {} };

/** The imputations. A new one is a file here, a case of `Imputation` in the plan, and one line below. */
import type { Imputation } from '../leafPlan.ts';
import { carry } from './carry.ts';
import { constant } from './constant.ts';
import { em } from './em.ts';
import { latest } from './latest.ts';
import { linear } from './linear.ts';
import { mean } from './mean.ts';
import { median } from './median.ts';
import type { ImputeMethod } from './method.ts';

export const imputeMethods: Readonly<Record<Imputation['method'], ImputeMethod>> = {
  mean,
  median,
  constant,
  carry,
  latest,
  linear,
  em,
};

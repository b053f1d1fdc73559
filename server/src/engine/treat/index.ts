/** The transformations. A new one is a file here, a case of `Transformation` in the plan, and one line below. */
import type { Transformation } from '../leafPlan.ts';
import { boxCox } from './box-cox.ts';
import { log } from './log.ts';
import { logGii } from './log-gii.ts';
import { logShift } from './log-shift.ts';
import type { TransformMethod } from './method.ts';

export const transformMethods: Readonly<Record<Transformation, TransformMethod>> = {
  log,
  'log-shift': logShift,
  'log-gii': logGii,
  'box-cox': boxCox,
};

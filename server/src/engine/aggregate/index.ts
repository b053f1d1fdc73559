/** The aggregations. A new one is a file here, a case of `Aggregation` in the plan, and one line below. */
import type { Aggregation } from '../aggregatePlan.ts';
import { arithmetic } from './arithmetic.ts';
import { copeland } from './copeland.ts';
import { geometric } from './geometric.ts';
import { harmonic } from './harmonic.ts';
import { max } from './max.ts';
import { median } from './median.ts';
import type { AggregateMethod } from './method.ts';
import { min } from './min.ts';
import { power } from './power.ts';
import { product } from './product.ts';
import { sum } from './sum.ts';

export const aggregateMethods: Readonly<Record<Aggregation, AggregateMethod>> = {
  arithmetic,
  geometric,
  harmonic,
  power,
  min,
  max,
  median,
  sum,
  product,
  copeland,
};

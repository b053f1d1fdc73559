/** What an imputation is: it finds a number that stands in for one that is missing. */
import type { Imputation } from '../leafPlan.ts';
import type { MethodRecord } from '../method.ts';

export interface ImputeMethod extends MethodRecord {
  readonly id: Imputation['method'];
  /** What it draws on: the units' values, the unit's other values, its other periods, nothing, or all together. */
  readonly draws: 'values' | 'series' | 'nothing' | 'table';
  /** `values`: what stands in, from at least one value, to the last digit the same in any order of them. */
  readonly centre?: (values: Float64Array) => number;
  /** `series`: what stands in at a position without a value; NaN: nothing. */
  readonly fill?: (series: Series, position: number, maxAge: number) => number;
  /** Run as a test of every method. `series`: the values are those of a unit's periods; `table`: each a unit's values. */
  readonly example:
    | {
        readonly values: readonly (number | null)[];
        readonly filled: readonly (number | null)[];
        readonly maxAge?: number;
      }
    | { readonly table: readonly (readonly (number | null)[])[]; readonly filled: readonly (readonly number[])[] }
    | { readonly value: number };
}

/** The values of one unit and leaf, periods in ascending order; NaN where there is none. */
export interface Series {
  readonly periods: readonly number[];
  readonly values: readonly number[];
}

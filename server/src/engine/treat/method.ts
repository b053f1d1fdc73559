/** What a transformation is: it makes a skewed column less so, each value by itself, with frozen parameters. */
import type { Reason } from '../column.ts';
import type { Transformation } from '../leafPlan.ts';
import type { MethodRecord } from '../method.ts';

export interface TransformMethod extends MethodRecord {
  readonly id: Transformation;
  /** How to transform a value, NaN where that is not defined (reason `non-positive`); or why no value can be. */
  prepare(params: TransformParams): ((value: number) => number) | Reason;
  /** Run as a test of every method. */
  readonly example: {
    readonly params: Pick<TransformParams, 'mirrored' | 'lambda'>;
    readonly values: readonly number[];
    readonly transformed: readonly number[];
  };
}

/** The column that the transformation was made for. */
export interface TransformParams {
  readonly min: number;
  readonly max: number;
  /** Whether its skew is negative and the method mirrors such columns. */
  readonly mirrored: boolean;
  /** Of `box-cox`. */
  readonly lambda?: number;
}

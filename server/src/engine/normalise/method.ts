/** What a normalisation is: it turns the raw values of a leaf into scores, each by itself, with frozen parameters. */
import type { MethodRecord } from '../method.ts';
import type { Direction, LeafParams, Normalisation, Range, Reason } from '../plan.ts';

export interface NormaliseMethod<Spec extends Normalisation = Normalisation> extends MethodRecord {
  readonly id: Spec['method'];
  readonly formulaNegative: string;
  /** What must be learned from the data: only the number of values, their range, mean and sd, or their order. */
  readonly learns: 'count' | 'range' | 'moments' | 'order';
  /** How to score one value, or why no value of the leaf can be scored. */
  prepare(spec: Spec, situation: Situation): Scorer | Reason;
  /** Run as a test of every method. */
  readonly example: {
    readonly normalise: Spec;
    readonly direction: Direction;
    readonly values: readonly number[];
    readonly scores: readonly (number | Reason)[];
  };
}

export interface Situation {
  readonly direction: Direction;
  readonly scale: Range;
  readonly params: LeafParams;
}

export interface Scorer {
  /** The score of a value; NaN where there is none for the reason below, infinite where the arithmetic overflows. */
  readonly scoreOf: (value: number) => number;
  /** Why `scoreOf` answers NaN; `overflow` if nothing is said. */
  readonly reason?: Reason;
  /** Scores outside are set to the nearer end and counted. */
  readonly truncateTo?: Range;
}

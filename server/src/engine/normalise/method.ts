/** What a normalisation is: it turns the raw values of a leaf into scores, each by itself, with frozen parameters. */
import type { Reason } from '../column.ts';
import type { Lesson } from '../fitColumn.ts';
import type { Line } from '../kernels/kernels.ts';
import type { Direction } from '../leafPlan.ts';
import type { MethodRecord, Parameter } from '../method.ts';
import type { FrozenParams, Normalisation, Range } from '../normalisation.ts';
import type { LeafParams } from '../params.ts';

export interface NormaliseMethod<Spec extends Normalisation = Normalisation> extends MethodRecord {
  readonly id: Spec['method'];
  readonly formulaNegative: string;
  /** What must be learned from the data; `reference`: the range and the value of the unit `spec.unit`. */
  readonly learns: Lesson | 'reference';
  /** The numbers among those learned that a definition may give instead (`parameters`). */
  readonly freezes: readonly (keyof FrozenParams)[];
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
  /** The same as a straight line of the values, for many units at once: the same bits where what it gives is finite. */
  readonly line?: StraightLine;
  /** The line is one of the values’ natural logarithms. */
  readonly isOfLogarithms?: true;
  /** `scoreOf` answers NaN for what is outside, the line does not. */
  readonly within?: Range;
  /** Why `scoreOf` answers NaN; `overflow` if nothing is said. */
  readonly reason?: Reason;
  /** Scores outside are set to the nearer end and counted. */
  readonly truncateTo?: Range;
  /** Where a score depends on the place among others only: the params that these are `sorted` in, and the line of the ranks of places. */
  readonly among?: {
    readonly learned: LeafParams;
    rankAt(nLower: number, nEqual: number): number;
    readonly line: StraightLine;
  };
}

/** What is cut off, and what is too large to go on with, is no matter of the method. */
export type StraightLine = Omit<Line, 'least' | 'most' | 'reach'>;

/** The parameters that every method has that learns from the data. */
export const learningParameters: readonly Parameter[] = [
  {
    id: 'over',
    meaning: {
      en: 'The units that the numbers are learned from: all, eligible, or a group.',
      'zh-CN': '从哪些评估对象得出参数：全部（all）、符合排名条件者（eligible）或某个分组。',
    },
    default: 'all',
  },
  {
    id: 'parameters',
    meaning: {
      en: 'Numbers that are given instead of learned, so that editions stay comparable.',
      'zh-CN': '直接给出、不从数据得出的参数，使各届可比。',
    },
    default: 'none',
  },
];

/** Of methods whose scores may lie outside. */
export const truncateParameter: Parameter = {
  id: 'truncate',
  meaning: { en: 'Whether scores outside the range are cut off.', 'zh-CN': '超出范围的得分是否截断。' },
  default: 'false',
};

export const rangeParameter: Parameter = {
  id: 'range',
  meaning: { en: 'The scores at the worse and the better end.', 'zh-CN': '差端和优端的得分。' },
  default: 'scale',
};

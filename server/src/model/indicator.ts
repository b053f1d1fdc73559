/** An indicator or an aggregate: what its own text says, and its place in the tree. */
import type { Decimal } from '../base/decimal.ts';
import type { MapEntry, MapNode, Node } from '../syntax/tree.ts';
import type { Aggregation, Method, MissingRule, Treatment, Weighting } from './method.ts';
import type { ScoreCondition } from './ranking.ts';
import type { Text } from './text.ts';
import type { GroupMatch } from './units.ts';
import type { Weight, Written } from './written.ts';

/** An indicator in its place in the tree. */
export interface Indicator {
  readonly own: IndicatorText;
  /** The id, or a stand-in that names the place (`#3.1`) where none was written. */
  readonly id: string;
  /** Position in `IndicatorSystem.indicators`. */
  readonly index: number;
  /** 1 for the top; the parent's plus 1 unless the file says otherwise. */
  readonly level: number;
  readonly parent: Indicator | undefined;
  /** `undefined` for a leaf; empty for `indicators: []` and for an unpublished aggregate. */
  readonly children: readonly Indicator[] | undefined;
}

/** The indicators under one parent that share its weight; a bonus stands outside its siblings' sum. */
export interface Siblings {
  /** `undefined`: the indicators of level 1. */
  readonly parent: Indicator | undefined;
  readonly members: readonly Indicator[];
  readonly bonuses: readonly Indicator[];
  /** The `indicators` key that they stand under. */
  readonly entry: MapEntry;
  /** Computed weights (`weighting`) of the parent. */
  readonly weighting: Weighting | undefined;
}

/** What one indicator's own text says, without its place in the tree. Remembered by node: an edit elsewhere keeps it. */
export interface IndicatorText extends Inheritable {
  readonly node: MapNode;
  readonly id: Written<string> | undefined;
  readonly name: Written<Text> | undefined;
  readonly weight: WrittenWeight | undefined;
  readonly declaredLevel?: Written<number> | undefined;
  readonly count?: Written<number> | undefined;
  readonly unpublished?: Written<boolean> | undefined;
  readonly bonus?:
    | {
        readonly entry: MapEntry;
        readonly cap: Written<Decimal> | undefined;
        readonly when: ScoreCondition | undefined;
      }
    | undefined;
  /** The `weighting` entry: computed weights. */
  readonly weighting?: Weighting | undefined;
  readonly appliesTo: readonly GroupMatch[];
  /** The `indicators` key of an aggregate. */
  readonly childrenEntry: MapEntry | undefined;
  readonly column?: Written<string> | undefined;
  readonly from?: Written<string> | undefined;
  readonly measure?: Written<string> | undefined;
  readonly range?: Written<readonly [number, number]> | undefined;
  readonly categories?: { readonly entry: MapEntry; readonly values: ReadonlyMap<string, Written<number>> } | undefined;
  readonly steps?: { readonly entry: MapEntry; readonly steps: readonly StepRule[] } | undefined;
  /** The column that values are divided by, and the size of its unit. */
  readonly denominator?: Written<string> | undefined;
  readonly factor?: Written<number> | undefined;
  /** Points by column name. */
  readonly checklist?: { readonly entry: MapEntry; readonly points: ReadonlyMap<string, Written<number>> } | undefined;
  readonly isDocumented: boolean;
}

/** Keys that stand on an indicator or are inherited from `defaults` (`normalise`, `direction`, `missing`, …). */
export interface Inheritable {
  readonly direction?: Written<Direction> | undefined;
  readonly normalise?: Method | undefined;
  readonly missing?: MissingRule | undefined;
  readonly aggregate?: Written<Aggregation> | undefined;
  readonly impute?: Method | undefined;
  readonly treat?: Treatment | undefined;
  readonly minShare?: Written<number> | undefined;
  readonly minCount?: Written<number> | undefined;
  readonly notApplicable?: Written<string> | undefined;
  /** On an aggregate or the index; not inherited. */
  readonly standardise?: Method | undefined;
}

export type Direction = 'positive' | 'negative';

export type WrittenWeight =
  | { readonly kind: 'single'; readonly weight: Written<Weight>; readonly entry: MapEntry }
  | { readonly kind: 'by-group'; readonly weights: ReadonlyMap<string, Written<Weight>>; readonly entry: MapEntry };

export interface StepRule {
  readonly node: Node;
  readonly atLeast: Written<number> | undefined;
  readonly value: Written<number> | undefined;
}

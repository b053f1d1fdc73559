/** From the index to the ranking: adjustments, rounding, ties, who is ranked, tiers. */
import type { Decimal } from '../base/decimal.ts';
import type { MapEntry, Node } from '../syntax/tree.ts';
import type { Bounded } from './bounds.ts';
import type { Text } from './text.ts';
import type { Condition } from './units.ts';
import type { Written } from './written.ts';

export interface Adjustment {
  readonly node: Node;
  readonly id: Written<string> | undefined;
  readonly name: Written<Text> | undefined;
  readonly kind: Written<'bonus' | 'deduction' | 'veto'> | undefined;
  readonly column: Written<string> | undefined;
  readonly points: Written<Decimal> | undefined;
  readonly cap: Written<Decimal> | undefined;
  readonly floor: Written<number> | undefined;
  readonly of: Written<string> | undefined;
  readonly when: ScoreCondition | undefined;
  readonly equals: Written<string> | undefined;
  readonly outcome:
    | { readonly tier: Written<string> | undefined; readonly score: Written<number> | undefined }
    | undefined;
}

export type ScoreCondition = Bounded<number>;

export interface Ranking {
  readonly entry: MapEntry | undefined;
  readonly round:
    | {
        readonly decimals: Written<number> | undefined;
        readonly mode: Written<string> | undefined;
        readonly when: Written<string> | undefined;
      }
    | undefined;
  /** Which totals rank first; read with `bestOf`. */
  readonly best: Written<string> | undefined;
  readonly ties: Written<string> | undefined;
  readonly tieOrder: Written<string> | undefined;
  readonly within: readonly Written<string>[];
  readonly eligible:
    | {
        readonly minShare: Written<number> | undefined;
        readonly minNonZero: Written<number> | undefined;
        /** The two shares are asked for under each indicator of this level. */
        readonly level: Written<number> | undefined;
        readonly where: Condition | undefined;
        /** Ranked whatever the shares and the condition say. */
        readonly include: readonly Written<string>[];
        /** Not ranked whatever they say; goes before `include`. */
        readonly exclude: readonly Written<string>[];
      }
    | undefined;
}

/** Bounds are read with `boundOf`. */
export interface Tier extends Bounded<Decimal> {
  readonly node: Node;
  readonly name: Written<Text> | undefined;
  readonly top: Written<number> | undefined;
  readonly topShare: Written<Decimal> | undefined;
  readonly within: Written<string> | undefined;
}

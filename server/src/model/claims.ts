/** What is published of the results, and what the results are known to be. */
import type { Decimal } from '../base/decimal.ts';
import type { Node } from '../syntax/tree.ts';
import type { Text } from './text.ts';
import type { Condition } from './units.ts';
import type { Written } from './written.ts';

export interface Publication {
  readonly node: Node;
  readonly id: Written<string> | undefined;
  readonly title: Written<Text> | undefined;
  readonly where: Condition;
  readonly top: Written<number> | undefined;
  readonly ranked: boolean;
  readonly order: Written<string> | undefined;
  readonly table: Written<string> | undefined;
  readonly by: Written<string> | undefined;
  /** A key that says something else: without it the list would be another one. */
  readonly unread: string | undefined;
}

export interface Expectation {
  readonly node: Node;
  /** `undefined` where the entry could not be read. */
  readonly claim: Claim | undefined;
  readonly note: Written<Text> | undefined;
}

export type Claim =
  | { readonly kind: 'count'; readonly where: Condition; readonly is: Written<Decimal> }
  | { readonly kind: 'share'; readonly where: Condition; readonly is: Written<Decimal>; readonly decimals: number }
  | {
      readonly kind: 'change';
      readonly where: Condition;
      readonly from: Written<Decimal>;
      readonly is: Written<Decimal>;
      readonly decimals: number;
    }
  | {
      readonly kind: 'members';
      readonly where: Condition;
      readonly are: readonly Written<string>[];
      readonly order: Written<string> | undefined;
    }
  | {
      readonly kind: 'rank';
      readonly unit: Written<string>;
      readonly within: Written<string> | undefined;
      readonly is: Written<Decimal>;
    }
  | {
      readonly kind: 'score';
      readonly unit: Written<string>;
      readonly indicator: Written<string> | undefined;
      readonly is: Written<Decimal>;
      readonly decimals: number | undefined;
    };

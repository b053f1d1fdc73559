/** What a definition says outside its indicators: what it is, how it counts, its parts one after the other. */
import type { Decimal } from '../base/decimal.ts';
import type { MapEntry, Node, Piece } from '../syntax/tree.ts';
import type { Expectation, Publication } from './claims.ts';
import type { Inheritable } from './indicator.ts';
import type { Weighting } from './method.ts';
import type { Adjustment, Ranking, Tier } from './ranking.ts';
import type { Text } from './text.ts';
import type { DataSource, Units } from './units.ts';
import type { Written } from './written.ts';

/** What the file says outside the indicators. The same object as long as nothing of it is edited. */
export interface Header {
  /** What it was read from. */
  readonly piece: Piece | undefined;
  readonly id: Written<string> | undefined;
  readonly title: Written<Text> | undefined;
  readonly edition: Written<string> | undefined;
  readonly publisher: Written<Text> | undefined;
  readonly previous: Written<string> | undefined;
  readonly fullMark: Written<Decimal> | undefined;
  readonly levels: readonly LevelDeclaration[];
  readonly levelsEntry: MapEntry | undefined;
  /** `percent` where the file does not say. */
  readonly weights: WeightSystem;
  readonly weightsBy: Written<string> | undefined;
  readonly scale: readonly [number, number];
  readonly scaleNode: Node | undefined;
  readonly aggregate: Inheritable & { readonly weighting: Weighting | undefined };
  readonly defaults: Inheritable;
  /** The order of the steps, where it is not the usual one. */
  readonly pipeline: Written<readonly string[]> | undefined;
  readonly units: Units;
  readonly data: readonly DataSource[];
  readonly adjustments: readonly Adjustment[];
  readonly ranking: Ranking;
  readonly tiers: readonly Tier[];
  readonly tiersEntry: MapEntry | undefined;
  readonly publications: readonly Publication[];
  readonly expectations: readonly Expectation[];
  readonly rules: readonly RuleSetting[];
}

export type WeightSystem = 'percent' | 'fraction' | 'points' | 'relative';

export interface LevelDeclaration {
  readonly node: Node;
  readonly name: Written<Text> | undefined;
  readonly count: Written<number> | undefined;
  readonly unpublished: boolean;
}

export interface RuleSetting {
  readonly code: string;
  readonly entry: MapEntry;
  readonly severity: Written<string> | undefined;
  readonly threshold: Written<number> | undefined;
  readonly reason: Written<string> | undefined;
}

/** Whether scores have somewhere to lie. */
export function hasScale({ scale: [start, end] }: Pick<Header, 'scale'>): boolean {
  return start < end;
}

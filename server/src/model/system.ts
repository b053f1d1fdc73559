/**
 * The indicator system in the field's terms: what a definition says, and where each thing was written. The model is
 * partial: what could not be read is `undefined`, and the checks report it. Knows nothing of LSP, of JSON Schema and of
 * lines; places are nodes of the syntax tree.
 */
import type { Decimal } from '../base/decimal.ts';
import type { MapEntry, MapNode, Node, Piece } from '../syntax/tree.ts';

/** A value and where it was written: `node` is the value, `entry` the key with it where it stands under a key. */
export interface Written<T> {
  readonly value: T;
  readonly node: Node;
  readonly entry?: MapEntry;
}

/** A text that people read: one string, or one for each locale. `plain` is the string or the first of the map. */
export interface Text {
  readonly plain: string;
  readonly byLocale: ReadonlyMap<string, string>;
}

export type WeightSystem = 'percent' | 'fraction' | 'points' | 'relative';
export type Direction = 'positive' | 'negative';
export type MissingPolicy = 'zero' | 'exclude' | 'fail';

/** A weight as written. `value` is `undefined` where the text is not a number (`12％`); `source` is that text. */
export interface Weight {
  readonly value: Decimal | undefined;
  readonly source: string;
}

export type WrittenWeight =
  | { readonly kind: 'single'; readonly weight: Written<Weight>; readonly entry: MapEntry }
  | { readonly kind: 'by-group'; readonly weights: ReadonlyMap<string, Written<Weight>>; readonly entry: MapEntry };

export interface LevelDeclaration {
  readonly node: Node;
  readonly name: Written<Text> | undefined;
  readonly count: Written<number> | undefined;
  readonly unpublished: boolean;
}

export interface StepRule {
  readonly node: Node;
  readonly atLeast: Written<number> | undefined;
  readonly value: Written<number> | undefined;
}

/** The parameters of a method as written: `lower`, `upper`, `ties`… */
export interface Method {
  readonly method: Written<string>;
  readonly parameters: ReadonlyMap<string, Written<string | number | boolean>>;
  readonly range: Written<readonly [number, number]> | undefined;
  /** The units that it learns from. */
  readonly over?: Written<Scope> | undefined;
  /** Of `impute`: the unit's other indicators that it draws on; a number: those under the same indicator of that level. */
  readonly across?: Written<'siblings' | 'all' | number> | undefined;
  /** The numbers of a `parameters` map: given, not learned. */
  readonly frozen?: ReadonlyMap<string, Written<number | readonly number[]>> | undefined;
  /** `parameters: frozen`: the numbers that the edition before learned. */
  readonly asBefore?: Written<'frozen'> | undefined;
}

/** Outlier treatment; `none` keeps a leaf from what `defaults` say. */
export interface Treatment {
  readonly entry: MapEntry;
  readonly none: boolean;
  readonly winsorise:
    | {
        readonly max: Written<number> | undefined;
        readonly skew: Written<number> | undefined;
        readonly kurtosis: Written<number> | undefined;
        readonly force: Written<boolean> | undefined;
      }
    | undefined;
  /** The `then` key and what belongs to it. */
  readonly transform: Written<string> | undefined;
  readonly mirrored: Written<boolean> | undefined;
  readonly lambda: Written<number> | undefined;
  readonly combine: Written<boolean> | undefined;
  /** The units that it learns from. */
  readonly over: Written<Scope> | undefined;
}

/** All units, those that may be ranked, or those that are in all of the groups. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'eligible' }
  | { readonly kind: 'groups'; readonly groups: Condition['groups'] };

/** Computed weights of an aggregate's children. */
export interface Weighting extends Method {
  /** The `weighting` key (`with`: of a second method) with its value. */
  readonly entry: MapEntry;
  readonly judgements: { readonly entry: MapEntry; readonly all: readonly Judgement[] } | undefined;
  /** Shares of correlation by indicator id. */
  readonly shares: ReadonlyMap<string, Written<number>>;
  readonly consistency: Written<number> | undefined;
  readonly randomIndex: Written<string> | undefined;
  /** How the computed weights are combined with those of `with`, or with the written ones. */
  readonly combine: Written<'product' | { readonly linear: number }> | undefined;
  readonly with: Weighting | undefined;
}

/** `left/right: 3`. `value` is `undefined` where it is no number above 0. */
export interface Judgement {
  readonly entry: MapEntry;
  readonly left: string;
  readonly right: string;
  readonly value: Written<number> | undefined;
}

export type MissingRule = Written<MissingPolicy | { readonly score: number }>;

/** `arithmetic`, … or a method with a parameter (`{power: 2}`). */
export interface Aggregation {
  readonly method: string;
  readonly parameter?: number;
}

/** Keys that stand on an indicator or are inherited from `defaults` (`normalise`, `direction`, `missing`, …). */
export interface Inheritable {
  readonly direction: Written<Direction> | undefined;
  readonly normalise: Method | undefined;
  readonly missing: MissingRule | undefined;
  readonly aggregate: Written<Aggregation> | undefined;
  readonly impute: Method | undefined;
  readonly treat: Treatment | undefined;
  readonly minShare: Written<number> | undefined;
  readonly minCount: Written<number> | undefined;
  readonly notApplicable: Written<string> | undefined;
  /** On an aggregate or the index; not inherited. */
  readonly standardise: Method | undefined;
}

/** What one indicator's own text says, without its place in the tree. Remembered by node: an edit elsewhere keeps it. */
export interface IndicatorText extends Inheritable {
  readonly node: MapNode;
  readonly id: Written<string> | undefined;
  readonly name: Written<Text> | undefined;
  readonly weight: WrittenWeight | undefined;
  readonly declaredLevel: Written<number> | undefined;
  readonly count: Written<number> | undefined;
  readonly unpublished: Written<boolean> | undefined;
  readonly bonus:
    | {
        readonly entry: MapEntry;
        readonly cap: Written<Decimal> | undefined;
        readonly when: ScoreCondition | undefined;
      }
    | undefined;
  /** The `weighting` entry: computed weights. */
  readonly weighting: Weighting | undefined;
  readonly appliesTo: readonly GroupMatch[];
  /** The `indicators` key of an aggregate. */
  readonly childrenEntry: MapEntry | undefined;
  readonly column: Written<string> | undefined;
  readonly from: Written<string> | undefined;
  readonly measure: Written<string> | undefined;
  readonly range: Written<readonly [number, number]> | undefined;
  readonly categories: { readonly entry: MapEntry; readonly values: ReadonlyMap<string, Written<number>> } | undefined;
  readonly steps: { readonly entry: MapEntry; readonly steps: readonly StepRule[] } | undefined;
  /** The column that values are divided by, and the size of its unit. */
  readonly denominator: Written<string> | undefined;
  readonly factor: Written<number> | undefined;
  /** Points by column name. */
  readonly checklist: { readonly entry: MapEntry; readonly points: ReadonlyMap<string, Written<number>> } | undefined;
  readonly isDocumented: boolean;
}

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

export interface GroupMatch {
  readonly group: string;
  readonly values: readonly Written<string>[];
  readonly entry: MapEntry;
}

export interface ScoreCondition {
  readonly above: Written<number> | undefined;
  readonly atLeast: Written<number> | undefined;
}

export interface GroupSystem {
  readonly id: Written<string>;
  readonly column: Written<string> | undefined;
  readonly values: readonly Written<string>[] | undefined;
  readonly separator: string | undefined;
}

export type UnitOrder =
  | { readonly kind: 'file' }
  | { readonly kind: 'column'; readonly column: Written<string> }
  | { readonly kind: 'list'; readonly units: readonly Written<string>[] };

export interface Units {
  readonly entry: MapEntry | undefined;
  /** The key column; default `id`. */
  readonly id: Written<string> | undefined;
  readonly name: Written<string> | undefined;
  readonly count: Written<number> | undefined;
  readonly order: UnitOrder;
  readonly aliases: ReadonlyMap<string, Written<string>>;
  readonly groups: readonly GroupSystem[];
}

export interface DataSource {
  readonly node: Node;
  readonly id: Written<string> | undefined;
  readonly path: Written<string> | undefined;
  readonly encoding: Written<string> | undefined;
  /** Of a workbook: a sheet's name, or its position from 1. */
  readonly sheet: Written<string | number> | undefined;
  readonly unit: Written<string> | undefined;
  /** Which rows count, where the file holds several periods. `is`: default the system's edition. */
  readonly period: { readonly column: Written<string>; readonly is: Written<string> | undefined } | undefined;
  /** Columns of a file with one row for each unit and indicator. */
  readonly long: { readonly indicator: Written<string>; readonly value: Written<string> } | undefined;
  /** Tokens that mean missing; default `"" NA N/A - — 缺`. */
  readonly missing: readonly string[] | undefined;
  readonly notApplicable: readonly string[] | undefined;
}

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

export interface Ranking {
  readonly entry: MapEntry | undefined;
  readonly round:
    | {
        readonly decimals: Written<number> | undefined;
        readonly mode: Written<string> | undefined;
        readonly when: Written<string> | undefined;
      }
    | undefined;
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
      }
    | undefined;
}

export interface Tier {
  readonly node: Node;
  readonly name: Written<Text> | undefined;
  readonly atLeast: Written<Decimal> | undefined;
  readonly above: Written<Decimal> | undefined;
  readonly top: Written<number> | undefined;
  readonly topShare: Written<Decimal> | undefined;
  readonly within: Written<string> | undefined;
}

/** Which units: group values, a tier (or that tier and better), a column that equals a text. All must hold. */
export interface Condition {
  readonly groups: readonly { readonly group: string; readonly value: Written<string>; readonly entry: MapEntry }[];
  readonly tier: { readonly name: Written<string>; readonly orBetter: boolean } | undefined;
  readonly column: Written<string> | undefined;
  readonly equals: Written<string> | undefined;
}

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

export interface Expectation {
  readonly node: Node;
  /** `undefined` where the entry could not be read. */
  readonly claim: Claim | undefined;
  readonly note: Written<Text> | undefined;
}

export interface RuleSetting {
  readonly code: string;
  readonly entry: MapEntry;
  readonly severity: Written<string> | undefined;
  readonly threshold: Written<number> | undefined;
  readonly reason: Written<string> | undefined;
}

/**
 * What an indicator with all below it comes to: of its text, its level and what its children come to, and where it says
 * so of what the file says outside the indicators; of nothing else.
 */
export interface Fold<T> {
  readonly seesHeader?: true;
  readonly of: (indicator: Indicator, below: readonly T[], header: Header) => T;
}

/** Indicators that are meant by what their own text says, and their children's. */
export interface Selection {
  readonly isMeant: (own: IndicatorText) => boolean;
  /** Whether one of an indicator and those below it is meant. */
  readonly any: Fold<boolean>;
}

/** The keys under which an indicator is found by what its own text says: its id, the ways its name reads. */
export type KeysOf = (own: IndicatorText) => readonly string[];

/** Questions about all indicators whose answers, after an edit, cost what was edited and what is found. */
export interface Framework {
  /** What each indicator of level 1 comes to with all below it. */
  fold<T>(fold: Fold<T>): readonly T[];
  foldOf<T>(fold: Fold<T>, indicator: Indicator): T;
  /** The indicators that are meant, in the order of the file. */
  having(selection: Selection): readonly Indicator[];
  /** Whether an indicator is found under a key. */
  has(keysOf: KeysOf, key: string): boolean;
  /** The indicators that share a key with another one, in the order of the file; more where aliases repeat some. */
  sharing(keysOf: KeysOf): readonly Indicator[];
}

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

export interface IndicatorSystem extends Header {
  readonly header: Header;
  /** Where only the siblings under one parent are looked at (`indicators` are they, and no others): that parent. */
  readonly only?: { readonly parent: Indicator | undefined };
  readonly framework: Framework;
  /** `undefined` where the file holds no map. */
  readonly node: MapNode | undefined;
  readonly indicatorsEntry: MapEntry | undefined;
  /** Level 1. */
  readonly top: readonly Indicator[];
  /** All indicators, parents before children, in the order of the file: made for every one when first asked for. */
  readonly indicators: readonly Indicator[];
  readonly byId: ReadonlyMap<string, readonly Indicator[]>;
}

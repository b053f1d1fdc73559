/**
 * What the preview's page asks for only when it is looked at: questions and their answers as plain data. They go from the
 * page through the extension to the server, one request for all kinds. Every number is finite; `null` says that there is
 * none. Texts are in the display language.
 */

/** Request: the answer to one question of the page. null: there is no such thing, or nothing can be scored. */
export const questionRequest = 'indicators/question';

/** Kind of question → what is asked and what is answered. */
export interface Questions {
  readonly unit: { readonly asked: { readonly unit: string }; readonly answer: UnitDetails };
  readonly steps: {
    readonly asked: { readonly unit: string; readonly indicator: string };
    readonly answer: UnitSteps;
  };
  /** The weights as they are written, and what may be tried with them. */
  readonly weights: { readonly asked: Record<string, never>; readonly answer: WeightsView };
  /** The ranking with other weights or methods. Nothing is changed. */
  readonly 'what-if': { readonly asked: Trial; readonly answer: TriedRanking };
  /** Several rankings; null: it cannot be tried. */
  readonly 'side-by-side': {
    readonly asked: { readonly trials: readonly Trial[] };
    readonly answer: { readonly rankings: readonly (TriedRanking | null)[] };
  };
  /** What writes a trial into the definition. */
  readonly edits: { readonly asked: Trial; readonly answer: TrialEdits };
  /** Which indicator a place of the definition belongs to. */
  readonly place: {
    readonly asked: { readonly line: number; readonly character: number };
    readonly answer: PlacedIndicator;
  };
  readonly indicator: { readonly asked: { readonly indicator: string }; readonly answer: IndicatorDetails };
  /** A window of the heat map: only what is in view is asked for. */
  readonly cells: {
    readonly asked: { readonly units: readonly string[]; readonly indicators: readonly string[] };
    readonly answer: CellsView;
  };
}

export type QuestionKind = keyof Questions;

export type Question = {
  [Kind in QuestionKind]: { readonly kind: Kind; readonly asked: Questions[Kind]['asked'] };
}[QuestionKind];

export type QuestionAnswer = Questions[QuestionKind]['answer'] | null;

export interface QuestionParams {
  readonly uri: string;
  readonly question: Question;
}

/** How a unit's total is made up. */
export interface UnitDetails {
  readonly unit: string;
  /** All indicators, parents before their children, in the order of the file. */
  readonly parts: readonly UnitPart[];
  readonly adjustments: readonly { readonly id: string; readonly name: string; readonly points: number }[];
  /** What the indicators come to before the adjustments, in points of the total. */
  readonly index: number | null;
  /** The total before rounding. */
  readonly total: number | null;
  /** Whether the points of siblings add up to their parent's; else (a geometric mean, a standardised score) they are nominal. */
  readonly isAdditive: boolean;
  /** The next unit with a better score. `gap` is the difference of the published scores, above 0. */
  readonly above: Neighbour | null;
  /** The next unit with a worse score. */
  readonly below: Neighbour | null;
  /** The next better tier and what is lacking to its bound or its last unit, at least 0. */
  readonly nextTier: { readonly name: string; readonly gap: number } | null;
}

export interface Neighbour {
  readonly unit: string;
  readonly name: string;
  readonly rank: number;
  readonly gap: number;
}

export interface UnitPart {
  readonly id: string;
  readonly name: string;
  /** 0: level 1. */
  readonly depth: number;
  readonly isLeaf: boolean;
  readonly score: number | null;
  /** Share among the siblings that take part for this unit, 0–1; null for a bonus and where there is no score tree. */
  readonly share: number | null;
  /** What it adds to the total, in points. */
  readonly points: number | null;
  /** What it could add at most. */
  readonly most: number | null;
  readonly state: PartState;
  /** Why there is no score, in words. */
  readonly reason: string | null;
}

export type PartState =
  | 'present'
  | 'missing' // no score; its weight goes to its siblings, or it counts as zero
  | 'not-applicable'
  | 'imputed' // a filled value or score stands in
  | 'given' // a score that the definition gives for missing values stands in
  | 'truncated' // the value lies outside the goalposts
  | 'treated'; // the value was moved as an outlier

export type CellState = PartState;

export interface CellsView {
  readonly indicators: readonly string[];
  /** `states`: a letter for each indicator, the first of the state (`o`: treated as an outlier). */
  readonly rows: readonly {
    readonly unit: string;
    readonly scores: readonly (number | null)[];
    readonly states: string;
  }[];
}

/** The arithmetic of one indicator for one unit, to be redone by hand. */
export interface UnitSteps {
  readonly lines: readonly string[];
}

export interface WeightsView {
  /** All indicators, parents before their children, in the order of the file. */
  readonly indicators: readonly WeightedIndicator[];
  /** Sets of siblings whose written weights can be tried; `parent` null: level 1. */
  readonly levels: readonly WeightLevel[];
  readonly methods: MethodsView;
}

/** The methods that may be tried. */
export interface MethodsView {
  readonly normalise: readonly MethodChoice[];
  readonly aggregate: readonly MethodChoice[];
}

export interface MethodChoice {
  readonly id: string;
  readonly name: string;
  /** Trying it changes nothing: the definition says so already. */
  readonly isWritten: boolean;
}

export interface WeightedIndicator {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  /** 0: level 1. */
  readonly depth: number;
  readonly isLeaf: boolean;
  /** Share among its siblings and of the index, 0–1; null for bonuses and where weights differ by group. */
  readonly share: number | null;
  readonly effective: number | null;
}

export interface WeightLevel {
  readonly parent: string | null;
  readonly name: string;
  /** What the weights sum to now, which trying keeps; weights are whole multiples of `step`. */
  readonly whole: number;
  readonly step: number;
  readonly members: readonly { readonly id: string; readonly name: string; readonly weight: number }[];
}

/** What is other than written. */
export interface Trial extends TriedMethods {
  /** Indicator id → weight as it is to be written: a plain decimal number. */
  readonly weights?: TriedWeights;
}

export type TriedWeights = Readonly<Record<string, string>>;

/** Ids of methods: for every leaf that has a normalisation; for the index and all that do not say their own. */
export interface TriedMethods {
  readonly normalise?: string;
  readonly aggregate?: string;
}

/** By unit id; only units that have a score or a rank. */
export interface TriedRanking {
  readonly units: Readonly<
    Record<string, { readonly score: number | null; readonly rank: number | null; readonly tier: number | null }>
  >;
}

export interface TrialEdits {
  /** Of the document that the edits are for. */
  readonly version: number;
  readonly edits: readonly { readonly range: TextSpan; readonly newText: string }[];
}

/** As `Range` of the Language Server Protocol. */
export interface TextSpan {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What an indicator's scores look like, and what its weight does. */
export interface IndicatorDetails {
  readonly id: string;
  readonly name: string;
  /** null: it is of level 1. */
  readonly parent: string | null;
  /** Names of the aggregates above it, level 1 first. */
  readonly path: readonly string[];
  readonly isLeaf: boolean;
  readonly share: number | null;
  readonly effective: number | null;
  /** `measure` of a leaf, and whether more of it is better (`positive`). */
  readonly measure: string | null;
  readonly direction: 'positive' | 'negative' | null;
  /** Scores in equal steps over the scale; the last step holds its end. */
  readonly histogram: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  /** Of the scores. */
  readonly scores: Summary | null;
  /** Of a leaf's values before they are prepared. */
  readonly raw: Summary | null;
  readonly missing: readonly NamedUnit[];
  readonly notApplicable: readonly NamedUnit[];
  readonly nImputed: number;
  readonly nTruncated: number;
  /** Its weight one point higher, its siblings' lower in proportion; null where its weight is not written. */
  readonly growth: Growth | null;
}

/** Quartiles are linear between order statistics (type 7). */
export interface Summary {
  readonly n: number;
  readonly min: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly max: number;
  readonly mean: number;
}

export interface NamedUnit {
  readonly unit: string;
  readonly name: string;
}

export interface Growth {
  /** The weights that were tried, as they would be written. */
  readonly weights: Readonly<Record<string, string>>;
  /** Units with a total now and then, those that gain most first; of many, the 50 at both ends. */
  readonly moves: readonly (NamedUnit & {
    readonly rank: number | null;
    readonly before: number | null;
    /** Of the total before it is rounded. */
    readonly change: number;
  })[];
}

/** Ids from level 1 down to the indicator itself. */
export interface PlacedIndicator {
  readonly path: readonly string[];
}

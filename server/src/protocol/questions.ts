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

/** The arithmetic of one indicator for one unit, to be redone by hand. */
export interface UnitSteps {
  readonly lines: readonly string[];
}

/**
 * What the ranking preview shows, as plain data, and the messages between the panel and its page. One file for the
 * server, the extension and the page. Deliberately knows neither the model nor the engine, nor any user interface.
 *
 * Texts from a definition or its data (names, titles, reasons, descriptions of expectations) are in the display language
 * already; every word of the page itself is the page's business. Every number is finite; `null` says that there is none.
 */

import type { BaselineChoice } from './base.ts';
import type { Question, QuestionAnswer, Trial } from './questions.ts';

export type LocaleName = 'en' | 'zh-CN';

/** The answer to `indicators/preview`. */
export interface PreviewReport {
  readonly uri: string;
  /** Version of the document that `state` speaks of. */
  readonly version: number;
  /** Another one for each ranking that a server sends of a document. */
  readonly revision: number;
  /** The display language: that of all texts in this report. */
  readonly locale: LocaleName;
  readonly state: PreviewState;
  /** `null` exactly when the state is `empty`. */
  readonly ranking: RankingColumns | null;
}

/** What is another than in the report that was sent before; what is left out has stayed. */
export interface PreviewChange {
  readonly uri: string;
  readonly version: number;
  /** The revision of the report that this is a change of. */
  readonly base: number;
  readonly revision: number;
  /** Comes by itself where the findings are still looked for. */
  readonly state?: PreviewState;
  readonly head: Partial<RankingHead>;
  readonly units: Partial<Omit<UnitColumns, 'levels'>>;
  /** By the columns of the ranking; `null`: as it was. Left out: all are. */
  readonly levels?: readonly (UnitColumns['levels'][number] | null)[];
}

/** Counts are of the findings of the definition and its data, by severity. */
export type PreviewState =
  /** The ranking is that of the text as it stands; errors that do not stop the scoring (a weight sum) may be there. */
  | { readonly kind: 'current'; readonly errors: number; readonly warnings: number }
  /** The text cannot be scored now; `ranking` is the last good one of this session. */
  | { readonly kind: 'stale'; readonly errors: number; readonly warnings: number }
  /** There is no ranking, and has not been one. */
  | { readonly kind: 'empty'; readonly reason: EmptyReason; readonly errors: number; readonly warnings: number };

/** In this order: the first that holds. */
export type EmptyReason =
  | 'not-a-definition' // no `indicatorSystem` in the file, or not open
  | 'no-indicators' // the framework is empty
  | 'no-data' // no data source is named
  | 'data-unreadable' // a data source is named but could not be read
  | 'no-units' // the data have no units
  | 'definition-errors'; // anything else that stops the scoring

/** A ranking as it is sent: every keystroke brings one, so the units are columns of plain values. */
export interface RankingColumns extends RankingHead {
  readonly units: UnitColumns;
}

/** A ranking as the page reads it. */
export interface RankingView extends RankingHead {
  /** In rank order, ties in tie order, units without a rank last. */
  readonly units: readonly UnitView[];
}

export interface RankingHead {
  readonly system: { readonly id: string; readonly title: string; readonly edition: string | null };
  /** Which totals rank first. */
  readonly best: 'highest' | 'lowest';
  /** Lowest and highest possible total (`fullMark`, else the scale's end): what the bars are drawn against. */
  readonly totalRange: readonly [lowest: number, highest: number];
  /** Of every level-1 score. */
  readonly scale: readonly [lowest: number, highest: number];
  /** Decimals of the published score (`ranking.round.decimals`); 2 where the definition does not say. */
  readonly decimals: number;
  /** What `before` of units and tiers is from. */
  readonly baseline: Baseline;
  /** What readers call the baseline, where it has a name of its own: a commit's, a file's. */
  readonly baselineName: string | null;
  /** Why there is no baseline, where there is more to say than that it cannot be scored. */
  readonly baselineRefusal: string | null;
  /** Whether the definition names a previous edition. */
  readonly hasPrevious: boolean;
  readonly groupSystems: readonly GroupSystemView[];
  /** Level-1 indicators in the order of the file. */
  readonly columns: readonly ColumnView[];
  /** From the best; empty where the definition has none. */
  readonly tiers: readonly TierView[];
  readonly publications: readonly PublicationView[];
  readonly expectations: readonly ExpectationView[];
}

export type Baseline =
  | 'none' // not asked for
  | 'same' // the text is the saved one; `before` equals the present values
  | 'changed' // compared with another text
  | 'not-scored'; // the baseline cannot be scored (or does not exist); every `before` is null

export interface GroupSystemView {
  readonly id: string;
  readonly name: string;
  /** In the declared order, else in order of appearance. */
  readonly groups: readonly { readonly name: string; readonly count: number }[];
  /** Whether units are ranked inside the groups (`ranking.within`). */
  readonly isRanked: boolean;
}

export interface ColumnView {
  readonly id: string;
  readonly name: string;
  /** Share of the index, 0–1; null for a bonus and where the weights differ by group. */
  readonly share: number | null;
  /** Most points that a bonus in the tree can add; null for an ordinary indicator. */
  readonly bonusCap: number | null;
}

/**
 * The units as columns, each as long as there are units, in the order of the data, which an edit seldom changes: what
 * `UnitView` says of each of them. What few units have is by position.
 */
export interface UnitColumns {
  /** Positions of all units in rank order, ties in tie order, units without a rank last. */
  readonly order: readonly number[];
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Group system id → positions of the unit's groups in `GroupSystemView.groups`. */
  readonly groups: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** Only systems that are ranked: ranks beside `groups`. */
  readonly ranksWithin: Readonly<Record<string, readonly (readonly (number | null)[])[]>>;
  readonly scores: readonly (number | null)[];
  readonly ranks: readonly (number | null)[];
  readonly tiers: readonly (number | null)[];
  /** By the columns of the ranking. */
  readonly levels: readonly (readonly (number | null)[])[];
  readonly missing: readonly number[];
  readonly notApplicable: readonly number[];
  readonly reasons: Readonly<Record<number, string>>;
  readonly adjustments: Readonly<Record<number, UnitView['adjustments']>>;
  /** null: there is no baseline. A unit that is not in it is in `new`. */
  readonly before: {
    readonly scores: readonly (number | null)[];
    readonly ranks: readonly (number | null)[];
    readonly tiers: readonly (number | null)[];
    readonly new: readonly number[];
  } | null;
}

export interface UnitView {
  readonly id: string;
  readonly name: string;
  /** Group system id → names of the unit's groups; a unit may be in several or in none. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** The published total, rounded as the definition says. */
  readonly score: number | null;
  /** 1, 2, 2, …; may be fractional. */
  readonly rank: number | null;
  /** Group system id → group name → rank. Only systems that are ranked. */
  readonly rankWithin: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Index in `RankingView.tiers`. */
  readonly tier: number | null;
  /** Why there is no score or no rank; null where there is. */
  readonly reason: string | null;
  /** Scores by the columns of the ranking, same order and length, with the decimals of the ranking. */
  readonly scores: readonly (number | null)[];
  /** Number of leaves that are missing, and that do not apply to the unit. */
  readonly missing: number;
  readonly notApplicable: number;
  /** Only adjustments that changed this unit's total. */
  readonly adjustments: readonly { readonly id: string; readonly name: string; readonly points: number }[];
  /** The same unit in the baseline; null where it is not there or there is no baseline. */
  readonly before: { readonly score: number | null; readonly rank: number | null; readonly tier: number | null } | null;
}

export interface TierView {
  readonly name: string;
  /** At most one of them; none: the rest. `topShare` in percent. */
  readonly bound: {
    readonly atLeast?: number;
    readonly above?: number;
    readonly atMost?: number;
    readonly below?: number;
    readonly top?: number;
    readonly topShare?: number;
  };
  readonly count: number;
  /** The count in the baseline; null where there is none. */
  readonly before: number | null;
  /** Group system id → group name → count. */
  readonly by: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The counts that the definition says there are, by its claims or its quotas; null, or not in it: it does not say. */
  readonly expected: number | null;
  readonly expectedBy: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export type PublicationView =
  | {
      readonly kind: 'units';
      readonly id: string;
      readonly title: string;
      /** `rank` is the rank that is printed; null in an unranked list. `unit` is an id in `RankingView.units`. */
      readonly rows: readonly { readonly rank: number | null; readonly unit: string; readonly name: string }[];
    }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly title: string;
      readonly columns: readonly string[];
      /** `cells` by the columns of `columns`, same length. */
      readonly rows: readonly { readonly name: string; readonly cells: readonly (number | null)[] }[];
    };

export interface ExpectationView {
  /** Position in `expect`, from 0. */
  readonly index: number;
  /** What is expected, in words: “count of tier 优秀级 is 18”. */
  readonly text: string;
  /** null: could not be checked. */
  readonly holds: boolean | null;
  readonly expected: string;
  /** null: there is no such result. */
  readonly actual: string | null;
  readonly note: string | null;
}

/** Something in a definition or its data that can be shown in an editor. */
export type PreviewTarget =
  | { readonly kind: 'unit' | 'indicator' | 'adjustment' | 'publication'; readonly id: string }
  | { readonly kind: 'expectation' | 'tier'; readonly index: number }
  /** Keys from the top of the file down, or the names of items in lists; the deepest that is there is shown. */
  | { readonly kind: 'key'; readonly path: readonly string[] };

/** What the page makes itself: the table as it is shown, and the chart of a part. */
export type PageExport =
  | { readonly part: 'ranking'; readonly format: 'csv' }
  | { readonly part: 'moves' | 'indicators' | 'heat'; readonly format: 'svg' | 'png' };

/** Messages of the extension to the page: message name → payload. */
export interface MessagesToPage {
  /** Sent after `ready`, and whenever the ranking or the findings change. */
  show: PreviewReport;
  /** In its place, what has changed. A page that has another revision than the base says `ready` again. */
  change: PreviewChange;
  /** To a question of the page; null: there is none. */
  answer: { readonly number: number; readonly answer: QuestionAnswer };
  /** The indicator at the editor's cursor: ids from level 1 down; empty: none. */
  cursor: { readonly path: readonly string[] };
  /** What the user chose to compare with. */
  baseline: BaselineChoice;
  /** Make a file of what is shown, as `save`; the page goes to the part first. */
  make: PageExport;
  /** The server does not answer; the page keeps what it shows and says so. */
  unavailable: { readonly reason: 'starting' | 'stopped' };
}

/** Messages of the page to the extension: message name → payload. */
export interface MessagesFromPage {
  /** The page listens; nothing is sent to it before this. */
  ready: { readonly baseline: BaselineChoice };
  /** What was sent is painted: the page has time for the next. */
  shown: { readonly revision: number };
  /** Compare with something else from now on. */
  'compare-with': BaselineChoice;
  /** Ask the user for a file to compare with. */
  'choose-baseline': Record<string, never>;
  /** Open the editor where the target is written. */
  reveal: PreviewTarget;
  /** Write what is tried into the definition, as one edit that can be undone. */
  write: Trial;
  /** Save to a file that the user names; `name` is proposed. */
  save: { readonly name: string; readonly content: string | Uint8Array };
  /** Save a document of the whole ranking. */
  export: { readonly format: 'xlsx' | 'html' };
  /** Something that the page shows beyond the report. `number` comes back with the answer. */
  ask: { readonly number: number; readonly question: Question };
  /** Show how a unit came to its rank. */
  explain: { readonly unit: string };
  /** Show the problems. */
  'show-problems': Record<string, never>;
}

export type Message<Messages> = {
  [Name in keyof Messages]: { readonly type: Name; readonly payload: Messages[Name] };
}[keyof Messages];

export type MessageToPage = Message<MessagesToPage>;
export type MessageFromPage = Message<MessagesFromPage>;

/** What the page keeps between reloads; opaque to everybody but the page, apart from the definition it belongs to. */
export interface PreviewPageState {
  readonly uri: string;
}

/**
 * What the comparison of two definitions shows, as plain data, and the messages between its panel and its page. One file
 * for the server, the extension and the page. Deliberately knows neither the model nor any user interface.
 */
import type { CompareBase } from './base.ts';
import type { LocaleName, Message, PreviewTarget } from './preview.ts';

/** Request: what changed in an open definition against another, and what it does to scores, ranks and tiers. */
export const compareRequest = 'indicators/compare';

export interface CompareParams {
  readonly uri: string;
  readonly base: CompareBase;
  /** `known`: the base as it was read before, if it was; `anew`: as it is on disk and in git now. */
  readonly reading: 'known' | 'anew';
}

/** All texts are in the language `locale`. */
export type CompareAnswer =
  | ComparisonView
  /** The text cannot be read now (a syntax error). */
  | { readonly kind: 'unreadable'; readonly locale: LocaleName }
  /** There is nothing to compare with. */
  | { readonly kind: 'refused'; readonly locale: LocaleName; readonly reason: string };

export interface ComparisonView {
  readonly kind: 'compared';
  readonly locale: LocaleName;
  /** What it is compared with: a file's name, or a commit's. */
  readonly base: string;
  readonly title: string;
  /** The most important first. */
  readonly summary: readonly string[];
  readonly sections: readonly ComparisonTable[];
}

export interface ComparisonTable {
  /** `changes`: each row is a change and what it does. */
  readonly kind: 'changes' | 'table';
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly ComparedRow[];
  /** Positions of the columns that hold numbers. */
  readonly numeric: readonly number[];
}

export interface ComparedRow {
  readonly cells: readonly string[];
  /** Where it can be seen; null: nowhere. */
  readonly target: PreviewTarget | null;
}

/** Messages of the extension to the page: message name → payload. */
export interface CompareMessagesToPage {
  show: CompareAnswer;
  /** The server does not answer; the page keeps what it shows and says so. */
  unavailable: { readonly reason: 'starting' | 'stopped' };
}

/** Messages of the page to the extension: message name → payload. */
export interface CompareMessagesFromPage {
  /** The page listens; nothing is sent to it before this. */
  ready: Record<string, never>;
  /** Open the editor where the target is written. */
  reveal: PreviewTarget;
  /** Read the base anew. */
  refresh: Record<string, never>;
  /** Ask the user for another base. */
  choose: Record<string, never>;
}

export type CompareMessageToPage = Message<CompareMessagesToPage>;
export type CompareMessageFromPage = Message<CompareMessagesFromPage>;

/** What the page keeps between reloads. */
export interface ComparePageState {
  readonly uri: string;
  readonly base: CompareBase;
}

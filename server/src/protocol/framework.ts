/**
 * The framework of an open definition as the editor's views show it: the tree of indicators with weights and findings, the
 * expectations with their results, and whether it can be scored. Plain data; every place is one of the editor's.
 *
 * Texts from the definition are in the display language already, and so are figures (`≈ 33.3333 % (1/3)`).
 */
import type { ExpectationView, PreviewState } from './preview.ts';

/** Request: the framework of an open definition. null: the definition is not open. */
export const frameworkRequest = 'indicators/framework';

export interface FrameworkParams {
  readonly uri: string;
}

export type FrameworkAnswer = FrameworkView | null;

export interface FrameworkView {
  readonly uri: string;
  readonly version: number;
  /** Title of the system, else its id; '' where it has neither. */
  readonly title: string;
  /** As in the preview: whether there is a ranking, and the findings of the definition and its data. */
  readonly state: PreviewState;
  /** Units that have a score; null where nothing is scored. */
  readonly nScored: number | null;
  /** Level 1, in the order of the file. */
  readonly indicators: readonly FrameworkIndicator[];
  readonly expectations: readonly PlacedExpectation[];
}

export interface FrameworkIndicator {
  readonly id: string;
  readonly name: string;
  /** From 1. */
  readonly level: number;
  /** As declared under `levels`; null where it has no name. */
  readonly levelName: string | null;
  /** The weight as written, the method that computes it, or `12 (省级), 10 (重点城市)`; '' where there is none. */
  readonly weight: string;
  /** Effective weight, `2.1 %`, in Chinese `2.1%`; '' where it is not known or differs by group. */
  readonly effective: string;
  /** Most points of a bonus outside the weights, as written; null for every other indicator. */
  readonly bonusCap: string | null;
  /** Findings in its own text, those of indicators below it not counted. */
  readonly errors: number;
  readonly warnings: number;
  /** All its text, the indicators below included. */
  readonly range: FrameworkRange;
  /** What is selected when it is chosen. */
  readonly head: FrameworkRange;
  /** null for a leaf. */
  readonly children: readonly FrameworkIndicator[] | null;
}

export interface PlacedExpectation extends ExpectationView {
  readonly range: FrameworkRange;
}

/** Lines and UTF-16 characters from 0. */
export interface FrameworkRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

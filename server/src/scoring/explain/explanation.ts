/** The shape of an explanation: plain data, texts in both languages. */
import type { LocalText } from '../../base/locale.ts';
import { reasons } from '../../engine/column.ts';
import { reasonText } from '../reasonText.ts';
import type { Scoring } from '../score.ts';

export interface Explanation {
  readonly unit: { readonly id: string; readonly name: string };
  readonly steps: readonly ExplanationStep[];
}

export interface ExplanationStep {
  /** From 1. */
  readonly number: number;
  readonly kind: StepKind;
  /** Id of the indicator or adjustment that the step is about; `null` for the index and its place. */
  readonly subject: string | null;
  readonly title: LocalText;
  readonly lines: readonly LocalText[];
  /** What the step results in: a score, a total, a rank; `null` where there is none, and for a tier. */
  readonly value: number | null;
  readonly cells: readonly ExplainedCell[];
}

export type StepKind = 'leaf' | 'aggregate' | 'index' | 'adjustment' | 'rounding' | 'rank' | 'tier' | 'neighbour';

/** A cell of a data file. `source` is the position in `system.data`, `row` counts from 0 below the header. */
export interface ExplainedCell {
  readonly source: number;
  readonly path: string;
  readonly row: number;
  /** In the file, from 1, as editors and spreadsheets show it. */
  readonly line: number;
  readonly column: number;
  readonly name: string;
  readonly text: string;
}

export type UnnumberedStep = Omit<ExplanationStep, 'number'>;

/** The score of a node, or why it has none. */
export function nodeOutcome({ scores }: Scoring, node: number, unit: number): number | LocalText {
  const { values, states } = scores.nodes[node]!;
  const state = states[unit]!;
  return state === 0 ? values[unit]! : reasonText(reasons[state]!);
}

/** What a standardisation is: it re-scales the scores of an aggregate before they go up, with frozen parameters. */
import type { Lesson } from '../fitColumn.ts';
import type { MethodRecord } from '../method.ts';
import type { Scorer } from '../normalise/method.ts';
import type { LeafParams, Range, Reason, Standardisation } from '../plan.ts';

export interface StandardiseMethod extends MethodRecord {
  readonly id: Standardisation;
  readonly learns: Lesson;
  /** How to re-scale one score, or why none can be. `params` are those of the scores before. */
  prepare(scale: Range, params: LeafParams): Scorer | Reason;
  /** Run as a test of every method, on a scale of 0–100. */
  readonly example: { readonly before: readonly number[]; readonly after: readonly number[] };
}

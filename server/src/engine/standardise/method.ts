/** What a standardisation is that is no normalisation: it re-scales the scores of an aggregate and learns nothing. */
import type { Standardisation } from '../aggregatePlan.ts';
import type { MethodRecord } from '../method.ts';
import type { Normalisation, Range } from '../normalisation.ts';
import type { Scorer } from '../normalise/method.ts';

export interface StandardiseMethod extends MethodRecord {
  readonly id: Exclude<Standardisation['method'], Normalisation['method']>;
  /** How to re-scale one score. */
  prepare(scale: Range): Scorer;
  /** Run as a test of every method, on a scale of 0–100. */
  readonly example: { readonly before: readonly number[]; readonly after: readonly number[] };
}

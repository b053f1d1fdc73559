/** What a scoring gives to a format. */
import type { ScoreReport } from '../scoring/report.ts';

export interface ScoreResult {
  readonly report: ScoreReport;
  /** The level whose scores are shown beside the total. */
  readonly level: number | undefined;
}

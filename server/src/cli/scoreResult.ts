/** What a scoring gives to a format. */
import type { ScoreReport } from '../scoring/report/report.ts';
import type { Scoring } from '../scoring/score.ts';

export interface ScoreResult {
  readonly report: ScoreReport;
  /** `undefined` where nothing can be scored. */
  readonly scoring: Scoring | undefined;
  /** The level whose scores are shown beside the total. */
  readonly level: number | undefined;
}

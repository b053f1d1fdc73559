/** Scores as files for readers print them: rounded as decimals, with as many places in a table as in a page. */
import { decimalOf, formatDecimal, round } from '../../base/decimal.ts';
import type { ScoreReport } from './report.ts';

export interface PrintedDecimals {
  readonly ofTotals: number;
  /** Of the scores of indicators: as many as of totals, and two at least. */
  readonly ofLevels: number;
}

/** Where the ranking is not rounded, four. */
export function printedDecimals({ decimals }: ScoreReport['system']): PrintedDecimals {
  const ofTotals = decimals ?? 4;
  return { ofTotals, ofLevels: Math.max(2, ofTotals) };
}

/** `60.18` of 60.175. */
export function printedScore(score: number, decimals: number): string {
  return formatDecimal(round(decimalOf(score), decimals));
}

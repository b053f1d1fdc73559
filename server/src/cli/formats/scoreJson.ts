/** The score report as it is: the contract of `score --format json`. */
import type { ScoreResult } from '../scoreResult.ts';

export function formatScoreJson({ report }: ScoreResult): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** The results and the methodology as a page that stands alone. */
import { CannotRun } from '../../base/cannotRun.ts';
import { localText } from '../../base/locale.ts';
import { pageOf } from '../../scoring/document/page.ts';
import type { Documented } from '../../scoring/document/tables.ts';
import type { ScoreResult } from '../scoreResult.ts';
import type { Terminal } from '../terminal.ts';

export function formatScoreHtml(result: ScoreResult, { locale }: Terminal): string {
  return pageOf(documentedBy(result, locale));
}

/** A document is of a scoring: where there is none, there is nothing to publish. */
export function documentedBy({ report, scoring }: ScoreResult, locale: Terminal['locale']): Documented {
  if (scoring === undefined) throw new CannotRun(localText('nothing can be scored', '无法计分'));
  return { scoring, report, locale };
}

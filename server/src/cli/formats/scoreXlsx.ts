/** The results and the methodology as a workbook. */
import { sheetsOf } from '../../scoring/document/sheets.ts';
import type { ScoreResult } from '../scoreResult.ts';
import type { Terminal } from '../terminal.ts';
import { documentedBy } from './scoreHtml.ts';

export async function formatScoreXlsx(result: ScoreResult, { locale }: Terminal): Promise<Uint8Array> {
  const sheets = sheetsOf(documentedBy(result, locale));
  // Few ask for it: what is not asked for is not loaded.
  const { workbookOf } = await import('../../data/writeXlsx.ts');
  return workbookOf(sheets);
}

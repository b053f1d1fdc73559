/** The documents that a ranking is published in: a workbook, and a page that stands alone. */
import type { Locale } from '../base/locale.ts';
import { workbookOf } from '../data/writeXlsx.ts';
import type { DocumentFormat } from '../protocol/requests.ts';
import { pageOf } from '../scoring/document/page.ts';
import { sheetsOf } from '../scoring/document/sheets.ts';
import type { Documented } from '../scoring/document/tables.ts';
import { reportOf } from '../scoring/report/report.ts';
import type { Scoring } from '../scoring/score.ts';
import { printable, type Wording } from '../workspace/printable.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface DocumentQuery {
  readonly file: string;
  readonly scoring: Scoring;
  readonly format: DocumentFormat;
}

export interface PublishedDocument {
  /** The proposed name of the file. */
  readonly name: string;
  /** A text is written as UTF-8. */
  readonly content: string | Uint8Array;
}

export async function publishedDocument(
  workspace: Workspace,
  { file, scoring, format }: DocumentQuery,
  locale: Locale,
): Promise<PublishedDocument> {
  const wording: Wording = { locale, pathOf: each => decodeURIComponent(each.replace(/^.*\//, '')) };
  const findings = printable(workspace.findings(file), workspace, file, wording);
  const report = reportOf(scoring, { locale, findings });
  const documented: Documented = { scoring, report, locale };
  const name = `${nameOf(report.system.id, format)}.${format}`;
  if (format === 'html') return { name, content: pageOf(documented) };
  return { name, content: await workbookOf(sheetsOf(documented)) };
}

/** Never that of the data, which often have the name of the definition. */
function nameOf(id: string, format: DocumentFormat): string {
  const kind = format === 'html' ? 'report' : 'ranking';
  return id === '' ? kind : `${id}-${kind}`;
}

/** The ranking as CSV (RFC 4180, CR LF). A text that a spreadsheet would take for a formula is led by an apostrophe. */

import type { ScoreResult } from '../scoreResult.ts';
import type { Terminal } from '../terminal.ts';
import { scoreRows } from './scoreRows.ts';

export function formatScoreCsv({ report, level }: ScoreResult, { locale }: Terminal): string {
  const { header, rows, numeric } = scoreRows(report, level, locale);
  const line = (row: readonly string[]) =>
    row.map((text, column) => (numeric.has(column) ? number(text) : cell(text))).join(',');
  return `${[header.map(cell).join(','), ...rows.map(line)].join('\r\n')}\r\n`;
}

/** What is not there is an empty cell. */
function number(text: string): string {
  return text === '–' ? '' : text;
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Findings as a Markdown table, for comments and job summaries. A comment holds 64 KB: what does not fit is counted. */
import type { CheckResult } from '../printable.ts';
import type { Terminal } from '../terminal.ts';
import { markdownText } from './markdownText.ts';
import { severityWords, summary } from './text.ts';

export function formatMarkdown(result: CheckResult, terminal: Terminal): string {
  return findingsTable(result, terminal, 60_000);
}

/** At most so many UTF-8 bytes of rows. */
export function findingsTable(
  { files, findings, counts }: CheckResult,
  { locale }: Terminal,
  mostBytes: number,
): string {
  const words = locale === 'en' ? ['severity', 'rule', 'place', 'finding'] : ['级别', '规则', '位置', '发现'];
  const rows = findings.map(({ severity, code, file, range, message }) => {
    const place = `${markdownText(file)}:${range.start.line + 1}`;
    return `| ${severityWords[locale][severity]} | \`${code}\` | ${place} | ${markdownText(message)} |`;
  });
  const shown = fitting(rows, mostBytes);
  const nLeft = rows.length - shown.length;
  const table = shown.length === 0 ? [] : [`| ${words.join(' | ')} |`, '|---|---|---|---|', ...shown, ''];
  const left = locale === 'en' ? `${nLeft} more findings are not shown.` : `另有 ${nLeft} 条未显示。`;
  return `${[...table, ...(nLeft > 0 ? [left, ''] : []), summary(files.length, counts, locale)].join('\n')}\n`;
}

/** The first lines that together take no more than so many bytes. */
export function fitting(lines: readonly string[], bytes: number): readonly string[] {
  let left = bytes;
  const end = lines.findIndex(line => {
    left -= Buffer.byteLength(line) + 1;
    return left < 0;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

/** Findings as a Markdown table, for comments and job summaries. A comment holds 64 KB: what does not fit is counted. */
import type { CheckResult } from '../printable.ts';
import type { Terminal } from '../terminal.ts';
import { markdownText } from './markdownText.ts';
import { severityWords, summary } from './text.ts';

export function formatMarkdown(result: CheckResult, terminal: Terminal): string {
  return findingsTable(result, terminal, 60_000);
}

/** Rows that a reader takes in without losing what comes after them. */
const mostOpen = 10;

/** The counts, then at most so many UTF-8 bytes of rows; many are folded. */
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
  const left = locale === 'en' ? `${nLeft} more findings are not shown.` : `另有 ${nLeft} 条未显示。`;
  const counted = `**${summary(files.length, counts, locale)}**\n`;
  if (rows.length === 0) return counted;
  const table = [`| ${words.join(' | ')} |`, '|---|---|---|---|', ...shown].join('\n');
  const told = `${table}\n${nLeft > 0 ? `\n${left}\n` : ''}`;
  return `${counted}\n${rows.length > mostOpen ? folded(locale === 'en' ? 'Findings' : '发现', told) : told}`;
}

/** A part that a click unfolds; `content` ends with a line break. */
export function folded(title: string, content: string, state: 'open' | 'closed' = 'closed'): string {
  return `<details${state === 'open' ? ' open' : ''}><summary>${title}</summary>\n\n${content}\n</details>\n`;
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

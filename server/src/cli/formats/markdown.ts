/** Findings as a Markdown table, for comments and job summaries. */
import type { CheckResult } from '../printable.ts';
import type { Terminal } from '../terminal.ts';
import { markdownText } from './markdownText.ts';
import { summary } from './text.ts';

export function formatMarkdown({ files, findings, counts }: CheckResult, { locale }: Terminal): string {
  const words = locale === 'en' ? ['severity', 'rule', 'place', 'finding'] : ['级别', '规则', '位置', '发现'];
  const rows = findings.map(({ severity, code, file, range, message }) => {
    const place = `${markdownText(file)}:${range.start.line + 1}`;
    return `| ${severity} | \`${code}\` | ${place} | ${markdownText(message)} |`;
  });
  const table = rows.length === 0 ? [] : [`| ${words.join(' | ')} |`, '|---|---|---|---|', ...rows, ''];
  return `${[...table, summary(files.length, counts, locale)].join('\n')}\n`;
}

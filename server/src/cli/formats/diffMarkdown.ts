/** What changed and what it does, for a comment: the summary first, details folded. Fits the 64 KB that a comment holds. */

import { type ComparisonSection, documentOf } from '../../scoring/compare/document.ts';
import type { Comparison } from '../../scoring/compare/systems.ts';
import type { Terminal } from '../terminal.ts';
import { fitting } from './markdown.ts';
import { markdownText } from './markdownText.ts';

/** Characters of one cell or line. */
const mostOfLine = 600;

export function formatDiffMarkdown(comparison: Comparison, terminal: Terminal): string {
  return diffReport(comparison, terminal, 48_000);
}

/** At most so many UTF-8 bytes of rows; the summary is always there. */
export function diffReport(comparison: Comparison, { locale }: Terminal, mostBytes: number): string {
  const { title, summary, sections } = documentOf(comparison, locale);
  let left = mostBytes;
  const folded = sections.map((section, index) => {
    const rows = section.rows.map(row => `| ${row.cells.map(cell => cut(markdownText(cell))).join(' | ')} |`);
    const shown = fitting(rows, left / (sections.length - index));
    left -= Buffer.byteLength(shown.join('\n'));
    const nLeft = rows.length - shown.length;
    const more = locale === 'en' ? `… and ${nLeft} more` : `… 另有 ${nLeft} 行`;
    const table = [head(section), rule(section), ...shown].join('\n');
    return `<details><summary>${markdownText(section.title)} (${rows.length})</summary>\n\n${table}\n${nLeft > 0 ? `\n${more}\n` : ''}\n</details>\n`;
  });
  const lines = summary.map(line => `- ${cut(markdownText(line))}\n`).join('');
  return `${[`### ${cut(markdownText(title))}\n`, lines, ...folded].join('\n')}`;
}

function head({ header }: ComparisonSection): string {
  return `| ${header.map(markdownText).join(' | ')} |`;
}

function rule({ header, numeric }: ComparisonSection): string {
  return `|${header.map((_, column) => (numeric.has(column) ? '--:' : '---')).join('|')}|`;
}

function cut(text: string): string {
  return text.length <= mostOfLine ? text : `${text.slice(0, mostOfLine).replace(/\\+$/, '')}…`;
}

/**
 * What changed and what it does, for a comment: the summary first, then the changes where they are few, all other details folded.
 * Fits the 64 KB that a comment holds.
 */

import { type ComparisonSection, documentOf } from '../../scoring/compare/document.ts';
import type { Comparison } from '../../scoring/compare/systems.ts';
import type { Terminal } from '../terminal.ts';
import { fitting, folded } from './markdown.ts';
import { markdownText } from './markdownText.ts';

/** Characters of one cell or line. */
const mostOfLine = 600;
/** Changes that are read at once. */
const mostOpen = 5;

export function formatDiffMarkdown(comparison: Comparison, terminal: Terminal): string {
  return diffReport(comparison, terminal, { mostBytes: 48_000 });
}

export interface DiffReportOptions {
  /** Of rows, in UTF-8; the summary is always there. */
  readonly mostBytes: number;
  /** Told below the title. */
  readonly file?: string;
}

export function diffReport(
  comparison: Comparison,
  { locale }: Terminal,
  { mostBytes, file }: DiffReportOptions,
): string {
  const { title, summary, sections } = documentOf(comparison, locale);
  let left = mostBytes;
  const details = sections.map((section, index) => {
    const rows = section.rows.map(row => `| ${row.cells.map(cell => cut(markdownText(cell))).join(' | ')} |`);
    const shown = fitting(rows, left / (sections.length - index));
    left -= Buffer.byteLength(shown.join('\n'));
    const nLeft = rows.length - shown.length;
    const more = locale === 'en' ? `… and ${nLeft} more` : `… 另有 ${nLeft} 行`;
    const table = [head(section), rule(section), ...shown].join('\n');
    const state = section.kind === 'changes' && rows.length <= mostOpen ? 'open' : 'closed';
    const heading = `${markdownText(section.title)} (${rows.length})`;
    return folded(heading, `${table}\n${nLeft > 0 ? `\n${more}\n` : ''}`, state);
  });
  const lines = summary.map(line => `- ${cut(markdownText(line))}\n`).join('');
  const place = file === undefined ? [] : [`${markdownText(file)}\n`];
  return [`### ${cut(markdownText(title))}\n`, ...place, lines, ...details].join('\n');
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

/** The ranking, the tiers and the expectations as Markdown tables. */

import type { ScoreResult } from '../scoreResult.ts';
import type { Terminal } from '../terminal.ts';
import { markdownText } from './markdownText.ts';
import { scoreRows } from './scoreRows.ts';

export function formatScoreMarkdown({ report, level }: ScoreResult, { locale }: Terminal): string {
  const { header, rows, numeric } = scoreRows(report, level, locale);
  const words = locale === 'en' ? { tier: 'tier', count: 'units' } : { tier: '档次', count: '数量' };
  const tiers = table(
    [words.tier, words.count],
    report.tiers.map(({ name, count }) => [name, String(count)]),
    new Set([1]),
  );
  const title = `# ${markdownText(report.system.title)}${report.system.edition === null ? '' : ` ${markdownText(report.system.edition)}`}`;
  return `${[title, table(header, rows, numeric), ...(report.tiers.length > 0 ? [tiers] : [])].join('\n\n')}\n`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[], numeric: ReadonlySet<number>): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |`;
  const rule = `|${header.map((_, column) => (numeric.has(column) ? '--:' : '---')).join('|')}|`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

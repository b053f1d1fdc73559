/** The ranking, the tiers, the publications and the expectations as Markdown. */

import type { Locale } from '../../base/locale.ts';
import type { ScoreReport } from '../../scoring/report/report.ts';
import type { ExpectationReport, PublicationReport } from '../../scoring/report/results.ts';
import type { ScoreResult } from '../scoreResult.ts';
import type { Terminal } from '../terminal.ts';
import { markdownText } from './markdownText.ts';
import { scoreRows } from './scoreRows.ts';

export function formatScoreMarkdown({ report, level }: ScoreResult, { locale }: Terminal): string {
  const { header, rows, numeric } = scoreRows(report, level, locale);
  const { title, edition } = report.system;
  const blocks = [
    `# ${markdownText(title)}${edition === null ? '' : ` ${markdownText(edition)}`}`,
    table(header, rows, numeric),
    ...(report.tiers.length > 0 ? [tierTable(report, locale)] : []),
    ...report.publications.map(publication => publicationBlock(publication, locale)),
    ...(report.expect.length > 0 ? [expectations(report.expect, locale)] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function tierTable({ tiers }: ScoreReport, locale: Locale): string {
  const { tier, count } = texts[locale];
  return table(
    [tier, count],
    tiers.map(each => [each.name, String(each.count)]),
    new Set([1]),
  );
}

function publicationBlock({ title, rows, unresolved }: PublicationReport, locale: Locale): string {
  const words = texts[locale];
  const heading = `## ${markdownText(title)}`;
  if (unresolved !== null) return `${heading}\n\n? ${markdownText(unresolved)}`;
  const tiers = rows.flatMap(row => ('tier' in row ? [row] : []));
  const [first] = tiers;
  if (first !== undefined) {
    const header = [words.tier, words.count, ...Object.keys(first.by)];
    const cells = tiers.map(({ tier, count, by }) => [tier, ...[count, ...Object.values(by)].map(String)]);
    return `${heading}\n\n${table(header, cells, new Set(header.map((_, column) => column).slice(1)))}`;
  }
  const units = rows.flatMap(row => ('unit' in row ? [row] : []));
  const names = units.map(({ rank, name }) => (rank === null ? markdownText(name) : `${rank} ${markdownText(name)}`));
  return `${heading}\n\n${names.length === 0 ? '–' : names.join(words.comma)}`;
}

function expectations(expect: readonly ExpectationReport[], locale: Locale): string {
  const words = texts[locale];
  const text = (value: ExpectationReport['expected']) =>
    typeof value === 'number' ? String(value) : (value?.join(words.comma) ?? '–');
  const rows = expect.map(({ index, holds, expected, actual, note }) => [
    `${holds === null ? '?' : holds ? '✓' : '✗'} ${index + 1}`,
    text(expected),
    text(actual),
    note ?? '',
  ]);
  return `## ${words.expect}\n\n${table(['', words.expected, words.actual, words.note], rows, new Set())}`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[], numeric: ReadonlySet<number>): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |`;
  const rule = `|${header.map((_, column) => (numeric.has(column) ? '--:' : '---')).join('|')}|`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

const texts = {
  en: {
    tier: 'tier',
    count: 'units',
    comma: ', ',
    expect: 'Expectations',
    expected: 'expected',
    actual: 'actual',
    note: 'note',
  },
  'zh-CN': {
    tier: '档次',
    count: '数量',
    comma: '、',
    expect: '预期结果',
    expected: '预期',
    actual: '实际',
    note: '说明',
  },
};

/** Results for people in a terminal: the ranking, the tiers, the publications and the expectations. */
import type { Locale } from '../../base/locale.ts';
import type { ScoreReport } from '../../scoring/report/report.ts';
import type { ExpectationReport, PublicationReport } from '../../scoring/report/results.ts';
import type { ScoreResult } from '../scoreResult.ts';
import type { Colours, Terminal } from '../terminal.ts';
import { columnsOf } from './columns.ts';
import { scoreRows } from './scoreRows.ts';

export function formatScoreTable({ report, level }: ScoreResult, terminal: Terminal): string {
  const { locale, colours } = terminal;
  const { system } = report;
  const words = texts[locale];
  const title = `${colours.bold(system.title)}${system.edition === null ? '' : ` ${system.edition}`}`;
  const { header, rows, numeric } = scoreRows(report, level, locale);
  const sections = [
    `${title}\n`,
    rows.length === 0 ? `${words.nothing}\n` : columnsOf([header, ...rows], numeric, terminal),
    ...(report.tiers.length === 0 ? [] : [heading(words.tiers, colours) + countsTable(tierRows(report), terminal)]),
    ...report.publications.map(
      publication => heading(publication.title, colours) + publicationText(publication, terminal),
    ),
    ...(report.expect.length === 0
      ? []
      : [heading(words.expect, colours) + report.expect.map(each => expectation(each, locale, colours)).join('')]),
  ];
  return sections.join('\n');
}

function heading(text: string, colours: Colours): string {
  return `${colours.bold(text)}\n`;
}

function tierRows({ tiers, groups }: ScoreReport): readonly (readonly string[])[] {
  const named = groups.flatMap(({ id, groups: values }) => values.map(value => ({ id, value })));
  return [
    ['', 'Σ', ...named.map(({ value }) => value)],
    ...tiers.map(tier => [
      tier.name,
      String(tier.count),
      ...named.map(({ id, value }) => String(tier.by[id]?.[value] ?? 0)),
    ]),
  ];
}

function countsTable(rows: readonly (readonly string[])[], terminal: Terminal): string {
  return columnsOf(rows, new Set(rows[0]?.map((_, column) => column).slice(1)), terminal);
}

function publicationText({ rows, unresolved }: PublicationReport, terminal: Terminal): string {
  if (unresolved !== null) return `? ${unresolved}\n`;
  const counts = rows.flatMap(row => ('tier' in row ? [row] : []));
  if (counts.length > 0) {
    const groups = Object.keys(counts[0]!.by);
    const lines = counts.map(({ tier, count, by }) =>
      [tier, count, ...groups.map(group => by[group] ?? 0)].map(String),
    );
    return countsTable([['', 'Σ', ...groups], ...lines], terminal);
  }
  const names = rows.flatMap(row => ('tier' in row ? [] : [row.rank === null ? row.name : `${row.rank} ${row.name}`]));
  return `${names.join('  ')}\n`;
}

function expectation(
  { claim, holds, actual, index, note, missing, extra }: ExpectationReport,
  locale: Locale,
  colours: Colours,
): string {
  const words = texts[locale];
  const mark = holds === true ? colours.green('✓') : holds === false ? colours.red('✗') : colours.yellow('?');
  const came = Array.isArray(actual) ? words.members(actual.length) : String(actual ?? '–');
  const parts = [
    `${mark} ${index + 1}.`,
    shortened(claim ?? '–'),
    ...(holds === true ? [] : [`→ ${came}`]),
    ...[...missing.map(name => `−${name}`), ...extra.map(name => `+${name}`)],
    ...(note === null ? [] : [colours.dim(`· ${note}`)]),
  ];
  return `${parts.join(' ')}\n`;
}

/** A list of many names would bury the others. */
function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

const texts = {
  en: {
    tiers: 'Tiers',
    expect: 'Expectations',
    nothing: 'nothing can be scored',
    members: (count: number) => (count === 1 ? '1 unit' : `${count} units`),
  },
  'zh-CN': {
    tiers: '各档数量',
    expect: '预期结果',
    nothing: '无法计分',
    members: (count: number) => `${count} 个评估对象`,
  },
};

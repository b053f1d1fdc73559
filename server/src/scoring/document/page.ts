/**
 * A scoring as a page for publication: results, methodology with weights, what is checked. It stands alone: no script,
 * nothing loaded; its print form is its own style. All texts are texts, whatever they hold.
 */

import { bestOf } from '../../model/bounds.ts';
import { printedDecimals, printedScore } from '../report/printed.ts';
import { style } from './pageStyle.ts';
import type { Cell, Documented, DocumentTable } from './tables.ts';
import {
  expectationsTable,
  findingsTable,
  methodologyTable,
  publicationTables,
  rankingTable,
  tiersTable,
  titleOf,
} from './tables.ts';
import { type Words, wordsFor } from './words.ts';

export function pageOf(documented: Documented): string {
  const { scoring, report, locale } = documented;
  const words = wordsFor(locale);
  const { title, publisher } = titleOf(documented);
  const { scale, fullMark } = report.system;
  const facts = [
    publisher,
    words.units(report.units.length),
    words.indicators(scoring.system.indicators.filter(({ children }) => children === undefined).length),
    words.scale(scale[0], scale[1]),
    ...(fullMark === scale[1] ? [] : [words.fullMark(fullMark)]),
    ...(bestOf(scoring.system) === 'lowest' ? [words.lowestIsBest] : []),
  ].filter(fact => fact !== undefined);
  const { description } = descriptionOf(documented);
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style>
<header>
<h1>${escaped(title)}</h1>
<p class="facts">${facts.map(fact => escaped(fact)).join(' · ')}</p>
${description === '' ? '' : `<p>${escaped(description)}</p>\n`}</header>
${section(words.ranking, rankingHtml(documented, words))}
${report.tiers.length === 0 ? '' : section(words.tiers, tableHtml(tiersTable(documented)))}
${publicationTables(documented)
  .map(table => section(table.title, table.header.length < 3 ? listHtml(table) : tableHtml(table)))
  .join('\n')}
${section(words.methodology, methodologyHtml(documented))}
${report.expect.length === 0 ? '' : section(words.expectations, tableHtml(expectationsTable(documented)))}
${section(words.findings, report.findings.length === 0 ? `<p>${words.noFindings}</p>` : tableHtml(findingsTable(documented)))}
<footer>${words.madeBy}</footer>
</html>
`;
}

function descriptionOf({ scoring, locale }: Documented): { readonly description: string } {
  const entry = scoring.system.node?.entries.find(({ name }) => name === 'description')?.value;
  if (entry?.kind === 'scalar') return { description: String(entry.value ?? '') };
  if (entry?.kind !== 'map') return { description: '' };
  const text = entry.entries.find(({ name }) => name === locale)?.value ?? entry.entries[0]?.value;
  return { description: text?.kind === 'scalar' ? String(text.value ?? '') : '' };
}

function section(title: string, body: string): string {
  return `<section>\n<h2>${escaped(title)}</h2>\n${body}\n</section>`;
}

/** The score has a bar; the rest of the table is plain. */
function rankingHtml(documented: Documented, words: Words): string {
  const { report } = documented;
  const table = rankingTable(documented);
  const { scale, fullMark } = report.system;
  const decimals = printedDecimals(report.system);
  const share = (score: number) => Math.max(0, Math.min(100, ((score - scale[0]) / (fullMark - scale[0])) * 100));
  const scoreColumn = table.header.indexOf(words.score);
  const firstLevel = table.header.length - report.indicators.filter(({ parent }) => parent === null).length;
  return tableHtml(table, (cell, column) => {
    if (typeof cell !== 'number') return undefined;
    if (column !== scoreColumn) return column >= firstLevel ? printedScore(cell, decimals.ofLevels) : undefined;
    const width = share(cell).toFixed(1);
    const bar = `<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="6"/></svg>`;
    return `${bar}<span class="score">${printedScore(cell, decimals.ofTotals)}</span>`;
  });
}

/** Indented by level; the index itself first. */
function methodologyHtml(documented: Documented): string {
  const table = methodologyTable(documented);
  const rows = table.rows.map(([level, id, name, ...rest]) => ({ level: Number(level), id, name, rest }));
  const head = table.header
    .slice(2)
    .map((text, column) => `<th${column === 1 || column === 2 ? ' class="number"' : ''}>${escaped(text)}</th>`);
  const body = rows.map(({ level, name, rest }) => {
    const cells = rest.map(
      (cell, column) => `<td${column < 2 ? ' class="number"' : ''}>${escaped(String(cell ?? ''))}</td>`,
    );
    return `<tr class="level-${Math.min(level, 4)}"><th scope="row">${escaped(String(name))}</th>${cells.join('')}</tr>`;
  });
  return `<div class="wide"><table>\n<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table></div>`;
}

function listHtml({ rows }: DocumentTable): string {
  if (rows.length === 0) return '<p>–</p>';
  const items = rows.map(row => `<li>${row.map(cell => escaped(String(cell ?? ''))).join(' ')}</li>`);
  return `<ul class="names">${items.join('')}</ul>`;
}

type ShowCell = (cell: Cell, column: number) => string | undefined;

function tableHtml({ header, rows }: DocumentTable, show?: ShowCell): string {
  const isNumeric = header.map((_, column) => rows.every(row => typeof row[column] !== 'string') && rows.length > 0);
  const mark = (column: number) => (isNumeric[column] ? ' class="number"' : '');
  const head = header.map((text, column) => `<th${mark(column)}>${escaped(text)}</th>`).join('');
  const body = rows.map(row => {
    const cells = row.map((cell, column) => {
      const shown = show?.(cell, column) ?? (cell === null ? '–' : escaped(String(cell)));
      return `<td${mark(column)}>${shown}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const look = header.length > 9 ? 'wide is-broad' : 'wide';
  return `<div class="${look}"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table></div>`;
}

function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/\p{Cs}/gu, '\uFFFD').replaceAll(/[&<>"']/g, letter => names[letter]!);
}

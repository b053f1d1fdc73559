/** What changed and what it does, as a page that stands alone: no script, nothing loaded. */

import { type ComparisonSection, documentOf } from '../../scoring/compare/document.ts';
import type { Comparison } from '../../scoring/compare/systems.ts';
import type { Terminal } from '../terminal.ts';
import { xmlText } from './xml.ts';

export function formatDiffHtml(comparison: Comparison, { locale }: Terminal): string {
  const { title, summary, sections } = documentOf(comparison, locale);
  const lines = summary.map(line => `<li>${xmlText(line)}</li>\n`).join('');
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${xmlText(title)}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }
table { border-collapse: collapse; margin: 0.5rem 0 1.5rem; }
th, td { padding: 0.2rem 0.7rem; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); text-align: start; vertical-align: top; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
summary { font-weight: 600; cursor: pointer; }
</style>
<h1>${xmlText(title)}</h1>
<ul>
${lines}</ul>
${sections.map(table).join('')}</html>
`;
}

function table({ title, header, rows, numeric }: ComparisonSection, index: number): string {
  const cells = (row: readonly string[], tag: 'th' | 'td') =>
    row
      .map((text, column) => `<${tag}${numeric.has(column) ? ' class="number"' : ''}>${xmlText(text)}</${tag}>`)
      .join('');
  const body = rows.map(row => `<tr>${cells(row.cells, 'td')}</tr>\n`).join('');
  return `<details${index < 2 ? ' open' : ''}><summary>${xmlText(title)} (${rows.length})</summary>
<table>
<thead><tr>${cells(header, 'th')}</tr></thead>
<tbody>
${body}</tbody>
</table>
</details>
`;
}

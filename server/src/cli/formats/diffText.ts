/** What changed and what it does, for people in a terminal. */

import { documentOf } from '../../scoring/compare/document.ts';
import type { Comparison } from '../../scoring/compare/systems.ts';
import type { Terminal } from '../terminal.ts';
import { columnsOf } from './columns.ts';
import { plainText } from './plainText.ts';

export function formatDiffText(comparison: Comparison, terminal: Terminal): string {
  const { locale, colours } = terminal;
  const { title, summary, sections } = documentOf(comparison, locale);
  const tables = sections.map(({ kind, title: heading, header, rows, numeric }) => {
    const lines = [header, ...rows.map(({ cells }) => cells)].map(row => row.map(plainText));
    const body =
      kind === 'changes'
        ? lines
            .slice(1)
            .map(([change, effect]) => `  ${change}\n    ${colours.dim(effect ?? '')}\n`)
            .join('')
        : columnsOf(lines, numeric, terminal);
    return `\n${colours.bold(heading)}\n${body}`;
  });
  return `${colours.bold(plainText(title))}\n${summary.map(line => `${plainText(line)}\n`).join('')}${tables.join('')}`;
}

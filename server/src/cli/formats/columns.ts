/** Rows of texts as columns of a terminal. */
import type { Colours } from '../terminal.ts';
import { textWidth } from './textWidth.ts';

/** Columns side by side, two blanks between; Chinese characters take two places. */
export function columnsOf(
  rows: readonly (readonly string[])[],
  numeric: ReadonlySet<number>,
  colours: Colours,
): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => textWidth(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => {
        const gap = ' '.repeat(widths[column]! - textWidth(text));
        return numeric.has(column) ? gap + text : text + gap;
      })
      .join('  ')
      .trimEnd();
  return rows.map((row, index) => `${index === 0 ? colours.dim(line(row)) : line(row)}\n`).join('');
}

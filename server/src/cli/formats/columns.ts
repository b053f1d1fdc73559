/** Rows of texts as columns of a terminal. */
import { type LocalText, localText } from '../../base/locale.ts';
import type { Terminal } from '../terminal.ts';
import { textWidth } from './textWidth.ts';

/**
 * Columns side by side, two blanks between; Chinese characters take two places. Columns for which the terminal has no room are left
 * out from the right, and named below.
 */
export function columnsOf(
  rows: readonly (readonly string[])[],
  numeric: ReadonlySet<number>,
  { colours, locale, width = Number.POSITIVE_INFINITY }: Pick<Terminal, 'colours' | 'locale' | 'width'>,
): string {
  const [header = []] = rows;
  const widths = header.map((_, column) => Math.max(...rows.map(row => textWidth(row[column] ?? ''))));
  const nShown = columnsWithin(widths, width);
  const line = (row: readonly string[]) =>
    row
      .slice(0, nShown)
      .map((text, column) => {
        const gap = ' '.repeat(widths[column]! - textWidth(text));
        return numeric.has(column) ? gap + text : text + gap;
      })
      .join('  ')
      .trimEnd();
  const lines = rows.map((row, index) => `${index === 0 ? colours.dim(line(row)) : line(row)}\n`).join('');
  const left = header.slice(nShown);
  return left.length === 0 ? lines : `${lines}${colours.dim(noRoom(left)[locale])}\n`;
}

/** How many of the columns fit; the first two always do. */
function columnsWithin(widths: readonly number[], room: number): number {
  let used = -2;
  const first = widths.findIndex((width, column) => {
    used += width + 2;
    return used > room && column > 1;
  });
  return first < 0 ? widths.length : first;
}

function noRoom(names: readonly string[]): LocalText {
  return localText(
    `(the window has no room for: ${names.join(', ')})`,
    `（窗口宽度不足，未显示：${names.join('、')}）`,
  );
}

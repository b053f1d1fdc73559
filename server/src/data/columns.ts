/** The names of a table's columns. Names come from files: they are looked up in maps, never as properties of objects. */
import { type LocalText, localText } from '../base/locale.ts';
import type { ProblemCollector } from './problems.ts';
import type { Column } from './table.ts';

/** From a name to its first column. A column without a name cannot be asked for. */
export function columnIndexes(columns: readonly Column[]): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  for (const [index, { name }] of columns.entries()) {
    if (name !== '' && !indexes.has(name)) indexes.set(name, index);
  }
  return indexes;
}

/** Reports each column whose name an earlier one has. */
export function reportDuplicateColumns(
  columns: readonly Column[],
  indexes: ReadonlyMap<string, number>,
  problems: ProblemCollector,
): void {
  for (const [index, { name, header }] of columns.entries()) {
    const first = indexes.get(name);
    if (first === undefined || first === index) continue;
    problems.add('duplicate-column', header, line =>
      localText(
        `Row ${line}: columns ${first + 1} and ${index + 1} are both named “${name}”; only the first is used.`,
        `第 ${line} 行：第 ${first + 1} 列和第 ${index + 1} 列都名为“${name}”，只使用前一列。`,
      ),
    );
  }
}

/** A column as messages name it: by its name or, without one, by its number. */
export function columnLabel(columns: readonly Column[], index: number): LocalText {
  const name = columns[index]?.name ?? '';
  return name === ''
    ? localText(`column ${index + 1}`, `第 ${index + 1} 列`)
    : localText(`column “${name}”`, `列“${name}”`);
}

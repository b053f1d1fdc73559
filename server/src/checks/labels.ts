/** Cells that are read as texts, where an error of a spreadsheet would pass for one: `#N/A` is no unit and no group. */
import { readNumber } from '../data/number.ts';
import { conditionsOf } from '../model/conditions.ts';
import type { CellPosition } from './cells.ts';
import type { DataContext } from './rule.ts';

export interface LabelCell extends CellPosition {
  readonly text: string;
}

/** Names of units, and what groups, conditions and vetoes are read from: there an error value would pass for a text. */
export function labelsWithoutValue({ data, system }: DataContext): readonly LabelCell[] {
  const { units } = system;
  const names = new Set([
    ...(units.name === undefined ? [] : [units.name.value]),
    ...units.groups.map(({ id, column }) => (column ?? id).value),
    ...conditionsOf(system).flatMap(({ column }) => column?.value ?? []),
    ...system.adjustments.flatMap(({ kind, column }) => (kind?.value === 'veto' && column?.value) || []),
  ]);
  const reported = new Set(data.problems.map(({ source, row, column }) => `${source} ${row} ${column}`));
  return data.sources.flatMap(({ table, index: source, keyColumn, periodColumn }) => {
    // In a text file such a cell is a text like any other.
    if (table === undefined || table.isText) return [];
    const columns = table.columns.flatMap(({ name }, column) =>
      column === keyColumn || column === periodColumn || names.has(name) ? [column] : [],
    );
    return columns.flatMap(column => {
      const found: LabelCell[] = [];
      for (let row = 0; row < table.nRows; row++) {
        const text = table.cell(row, column);
        if (isWithoutValue(text) && !reported.has(`${source} ${row} ${column}`))
          found.push({ source, row, column, text });
      }
      return found;
    });
  });
}

function isWithoutValue(text: string): boolean {
  if (!/^[#=]/.test(text)) return false;
  const reading = readNumber(text);
  return 'reason' in reading && (reading.reason === 'error-value' || reading.reason === 'formula');
}

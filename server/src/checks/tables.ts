/** What the rules on data share: whether the tables are there to be judged, so that one broken file is one finding. */
import type { Table } from '../data/table.ts';
import type { DataContext } from './rule.ts';

/** Whether all sources are there, with a header, and with the column that names the units. */
export function isReadable({ sources, data }: DataContext): boolean {
  return (
    data.isComplete &&
    data.sources.every(({ keyColumn }) => keyColumn >= 0) &&
    sources.every(({ table }) => table !== undefined && !isBroken(table))
  );
}

/** Whether a table has no columns, or is cut short by broken JSON: what is not found in it may well be there. */
export function isBroken(table: Table): boolean {
  return (
    table.columns.length === 0 || table.problems.some(({ code }) => code === 'json-syntax' || code === 'too-large')
  );
}

/**
 * The columns that were read of a system's tables, for the next binding to take instead of reading their cells again, and
 * what was found in them. A cache: with it or without it every answer is the same. Knows nothing of indicators.
 */
import type { Column } from '../../engine/column.ts';
import { type CellProblem, type CellReading, type ColumnRequest, readColumn } from '../columns.ts';
import type { BoundTables } from './tables.ts';

interface ReadColumn {
  readonly column: Column;
  readonly problems: readonly CellProblem[];
}

/** Holds for the same tables, tokens, rows and groups of the units: `isReadAlike` in `tables.ts`. */
export class ColumnMemory {
  private readonly columns = new Map<string, ReadColumn>();
  private readonly exclusions = new Map<string, Uint8Array>();
  private readonly found = new WeakMap<object, Map<unknown, unknown>>();
  private used = new Set<string>();

  /** As `readColumn`. `meaning`: all that decides how a cell is read, besides the kind. */
  column(request: RememberedRequest, readCell: (text: string) => CellReading, problems: CellProblem[]): Column {
    const { place, kind, indicator, period = '', meaning = '', exclusion = '' } = request;
    const key = JSON.stringify([place.source.index, place.column, kind, period, meaning, exclusion]);
    const known = this.columns.get(key) ?? this.read(request, readCell);
    this.columns.set(key, known);
    this.used.add(key);
    for (const problem of known.problems) problems.push(indicator === undefined ? problem : { ...problem, indicator });
    return known.column;
  }

  /**
   * What `find` finds in a column or in the bound tables: once, as long as they are kept. `find` is a constant of its module
   * and looks at nothing else.
   */
  of<Thing extends Column | BoundTables, Found>(thing: Thing, find: (thing: Thing) => Found): Found {
    const known = this.found.get(thing) ?? new Map<unknown, unknown>();
    if (known.has(find)) return known.get(find) as Found;
    const found = find(thing);
    this.found.set(thing, known.set(find, found));
    return found;
  }

  /** 1 for the units that a condition excludes. */
  excluded(condition: string, find: () => Uint8Array): Uint8Array {
    const known = this.exclusions.get(condition) ?? find();
    this.exclusions.set(condition, known);
    return known;
  }

  /** Says that a binding has all its columns. Those that it did not read are kept for when they come back, within reason. */
  settle(nColumns: number): void {
    const { columns, used } = this;
    this.used = new Set();
    if (columns.size - used.size <= Math.max(used.size, nColumns)) return;
    for (const key of [...columns.keys()]) if (!used.has(key)) columns.delete(key);
    this.exclusions.clear();
  }

  private read(
    { place, rows, kind, excluded }: RememberedRequest,
    readCell: (text: string) => CellReading,
  ): ReadColumn {
    const problems: CellProblem[] = [];
    const column = readColumn({ place, rows, kind, ...(excluded && { excluded }) }, readCell, problems);
    return { column, problems };
  }
}

export interface RememberedRequest extends ColumnRequest {
  /** Whose rows they are, where not the scored period's. */
  readonly period?: string;
  readonly meaning?: string;
  /** The condition of `excluded`. */
  readonly exclusion?: string;
}

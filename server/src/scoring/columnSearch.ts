/** Where a named column stands among the sources, and what is reported when it stands nowhere. */
import type { Indicator } from '../model/indicator.ts';
import type { Written } from '../model/written.ts';
import { type BoundSource, type ColumnPlace, textAt } from './columns.ts';
import type { OtherPeriod } from './periods.ts';

export type ColumnUse =
  | 'unit-key'
  | 'period'
  | 'long'
  | 'unit-name'
  | 'unit-order'
  | 'group'
  | 'leaf'
  | 'checklist'
  | 'denominator'
  | 'adjustment'
  | 'condition'
  | 'source';

/** A column that no source has, all sources being there; with `use: 'source'`, a `from` that names no source. */
export interface UnresolvedColumn {
  readonly use: ColumnUse;
  readonly name: string;
  /** Where it is named; `undefined` where it is implied (a leaf's id, the default key). */
  readonly at: Written<unknown> | undefined;
  readonly indicator?: Indicator;
  /** The source that should have it, where only one may. */
  readonly source?: number;
}

/** What is needed to look a column up, and where to say that it was not found. */
export interface ColumnSearch {
  readonly sources: readonly BoundSource[];
  /** By source: the row of each unit, −1 where it has none. */
  readonly rows: readonly Int32Array[];
  /** By source: where the units stand in its other periods; `undefined` where it has no periods. */
  readonly otherPeriods: readonly (readonly OtherPeriod[] | undefined)[];
  /** Whether all sources are there: only then is a column that was not found certainly nowhere. */
  readonly isComplete: boolean;
  readonly unresolved: UnresolvedColumn[];
}

/** The column of the source `from`, else of the first source that has it. */
export function findColumn(sources: readonly BoundSource[], name: string, from?: string): ColumnPlace | undefined {
  for (const source of sources) {
    if (from !== undefined && source.declaration.id?.value !== from) continue;
    const column = source.table?.columnIndex(name) ?? -1;
    if (column >= 0) return { source, column };
  }
  return undefined;
}

/** As `findColumn`; what is certainly nowhere is reported. */
export function findOrReport(
  search: ColumnSearch,
  wanted: UnresolvedColumn,
  from?: Written<string>,
): ColumnPlace | undefined {
  const place = findColumn(search.sources, wanted.name, from?.value);
  if (place !== undefined) return place;
  const source = from && search.sources.find(({ declaration }) => declaration.id?.value === from.value);
  if (from !== undefined && source === undefined) {
    search.unresolved.push({ ...wanted, use: 'source', name: from.value, at: from });
  } else if (source === undefined ? search.isComplete : source.table !== undefined) {
    search.unresolved.push({ ...wanted, ...(source === undefined ? {} : { source: source.index }) });
  }
  return undefined;
}

/** The text of a unit's cell; `''` where the unit is not in that source. */
export function cellText(data: Pick<ColumnSearch, 'rows'>, unit: number, place: ColumnPlace): string {
  const row = data.rows[place.source.index]?.[unit] ?? -1;
  return row < 0 ? '' : textAt(place, row);
}

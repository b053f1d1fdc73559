/** A source as the definition reads it: one row a unit and period, with the columns that say which row is whose. */
import { type LongLayout, wideTable } from '../../data/longLayout.ts';
import type { Table } from '../../data/table.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { DataSource } from '../../model/units.ts';
import type { Written } from '../../model/written.ts';
import type { ColumnUse, UnresolvedColumn } from '../columnSearch.ts';
import { type BoundSource, defaultMissing, type LaidOut } from '../columns.ts';
import { isSamePeriod, periodsIn, type UnknownPeriod } from '../periods.ts';

/** Columns that are named and not there are added to `unresolved`. `before`: an earlier binding of the source. */
export function bindSource(
  system: IndicatorSystem,
  declaration: DataSource,
  { index, table: given }: Pick<BoundSource, 'index' | 'table'>,
  unresolved: UnresolvedColumn[],
  before?: BoundSource,
): BoundSource {
  const { period, long } = declaration;
  const find = (use: ColumnUse, name: string, at: Written<string> | undefined): number => {
    const column = given?.columnIndex(name) ?? -1;
    if (given !== undefined && column < 0) unresolved.push({ use, name, at, source: index });
    return column;
  };
  const at = declaration.unit ?? system.units.id;
  const key = find('unit-key', at?.value ?? 'id', at);
  const periodAt = period && find('period', period.column.value, period.column);
  const name = long && find('long', long.indicator.value, long.indicator);
  const value = long && find('long', long.value.value, long.value);
  // Without one of them a row cannot be told from another: none counts.
  const isUsable = [key, periodAt, name, value].every(column => column === undefined || column >= 0);
  const keys = periodAt === undefined ? [key] : [key, periodAt];
  const isLaidOut = given !== undefined && isUsable && name !== undefined && value !== undefined;
  const laidOut = isLaidOut ? laidOutAnew(given, { keys, name, value }, before) : undefined;
  return {
    declaration,
    index,
    table: laidOut?.table ?? given,
    ...(laidOut && { laidOut }),
    keyColumn: !isUsable ? -1 : isLaidOut ? 0 : key,
    periodColumn: periodAt === undefined ? -1 : isLaidOut ? 1 : periodAt,
    period: period && (period.is ?? system.edition)?.value,
    missing: new Set(declaration.missing ?? defaultMissing),
    notApplicable: new Set(declaration.notApplicable ?? []),
  };
}

function laidOutAnew(from: Table, layout: LongLayout, before: BoundSource | undefined): LaidOut {
  const known = before?.laidOut;
  if (known?.from === from && JSON.stringify(known.layout) === JSON.stringify(layout)) return known;
  return { from, layout, table: wideTable(from, layout) };
}

/** The period that is scored, if no row has it. Of an empty table nothing is said. */
export function unknownPeriod(source: BoundSource): readonly UnknownPeriod[] {
  if (source.periodColumn < 0 || (source.table?.nRows ?? 0) === 0) return [];
  const found = periodsIn(source);
  const { period } = source;
  const isThere = period !== undefined && found.some(each => isSamePeriod(each, period));
  return isThere ? [] : [{ source: source.index, wanted: period, found }];
}

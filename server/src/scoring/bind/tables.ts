/**
 * The tables of a system as it reads them: which units there are, in which order and groups, and in which row of which
 * table each stands. Knows nothing of indicators.
 */
import type { Table } from '../../data/table.ts';
import type { Header } from '../../model/header.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { ColumnSearch, UnresolvedColumn } from '../columnSearch.ts';
import type { BoundSource, CellProblem } from '../columns.ts';
import { type GroupSystemData, readGroups } from '../groups.ts';
import type { OtherPeriod, UnknownPeriod } from '../periods.ts';
import { type BoundUnit, type DuplicateUnit, findUnits, type StrayUnit, unitNames, unitsInOrder } from '../units.ts';
import { bindSource, unknownPeriod } from './source.ts';

export interface BoundTables {
  /** What it was bound by: tables of the same header and files are bound the same. */
  readonly boundBy: { readonly header: Header; readonly tables: readonly (Table | undefined)[] };
  /** In list order. */
  readonly units: readonly BoundUnit[];
  readonly unitById: ReadonlyMap<string, BoundUnit>;
  /** Aligned with `system.data`. */
  readonly sources: readonly BoundSource[];
  /** By source: the row of each unit, −1 where it has none. Rows count from 0 below the header. */
  readonly rows: readonly Int32Array[];
  /** By source: the rows in its other periods, in their order; `undefined` where it has no periods. */
  readonly otherPeriods: readonly (readonly OtherPeriod[] | undefined)[];
  readonly unknownPeriods: readonly UnknownPeriod[];
  readonly groupSystems: readonly GroupSystemData[];
  /** Cells of keys, periods, groups and the order that could not be read. */
  readonly problems: readonly CellProblem[];
  readonly duplicates: readonly DuplicateUnit[];
  readonly strays: readonly StrayUnit[];
  readonly unresolved: readonly UnresolvedColumn[];
  /** Whether all sources are there. */
  readonly isComplete: boolean;
}

/** `before`: of an earlier binding, taken where nothing that it comes from has changed. */
export function bindTables(
  system: IndicatorSystem,
  tables: readonly (Table | undefined)[],
  before?: BoundTables,
): BoundTables {
  const boundBy = { header: system.header, tables };
  if (before?.boundBy.header === system.header && isSameList(before.boundBy.tables, tables)) return before;
  const problems: CellProblem[] = [];
  const unresolved: UnresolvedColumn[] = [];
  const sources = system.data.map((declaration, index) =>
    bindSource(system, declaration, { index, table: tables[index] }, unresolved, before?.sources[index]),
  );
  const isComplete = sources.length > 0 && sources.every(({ table }) => table !== undefined);
  const { ids, rows: foundRows, otherPeriods, duplicates, strays } = findUnits(system, sources, problems);
  const asFound: ColumnSearch = { sources, rows: foundRows, otherPeriods, isComplete, unresolved };
  const names = unitNames(system, ids, asFound);
  const order = unitsInOrder(system, ids, names, asFound, problems);
  const inOrder = (ofSource: Int32Array) => Int32Array.from(order, position => ofSource[position]!);
  const rows = foundRows.map(inOrder);
  const othersInOrder = otherPeriods.map(others => others?.map(({ name, rows }) => ({ name, rows: inOrder(rows) })));
  const search: ColumnSearch = { ...asFound, rows, otherPeriods: othersInOrder };
  const { groupSystems, groupsOf } = readGroups(system, order.length, search, problems);
  const units = order.map(
    (position, index): BoundUnit => ({ id: ids[position]!, name: names[position]!, index, groups: groupsOf[index]! }),
  );
  return {
    boundBy,
    units,
    unitById: new Map(units.map(unit => [unit.id, unit])),
    sources,
    rows,
    otherPeriods: othersInOrder,
    unknownPeriods: sources.flatMap(unknownPeriod),
    groupSystems,
    problems,
    duplicates,
    strays,
    unresolved,
    isComplete,
  };
}

/** Whether a column read of the one would be read the same of the other, whichever units it applies to. */
export function isReadAlike(one: BoundTables, other: BoundTables): boolean {
  return (
    one === other ||
    (one.sources.length === other.sources.length &&
      one.sources.every((source, index) => isSameSource(source, other.sources[index]!)) &&
      one.rows.every((rows, index) => isSameList(rows, other.rows[index]!)) &&
      one.otherPeriods.every((periods, index) => areSamePeriods(periods ?? [], other.otherPeriods[index] ?? [])) &&
      one.units.every((unit, index) => areSameGroups(unit, other.units[index]!)))
  );
}

function isSameSource(one: BoundSource, other: BoundSource): boolean {
  return (
    one.table === other.table &&
    isSameList([...one.missing], [...other.missing]) &&
    isSameList([...one.notApplicable], [...other.notApplicable])
  );
}

function areSamePeriods(one: readonly OtherPeriod[], other: readonly OtherPeriod[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ name, rows }, index) => name === other[index]!.name && isSameList(rows, other[index]!.rows))
  );
}

function areSameGroups({ groups }: BoundUnit, { groups: others }: BoundUnit): boolean {
  return groups.size === others.size && [...groups].every(([id, names]) => isSameList(names, others.get(id) ?? []));
}

function isSameList(one: ArrayLike<unknown>, other: ArrayLike<unknown>): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

/**
 * A system and its tables, joined: which units there are, in which order and groups, and what each leaf's cells say.
 *
 * Units are those of the first source in its order, then those that only later sources hold, in theirs (`strays` names
 * them): none is lost silently. Of two rows for one unit in a source the first counts. What does not fit is kept as a
 * value for the checks; nothing is thrown. Knows nothing of scores.
 */
import type { Table } from '../data/table.ts';
import type { Column } from '../engine/plan.ts';
import type { DataSource, Indicator, IndicatorSystem, Written } from '../model/system.ts';
import { bindAdjustments, bindLeaves, type LeafCells } from './bindLeaves.ts';
import type { ColumnSearch, UnresolvedColumn } from './columnSearch.ts';
import { type BoundSource, type CellProblem, defaultMissing } from './columns.ts';
import { type GroupSystemData, readGroups } from './groups.ts';
import { type BoundUnit, type DuplicateUnit, findUnits, type StrayUnit, unitNames, unitsInOrder } from './units.ts';

export interface BoundData {
  /** In list order. */
  readonly units: readonly BoundUnit[];
  readonly unitById: ReadonlyMap<string, BoundUnit>;
  /** Aligned with `system.data`. */
  readonly sources: readonly BoundSource[];
  /** By source: the row of each unit, −1 where it has none. Rows count from 0 below the header. */
  readonly rows: readonly Int32Array[];
  readonly groupSystems: readonly GroupSystemData[];
  /** Leaves whose columns were found. */
  readonly leaves: ReadonlyMap<Indicator, LeafCells>;
  /** Aligned with `system.adjustments`: numbers, for a veto 1 where it strikes; `undefined` where not found. */
  readonly adjustments: readonly (Column | undefined)[];
  /** Cells that could not be read. */
  readonly problems: readonly CellProblem[];
  readonly duplicates: readonly DuplicateUnit[];
  readonly strays: readonly StrayUnit[];
  readonly unresolved: readonly UnresolvedColumn[];
  /** Whether all sources are there. */
  readonly isComplete: boolean;
  readonly aliases: ReadonlyMap<string, Written<string>>;
}

/** `tables` aligned with `system.data`; `undefined` where a file is not available. */
export function bindData(system: IndicatorSystem, tables: readonly (Table | undefined)[]): BoundData {
  const problems: CellProblem[] = [];
  const unresolved: UnresolvedColumn[] = [];
  const sources = system.data.map((declaration, index) =>
    bindSource(system, declaration, { index, table: tables[index] }, unresolved),
  );
  const isComplete = sources.length > 0 && sources.every(({ table }) => table !== undefined);
  const { ids, rows: foundRows, duplicates, strays } = findUnits(system, sources, problems);
  const asFound: ColumnSearch = { sources, rows: foundRows, isComplete, unresolved };
  const names = unitNames(system, ids, asFound);
  const order = unitsInOrder(system, ids, names, asFound, problems);
  const rows = foundRows.map(ofSource => Int32Array.from(order, position => ofSource[position]!));
  const search: ColumnSearch = { ...asFound, rows };
  const { groupSystems, groupsOf } = readGroups(system, order.length, search, problems);
  const units = order.map(
    (position, index): BoundUnit => ({ id: ids[position]!, name: names[position]!, index, groups: groupsOf[index]! }),
  );
  return {
    units,
    unitById: new Map(units.map(unit => [unit.id, unit])),
    sources,
    rows,
    groupSystems,
    leaves: bindLeaves(system, units, search, problems),
    adjustments: bindAdjustments(system, search, problems),
    problems,
    duplicates,
    strays,
    unresolved,
    isComplete,
    aliases: system.units.aliases,
  };
}

/** The unit that a text names: by id, else by a name that only one unit has; aliases applied. */
export function findUnit(data: BoundData, reference: string): BoundUnit | undefined {
  const name = data.aliases.get(reference)?.value ?? reference;
  const byId = data.unitById.get(name);
  if (byId !== undefined) return byId;
  const named = data.units.filter(unit => unit.name === name);
  return named.length === 1 ? named[0] : undefined;
}

function bindSource(
  system: IndicatorSystem,
  declaration: DataSource,
  { index, table }: Pick<BoundSource, 'index' | 'table'>,
  unresolved: UnresolvedColumn[],
): BoundSource {
  const at = declaration.unit ?? system.units.id;
  const name = at?.value ?? 'id';
  const keyColumn = table?.columnIndex(name) ?? -1;
  if (table !== undefined && keyColumn < 0) unresolved.push({ use: 'unit-key', name, at, source: index });
  const missing = new Set(declaration.missing ?? defaultMissing);
  const notApplicable = new Set(declaration.notApplicable ?? []);
  return { declaration, index, table, keyColumn, missing, notApplicable };
}

/**
 * A system and its tables, joined: which units there are, in which order and groups, and what each leaf's cells say.
 *
 * Units are those of the first source in its order, then those that only later sources hold, in theirs (`strays` names
 * them): none is lost silently. Of two rows for one unit in a source the first counts. What does not fit is kept as a
 * value for the checks; nothing is thrown. Knows nothing of scores.
 */
import type { Table } from '../data/table.ts';
import type { Column } from '../engine/column.ts';
import type { Indicator } from '../model/indicator.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { Written } from '../model/written.ts';
import { bindAdjustments, bindLeaves, type LeafCells } from './bindLeaves.ts';
import { bindSource, unknownPeriod } from './bindSource.ts';
import type { ColumnSearch, UnresolvedColumn } from './columnSearch.ts';
import type { BoundSource, CellProblem } from './columns.ts';
import type { EarlierNumbers } from './earlierNumbers.ts';
import { type GroupSystemData, readGroups } from './groups.ts';
import type { OtherPeriod, UnknownPeriod } from './periods.ts';
import { type BoundUnit, type DuplicateUnit, findUnits, type StrayUnit, unitNames, unitsInOrder } from './units.ts';

export interface BoundData {
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
  /** Leaves whose columns were found. */
  readonly leaves: ReadonlyMap<Indicator, LeafCells>;
  /** Aligned with `system.adjustments`: numbers, for a veto 1 where it strikes; `undefined` where not found. */
  readonly adjustments: readonly (Column | undefined)[];
  /** Cells that could not be read. */
  readonly problems: readonly CellProblem[];
  readonly duplicates: readonly DuplicateUnit[];
  readonly strays: readonly StrayUnit[];
  readonly unresolved: readonly UnresolvedColumn[];
  /** What the edition before learned, where the definition keeps it. */
  readonly earlier?: EarlierNumbers;
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
  const unknownPeriods = sources.flatMap(unknownPeriod);
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
    units,
    unitById: new Map(units.map(unit => [unit.id, unit])),
    sources,
    rows,
    otherPeriods: othersInOrder,
    unknownPeriods,
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

/**
 * A system and its tables, joined: which units there are, in which order and groups, and what each leaf's cells say.
 *
 * Units are those of the first source in its order, then those that only later sources hold, in theirs (`strays` names
 * them): none is lost silently. Of two rows for one unit in a source the first counts. What does not fit is kept as a
 * value for the checks; nothing is thrown. Knows nothing of scores.
 */
import { atOnce, type Steps } from '../../base/steps.ts';
import type { Table } from '../../data/table.ts';
import type { Column } from '../../engine/column.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { Written } from '../../model/written.ts';
import type { CellProblem } from '../columns.ts';
import type { EarlierNumbers } from '../earlierNumbers.ts';
import type { BoundUnit } from '../units.ts';
import { ColumnMemory } from './columnMemory.ts';
import { bindAdjustments, bindLeaves, type LeafCells } from './leaves.ts';
import { type BoundTables, bindTables, isReadAlike } from './tables.ts';

export interface BoundData extends Omit<BoundTables, 'boundBy'> {
  readonly tables: BoundTables;
  readonly memory: ColumnMemory;
  /** Leaves whose columns were found. */
  readonly leaves: ReadonlyMap<Indicator, LeafCells>;
  /** Aligned with `system.adjustments`: numbers, for a veto 1 where it strikes; `undefined` where not found. */
  readonly adjustments: readonly (Column | undefined)[];
  /** Cells that could not be read. */
  readonly problems: readonly CellProblem[];
  /** What the edition before learned, where the definition keeps it. */
  readonly earlier?: EarlierNumbers;
  readonly aliases: ReadonlyMap<string, Written<string>>;
}

/**
 * `given`: aligned with `system.data`; `undefined` where a file is not available. `before`: an earlier binding, of which
 * is taken what still holds.
 */
export function bindData(
  system: IndicatorSystem,
  given: readonly (Table | undefined)[],
  before?: BoundData,
): BoundData {
  return atOnce(binding(system, given, before));
}

/** As `bindData`, in steps. */
export function* binding(
  system: IndicatorSystem,
  given: readonly (Table | undefined)[],
  before?: BoundData,
): Steps<BoundData> {
  const tables = bindTables(system, given, before?.tables);
  const memory = before !== undefined && isReadAlike(tables, before.tables) ? before.memory : new ColumnMemory();
  const problems = [...tables.problems];
  const search = { ...tables, unresolved: [...tables.unresolved], memory };
  const leaves = yield* bindLeaves(system, tables.units, search, problems);
  const adjustments = bindAdjustments(system, search, problems);
  memory.settle(given.reduce((sum, table) => sum + (table?.columns.length ?? 0), 0));
  const { boundBy: _, ...found } = tables;
  const { unresolved } = search;
  return { ...found, tables, memory, leaves, adjustments, problems, unresolved, aliases: system.units.aliases };
}

/** The unit that a text names: by id, else by a name that only one unit has; aliases applied. */
export function findUnit(data: BoundData, reference: string): BoundUnit | undefined {
  const name = data.aliases.get(reference)?.value ?? reference;
  const byId = data.unitById.get(name);
  if (byId !== undefined) return byId;
  const named = data.units.filter(unit => unit.name === name);
  return named.length === 1 ? named[0] : undefined;
}

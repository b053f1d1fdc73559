/** Which units the sources hold, in which list order (`units.order`) and under which names. */
import type { IndicatorSystem } from '../model/system.ts';
import { type ColumnSearch, cellText, findOrReport } from './columnSearch.ts';
import { type BoundSource, type CellProblem, isMissing, readColumn, readNumberCell, textAt } from './columns.ts';
import { isSamePeriod, type OtherPeriod, periodOfRow, periodsIn } from './periods.ts';

export interface BoundUnit {
  /** The key in the data, aliases applied. */
  readonly id: string;
  /** The id where the data hold no name. */
  readonly name: string;
  /** Position in `BoundData.units`. */
  readonly index: number;
  /** Groups by group system, in the order of the cell; a unit may be in none. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

/** A second row for a unit in one period; it does not count. Rows count from 0 below the header. */
export interface DuplicateUnit {
  readonly unit: string;
  readonly source: number;
  readonly row: number;
  readonly firstRow: number;
}

/** A unit that the first source does not hold. */
export interface StrayUnit {
  readonly unit: string;
  readonly source: number;
  readonly row: number;
}

export interface FoundUnits {
  readonly ids: readonly string[];
  /** By source: the row of each unit, −1 where it has none. */
  readonly rows: readonly Int32Array[];
  /** By source: the rows in its other periods; `undefined` where it has no periods. */
  readonly otherPeriods: readonly (readonly OtherPeriod[] | undefined)[];
  readonly duplicates: readonly DuplicateUnit[];
  readonly strays: readonly StrayUnit[];
}

/**
 * The units of the first source in its order, then those of later sources only; of the period that is scored. A row
 * without a key or a period is a problem.
 */
export function findUnits(
  system: IndicatorSystem,
  sources: readonly BoundSource[],
  problems: CellProblem[],
): FoundUnits {
  const positions = new Map<string, number>();
  const duplicates: DuplicateUnit[] = [];
  const strays: StrayUnit[] = [];
  const first = sources.find(({ keyColumn }) => keyColumn >= 0);
  const rows = sources.map(source => {
    const rowOf = new Map<number, number>();
    const { table, keyColumn: column, index } = source;
    const nRows = column < 0 ? 0 : (table?.nRows ?? 0);
    for (let row = 0; row < nRows; row++) {
      const text = textAt({ source, column }, row);
      const period = periodOfRow(source, row);
      if (text === '' || period === 'none') {
        const kind = text === '' ? 'unit' : 'period';
        problems.push({ kind, source: index, row, column: text === '' ? column : source.periodColumn, text: '' });
        continue;
      }
      if (period === 'other') continue;
      const unit = system.units.aliases.get(text)?.value ?? text;
      const known = positions.get(unit);
      const position = known ?? positions.size;
      if (known === undefined) {
        positions.set(unit, position);
        if (source !== first) strays.push({ unit, source: index, row });
      }
      const firstRow = rowOf.get(position);
      if (firstRow === undefined) rowOf.set(position, row);
      else duplicates.push({ unit, source: index, row, firstRow });
    }
    return rowOf;
  });
  const ids = [...positions.keys()];
  const aligned = rows.map(rowOf => Int32Array.from(ids, (_, position) => rowOf.get(position) ?? -1));
  const otherPeriods = sources.map(source => findOtherPeriods(system, source, positions, duplicates));
  return { ids, rows: aligned, otherPeriods, duplicates, strays };
}

/** In the order of the periods. Units that the scored period does not have are none. */
function findOtherPeriods(
  system: IndicatorSystem,
  source: BoundSource,
  positions: ReadonlyMap<string, number>,
  duplicates: DuplicateUnit[],
): readonly OtherPeriod[] | undefined {
  const { table, keyColumn, periodColumn, period, index } = source;
  if (table === undefined || keyColumn < 0 || periodColumn < 0) return undefined;
  const names = periodsIn(source).filter(name => period === undefined || !isSamePeriod(name, period));
  const others = new Map(names.map(name => [name, { name, rows: new Int32Array(positions.size).fill(-1) }]));
  for (let row = 0; row < table.nRows; row++) {
    const other = others.get(textAt({ source, column: periodColumn }, row));
    const text = textAt({ source, column: keyColumn }, row);
    const unit = system.units.aliases.get(text)?.value ?? text;
    const position = positions.get(unit);
    if (other === undefined || position === undefined) continue;
    const firstRow = other.rows[position]!;
    if (firstRow < 0) other.rows[position] = row;
    else duplicates.push({ unit, source: index, row, firstRow });
  }
  return [...others.values()];
}

/** The name of each unit; its id where the data hold none. */
export function unitNames(system: IndicatorSystem, ids: readonly string[], search: ColumnSearch): readonly string[] {
  const at = system.units.name;
  const place = at && findOrReport(search, { use: 'unit-name', name: at.value, at });
  if (place === undefined) return ids;
  return ids.map((id, unit) => {
    const text = cellText(search, unit, place);
    return isMissing(place.source, text) ? id : text;
  });
}

/**
 * Positions of the units in list order. Units that a list names neither by id nor by name, and units whose cell in the
 * order column is no number, come last in the order of the data.
 */
export function unitsInOrder(
  system: IndicatorSystem,
  ids: readonly string[],
  names: readonly string[],
  search: ColumnSearch,
  problems: CellProblem[],
): readonly number[] {
  const { order, aliases } = system.units;
  const positions = ids.map((_, position) => position);
  switch (order.kind) {
    case 'file':
      return positions;
    case 'list': {
      const places = new Map<string, number>();
      order.units.forEach(({ value }, place) => {
        const unit = aliases.get(value)?.value ?? value;
        if (!places.has(unit)) places.set(unit, place);
      });
      return sortedBy(positions, unit => places.get(ids[unit]!) ?? places.get(names[unit]!));
    }
    case 'column': {
      const { column } = order;
      const place = findOrReport(search, { use: 'unit-order', name: column.value, at: column });
      if (place === undefined) return positions;
      const rows = search.rows[place.source.index]!;
      const { values, states } = readColumn({ place, rows, kind: 'order' }, readNumberCell, problems);
      return sortedBy(positions, unit => (states[unit] === 0 ? values[unit] : undefined));
    }
  }
}

/** Stable; without a key last. */
function sortedBy(positions: readonly number[], keyOf: (unit: number) => number | undefined): readonly number[] {
  const keys = positions.map(unit => keyOf(unit) ?? Number.POSITIVE_INFINITY);
  return positions.toSorted((a, b) => (keys[a] === keys[b] ? a - b : keys[a]! - keys[b]!));
}

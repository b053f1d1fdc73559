/** The cells of leaves and adjustments as columns of numbers, one entry a unit. */
import type { Steps } from '../../base/steps.ts';
import type { Column } from '../../engine/column.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Adjustment } from '../../model/ranking.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { type ColumnSearch, findColumn, findOrReport } from '../columnSearch.ts';
import {
  type CellProblem,
  type CellReading,
  type ColumnPlace,
  readGrade,
  readNumberCell,
  readYesNo,
} from '../columns.ts';
import type { BoundUnit } from '../units.ts';
import type { ColumnMemory } from './columnMemory.ts';
import { type LeafPeriods, readPeriods } from './periods.ts';

/** The cells of a leaf as the engine takes them: one column, or one for each column of a checklist. */
export interface LeafCells {
  readonly places: readonly ColumnPlace[];
  readonly columns: readonly Column[];
  readonly denominator?: { readonly place: ColumnPlace; readonly column: Column };
  readonly periods?: LeafPeriods;
}

export interface RememberingSearch extends ColumnSearch {
  readonly memory: ColumnMemory;
}

/** Leaves whose columns were all found; one in a step. */
export function* bindLeaves(
  system: IndicatorSystem,
  units: readonly BoundUnit[],
  search: RememberingSearch,
  problems: CellProblem[],
): Steps<ReadonlyMap<Indicator, LeafCells>> {
  const leaves = new Map<Indicator, LeafCells>();
  for (const indicator of system.indicators) {
    if (indicator.children !== undefined) continue;
    yield;
    const places = placesOf(indicator, search);
    if (places === undefined) continue;
    const { readCell, ...meant } = meaningOf(indicator);
    const excluding = excludedUnits(indicator, units, search.memory);
    const read = (place: ColumnPlace, rows: Int32Array, period?: string) => {
      const request = { place, rows, indicator, ...meant, ...excluding, ...(period === undefined ? {} : { period }) };
      return search.memory.column(request, readCell, problems);
    };
    const columns = places.map(place => read(place, search.rows[place.source.index]!));
    const divisor = denominatorPlace(indicator, search);
    if (divisor === 'not-found') continue;
    const readDivisor = (rows: Int32Array, period?: string) => {
      const request = { place: divisor!, rows, indicator, ...(period === undefined ? {} : { period }) };
      return search.memory.column({ ...request, kind: 'number' }, readNumberCell, problems);
    };
    const denominator = divisor && { place: divisor, column: readDivisor(search.rows[divisor.source.index]!) };
    const readers = { places, read, ...(divisor && { denominator: { place: divisor, read: readDivisor } }) };
    const periods = readPeriods(indicator, system, search, readers);
    leaves.set(indicator, { places, columns, ...(denominator && { denominator }), ...(periods && { periods }) });
  }
  return leaves;
}

/** Aligned with `system.adjustments`: numbers, for a veto 1 where it strikes; `undefined` where not found. */
export function bindAdjustments(
  system: IndicatorSystem,
  search: RememberingSearch,
  problems: CellProblem[],
): readonly (Column | undefined)[] {
  return system.adjustments.map(adjustment => {
    const at = adjustment.column;
    const place = at && findOrReport(search, { use: 'adjustment', name: at.value, at });
    if (place === undefined) return undefined;
    const rows = search.rows[place.source.index]!;
    return search.memory.column({ place, rows, ...kindOf(adjustment) }, cellReader(adjustment), problems);
  });
}

/** Whether the indicator and all aggregates above it apply to the unit (`appliesTo`). */
export function appliesTo(indicator: Indicator, unit: BoundUnit): boolean {
  for (let each: Indicator | undefined = indicator; each !== undefined; each = each.parent) {
    const isMet = each.own.appliesTo.every(({ group, values }) =>
      unit.groups.get(group)?.some(name => values.some(({ value }) => value === name)),
    );
    if (!isMet) return false;
  }
  return true;
}

function placesOf(indicator: Indicator, search: ColumnSearch): readonly ColumnPlace[] | undefined {
  const { checklist, column, from } = indicator.own;
  const wanted =
    checklist === undefined
      ? [{ use: 'leaf' as const, name: column?.value ?? indicator.id, at: column, indicator }]
      : [...checklist.points].map(([name, at]) => ({ use: 'checklist' as const, name, at, indicator }));
  const places = wanted.map(each => findOrReport(search, each, from));
  return places.every(place => place !== undefined) ? places : undefined;
}

/** In the source of the leaf if it is there, else in any. */
function denominatorPlace(indicator: Indicator, search: ColumnSearch): ColumnPlace | 'not-found' | undefined {
  const { own, id } = indicator;
  const { denominator: at, from } = own;
  if (at === undefined) return undefined;
  const beside = findColumn(search.sources, own.column?.value ?? id, from?.value)?.source;
  const inSource = beside?.table?.columnIndex(at.value) ?? -1;
  if (beside !== undefined && inSource >= 0) return { source: beside, column: inSource };
  return findOrReport(search, { use: 'denominator', name: at.value, at, indicator }) ?? 'not-found';
}

/** How a leaf's cells are read. */
function meaningOf({ own: { checklist, categories } }: Indicator): {
  readonly kind: 'checklist' | 'category' | 'number';
  readonly meaning?: string;
  readonly readCell: (text: string) => CellReading;
} {
  if (checklist !== undefined) return { kind: 'checklist', readCell: readYesNo };
  if (categories === undefined) return { kind: 'number', readCell: readNumberCell };
  const grades = [...categories.values.keys()];
  return { kind: 'category', meaning: JSON.stringify(grades), readCell: readGrade(grades) };
}

function excludedUnits(indicator: Indicator, units: readonly BoundUnit[], memory: ColumnMemory) {
  const conditions: (readonly [string, ...string[]])[] = [];
  for (let each: Indicator | undefined = indicator; each !== undefined; each = each.parent) {
    for (const { group, values } of each.own.appliesTo) conditions.push([group, ...values.map(({ value }) => value)]);
  }
  if (conditions.length === 0) return undefined;
  const exclusion = JSON.stringify(conditions);
  const find = () => Uint8Array.from(units, unit => (appliesTo(indicator, unit) ? 0 : 1));
  return { exclusion, excluded: memory.excluded(exclusion, find) };
}

function kindOf({ kind, equals }: Adjustment) {
  if (kind?.value !== 'veto') return { kind: 'number' as const };
  return { kind: 'veto' as const, ...(equals && { meaning: JSON.stringify(equals.value) }) };
}

function cellReader({ kind, equals }: Adjustment): (text: string) => CellReading {
  if (kind?.value !== 'veto') return readNumberCell;
  return equals === undefined ? readYesNo : text => (text === equals.value ? 1 : 0);
}

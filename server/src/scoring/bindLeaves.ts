/** The cells of leaves and adjustments as columns of numbers, one entry a unit. */
import type { Column } from '../engine/column.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Adjustment } from '../model/ranking.ts';
import type { IndicatorSystem } from '../model/system.ts';
import { type LeafPeriods, readPeriods } from './bindPeriods.ts';
import { type ColumnSearch, findColumn, findOrReport } from './columnSearch.ts';
import { type CellProblem, type ColumnPlace, readColumn, readGrade, readNumberCell, readYesNo } from './columns.ts';
import type { BoundUnit } from './units.ts';

/** The cells of a leaf as the engine takes them: one column, or one for each column of a checklist. */
export interface LeafCells {
  readonly places: readonly ColumnPlace[];
  readonly columns: readonly Column[];
  readonly denominator?: { readonly place: ColumnPlace; readonly column: Column };
  readonly periods?: LeafPeriods;
}

/** Leaves whose columns were all found. */
export function bindLeaves(
  system: IndicatorSystem,
  units: readonly BoundUnit[],
  search: ColumnSearch,
  problems: CellProblem[],
): ReadonlyMap<Indicator, LeafCells> {
  const leaves = new Map<Indicator, LeafCells>();
  for (const indicator of system.indicators) {
    if (indicator.children !== undefined) continue;
    const places = placesOf(indicator, search);
    if (places === undefined) continue;
    const { checklist, categories } = indicator.own;
    const kind = checklist !== undefined ? 'checklist' : categories !== undefined ? 'category' : 'number';
    const readCell =
      checklist !== undefined
        ? readYesNo
        : categories !== undefined
          ? readGrade([...categories.values.keys()])
          : readNumberCell;
    const excluded = excludedUnits(indicator, units);
    const read = (place: ColumnPlace, rows: Int32Array) =>
      readColumn({ place, rows, kind, indicator, ...(excluded && { excluded }) }, readCell, problems);
    const columns = places.map(place => read(place, search.rows[place.source.index]!));
    const divisor = denominatorPlace(indicator, search);
    if (divisor === 'not-found') continue;
    const readDivisor = (rows: Int32Array) => readDenominator(divisor!, rows, indicator, problems);
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
  search: ColumnSearch,
  problems: CellProblem[],
): readonly (Column | undefined)[] {
  return system.adjustments.map(adjustment => {
    const at = adjustment.column;
    const place = at && findOrReport(search, { use: 'adjustment', name: at.value, at });
    if (place === undefined) return undefined;
    const rows = search.rows[place.source.index]!;
    const kind = adjustment.kind?.value === 'veto' ? 'veto' : 'number';
    return readColumn({ place, rows, kind }, cellReader(adjustment), problems);
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

function readDenominator(place: ColumnPlace, rows: Int32Array, indicator: Indicator, problems: CellProblem[]): Column {
  return readColumn({ place, rows, kind: 'number', indicator }, readNumberCell, problems);
}

function excludedUnits(indicator: Indicator, units: readonly BoundUnit[]): Uint8Array | undefined {
  let isConditional = false;
  for (let each: Indicator | undefined = indicator; each !== undefined; each = each.parent) {
    isConditional ||= each.own.appliesTo.length > 0;
  }
  return isConditional ? Uint8Array.from(units, unit => (appliesTo(indicator, unit) ? 0 : 1)) : undefined;
}

function cellReader({ kind, equals }: Adjustment): Parameters<typeof readColumn>[1] {
  if (kind?.value !== 'veto') return readNumberCell;
  return equals === undefined ? readYesNo : text => (text === equals.value ? 1 : 0);
}

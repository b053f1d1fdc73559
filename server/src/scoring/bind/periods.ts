/** The cells of a leaf in the other periods of its source, for imputations that draw on them. */
import type { Column } from '../../engine/column.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { ColumnSearch } from '../columnSearch.ts';
import type { ColumnPlace } from '../columns.ts';
import { isSamePeriod, periodNumbers } from '../periods.ts';

/** Where the data hold several periods: that of a leaf's cells, and the same cells in the others. */
export interface LeafPeriods {
  readonly own: number;
  /** In their order. */
  readonly others: readonly {
    readonly period: number;
    readonly columns: readonly Column[];
    readonly denominator?: Column;
  }[];
}

/** How a leaf's column and its denominator's are read in the rows of one period. */
export interface PeriodReaders {
  readonly places: readonly ColumnPlace[];
  readonly read: (place: ColumnPlace, rows: Int32Array, period: string) => Column;
  readonly denominator?: { readonly place: ColumnPlace; readonly read: (rows: Int32Array, period: string) => Column };
}

/** `undefined` where the leaf's source has no periods, or nothing draws on them. */
export function readPeriods(
  indicator: Indicator,
  system: IndicatorSystem,
  search: ColumnSearch,
  { places, read, denominator }: PeriodReaders,
): LeafPeriods | undefined {
  const [first] = places;
  const own = first?.source.period;
  const others = first && search.otherPeriods[first.source.index];
  if (own === undefined || others === undefined || !drawsOnPeriods(indicator, system)) return undefined;
  const numbers = periodNumbers([own, ...others.map(({ name }) => name)]);
  return {
    own: numbers.get(own)!,
    others: others.map(({ name }) => ({
      period: numbers.get(name)!,
      columns: places.map(place => read(place, rowsIn(place, name, search), name)),
      ...(denominator && { denominator: denominator.read(rowsIn(denominator.place, name, search), name) }),
    })),
  };
}

function drawsOnPeriods({ own }: Indicator, { defaults }: IndicatorSystem): boolean {
  const impute = own.impute ?? defaults.impute;
  const method = impute?.method.value;
  return method === 'latest' || method === 'linear' || (method === 'constant' && !impute!.parameters.has('value'));
}

/** The rows of the units in a period of another source too; a source without periods is the same in all. */
function rowsIn({ source }: ColumnPlace, period: string, { rows, otherPeriods }: ColumnSearch): Int32Array {
  const own = rows[source.index]!;
  const others = otherPeriods[source.index];
  if (others === undefined || (source.period !== undefined && isSamePeriod(source.period, period))) return own;
  return others.find(({ name }) => isSamePeriod(name, period))?.rows ?? new Int32Array(own.length).fill(-1);
}

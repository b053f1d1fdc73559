/** Which units are shown and in which order. Pure. */
import type { RankingView, UnitView } from '../../../../server/src/protocol/preview.ts';
import type { TriedRanking } from '../../../../server/src/protocol/questions.ts';
import { changeOf } from './change.ts';
import { type ColumnKey, isFiltered, type ViewState } from './viewState.ts';

/** The units that pass the filters, in the view's order; equals stay in rank order, units without a value come last. */
export function selectUnits(
  ranking: RankingView,
  view: ViewState,
  locale: string,
  tried: TriedRanking | null = null,
): readonly UnitView[] {
  const shown = isFiltered(view) ? ranking.units.filter(unit => isShown(unit, ranking, view)) : ranking.units;
  const { column, isDescending } = view.sort;
  if (column === 'rank' && !isDescending) return shown;
  const readValue = sortValue(ranking, view, column, tried);
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = isDescending ? -1 : 1;
  return shown
    .map(unit => ({ unit, value: readValue(unit) }))
    .sort((a, b) => compare(a.value, b.value, sign, collator))
    .map(({ unit }) => unit);
}

export interface RankedGroup {
  readonly system: string;
  readonly group: string;
}

/** The group that ranks are shown within: that of the first filtered group system that is ranked inside its groups. */
export function rankedGroup(ranking: RankingView, view: ViewState): RankedGroup | null {
  for (const { id, isRanked } of ranking.groupSystems) {
    const group = view.groups[id];
    if (isRanked && group !== undefined) return { system: id, group };
  }
  return null;
}

/** Number of units that differ from the baseline; 0 where there is nothing to compare with. */
export function changedUnits(ranking: RankingView): number {
  return ranking.units.filter(unit => changeOf(unit, ranking.baseline)?.isChanged).length;
}

function isShown(unit: UnitView, ranking: RankingView, view: ViewState): boolean {
  if (view.tier !== null && (unit.tier === null || ranking.tiers[unit.tier]?.name !== view.tier)) return false;
  for (const [system, group] of Object.entries(view.groups)) {
    if (!unit.groups[system]?.includes(group)) return false;
  }
  if (view.onlyChanged && !changeOf(unit, ranking.baseline)?.isChanged) return false;
  return matches(unit, view.search);
}

/** Every word of the search is in the name or the id; full-width and half-width, upper and lower case are the same. */
function matches(unit: UnitView, search: string): boolean {
  const words = folded(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = folded(`${unit.name} ${unit.id}`);
  return words.every(word => text.includes(word));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

type SortValue = number | string | null | undefined;

function sortValue(
  ranking: RankingView,
  view: ViewState,
  column: ColumnKey,
  tried: TriedRanking | null,
): (unit: UnitView) => SortValue {
  switch (column) {
    case 'rank':
      return unit => unit.rank;
    case 'unit':
      return unit => unit.name;
    case 'score':
      return unit => unit.score;
    case 'tier':
      return unit => unit.tier;
    case 'tried':
      return unit => (tried === null ? unit.rank : tried.units[unit.id]?.rank);
    case 'change':
      return unit => changeOf(unit, ranking.baseline)?.places;
    case 'within': {
      const ranked = rankedGroup(ranking, view);
      return unit => (ranked === null ? null : unit.rankWithin[ranked.system]?.[ranked.group]);
    }
  }
  const id = column.slice(column.indexOf(':') + 1);
  if (column.startsWith('group:')) return unit => unit.groups[id]?.join(' ') || null;
  const index = ranking.columns.findIndex(level => level.id === id);
  return unit => unit.scores[index];
}

function compare(a: SortValue, b: SortValue, sign: number, collator: Intl.Collator): number {
  if (a == null || b == null) return Number(a == null) - Number(b == null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * collator.compare(String(a), String(b));
}

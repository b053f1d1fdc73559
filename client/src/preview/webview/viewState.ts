/** How the reader looks at the ranking: tab, order, filters, the active cell. Pure; survives reports and reloads. */
import type { BaselineChoice } from '../../../../server/src/protocol/base.ts';
import type { RankingView } from '../../../../server/src/protocol/preview.ts';

export type Tab = 'ranking' | 'moves' | 'indicators' | 'heat' | 'tiers' | 'publications' | 'expectations';

/** A step and the id of the method that is tried for it. */
export type TrialKey = `normalise:${string}` | `aggregate:${string}`;

/** `group:` and `level:` are followed by the id of a group system and of a level-1 indicator. */
export type ColumnKey =
  | 'rank'
  | 'within'
  | 'change'
  | 'unit'
  | 'score'
  | 'tier'
  | 'tried'
  | `group:${string}`
  | `level:${string}`;

export interface ViewState {
  readonly tab: Tab;
  readonly sort: { readonly column: ColumnKey; readonly isDescending: boolean };
  readonly search: string;
  /** Group system id → the one group that is shown. */
  readonly groups: Readonly<Record<string, string>>;
  /** Name of the one tier that is shown. */
  readonly tier: string | null;
  readonly onlyChanged: boolean;
  /** `unit` null: the header row. */
  readonly active: { readonly unit: string | null; readonly column: ColumnKey } | null;
  readonly scrollTop: number;
  /** Whether the selected unit's score is taken apart, and the ids of the indicators that are open in it. */
  readonly isApart: boolean;
  readonly opened: readonly string[];
  /** Weights that are tried: of the siblings under `parent` (`''`: level 1), by indicator id. null: the sliders are closed. */
  readonly whatIf: { readonly parent: string; readonly weights: Readonly<Record<string, number>> } | null;
  /** The indicator that is looked at. */
  readonly indicator: string | null;
  /** What the ranking is compared with. */
  readonly baseline: BaselineChoice;
  /** Methods that are tried side by side. */
  readonly trials: readonly TrialKey[];
  readonly movesAs: 'chart' | 'table';
  /** The heat map: what its colours tell, its indicators (null: the leaves), its cells and the active one. */
  readonly heat: {
    readonly mode: 'score' | 'state';
    readonly depth: number | null;
    readonly size: 'large' | 'small';
    readonly unit: string | null;
    readonly indicator: string | null;
  };
}

export const firstView: ViewState = {
  tab: 'ranking',
  sort: { column: 'rank', isDescending: false },
  search: '',
  groups: {},
  tier: null,
  onlyChanged: false,
  active: null,
  scrollTop: 0,
  isApart: false,
  opened: [],
  whatIf: null,
  indicator: null,
  baseline: { kind: 'saved' },
  trials: [],
  movesAs: 'chart',
  heat: { mode: 'score', depth: null, size: 'large', unit: null, indicator: null },
};

/** The saved view; whatever cannot be read of it (an older version's) is as on first sight. */
export function restoredView(saved: unknown): ViewState {
  const view = (saved as { view?: Partial<ViewState> } | null | undefined)?.view;
  if (typeof view !== 'object' || view === null) return firstView;
  const restored: Record<string, unknown> = { ...firstView };
  for (const [key, standard] of Object.entries(firstView)) {
    const value = view[key as keyof ViewState];
    if (value !== undefined && (standard === null || (value !== null && typeof value === typeof standard))) {
      restored[key] = value;
    }
  }
  return restored as unknown as ViewState;
}

/** Drops filters and an order that the ranking does not know any more (a group or an indicator was renamed). */
export function fittingView(view: ViewState, ranking: RankingView): ViewState {
  const groups = Object.entries(view.groups).filter(([system, name]) =>
    ranking.groupSystems.some(({ id, groups }) => id === system && groups.some(group => group.name === name)),
  );
  const column = view.sort.column;
  const isKnown =
    column.startsWith('level:') || column.startsWith('group:')
      ? ranking.columns.some(({ id }) => column === `level:${id}`) ||
        ranking.groupSystems.some(({ id }) => column === `group:${id}`)
      : column === 'tried'
        ? view.whatIf !== null
        : column !== 'within' || groups.length > 0;
  return {
    ...view,
    groups: Object.fromEntries(groups),
    tier: ranking.tiers.some(({ name }) => name === view.tier) ? view.tier : null,
    onlyChanged: view.onlyChanged && ranking.baseline === 'changed',
    sort: isKnown ? view.sort : firstView.sort,
  };
}

export function isFiltered(view: ViewState): boolean {
  return view.search.trim() !== '' || view.tier !== null || view.onlyChanged || Object.keys(view.groups).length > 0;
}

export const noFilters = { search: '', groups: {}, tier: null, onlyChanged: false } satisfies Partial<ViewState>;

/** A column's first order is the one that is asked for most: ranks and names upwards, the best scores and changes first. */
export function sortedBy(
  sort: ViewState['sort'],
  column: ColumnKey,
  { best }: Pick<RankingView, 'best'>,
): ViewState['sort'] {
  const isSame = sort.column === column;
  const isScore = column === 'score' || column.startsWith('level:');
  const startsDescending = column === 'change' || (isScore && best === 'highest');
  return { column, isDescending: isSame ? !sort.isDescending : startsDescending };
}

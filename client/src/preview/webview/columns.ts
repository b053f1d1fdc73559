/** The columns of the ranking table for a ranking and a view. Pure. */
import type { RankingView } from '../../../../server/src/protocol/preview.ts';
import { baselineName } from './baseline.tsx';
import type { Strings } from './english.ts';
import { formatShare } from './format.ts';
import { rankedGroup } from './select.ts';
import type { ColumnKey, ViewState } from './viewState.ts';

/** The unit's name stays in view right of it. */
const rankWidth = 76;

export interface GridColumn {
  readonly key: ColumnKey;
  readonly title: string;
  /** A second, quieter line: an indicator's share. */
  readonly note: string | null;
  /** Least width in pixels, and the column's part of the room that is left (0: none). */
  readonly least: number;
  readonly stretch: number;
  readonly isNumeric: boolean;
  /** Position in `UnitView.scores` of a level-1 score. */
  readonly level: number | null;
}

export function gridColumns(ranking: RankingView, view: ViewState, strings: Strings): readonly GridColumn[] {
  const { columns: titles } = strings;
  const within = rankedGroup(ranking, view);
  const isCompared = ranking.baseline === 'same' || ranking.baseline === 'changed';
  return [
    column('rank', titles.rank, rankWidth, { isNumeric: true }),
    column('unit', titles.unit, 132, { stretch: 3 }),
    ...(within ? [column('within', titles.within(within.group), 92, { isNumeric: true })] : []),
    ...(isCompared
      ? [
          column('change', titles.change, 98, {
            note: strings.changeHint(baselineName(view.baseline, ranking, strings)),
          }),
        ]
      : []),
    ...(view.whatIf ? [column('tried', titles.tried, 132, { isNumeric: true, note: strings.triedHint })] : []),
    column('score', titles.score, 114, {
      isNumeric: true,
      stretch: 2,
      note: ranking.best === 'lowest' ? strings.lowestIsBest : null,
    }),
    ...(ranking.tiers.length > 0 ? [column('tier', titles.tier, tierWidth(ranking), {})] : []),
    ...ranking.groupSystems.map(({ id, name }) => column(`group:${id}`, name, 92, { stretch: 1 })),
    ...ranking.columns.map(({ id, name, share, bonusCap }, level) => {
      const note =
        bonusCap !== null ? strings.bonus(bonusCap) : share === null ? null : formatShare(share, strings.locale);
      return column(`level:${id}`, name, 96, { isNumeric: true, note, level });
    }),
  ];
}

/** The rank, the name and the score together where the table is narrow: a ranking without scores says too little. */
export function fitted(columns: readonly GridColumn[], width: number): readonly GridColumn[] {
  if (width === 0 || width >= narrow) return columns;
  const tight: Partial<Record<ColumnKey, number>> = { rank: 54, unit: 92, score: 72 };
  const first = columns
    .filter(({ key }) => tight[key] !== undefined)
    .map(each => ({ ...each, least: tight[each.key]! }));
  return [...first, ...columns.filter(({ key }) => tight[key] === undefined)];
}

const narrow = 390;

/** Room for the longest name with its colour, as far as that is reasonable. */
function tierWidth({ tiers }: RankingView): number {
  const places = Math.max(...tiers.map(({ name }) => placesOf(name)));
  return Math.min(220, Math.max(124, 52 + places * 7));
}

/** How long a text is; Chinese characters take two places. */
export function placesOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}

/** The tracks of a CSS grid; widths do not depend on what stands in the cells, so all rows agree. */
export function tracksOf(columns: readonly GridColumn[]): string {
  return columns
    .map(({ least, stretch }) => (stretch === 0 ? `${least}px` : `minmax(${least}px, ${stretch}fr)`))
    .join(' ');
}

export function leastWidth(columns: readonly GridColumn[]): number {
  return columns.reduce((sum, { least }) => sum + least, 0);
}

function column(
  key: ColumnKey,
  title: string,
  least: number,
  rest: Partial<Pick<GridColumn, 'note' | 'isNumeric' | 'level' | 'stretch'>>,
): GridColumn {
  return { key, title, least, stretch: 0, note: null, isNumeric: false, level: null, ...rest };
}

/** The rows of the ranking table: its head, and one for each unit in view. Cells say where they are by their ARIA places. */
// The grid has the focus and handles keys and clicks (the ARIA pattern for a virtual grid), so:
// biome-ignore-all lint/a11y/useFocusableInteractive: see above
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot place its rows
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is there, it is computed
import type { RankingView, UnitView } from '../../../../server/src/protocol/preview.ts';
import type { TriedRanking } from '../../../../server/src/protocol/questions.ts';
import { cellIn } from './cells.tsx';
import type { GridColumn } from './columns.ts';
import type { Cut } from './cut.ts';
import type { Strings } from './english.ts';
import { headerHeight, rowHeight } from './rows.ts';
import type { RankedGroup } from './select.ts';
import { steady } from './steady.ts';
import type { ViewState } from './viewState.ts';

interface RowProps {
  readonly columns: readonly GridColumn[];
  readonly cuts: readonly Cut[];
  /** Where the active cell is in this row. */
  readonly activeColumn: number | null;
}

interface HeaderRowProps extends RowProps {
  readonly sort: ViewState['sort'];
  /** The level-1 indicator at the editor's cursor. */
  readonly cursor: string | null;
}

export function HeaderRow({ columns, cursor, cuts, sort, activeColumn }: HeaderRowProps) {
  const order = sort.isDescending ? 'descending' : 'ascending';
  return (
    <div class="header" role="row" aria-rowindex={1} style={{ height: `${headerHeight}px` }}>
      {columns.map((column, index) => (
        <div
          key={column.key}
          id={cellId(-1, index)}
          role="columnheader"
          aria-colindex={index + 1}
          aria-sort={sort.column === column.key ? order : 'none'}
          class={`${cellClass(column, index === activeColumn)} ${cuts[index] ? 'cut' : ''} ${column.key === `level:${cursor}` ? 'is-cursor' : ''}`}
          title={column.title}
        >
          <span class="title">{column.title}</span>
          {column.note !== null && <span class="share">{column.note}</span>}
        </div>
      ))}
    </div>
  );
}

interface UnitRowProps extends RowProps {
  readonly row: number;
  readonly unit: UnitView;
  readonly ranking: RankingView;
  readonly within: RankedGroup | null;
  readonly tried: TriedRanking | null;
  readonly strings: Strings;
}

/** Of what is not wholly in view only the active cell is there, empty: half a number is another number. */
export const UnitRow = steady(({ row, unit, columns, cuts, activeColumn, ...shown }: UnitRowProps) => (
  <div
    class={`row ${activeColumn === null ? '' : 'selected'}`}
    role="row"
    data-unit={unit.id}
    aria-rowindex={row + 2}
    aria-selected={activeColumn !== null}
    style={{ top: `${headerHeight + row * rowHeight}px` }}
  >
    {columns.map((column, index) => {
      const isActive = index === activeColumn;
      const isCut = (cuts[index] ?? null) !== null;
      if (isCut && !isActive) return null;
      const { content, look = '', title = '', words } = isCut ? { content: null } : cellIn(column, { unit, ...shown });
      return (
        <div
          key={column.key}
          id={cellId(row, index)}
          role={column.key === 'unit' ? 'rowheader' : 'gridcell'}
          aria-colindex={index + 1}
          aria-label={words}
          class={`${cellClass(column, isActive)} ${look}`}
          style={{ gridColumn: index + 1 }}
          title={title}
        >
          {content}
        </div>
      );
    })}
  </div>
));

/** Columns that stay in view when the table is scrolled sideways: the first two. */
export function isFixed({ key }: GridColumn): boolean {
  return key === 'rank' || key === 'unit';
}

/** Row −1 is the header. */
export function cellId(row: number, column: number): string {
  return `cell-${row}-${column}`;
}

/** Where the cell is that an event came from; null: from no cell. */
export function cellOf({ target }: Event): { readonly row: number; readonly column: number } | null {
  const cell = target instanceof Element ? target.closest('[aria-colindex]') : null;
  const row = cell?.closest('[aria-rowindex]');
  if (cell == null || row == null) return null;
  return { row: Number(row.ariaRowIndex) - 2, column: Number(cell.ariaColIndex) - 1 };
}

function cellClass(column: GridColumn, isActive: boolean): string {
  const parts = ['cell', `column-${column.key.split(':')[0]}`];
  if (isActive) parts.push('active');
  if (column.isNumeric) parts.push('number');
  if (isFixed(column)) parts.push('fixed');
  return parts.join(' ');
}

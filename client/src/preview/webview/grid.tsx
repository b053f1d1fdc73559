/**
 * The ranking table: a grid of fixed-height rows of which only those in view are drawn, moved through by keyboard. The
 * focus stays on the grid; `aria-activedescendant` names the active cell, which is drawn even when it is out of view.
 */
// The focus is on the grid, which handles the keys and names its active cell (the ARIA pattern for a virtual grid), so:
// biome-ignore-all lint/a11y/useFocusableInteractive: see above
// biome-ignore-all lint/a11y/useKeyWithClickEvents: see above
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot place its rows
// biome-ignore-all lint/a11y/noStaticElementInteractions: the role is there, it is computed
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is there, it is computed
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RankingView, UnitView } from '../../../../server/src/protocol/preview.ts';
import type { TriedRanking } from '../../../../server/src/protocol/questions.ts';
import { CellContent } from './cells.tsx';
import { type GridColumn, leastWidth, tracksOf } from './columns.ts';
import { type Cut, tailWidth, useCuts } from './cut.ts';
import type { Strings } from './english.ts';
import { movedCell } from './move.ts';
import { headerHeight, rowHeight, rowsInView, rowsPerPage } from './rows.ts';
import { useHeight } from './useSize.ts';
import type { ColumnKey, ViewState } from './viewState.ts';

interface GridProps {
  readonly ranking: RankingView;
  /** As they are shown, top to bottom. */
  readonly units: readonly UnitView[];
  readonly columns: readonly GridColumn[];
  readonly view: ViewState;
  readonly tried: TriedRanking | null;
  /** The level-1 indicator at the editor's cursor. */
  readonly cursor: string | null;
  readonly strings: Strings;
  readonly change: (part: Partial<ViewState>) => void;
  readonly sortBy: (column: ColumnKey) => void;
  readonly explain: (unit: string) => void;
  readonly goTo: (unit: string | null, column: ColumnKey) => void;
}

export function Grid(props: GridProps) {
  const { units, columns, view, strings, change } = props;
  const grid = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(view.scrollTop);
  const height = useHeight(grid);
  useRestoredScroll(grid, view.scrollTop);
  const { cuts, isScrolled } = useCuts(grid, columns.filter(isFixed).length, tracksOf(columns));

  const activeRow = view.active === null ? null : units.findIndex(({ id }) => id === view.active?.unit);
  const activeColumn = Math.max(
    0,
    columns.findIndex(({ key }) => key === view.active?.column),
  );

  // Follows the reader's own moves only: when an edit moves the active row, the page stays where it is.
  const hasMoved = useRef(false);
  useLayoutEffect(() => {
    if (!hasMoved.current || activeRow === null) return;
    hasMoved.current = false;
    document.getElementById(cellId(activeRow, activeColumn))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeRow, activeColumn]);

  const activate = (row: number, column: number) => {
    const unit = units[row]?.id ?? null;
    change({ active: { unit, column: columns[column]?.key ?? 'unit' } });
    hasMoved.current = true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = activeRow ?? -1;
    const column = columns[activeColumn]!.key;
    const limits = { nRows: units.length, nColumns: columns.length, page: rowsPerPage(height) };
    const moved = movedCell({ row, column: activeColumn }, event, limits);
    if (moved !== null) activate(moved.row, moved.column);
    else if (event.key === 'F12') props.goTo(units[row]?.id ?? null, column);
    else if (event.key !== 'Enter' && event.key !== ' ') return;
    else if (row < 0) props.sortBy(column);
    else props.explain(units[row]!.id);
    event.preventDefault();
  };

  const { first, end } = rowsInView(scrollTop, height, units.length);
  const drawn = units.slice(first, end).map((_, index) => first + index);
  if (activeRow !== null && activeRow >= 0 && (activeRow < first || activeRow >= end)) drawn.push(activeRow);
  const sheet = { '--tracks': `${tracksOf(columns)} ${tailWidth}px`, minWidth: `${leastWidth(columns) + tailWidth}px` };
  const onFocus = (event: FocusEvent) => {
    const isByKeyboard = grid.current?.matches(':focus-visible');
    if (isByKeyboard && event.target === grid.current && activeRow === null) activate(0, 1);
  };

  const nAfter = cuts.filter(cut => cut === 'right').length;
  const nBefore = cuts.filter(cut => cut === 'left').length;
  return (
    <div class="frame">
      <div
        ref={grid}
        class={`grid ${isScrolled ? 'is-scrolled' : ''}`}
        role="grid"
        tabIndex={0}
        aria-label={strings.grid}
        aria-rowcount={units.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={activeRow === null ? undefined : cellId(activeRow, activeColumn)}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onScroll={event => setScrollTop(event.currentTarget.scrollTop)}
        onScrollEnd={event => change({ scrollTop: event.currentTarget.scrollTop })}
      >
        <div class="sheet" role="rowgroup" style={sheet}>
          <HeaderRow {...props} cuts={cuts} activeColumn={activeRow === -1 ? activeColumn : null} />
          <div role="none" class="space" style={{ height: `${units.length * rowHeight}px` }} />
          {drawn.map(row => (
            <UnitRow
              key={units[row]!.id}
              {...props}
              cuts={cuts}
              row={row}
              unit={units[row]!}
              activeColumn={row === activeRow ? activeColumn : null}
              activate={activate}
            />
          ))}
          {units.length === 0 && <p class="note">{strings.nothingFound}</p>}
        </div>
      </div>
      {nAfter + nBefore > 0 && (
        <div class="further">
          {nBefore > 0 && (
            <button
              type="button"
              class="link"
              title={strings.columnsBefore(nBefore)}
              aria-label={strings.columnsBefore(nBefore)}
              onClick={() => scrollAside(grid.current!, -1)}
            >
              ‹ {nBefore}
            </button>
          )}
          {nAfter > 0 && (
            <button
              type="button"
              class="link"
              title={strings.columnsAfter(nAfter)}
              aria-label={strings.columnsAfter(nAfter)}
              onClick={() => scrollAside(grid.current!, 1)}
            >
              +{nAfter} ›
            </button>
          )}
        </div>
      )}
    </div>
  );
}

interface RowProps extends GridProps {
  readonly cuts: readonly Cut[];
  /** Where the active cell is in this row. */
  readonly activeColumn: number | null;
}

function HeaderRow({ columns, cursor, cuts, view, sortBy, activeColumn }: RowProps) {
  const { sort } = view;
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
          class={`${cellClass(column, cuts[index] ?? null, activeColumn === index ? 'active' : '')} ${column.key === `level:${cursor}` ? 'is-cursor' : ''}`}
          title={column.title}
          onClick={() => sortBy(column.key)}
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
  readonly activate: (row: number, column: number) => void;
}

function UnitRow({
  row,
  unit,
  columns,
  cuts,
  ranking,
  view,
  strings,
  tried,
  activeColumn,
  activate,
  explain,
  goTo,
}: UnitRowProps) {
  return (
    <div
      class={`row ${activeColumn === null ? '' : 'selected'} ${row % 2 === 1 ? 'odd' : ''}`}
      role="row"
      data-unit={unit.id}
      aria-rowindex={row + 2}
      aria-selected={activeColumn !== null}
      style={{ transform: `translateY(${headerHeight + row * rowHeight}px)` }}
    >
      {columns.map((column, index) => (
        <div
          key={column.key}
          id={cellId(row, index)}
          role={column.key === 'unit' ? 'rowheader' : 'gridcell'}
          aria-colindex={index + 1}
          class={cellClass(column, cuts[index] ?? null, activeColumn === index ? 'active' : '')}
          onClick={() => activate(row, index)}
          onDblClick={() => (column.level === null ? explain(unit.id) : goTo(unit.id, column.key))}
        >
          <CellContent unit={unit} column={column} ranking={ranking} view={view} strings={strings} tried={tried} />
        </div>
      ))}
    </div>
  );
}

/** Columns that stay in view when the table is scrolled sideways: the first two. */
function isFixed({ key }: GridColumn): boolean {
  return key === 'rank' || key === 'unit';
}

function cellClass(column: GridColumn, cut: Cut, active: string): string {
  const parts = ['cell', `column-${column.key.split(':')[0]}`, active];
  if (column.isNumeric) parts.push('number');
  if (isFixed(column)) parts.push('fixed');
  if (cut !== null) parts.push('cut', `cut-${cut}`);
  return parts.filter(Boolean).join(' ');
}

function cellId(row: number, column: number): string {
  return `cell-${row}-${column}`;
}

/** By what is in view beside the columns that stay, so that the next columns come. */
function scrollAside(grid: HTMLElement, direction: 1 | -1): void {
  const fixed = [...grid.querySelectorAll<HTMLElement>('[role=columnheader].fixed')];
  const taken = fixed.reduce((sum, { offsetWidth }) => sum + offsetWidth, 0);
  grid.scrollBy({ left: direction * Math.max(100, grid.clientWidth - taken - 100) });
}

/** Scrolls once, when the page was made anew. */
function useRestoredScroll(element: { readonly current: HTMLElement | null }, scrollTop: number): void {
  const first = useRef(scrollTop);
  useLayoutEffect(() => {
    element.current!.scrollTop = first.current;
  }, [element]);
}

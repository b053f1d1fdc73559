/**
 * The ranking table: a grid of fixed-height rows of which only those in view are drawn, moved through by keyboard. The
 * focus stays on the grid; `aria-activedescendant` names the active cell, which is drawn even when it is out of view.
 */
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot place its rows
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RankingView, UnitView } from '../../../../server/src/protocol/preview.ts';
import type { TriedRanking } from '../../../../server/src/protocol/questions.ts';
import { fitted, type GridColumn, leastWidth, tracksOf } from './columns.ts';
import { tailWidth, useCuts } from './cut.ts';
import type { Strings } from './english.ts';
import { formatScore } from './format.ts';
import { cellId, cellOf, HeaderRow, isFixed, UnitRow } from './gridRow.tsx';
import { movedCell } from './move.ts';
import { rowHeight, rowsInView, rowsPerPage, slotOf, steadyPlace } from './rows.ts';
import { rankedGroup } from './select.ts';
import { useSame } from './steady.ts';
import { useHeight, useWidth } from './useSize.ts';
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

export function Grid({ units, columns: all, view, ranking, tried, cursor, strings, change, ...asked }: GridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const height = useHeight(grid);
  const width = useWidth(grid);
  const columns = useSame(fitted(all, width));
  const { scrollTop, isMoving, onScroll } = useScrolled(grid, view.scrollTop, at => change({ scrollTop: at }));
  const { cuts, isScrolled } = useCuts(grid, columns.filter(isFixed).length, tracksOf(columns));
  const within = useSame(rankedGroup(ranking, view));

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
    change({ active: { unit: units[row]?.id ?? null, column: columns[column]?.key ?? 'unit' } });
    hasMoved.current = true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = activeRow ?? -1;
    const column = columns[activeColumn]!.key;
    const limits = { nRows: units.length, nColumns: columns.length, page: rowsPerPage(height) };
    const moved = movedCell({ row, column: activeColumn }, event, limits);
    if (moved !== null) activate(moved.row, moved.column);
    else if (event.key === 'F12') asked.goTo(units[row]?.id ?? null, column);
    else if (event.key !== 'Enter' && event.key !== ' ') return;
    else if (row < 0) asked.sortBy(column);
    else asked.explain(units[row]!.id);
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const cell = cellOf(event);
    if (cell === null) return;
    if (cell.row < 0) asked.sortBy(columns[cell.column]!.key);
    else activate(cell.row, cell.column);
  };
  const onDblClick = (event: MouseEvent) => {
    const cell = cellOf(event);
    if (cell === null || cell.row < 0) return;
    const [unit, column] = [units[cell.row]!, columns[cell.column]!];
    if (column.level === null) asked.explain(unit.id);
    else asked.goTo(unit.id, column.key);
  };
  const onFocus = (event: FocusEvent) => {
    const isByKeyboard = grid.current?.matches(':focus-visible');
    if (isByKeyboard && event.target === grid.current && activeRow === null) activate(0, 1);
  };

  const { first, end } = rowsInView(scrollTop, height, units.length);
  const drawn = units.slice(first, end).map((_, index) => first + index);
  const isAside = activeRow !== null && activeRow >= 0 && (activeRow < first || activeRow >= end);
  if (isAside) drawn.push(activeRow);
  const sheet = { '--tracks': `${tracksOf(columns)} ${tailWidth}px`, minWidth: `${leastWidth(columns) + tailWidth}px` };
  const widths = {
    '--rank-width': `${columns[0]!.least}px`,
    '--unit-width': `${columns[1]!.least}px`,
    '--score-width': scoreWidth(ranking),
  };
  return (
    <div class="frame">
      <div
        ref={grid}
        class={`grid ${isScrolled ? 'is-scrolled' : ''} ${isMoving ? 'is-moving' : ''}`}
        role="grid"
        style={widths}
        tabIndex={0}
        aria-label={strings.grid}
        aria-rowcount={units.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={activeRow === null ? undefined : cellId(activeRow, activeColumn)}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDblClick={onDblClick}
        onFocus={onFocus}
        onScroll={onScroll}
      >
        <div class="sheet" role="rowgroup" style={sheet}>
          <HeaderRow
            columns={columns}
            cuts={cuts}
            cursor={cursor}
            sort={view.sort}
            activeColumn={activeRow === -1 ? activeColumn : null}
          />
          <div role="none" class="space" style={{ height: `${units.length * rowHeight}px` }} />
          {drawn.map(row => (
            <UnitRow
              key={isAside && row === activeRow ? 'aside' : slotOf(row, height)}
              row={row}
              unit={units[row]!}
              columns={columns}
              cuts={cuts}
              ranking={ranking}
              within={within}
              tried={tried}
              strings={strings}
              activeColumn={row === activeRow ? activeColumn : null}
            />
          ))}
          {units.length === 0 && <p class="note">{strings.nothingFound}</p>}
        </div>
      </div>
      <WaysAside
        grid={grid}
        cuts={cuts}
        toCursor={cuts[columns.findIndex(({ key }) => key === `level:${cursor}`)] ?? null}
        strings={strings}
      />
    </div>
  );
}

/** Room for the longest score, right of its bar. */
function scoreWidth({ totalRange, decimals }: RankingView): string {
  const places = Math.max(...totalRange.map(end => formatScore(end, decimals).length));
  return `max(50px, ${places}ch)`;
}

interface WaysProps extends Pick<ReturnType<typeof useCuts>, 'cuts'> {
  readonly grid: { readonly current: HTMLDivElement | null };
  /** Where the column of the editor's cursor is, if not in view. */
  readonly toCursor: 'left' | 'right' | null;
  readonly strings: Strings;
}

/** The ways to the columns that are not in view. */
function WaysAside({ grid, cuts, toCursor, strings }: WaysProps) {
  const nAfter = cuts.filter(cut => cut === 'right').length;
  const nBefore = cuts.filter(cut => cut === 'left').length;
  const way = (text: string, words: string, direction: 1 | -1) => (
    <button
      type="button"
      class={`link ${toCursor === (direction === 1 ? 'right' : 'left') ? 'is-cursor' : ''}`}
      title={words}
      aria-label={words}
      onClick={() => scrollAside(grid.current!, direction)}
    >
      {text}
    </button>
  );
  if (nAfter + nBefore === 0) return null;
  return (
    <div class="further">
      {nBefore > 0 && way(`‹ ${nBefore}`, strings.columnsBefore(nBefore), -1)}
      {nAfter > 0 && way(`+${nAfter} ›`, strings.columnsAfter(nAfter), 1)}
    </div>
  );
}

/** By what is in view beside the columns that stay, so that the next columns come. */
function scrollAside(grid: HTMLElement, direction: 1 | -1): void {
  const fixed = [...grid.querySelectorAll<HTMLElement>('[role=columnheader].fixed')];
  const taken = fixed.reduce((sum, { offsetWidth }) => sum + offsetWidth, 0);
  grid.scrollBy({ left: direction * Math.max(100, grid.clientWidth - taken - 100) });
}

/**
 * How far the table is scrolled, in whole rows: between two rows nothing is drawn anew; and whether it moves. Begins where
 * the page was left, and tells where it stays.
 */
function useScrolled(grid: { readonly current: HTMLElement | null }, begin: number, stays: (at: number) => void) {
  const first = useRef(begin);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [scrollTop, setScrollTop] = useState(begin);
  const [isMoving, setMoving] = useState(false);
  useLayoutEffect(() => {
    grid.current!.scrollTop = first.current;
    return () => clearTimeout(timer.current);
  }, [grid]);
  const onScroll = () => {
    const at = grid.current!.scrollTop;
    setScrollTop(steadyPlace(at));
    setMoving(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setMoving(false);
      stays(at);
    }, 200);
  };
  return { scrollTop, isMoving, onScroll };
}

/**
 * Which columns are not wholly in view: half a number is another number, so their cells are not shown. The first columns
 * stay in view and cover what is scrolled under them. Pure but for the hook at the end, which measures.
 */
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';

export type Cut = 'left' | 'right' | null;

export interface Extent {
  readonly left: number;
  readonly width: number;
}

/** Where the ways to columns out of view stand: room in pixels that no column may take (`--tail-width`). */
export const tailWidth = 64;

/** Extents are in the sheet, `left` and `right` bound what is in view of it; a pixel of the padding may be lost. */
export function cutsOf(columns: readonly Extent[], left: number, right: number): readonly Cut[] {
  const spare = 6;
  return columns.map(column => {
    if (column.left + spare < left) return 'left';
    return column.left + column.width - spare > right ? 'right' : null;
  });
}

/** The cut of each column of a grid whose first `nFixed` columns stay in view; measured anew when `key` changes. */
export function useCuts(
  grid: { readonly current: HTMLElement | null },
  nFixed: number,
  key: string,
): { readonly cuts: readonly Cut[]; readonly isScrolled: boolean } {
  const [state, setState] = useState('');
  useLayoutEffect(() => {
    const element = grid.current!;
    const measure = () => setState(JSON.stringify(measuredCuts(element, nFixed)));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    let { scrollLeft } = element;
    const follow = () => {
      if (element.scrollLeft !== scrollLeft) measure();
      ({ scrollLeft } = element);
    };
    element.addEventListener('scroll', follow, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', follow);
    };
  }, [grid, nFixed, key]);
  return useMemo(() => (state === '' ? { cuts: [], isScrolled: false } : JSON.parse(state)), [state]);
}

function measuredCuts(element: HTMLElement, nFixed: number): { cuts: readonly Cut[]; isScrolled: boolean } {
  const cells = [...element.querySelectorAll<HTMLElement>('[role=columnheader]')];
  const fixed = cells.slice(0, nFixed).reduce((sum, cell) => sum + cell.offsetWidth, 0);
  const extents = cells.slice(nFixed).map(cell => ({ left: cell.offsetLeft, width: cell.offsetWidth }));
  const { scrollLeft, clientWidth, scrollWidth } = element;
  const taken = scrollWidth > clientWidth + 1 ? tailWidth : 0;
  const cuts = cutsOf(extents, scrollLeft + fixed, scrollLeft + clientWidth - taken);
  return { cuts: [...cells.slice(0, nFixed).map(() => null), ...cuts], isScrolled: scrollLeft > 0 };
}

/** Which rows of a long table are drawn. Pure; all lengths are in pixels. */

export const rowHeight = 28;
export const headerHeight = 48;

/** Rows that are drawn on both sides of those in view, at least. */
const more = 4;

/** As many rows are drawn at once while the table is scrolled: most frames only move what is drawn. */
const atOnce = 4;

/** Rows `first` (inclusive) to `end` (exclusive) of those in view, with some more on both sides. */
export function rowsInView(
  scrollTop: number,
  viewHeight: number,
  nRows: number,
): { readonly first: number; readonly end: number } {
  const at = steadyPlace(scrollTop);
  const first = Math.max(0, at / rowHeight - more);
  const end = Math.min(nRows, Math.ceil((at + viewHeight) / rowHeight) + atOnce + more);
  return { first: Math.min(first, end), end };
}

/** The same for all places from which the same rows are drawn. */
export function steadyPlace(scrollTop: number): number {
  return scrollTop - (scrollTop % (atOnce * rowHeight));
}

/** Of the elements that show rows, the one that shows this row: as rows come into view they take those that went out. */
export function slotOf(row: number, viewHeight: number): number {
  return row % (Math.ceil(viewHeight / rowHeight) + atOnce + 2 * more);
}

/** Rows that a page key moves by. */
export function rowsPerPage(viewHeight: number): number {
  return Math.max(1, Math.floor((viewHeight - headerHeight) / rowHeight) - 1);
}

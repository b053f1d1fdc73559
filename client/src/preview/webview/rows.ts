/** Which rows of a long table are drawn. Pure; all lengths are in pixels. */

export const rowHeight = 28;
export const headerHeight = 48;

/** Rows that are drawn on both sides of those in view. */
const more = 6;

/** Rows `first` (inclusive) to `end` (exclusive) of those in view, with some more on both sides. */
export function rowsInView(
  scrollTop: number,
  viewHeight: number,
  nRows: number,
): { readonly first: number; readonly end: number } {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - more);
  const end = Math.min(nRows, Math.ceil((scrollTop + viewHeight) / rowHeight) + more);
  return { first: Math.min(first, end), end };
}

/** Of the elements that show rows, the one that shows this row: as rows come into view they take those that went out. */
export function slotOf(row: number, viewHeight: number): number {
  return row % (Math.ceil(viewHeight / rowHeight) + 2 * more + 1);
}

/** Rows that a page key moves by. */
export function rowsPerPage(viewHeight: number): number {
  return Math.max(1, Math.floor((viewHeight - headerHeight) / rowHeight) - 1);
}

/** Where a key takes the active cell of the table. Pure. */

/** Row −1 is the header. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface Limits {
  readonly nRows: number;
  readonly nColumns: number;
  /** Rows that a page key moves by. */
  readonly page: number;
}

/** null: the key does not move. */
export function movedCell(
  place: CellPlace,
  { key, ctrlKey, metaKey }: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean },
  { nRows, nColumns, page }: Limits,
): CellPlace | null {
  const toRow = (row: number) => ({ ...place, row: Math.min(nRows - 1, Math.max(-1, row)) });
  const toColumn = (column: number) => ({ ...place, column: Math.min(nColumns - 1, Math.max(0, column)) });
  const isFar = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowDown':
      return toRow(isFar ? nRows - 1 : place.row + 1);
    case 'ArrowUp':
      return toRow(isFar ? 0 : place.row - 1);
    case 'PageDown':
      return toRow(place.row + page);
    case 'PageUp':
      return toRow(Math.max(0, place.row - page));
    case 'ArrowRight':
      return toColumn(place.column + 1);
    case 'ArrowLeft':
      return toColumn(place.column - 1);
    case 'Home':
      return isFar ? { row: Math.min(0, nRows - 1), column: 0 } : toColumn(0);
    case 'End':
      return isFar ? { row: nRows - 1, column: nColumns - 1 } : toColumn(nColumns - 1);
    default:
      return null;
  }
}

/** Units by indicators as a field of cells, coloured by score or by how the score came about. Pure. */
import type { RankingView } from '../../../../../server/src/protocol/preview.ts';
import { positionIn } from '../format.ts';
import type { Drawing, Ink, Shape } from './drawing.ts';
import { shortened } from './shortened.ts';

export interface HeatSizes {
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Room for the names of units and of indicators. */
  readonly names: number;
  readonly heads: number;
}

export const heatSizes: Readonly<Record<'large' | 'small', HeatSizes>> = {
  large: { cellWidth: 22, cellHeight: 20, names: 132, heads: 124 },
  small: { cellWidth: 8, cellHeight: 6, names: 0, heads: 0 },
};

export interface HeatCell {
  readonly score: number | null;
  /** The letter of `CellsView`. */
  readonly state: string;
}

export interface HeatData {
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly columns: readonly { readonly id: string; readonly name: string; readonly isStrong: boolean }[];
  /** `undefined`: not known yet. */
  readonly cellAt: (row: number, column: number) => HeatCell | undefined;
  readonly scale: RankingView['scale'];
  readonly mode: 'score' | 'state';
  readonly active: { readonly row: number; readonly column: number } | null;
}

/** What is seen of the field: its size, and how far it is scrolled. */
export interface HeatWindow {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
}

export interface CellRange {
  readonly first: number;
  readonly end: number;
}

export function cellsInView(start: number, length: number, cell: number, count: number): CellRange {
  const first = Math.max(0, Math.floor(start / cell));
  return { first: Math.min(first, count), end: Math.min(count, Math.ceil((start + length) / cell)) };
}

/** Cells first; the names stay in view and lie above what is scrolled under them. */
export function heatDrawing(data: HeatData, sizes: HeatSizes, view: HeatWindow): Drawing {
  const { rows, columns, active } = data;
  const { cellWidth, cellHeight, names, heads } = sizes;
  const x = (column: number) => names + column * cellWidth - view.left;
  const y = (row: number) => heads + row * cellHeight - view.top;
  const down = cellsInView(view.top, view.height - heads, cellHeight, rows.length);
  const across = cellsInView(view.left, view.width - names, cellWidth, columns.length);
  const shapes: Shape[] = [];
  const gap = cellHeight > 10 ? 1 : 0;
  for (let row = down.first; row < down.end; row++) {
    for (let column = across.first; column < across.end; column++) {
      const cell = data.cellAt(row, column);
      if (cell === undefined) continue;
      const [left, top] = [x(column), y(row)];
      const size = { width: cellWidth - gap, height: cellHeight - gap };
      shapes.push({ kind: 'box', x: left, y: top, ...size, ink: inkOf(cell, data) });
      if (data.mode === 'score' && cell.score === null && cellHeight > 10) {
        const ink: Ink = cell.state === 'n' ? 'quiet' : 'loss';
        shapes.push({ kind: 'circle', x: left + cellWidth / 2, y: top + cellHeight / 2, radius: 1.8, ink });
      }
    }
  }
  if (active !== null) shapes.push(frame(x(active.column), y(active.row), cellWidth - gap, cellHeight - gap));
  if (names > 0) {
    shapes.push({ kind: 'box', x: 0, y: heads, width: names - 4, height: view.height - heads, ink: 'ground' });
    for (let row = down.first; row < down.end; row++) {
      const isStrong = active?.row === row;
      const text = shortened(rows[row]!.name, names - 14);
      const place = { x: names - 10, y: y(row) + cellHeight / 2, anchor: 'end', size: 12 } as const;
      shapes.push({ kind: 'text', ...place, text, ink: isStrong ? 'text' : 'quiet', isStrong });
    }
  }
  if (heads > 0) {
    shapes.push({ kind: 'box', x: 0, y: 0, width: view.width, height: heads - 2, ink: 'ground' });
    for (let column = across.first; column < across.end; column++) {
      const isStrong = active?.column === column || columns[column]!.isStrong;
      const text = shortened(columns[column]!.name, heads - 16);
      const place = { x: x(column) + cellWidth / 2, y: heads - 8, turned: -90, anchor: 'start', size: 12 } as const;
      shapes.push({ kind: 'text', ...place, text, ink: isStrong ? 'text' : 'quiet', isStrong });
    }
    if (names > 0) shapes.push({ kind: 'box', x: 0, y: 0, width: names - 4, height: heads - 2, ink: 'ground' });
  }
  return { width: view.width, height: view.height, shapes };
}

function inkOf({ score, state }: HeatCell, { mode, scale }: HeatData): Ink {
  if (mode === 'state') return `state-${state}`;
  if (score === null) return 'state-none';
  return `heat-${Math.round(positionIn(score, scale) * 10)}`;
}

function frame(x: number, y: number, width: number, height: number): Shape {
  const path = `M${x - 1} ${y - 1}L${x + width + 1} ${y - 1}L${x + width + 1} ${y + height + 1}L${x - 1} ${y + height + 1}Z`;
  return { kind: 'line', path, ink: 'text', width: 2 };
}

/** All of it, as large as it is. */
export function wholeWindow(data: HeatData, { cellWidth, cellHeight, names, heads }: HeatSizes): HeatWindow {
  return {
    width: names + data.columns.length * cellWidth,
    height: heads + data.rows.length * cellHeight,
    ...{ left: 0, top: 0 },
  };
}

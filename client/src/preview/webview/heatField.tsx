/**
 * The field of the heat map: a canvas that stays in view while an empty sheet as large as the whole field scrolls under
 * it. Arrow keys move the active cell; what it says is told beside the field.
 */
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: the field is moved through by keyboard
// biome-ignore-all lint/a11y/useSemanticElements: it is no set of form fields
// biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: the canvas cannot be focused, its frame is
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CellRange, HeatData, HeatSizes } from './charts/heat.ts';
import { cellsInView, heatDrawing } from './charts/heat.ts';
import { type Colours, coloursOfPage, paint } from './charts/pictureFile.ts';
import { movedCell } from './move.ts';

interface Place {
  readonly row: number;
  readonly column: number;
}

interface HeatFieldProps {
  readonly data: HeatData;
  readonly sizes: HeatSizes;
  readonly version: unknown;
  readonly label: string;
  readonly show: (rows: CellRange) => void;
  readonly choose: (place: Place) => void;
  /** Goes to where the active cell's indicator is written. */
  readonly open: () => void;
}

export function HeatField({ data, sizes, version, label, show, choose, open }: HeatFieldProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(frame);
  const colours = useColours();
  const latest = useRef<() => void>(() => undefined);
  const due = useRef(0);
  const { rows, columns, active } = data;
  const { cellWidth, cellHeight, names, heads } = sizes;

  const drawNow = () => {
    const { scrollLeft, scrollTop } = frame.current!;
    const view = { ...size, left: scrollLeft, top: scrollTop };
    show(cellsInView(scrollTop, size.height - heads, cellHeight, rows.length));
    const context = canvas.current!.getContext('2d')!;
    const ratio = window.devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    paint(heatDrawing(data, sizes, view), context, colours);
  };
  latest.current = drawNow;
  const drawSoon = () => {
    cancelAnimationFrame(due.current);
    due.current = requestAnimationFrame(() => latest.current());
  };
  useLayoutEffect(() => {
    const ratio = window.devicePixelRatio;
    canvas.current!.width = Math.round(size.width * ratio);
    canvas.current!.height = Math.round(size.height * ratio);
    drawNow();
    return () => cancelAnimationFrame(due.current);
  }, [rows, columns, sizes, data.mode, active?.row, active?.column, version, size.width, size.height, colours]);

  const placeAt = ({ offsetX, offsetY }: MouseEvent): Place | null => {
    const { scrollLeft, scrollTop } = frame.current!;
    if (offsetX < names || offsetY < heads) return null;
    const place = {
      row: Math.floor((offsetY - heads + scrollTop) / cellHeight),
      column: Math.floor((offsetX - names + scrollLeft) / cellWidth),
    };
    return place.row < rows.length && place.column < columns.length ? place : null;
  };
  const pointed = (event: MouseEvent) => {
    const place = placeAt(event);
    if (place !== null) choose(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === 'F12') open();
    else {
      const page = Math.max(1, Math.floor((size.height - heads) / cellHeight) - 1);
      const from = active ?? { row: -1, column: 0 };
      const moved = movedCell(from, event, { nRows: rows.length, nColumns: columns.length, page });
      if (moved === null || rows.length === 0 || columns.length === 0) return;
      const place = { ...moved, row: Math.max(0, moved.row) };
      choose(place);
      bringIntoView(frame.current!, place, sizes, size);
    }
    event.preventDefault();
  };

  return (
    <div
      class="heat-field"
      ref={frame}
      role="group"
      aria-label={label}
      tabIndex={0}
      onScroll={drawSoon}
      onKeyDown={onKeyDown}
    >
      <canvas class="heat-canvas" ref={canvas} aria-hidden="true" onClick={pointed} onDblClick={open} />
      <div
        class="heat-sheet"
        style={{
          width: `${names + columns.length * cellWidth}px`,
          height: `${Math.max(0, heads + rows.length * cellHeight - size.height)}px`,
        }}
      />
    </div>
  );
}

function bringIntoView(
  frame: HTMLElement,
  { row, column }: Place,
  { cellWidth, cellHeight, names, heads }: HeatSizes,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const within = (start: number, length: number, cell: number, at: number) =>
    at * cell < start ? at * cell : Math.max(start, (at + 1) * cell - length);
  frame.scrollTo(
    within(frame.scrollLeft, width - names, cellWidth, column),
    within(frame.scrollTop, height - heads, cellHeight, row),
  );
}

function useSize(element: { readonly current: HTMLElement | null }) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const observed = element.current!;
    const observer = new ResizeObserver(() => setSize({ width: observed.clientWidth, height: observed.clientHeight }));
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** Read once, and again when the editor's theme changes. */
function useColours(): Colours {
  const [colours, setColours] = useState<Colours>(() => coloursOfPage());
  useLayoutEffect(() => {
    const observer = new MutationObserver(() => setColours(() => coloursOfPage()));
    observer.observe(document.body, { attributeFilter: ['class', 'data-vscode-theme-id'] });
    observer.observe(document.documentElement, { attributeFilter: ['style'] });
    return () => observer.disconnect();
  }, []);
  return colours;
}

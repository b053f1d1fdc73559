/**
 * A chart as a list of shapes: what is shown, and what is exported, is made of the same list. Colours are inks, named by
 * what they mean; the page's style says which colour each is. Knows neither the page nor any file format.
 */

/** `heat-0` to `heat-10`: from the scale's start to its end. */
export type Ink =
  | 'text'
  | 'quiet'
  | 'line'
  | 'ground'
  | 'gain'
  | 'loss'
  | 'same'
  | 'bar'
  | `tier-${number}`
  | `hue-${number}`
  | `heat-${number}`
  | `state-${string}`;

interface Common {
  /** What the shape stands for: a unit's or an indicator's id. */
  readonly subject?: string;
  /** Said when it is pointed at. */
  readonly title?: string;
  readonly opacity?: number;
}

export type Shape = Common &
  (
    | { readonly kind: 'line'; readonly path: string; readonly ink: Ink; readonly width: number }
    | { readonly kind: 'area'; readonly path: string; readonly ink: Ink }
    | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number; readonly ink: Ink }
    | {
        readonly kind: 'box';
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly height: number;
        readonly ink: Ink;
      }
    | {
        readonly kind: 'text';
        readonly x: number;
        /** Of the middle of the letters. */
        readonly y: number;
        readonly text: string;
        readonly ink: Ink;
        readonly size: number;
        readonly anchor: 'start' | 'middle' | 'end';
        readonly isStrong?: boolean;
        /** In degrees, around (x, y). */
        readonly turned?: number;
      }
  );

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** In this order: later ones lie above. */
  readonly shapes: readonly Shape[];
}

/** A drawing with a heading above it, as it leaves the page. */
export function titled(drawing: Drawing, title: string, note: string): Drawing {
  const [margin, head] = [16, 56];
  const moved = drawing.shapes.map(shape => movedBy(shape, margin, head));
  return {
    width: drawing.width + 2 * margin,
    height: drawing.height + head + margin,
    shapes: [
      { kind: 'text', x: margin, y: 20, text: title, ink: 'text', size: 15, anchor: 'start', isStrong: true },
      { kind: 'text', x: margin, y: 39, text: note, ink: 'quiet', size: 11, anchor: 'start' },
      ...moved,
    ],
  };
}

function movedBy(shape: Shape, x: number, y: number): Shape {
  if (shape.kind === 'line' || shape.kind === 'area') return { ...shape, path: movedPath(shape.path, x, y) };
  return { ...shape, x: shape.x + x, y: shape.y + y };
}

/** Paths are made of M, L, C and A with absolute coordinates, and Z. */
function movedPath(path: string, x: number, y: number): string {
  return path.replaceAll(/([MLCA])([^MLCAZ]*)/g, (_, command: string, list: string) => {
    const numbers = list
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const isEnd = (index: number) => command !== 'A' || index % 7 > 4;
    const isX = (index: number) => (command === 'A' ? index % 7 === 5 : index % 2 === 0);
    const moved = numbers.map((number, index) => (isEnd(index) ? number + (isX(index) ? x : y) : number));
    return command + moved.map(number => Number(number.toFixed(3))).join(' ');
  });
}

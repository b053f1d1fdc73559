/** The framework as rings: each indicator an arc as long as its effective weight. Pure; angles in turns, 0 at the top. */
import type { PreviewReport } from '../../../../../server/src/protocol/preview.ts';
import type { WeightedIndicator } from '../../../../../server/src/protocol/questions.ts';
import { formatShare } from '../format.ts';
import type { Drawing, Shape } from './drawing.ts';

export interface Arc {
  readonly indicator: WeightedIndicator;
  readonly from: number;
  readonly to: number;
  /** Position of its level-1 indicator. */
  readonly branch: number;
}

/** Indicators without an effective weight (bonuses, weights by group) have no arc. */
export function arcsOf(indicators: readonly WeightedIndicator[]): readonly Arc[] {
  const arcs: Arc[] = [];
  /** Where the next child begins, by parent. */
  const next = new Map<string | null, number>([[null, 0]]);
  const branchOf = new Map<string, number>();
  let nBranches = 0;
  for (const indicator of indicators) {
    const { id, parent, effective } = indicator;
    const from = next.get(parent);
    if (effective === null || from === undefined) continue;
    const branch = parent === null ? nBranches++ : branchOf.get(parent)!;
    branchOf.set(id, branch);
    next.set(id, from);
    next.set(parent, from + effective);
    arcs.push({ indicator, from, to: from + effective, branch });
  }
  return arcs;
}

const nHues = 6;
const opacities = [0.9, 0.7, 0.52, 0.4];

interface SunburstOptions {
  /** Stands in the middle. */
  readonly figure: string;
  readonly size: number;
  readonly locale: PreviewReport['locale'];
}

export function sunburst(indicators: readonly WeightedIndicator[], { figure, size, locale }: SunburstOptions): Drawing {
  const arcs = arcsOf(indicators);
  const middle = size / 2;
  const hole = middle * 0.34;
  const nLevels = Math.max(1, ...arcs.map(({ indicator }) => indicator.depth + 1));
  const width = (middle - 2 - hole) / nLevels;
  const rings = arcs.map(({ indicator, from, to, branch }): Shape => {
    const { id, name, depth, effective } = indicator;
    const inner = hole + depth * width;
    return {
      kind: 'area',
      path: ringPath({ from, to, inner, outer: inner + width - 1.5, middle }),
      ink: `hue-${branch % nHues}`,
      opacity: opacities[Math.min(3, depth)]!,
      subject: id,
      title: `${name} ${effective === null ? '' : formatShare(effective, locale)}`,
    };
  });
  const text = { kind: 'text', ink: 'text', anchor: 'middle', isStrong: true } as const;
  return {
    ...{ width: size, height: size },
    shapes: [...rings, { ...text, x: middle, y: middle, text: figure, size: Math.round(size * 0.08) }],
  };
}

interface RingPiece {
  readonly from: number;
  readonly to: number;
  readonly inner: number;
  readonly outer: number;
  readonly middle: number;
}

/** The outline of a piece of a ring as an SVG path around (middle, middle). A whole ring is two halves. */
export function ringPath({ from, to, inner, outer, middle }: RingPiece): string {
  const end = Math.min(to, from + 0.99999);
  const point = (turn: number, radius: number) => {
    const angle = (turn - 0.25) * 2 * Math.PI;
    return `${(middle + radius * Math.cos(angle)).toFixed(3)} ${(middle + radius * Math.sin(angle)).toFixed(3)}`;
  };
  const isLarge = end - from > 0.5 ? 1 : 0;
  return (
    `M${point(from, outer)}A${outer} ${outer} 0 ${isLarge} 1 ${point(end, outer)}` +
    `L${point(end, inner)}A${inner} ${inner} 0 ${isLarge} 0 ${point(from, inner)}Z`
  );
}

/** The framework as rings: each indicator an arc as long as its effective weight. Pure; angles in turns, 0 at the top. */
import type { WeightedIndicator } from '../../../../server/src/protocol/questions.ts';

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

/** The outline of a piece of a ring as an SVG path around (0, 0). A whole ring is two halves. */
export function ringPath(from: number, to: number, inner: number, outer: number): string {
  const end = Math.min(to, from + 0.99999);
  const point = (turn: number, radius: number) => {
    const angle = (turn - 0.25) * 2 * Math.PI;
    return `${(radius * Math.cos(angle)).toFixed(3)} ${(radius * Math.sin(angle)).toFixed(3)}`;
  };
  const isLarge = end - from > 0.5 ? 1 : 0;
  return (
    `M${point(from, outer)}A${outer} ${outer} 0 ${isLarge} 1 ${point(end, outer)}` +
    `L${point(end, inner)}A${inner} ${inner} 0 ${isLarge} 0 ${point(from, inner)}Z`
  );
}

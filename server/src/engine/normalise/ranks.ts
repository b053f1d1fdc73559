/** Ranks among values in order: what `rank`, `borda` and `percentile-rank` share. */
import type { Direction } from '../leafPlan.ts';
import type { Parameter } from '../method.ts';
import type { RankTies } from '../normalisation.ts';
import { nSorted } from '../orderParams.ts';
import type { LeafParams } from '../params.ts';
import { type LineOnto, openLine, pointOn } from './linear.ts';
import type { Scorer } from './method.ts';

export const tiesParameter: Parameter = {
  id: 'ties',
  meaning: {
    en: 'What equal values get of the ranks that they cover: lowest, average or highest.',
    'zh-CN': '相等的值取所占位次中的最低（lowest）、平均（average）或最高（highest）。',
  },
  default: 'lowest',
};

/**
 * Scores by rank among the values `sorted` of what was learned (ascending, not empty), counted from the worst, which is 1. A
 * value that is not among them stands alone, just after those that are worse.
 */
export function rankScorer(
  learned: LeafParams,
  { ties, direction }: { readonly ties: RankTies; readonly direction: Direction },
  line: LineOnto,
): Scorer {
  const n = nSorted(learned);
  const isPositive = direction === 'positive';
  const rankAt = (nLower: number, nEqual: number) => {
    const nWorse = isPositive ? nLower : n - nLower - nEqual;
    return nWorse + (nEqual < 2 ? 1 : rankInTie(ties, nEqual));
  };
  let values: Float64Array | undefined;
  let search: ((value: number) => number) | undefined;
  const scoreOf = (value: number) => {
    values ??= new Float64Array(learned.sorted!);
    search ??= searcher(values);
    const nLower = search(value);
    return pointOn(line, rankAt(nLower, countEqual(values, nLower, value)));
  };
  return line.multipliesFirst ? { scoreOf, among: { learned, rankAt, line } } : { scoreOf };
}

/** The rank itself, less so much. */
export function ranksLess(less: number): LineOnto {
  return { ...openLine(0, { origin: less, sign: 1, height: 1, width: 1 }), span: -1, multipliesFirst: true };
}

function rankInTie(ties: RankTies, nEqual: number): number {
  switch (ties) {
    case 'lowest':
      return 1;
    case 'average':
      return (nEqual + 1) / 2;
    case 'highest':
      return nEqual;
  }
}

/**
 * How many of the sorted values are lower than one. The range is cut into as many slots of equal width as there are
 * values, so that a search looks at the few values of one slot only.
 */
function searcher(values: Float64Array): (value: number) => number {
  const n = values.length;
  const lowest = values[0]!;
  const highest = values[n - 1]!;
  const slotsPerUnit = n / (highest - lowest);
  const factor = Number.isFinite(slotsPerUnit) ? slotsPerUnit : 0;
  const slotOf = (value: number) => Math.min(((value - lowest) * factor) | 0, n - 1);
  const starts = new Int32Array(n + 1).fill(n);
  for (let index = n - 1; index >= 0; index--) starts[slotOf(values[index]!)] = index;
  for (let slot = n - 1; slot >= 0; slot--) if (starts[slot]! > starts[slot + 1]!) starts[slot] = starts[slot + 1]!;
  return value => {
    if (!(value > lowest)) return 0;
    if (value > highest) return n;
    const slot = slotOf(value);
    let from = starts[slot]!;
    let to = starts[slot + 1]!;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (values[middle]! < value) from = middle + 1;
      else to = middle;
    }
    return from;
  };
}

/** How many values from a place on are equal to one. */
function countEqual(values: Float64Array, start: number, value: number): number {
  if (values[start] !== value) return 0;
  if (values[start + 1] !== value) return 1;
  let from = start + 2;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (values[middle] === value) from = middle + 1;
    else to = middle;
  }
  return from - start;
}

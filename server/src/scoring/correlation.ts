/** How alike two rankings of the same units are. Both coefficients are 1 for equal orders and −1 for opposite ones. */

/** Pearson's correlation of the ranks, ties sharing their mean rank (Spearman 1904). `undefined`: fewer than two, or all alike. */
export function spearman(a: readonly number[], b: readonly number[]): number | undefined {
  const [ranksA, ranksB] = [meanRanks(a), meanRanks(b)];
  const mean = (a.length + 1) / 2;
  let [covariance, varianceA, varianceB] = [0, 0, 0];
  for (const [index, rank] of ranksA.entries()) {
    const [x, y] = [rank - mean, ranksB[index]! - mean];
    covariance += x * y;
    varianceA += x * x;
    varianceB += y * y;
  }
  return varianceA === 0 || varianceB === 0 ? undefined : covariance / Math.sqrt(varianceA * varianceB);
}

/**
 * Kendall's τ-b: (concordant − discordant pairs) ÷ √(pairs not tied in a × pairs not tied in b). Counted by merging
 * (Knight 1966), so in n log n. `undefined`: fewer than two, or all alike.
 */
export function kendall(a: readonly number[], b: readonly number[]): number | undefined {
  const order = a.map((_, index) => index).sort((i, j) => a[i]! - a[j]! || b[i]! - b[j]!);
  const pairs = (a.length * (a.length - 1)) / 2;
  const tiedA = tiedPairs(order.map(index => String(a[index])));
  const tiedBoth = tiedPairs(order.map(index => `${a[index]} ${b[index]}`));
  const inOrder = order.map(index => b[index]!);
  const discordant = swapsToSort(inOrder);
  const tiedB = tiedPairs(inOrder.map(String));
  const [freeA, freeB] = [pairs - tiedA, pairs - tiedB];
  if (freeA === 0 || freeB === 0) return undefined;
  return (pairs - tiedA - tiedB + tiedBoth - 2 * discordant) / Math.sqrt(freeA * freeB);
}

function meanRanks(values: readonly number[]): readonly number[] {
  const order = values.map((_, index) => index).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Array<number>(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let position = start; position < end; position++) ranks[order[position]!] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

/** Pairs of equal values. */
function tiedPairs(values: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

/** How many pairs stand in the wrong order; sorts `values`. */
function swapsToSort(values: number[]): number {
  if (values.length < 2) return 0;
  const middle = values.length >> 1;
  const [left, right] = [values.slice(0, middle), values.slice(middle)];
  let swaps = swapsToSort(left) + swapsToSort(right);
  for (let [l, r, at] = [0, 0, 0]; at < values.length; at++) {
    if (r < right.length && (l === left.length || right[r]! < left[l]!)) {
      swaps += left.length - l;
      values[at] = right[r++]!;
    } else values[at] = left[l++]!;
  }
  return swaps;
}

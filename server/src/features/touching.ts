/** The parts of a text that an editor shows. */
import type { TextRange } from '../base/text.ts';
import type { Place, Tree } from '../syntax/tree.ts';

/** Of parts in the order of the text those that touch the range, ends included; all where there are aliases, for what they name may stand anywhere. */
export function touching<T>(
  tree: Tree,
  parts: readonly T[],
  placeOf: (part: T) => Place,
  range: TextRange,
): readonly T[] {
  if (tree.aliasExpansion > 0) return parts;
  let first = 0;
  for (let high = parts.length; first < high; ) {
    const middle = (first + high) >> 1;
    if (tree.rangeOf(placeOf(parts[middle]!)).end < range.start) first = middle + 1;
    else high = middle;
  }
  let after = first;
  while (after < parts.length && tree.rangeOf(placeOf(parts[after]!)).start <= range.end) after++;
  return parts.slice(first, after);
}

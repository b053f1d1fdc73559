/** The parts of a text that an editor shows. */
import type { TextRange } from '../base/text.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Siblings, siblingsUnder } from '../model/siblings.ts';
import type { IndicatorSystem } from '../model/system.ts';
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

/** The indicators that touch the range, parents before children. */
export function indicatorsTouching(tree: Tree, system: IndicatorSystem, range: TextRange): readonly Indicator[] {
  const found: Indicator[] = [];
  const visit = (siblings: readonly Indicator[]) => {
    for (const indicator of touching(tree, siblings, ({ own }) => own.node, range)) {
      found.push(indicator);
      visit(indicator.children ?? []);
    }
  };
  visit(system.top);
  return found;
}

/** The sets of siblings under them, that of level 1 first. */
export function siblingsTouching(tree: Tree, system: IndicatorSystem, range: TextRange): readonly Siblings[] {
  return [undefined, ...indicatorsTouching(tree, system, range)].flatMap(parent => siblingsUnder(system, parent));
}

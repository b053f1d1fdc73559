/** What the rules on computed weights share: weights that came out wrong, with the place where they are asked for. */
import type { Indicator } from '../model/indicator.ts';
import type { Weighting } from '../model/method.ts';
import { nameNode } from '../model/siblings.ts';
import { type ComputedWeights, computedWeights } from '../scoring/computedWeights.ts';
import type { Node } from '../syntax/tree.ts';
import type { DataContext } from './rule.ts';

export interface Weighed extends ComputedWeights {
  /** The definition's. */
  readonly written: Weighting;
  readonly place: Node;
}

export function weighedIn({ system, scoring }: DataContext): readonly Weighed[] {
  if (scoring === undefined) return [];
  return computedWeights(scoring).flatMap(each => {
    const written = (each.parent?.own ?? system.aggregate).weighting;
    return written === undefined ? [] : [{ ...each, written, place: written.method.node }];
  });
}

/** Where a child is named. */
export function relatedTo(child: Indicator | undefined, message: { readonly en: string; readonly 'zh-CN': string }) {
  return child === undefined ? [] : [{ at: nameNode(child), message }];
}

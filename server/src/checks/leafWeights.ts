/** Effective weights of the leaves as the rules judge them: for every group that has weights of its own. */
import { weightGroups } from '../model/siblings.ts';
import type { Indicator, IndicatorSystem } from '../model/system.ts';
import { effectiveWeights } from '../scoring/weights.ts';
import type { Node } from '../syntax/tree.ts';
import { weightPlace } from './words.ts';

export interface LeafWeight {
  readonly leaf: Indicator;
  /** For whom, where weights differ by group. */
  readonly group: string | undefined;
  /** Of the whole index, 0–100. */
  readonly percent: number;
  /** Where the weight stands; where there is none, the leaf. */
  readonly place: Node;
}

/**
 * The leaves that count, for each group; none where shares are not known. A leaf above an unpublished level is none: what
 * is below it is not listed.
 */
export function leafWeights(system: IndicatorSystem): readonly LeafWeight[] {
  const named = weightGroups(system.indicators);
  const groups = named.length === 0 ? [undefined] : named;
  const leaves = countedLeaves(system);
  return groups.flatMap(group => {
    const weights = effectiveWeights(system, group);
    return leaves.flatMap((leaf): LeafWeight[] => {
      const effective = weights.get(leaf.id)?.effective;
      const written = leaf.own.weight;
      const place = (written?.kind === 'by-group' && written.weights.get(group ?? '')?.node) || weightPlace(leaf);
      return effective === undefined ? [] : [{ leaf, group, percent: effective * 100, place }];
    });
  });
}

/** Weights are known by id: of two leaves with one id the first is meant. */
export function countedLeaves(system: IndicatorSystem): readonly Indicator[] {
  return system.indicators.filter(
    indicator =>
      indicator.children === undefined &&
      system.levels[indicator.level]?.unpublished !== true &&
      (system.byId.get(indicator.id)?.[0] ?? indicator) === indicator,
  );
}

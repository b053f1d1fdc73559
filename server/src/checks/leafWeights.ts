/** Effective weights of the leaves as the rules judge them: for every group that has weights of its own. */
import type { Indicator } from '../model/indicator.ts';
import { countLeaves } from '../model/levels.ts';
import { idOf, isLeaf, withGroupWeights } from '../model/select.ts';
import { weightGroups } from '../model/siblings.ts';
import type { IndicatorSystem } from '../model/system.ts';
import { eachEffectiveWeight, effectiveWeights } from '../scoring/weights.ts';
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
 * The leaves that count for at least `least` percent, for each group; none where shares are not known. A leaf above an
 * unpublished level is none: what is below it is not listed.
 */
export function leafWeights(system: IndicatorSystem, least = 0): readonly LeafWeight[] {
  const named = weightGroups(system.framework.having(withGroupWeights));
  const groups = named.length === 0 ? [undefined] : named;
  return groups.flatMap(group => {
    const found: LeafWeight[] = [];
    const add = (leaf: Indicator, effective: number) => {
      const written = leaf.own.weight;
      const place = (written?.kind === 'by-group' && written.weights.get(group ?? '')?.node) || weightPlace(leaf);
      found.push({ leaf, group, percent: effective * 100, place });
    };
    if (areIdsUnique(system)) {
      eachEffectiveWeight(
        system,
        { group, goesBelow: (_, effective) => effective * 100 >= least },
        (indicator, { effective }) => {
          if (isCounted(indicator, system)) add(indicator, effective);
        },
      );
    } else {
      const weights = effectiveWeights(system, group);
      for (const leaf of leavesOfIds(system)) {
        const effective = weights.get(leaf.id)?.effective;
        if (effective !== undefined) add(leaf, effective);
      }
    }
    return found;
  });
}

/** How many leaves count. */
export function numberOfLeaves(system: IndicatorSystem): number {
  return areIdsUnique(system) ? countLeaves(system) : leavesOfIds(system).length;
}

function areIdsUnique(system: IndicatorSystem): boolean {
  return system.framework.sharing(idOf).length === 0;
}

/** Weights are known by id: of two leaves with one id the first is meant. */
function leavesOfIds(system: IndicatorSystem): readonly Indicator[] {
  return system.indicators.filter(
    indicator => isCounted(indicator, system) && (system.byId.get(indicator.id)?.[0] ?? indicator) === indicator,
  );
}

function isCounted({ own, level }: Indicator, { levels }: IndicatorSystem): boolean {
  return isLeaf(own) && levels[level]?.unpublished !== true;
}

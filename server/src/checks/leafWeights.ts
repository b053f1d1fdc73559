/** Effective weights of the leaves as the rules judge them: for every group that has weights of its own. */
import { toNumber } from '../base/decimal.ts';
import type { Indicator } from '../model/indicator.ts';
import { countLeaves } from '../model/levels.ts';
import { idOf, isLeaf, withGroupWeights } from '../model/select.ts';
import { weightGroups } from '../model/siblings.ts';
import type { Fold, IndicatorSystem } from '../model/system.ts';
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

/** Between what bounds the percentages of the leaves lie, each as near as is known without looking at all of them. */
export function leafWeightBounds(system: IndicatorSystem): { readonly least: number; readonly most: number } {
  const below = system.framework.fold(shareBounds);
  const { least, most } = boundsOf(system.top, system.aggregate.weighting !== undefined, below);
  return { least: least * 100, most: most * 100 };
}

/** Between what bounds the shares lie that the leaves below an indicator have of it. Of a leaf: 1. */
const shareBounds: Fold<ShareBounds> = {
  of: ({ own, children }, below) =>
    children === undefined ? whole : boundsOf(children, own.weighting !== undefined, below),
  equal: (one, other) => one.least === other.least && one.most === other.most,
};

interface ShareBounds {
  readonly least: number;
  readonly most: number;
}

const whole: ShareBounds = { least: 1, most: 1 };
const unknown: ShareBounds = { least: 0, most: 1 };

function boundsOf(members: readonly Indicator[], isComputed: boolean, below: readonly ShareBounds[]): ShareBounds {
  if (isComputed) return unknown;
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let index = 0; index < members.length; index++) {
    const { bonus, weight } = members[index]!.own;
    const decimal = weight?.kind === 'single' ? weight.weight.value.value : undefined;
    const number = decimal === undefined ? -1 : toNumber(decimal);
    if (bonus !== undefined) continue;
    if (number < 0) return unknown;
    sum += number;
    least = Math.min(least, number * below[index]!.least);
    most = Math.max(most, number * below[index]!.most);
  }
  return sum > 0 ? { least: least / sum, most: most / sum } : unknown;
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

/** Effective weights of the leaves as the rules judge them: for every group that has weights of its own. */
import { toNumber } from '../base/decimal.ts';
import type { Indicator, IndicatorText } from '../model/indicator.ts';
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

/** Only leaves that may count for at least so many percent, or for at most so many, are asked for: others may lack. */
interface Limits {
  readonly least?: number;
  readonly most?: number;
}

/**
 * The leaves, for each group; none where shares are not known. A leaf above an unpublished level is none: what is below
 * it is not listed.
 */
export function leafWeights(system: IndicatorSystem, { least = 0, most = 100 }: Limits = {}): readonly LeafWeight[] {
  const named = weightGroups(system.framework.having(withGroupWeights));
  const groups = named.length === 0 ? [undefined] : named;
  return groups.flatMap(group => {
    const found: LeafWeight[] = [];
    const mayBeLittle = (above: Indicator, effective: number) =>
      most >= 100 || effective * system.framework.foldOf(shareBounds, above).least * 100 <= most;
    const add = (leaf: Indicator, effective: number) => {
      const written = leaf.own.weight;
      const place = (written?.kind === 'by-group' && written.weights.get(group ?? '')?.node) || weightPlace(leaf);
      found.push({ leaf, group, percent: effective * 100, place });
    };
    if (areIdsUnique(system)) {
      eachEffectiveWeight(
        system,
        { group, goesBelow: (above, effective) => effective * 100 >= least && mayBeLittle(above, effective) },
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
  const { least, most } = boundsOf(system.framework.fold(shareBounds), system.aggregate.weighting !== undefined);
  return { least: least * 100, most: most * 100 };
}

interface ShareBounds {
  readonly least: number;
  readonly most: number;
}

/** Between what bounds the shares lie that the leaves below an indicator have of it, of a leaf 1; and its own weight. */
interface WeighedBounds extends ShareBounds {
  /** NaN where it is not one number; `undefined` for a bonus, which shares nothing. */
  readonly weight: number | undefined;
}

const shareBounds: Fold<WeighedBounds> = {
  of: ({ own, children }, below) => {
    const { least, most } = children === undefined ? whole : boundsOf(below, own.weighting !== undefined);
    return { least, most, weight: own.bonus === undefined ? numberOf(own) : undefined };
  },
  equal: (one, other) => one.least === other.least && one.most === other.most && Object.is(one.weight, other.weight),
};

const whole: ShareBounds = { least: 1, most: 1 };
const unknown: ShareBounds = { least: 0, most: 1 };

function numberOf({ weight }: IndicatorText): number {
  const decimal = weight?.kind === 'single' ? weight.weight.value.value : undefined;
  return decimal === undefined ? Number.NaN : toNumber(decimal);
}

function boundsOf(members: readonly WeighedBounds[], isComputed: boolean): ShareBounds {
  if (isComputed) return unknown;
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const { weight, least: leastBelow, most: mostBelow } of members) {
    if (weight === undefined) continue;
    if (!(weight >= 0)) return unknown;
    sum += weight;
    least = Math.min(least, weight * leastBelow);
    most = Math.max(most, weight * mostBelow);
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

/** Levels of the framework: how many indicators stand at one, declared and listed. */
import type { Indicator } from './indicator.ts';
import type { Fold, IndicatorSystem, Selection } from './system.ts';

/** How many of an indicator and all below it stand at one level. */
interface LevelTally {
  readonly level: number;
  readonly nListed: number;
  /** By the `count` of unpublished aggregates above. */
  readonly nDeclared: number;
  readonly nLeaves: number;
}

/** One for each level. */
const tally: Fold<readonly LevelTally[]> = {
  of: (indicator, below) => {
    const { level, children, own } = indicator;
    const listed = { level, nListed: 1, nDeclared: 0, nLeaves: children === undefined ? 1 : 0 };
    const isUnlisted = children?.length === 0 && own.unpublished?.value === true;
    const nDeclared = isUnlisted ? (own.count?.value ?? 0) : 0;
    if (nDeclared > 0) return [listed, { level: level + 1, nListed: 0, nDeclared, nLeaves: 0 }];
    return total(below, [listed]);
  },
  equal: (one, other) =>
    one.length === other.length &&
    one.every((each, index) => {
      const { level, nListed, nDeclared, nLeaves } = other[index]!;
      const isSameLevel = each.level === level && each.nListed === nListed;
      return isSameLevel && each.nDeclared === nDeclared && each.nLeaves === nLeaves;
    }),
};

/** `sums`: what there is to begin with. */
function total(tallies: readonly (readonly LevelTally[])[], sums: Mutable<LevelTally>[] = []): readonly LevelTally[] {
  for (const each of tallies) for (const tally of each) addTo(sums, tally);
  return sums;
}

/** There are few levels. */
function addTo(sums: Mutable<LevelTally>[], tally: LevelTally): void {
  for (const sum of sums) {
    if (sum.level !== tally.level) continue;
    sum.nListed += tally.nListed;
    sum.nDeclared += tally.nDeclared;
    sum.nLeaves += tally.nLeaves;
    return;
  }
  sums.push({ ...tally });
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function tallyOf({ framework }: IndicatorSystem): readonly LevelTally[] {
  return total(framework.fold(tally));
}

/** Indicators at a level: those listed, and those that an unpublished aggregate above declares by `count`. */
export function countAtLevel(system: IndicatorSystem, level: number): number {
  const found = tallyOf(system).find(each => each.level === level);
  return found === undefined ? 0 : found.nListed + found.nDeclared;
}

/** Leaves, but for those above an unpublished level: what is below them is not listed. */
export function countLeaves(system: IndicatorSystem): number {
  const { levels } = system;
  return tallyOf(system).reduce((sum, { level, nLeaves }) => sum + (levels[level]?.unpublished ? 0 : nLeaves), 0);
}

/** The deepest level at which an indicator stands; 0 where there is none. */
export function deepestLevel(system: IndicatorSystem): number {
  return tallyOf(system).reduce((most, { level, nListed }) => (nListed > 0 ? Math.max(most, level) : most), 0);
}

const unpublished: Selection = own => own.unpublished?.value === true;

/** Whether indicators may stand at a level that the file neither lists nor counts: part of it is unpublished. */
export function hasUncounted(system: IndicatorSystem, level: number): boolean {
  if (system.levels[level - 1]?.unpublished === true) return true;
  return system.framework
    .having(unpublished)
    .some(({ level: above, own }) => above < level && (above + 1 < level || own.count === undefined));
}

/** Whether the indicators below one are only partly listed: it or the level below is unpublished. `undefined`: level 1. */
export function isPartlyListed(system: IndicatorSystem, parent: Indicator | undefined): boolean {
  return parent?.own.unpublished?.value === true || system.levels[parent?.level ?? 0]?.unpublished === true;
}

/**
 * Leaves that by the declared counts belong one level lower than they stand: a level lists more than declared, the next
 * one as many fewer, and exactly so many leaves stand beside aggregates, or below level 1 anywhere.
 */
export function skippedLeaves(system: IndicatorSystem): readonly Indicator[] {
  return system.levels.flatMap(({ count: here }, index) => {
    const level = index + 1;
    const below = system.levels[level]?.count;
    if (here === undefined || below === undefined) return [];
    const surplus = countAtLevel(system, level) - here.value;
    if (surplus <= 0 || below.value - countAtLevel(system, level + 1) !== surplus) return [];
    const leaves = system.indicators.filter(indicator => indicator.level === level && mayBeLower(indicator));
    const candidates = [leaves.filter(leaf => isBesideAggregates(leaf, system)), level > 1 ? leaves : []];
    return candidates.find(({ length }) => length === surplus) ?? [];
  });
}

function mayBeLower({ children, own }: Indicator): boolean {
  return children === undefined && own.declaredLevel === undefined && own.bonus === undefined;
}

function isBesideAggregates({ parent }: Indicator, system: IndicatorSystem): boolean {
  const siblings = parent === undefined ? system.top : (parent.children ?? []);
  return siblings.some(sibling => sibling.children !== undefined);
}

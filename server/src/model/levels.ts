/** Levels of the framework: how many indicators stand at one, declared and listed. */
import type { Indicator } from './indicator.ts';
import { selection } from './select.ts';
import type { Fold, IndicatorSystem } from './system.ts';

/** Of an indicator and all below it: how many stand at each level, and how deep the deepest. */
interface Tally {
  /** Those listed, and those that an unpublished aggregate above declares by `count`. */
  readonly byLevel: ReadonlyMap<number, number>;
  readonly deepest: number;
  readonly leavesByLevel: ReadonlyMap<number, number>;
}

const tally: Fold<Tally> = {
  of: (indicator, below) => {
    const { level, children, own: text } = indicator;
    const isUnlisted = children?.length === 0 && text.unpublished?.value === true;
    const declared = isUnlisted ? (text.count?.value ?? 0) : 0;
    const byLevel = new Map([[level, 1], ...(declared === 0 ? [] : [[level + 1, declared] as const])]);
    const leavesByLevel = new Map(children === undefined ? [[level, 1]] : []);
    const own = { byLevel, deepest: level, leavesByLevel };
    return below.length === 0 ? own : total([own, ...below]);
  },
};

function total(tallies: readonly Tally[]): Tally {
  return {
    byLevel: added(tallies.map(({ byLevel }) => byLevel)),
    deepest: tallies.reduce((most, { deepest }) => Math.max(most, deepest), 0),
    leavesByLevel: added(tallies.map(({ leavesByLevel }) => leavesByLevel)),
  };
}

function added(counts: readonly ReadonlyMap<number, number>[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const each of counts) for (const [level, count] of each) sums.set(level, (sums.get(level) ?? 0) + count);
  return sums;
}

/** Indicators at a level: those listed, and those that an unpublished aggregate above declares by `count`. */
export function countAtLevel({ framework }: IndicatorSystem, level: number): number {
  return framework.fold(tally).reduce((sum, { byLevel }) => sum + (byLevel.get(level) ?? 0), 0);
}

/** Leaves, but for those above an unpublished level: what is below them is not listed. */
export function countLeaves({ framework, levels }: IndicatorSystem): number {
  const { leavesByLevel } = total(framework.fold(tally));
  return [...leavesByLevel].reduce((sum, [level, count]) => sum + (levels[level]?.unpublished ? 0 : count), 0);
}

/** The deepest level at which an indicator stands; 0 where there is none. */
export function deepestLevel({ framework }: IndicatorSystem): number {
  return total(framework.fold(tally)).deepest;
}

const unpublished = selection(own => own.unpublished?.value === true);

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

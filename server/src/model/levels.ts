/** Levels of the framework: how many indicators stand at one, declared and listed. */
import type { Indicator, IndicatorSystem } from './system.ts';

/** Indicators at a level: those listed, and those that an unpublished aggregate above declares by `count`. */
export function countAtLevel(system: IndicatorSystem, level: number): number {
  return system.indicators.reduce((total, indicator) => {
    const own = indicator.level === level ? 1 : 0;
    const isUnlisted = indicator.children?.length === 0 && indicator.own.unpublished?.value === true;
    const declared = isUnlisted && indicator.level + 1 === level ? (indicator.own.count?.value ?? 0) : 0;
    return total + own + declared;
  }, 0);
}

/** Whether indicators may stand at a level that the file neither lists nor counts: part of it is unpublished. */
export function hasUncounted(system: IndicatorSystem, level: number): boolean {
  if (system.levels[level - 1]?.unpublished === true) return true;
  return system.indicators.some(({ level: above, own }) => {
    if (own.unpublished?.value !== true || above >= level) return false;
    return above + 1 < level || own.count === undefined;
  });
}

/** Whether the indicators below one are only partly listed: it or the level below is unpublished. `undefined`: level 1. */
export function isPartlyListed(system: IndicatorSystem, parent: Indicator | undefined): boolean {
  return parent?.own.unpublished?.value === true || system.levels[parent?.level ?? 0]?.unpublished === true;
}

/**
 * Leaves that by the declared counts belong one level lower than they stand: a level lists more than declared, the next
 * one as many fewer, and exactly so many leaves stand beside aggregates.
 */
export function skippedLeaves(system: IndicatorSystem): readonly Indicator[] {
  return system.levels.flatMap(({ count: here }, index) => {
    const level = index + 1;
    const below = system.levels[level]?.count;
    if (here === undefined || below === undefined) return [];
    const surplus = countAtLevel(system, level) - here.value;
    if (surplus <= 0 || below.value - countAtLevel(system, level + 1) !== surplus) return [];
    const candidates = system.indicators.filter(
      indicator => indicator.level === level && mayBeLower(indicator, system),
    );
    return candidates.length === surplus ? candidates : [];
  });
}

function mayBeLower({ children, parent, own }: Indicator, system: IndicatorSystem): boolean {
  if (children !== undefined || own.declaredLevel !== undefined || own.bonus !== undefined) return false;
  const siblings = parent === undefined ? system.top : (parent.children ?? []);
  return siblings.some(sibling => sibling.children !== undefined);
}

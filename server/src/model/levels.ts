/** Levels of the framework: how many indicators stand at one, declared and listed. */
import type { IndicatorSystem } from './system.ts';

/** Indicators at a level: those listed, and those that an unpublished aggregate above declares by `count`. */
export function countAtLevel(system: IndicatorSystem, level: number): number {
  return system.indicators.reduce((total, indicator) => {
    const own = indicator.level === level ? 1 : 0;
    const isUnlisted = indicator.children?.length === 0 && indicator.own.unpublished?.value === true;
    const declared = isUnlisted && indicator.level + 1 === level ? (indicator.own.count?.value ?? 0) : 0;
    return total + own + declared;
  }, 0);
}

/** Indicators by what they say, found without looking at all of them (`IndicatorSystem.framework`). */
import type { IndicatorText } from './indicator.ts';
import { withIndicators } from './someIndicators.ts';
import type { IndicatorSystem, KeysOf, Selection } from './system.ts';

/** A constant of its module: what is known of a selection is remembered under it. */
export function selection(isMeant: (own: IndicatorText) => boolean): Selection {
  return { isMeant, any: { of: ({ own }, below) => isMeant(own) || below.includes(true) } };
}

export function isAny({ framework }: IndicatorSystem, { any }: Selection): boolean {
  return framework.fold(any).includes(true);
}

/** The system as if the indicators that are meant were all. */
export function narrowedTo(system: IndicatorSystem, meant: Selection): IndicatorSystem {
  return withIndicators(system, system.framework.having(meant));
}

/** A leaf has neither indicators nor a key for them, and is no aggregate whose indicators are unpublished. */
export function isLeaf({ childrenEntry, unpublished }: IndicatorText): boolean {
  return childrenEntry === undefined && unpublished?.value !== true;
}

export const idOf: KeysOf = ({ id }) => (id === undefined ? [] : [id.value]);

export const withBonus = selection(({ bonus }) => bonus !== undefined);
export const withId = selection(({ id }) => id !== undefined);
export const withGroupWeights = selection(({ weight }) => weight?.kind === 'by-group');
export const withComputedWeights = selection(({ weighting }) => weighting !== undefined);

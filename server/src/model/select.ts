/** Indicators by what they say, found without looking at all of them (`IndicatorSystem.framework`). */
import type { IndicatorText } from './indicator.ts';
import { withIndicators } from './someIndicators.ts';
import type { IndicatorSystem, KeysOf, Selection } from './system.ts';

/** The system as if the indicators that are meant were all. */
export function narrowedTo(system: IndicatorSystem, meant: Selection): IndicatorSystem {
  return withIndicators(system, system.framework.having(meant));
}

/** A leaf has neither indicators nor a key for them, and is no aggregate whose indicators are unpublished. */
export function isLeaf({ childrenEntry, unpublished }: IndicatorText): boolean {
  return childrenEntry === undefined && unpublished?.value !== true;
}

export const idOf: KeysOf = ({ id }) => (id === undefined ? [] : [id.value]);

export const withBonus: Selection = ({ bonus }) => bonus !== undefined;
export const withId: Selection = ({ id }) => id !== undefined;
export const withGroupWeights: Selection = ({ weight }) => weight?.kind === 'by-group';
export const withComputedWeights: Selection = ({ weighting }) => weighting !== undefined;

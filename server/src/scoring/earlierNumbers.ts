/** What an indicator's method learned in the edition before, for this one to keep. Knows nothing of where editions lie. */
import type { LeafParams, Normalisation, Standardisation } from '../engine/plan.ts';
import type { Indicator } from '../model/system.ts';

/** Of the same indicator (`undefined`: the index) in the edition before; `undefined` where it learned nothing. */
export type EarlierNumbers = (indicator: Indicator | undefined) => LearnedNumbers | undefined;

export interface LearnedNumbers {
  readonly method: (Normalisation | Standardisation)['method'];
  readonly numbers: LeafParams;
}

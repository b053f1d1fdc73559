/** What an indicator's method learned in the edition before, for this one to keep. Knows nothing of where editions lie. */
import type { Standardisation } from '../engine/aggregatePlan.ts';
import type { Normalisation } from '../engine/normalisation.ts';
import type { LeafParams } from '../engine/params.ts';
import type { Indicator } from '../model/indicator.ts';

/** Of the same indicator (`undefined`: the index) in the edition before; `undefined` where it learned nothing. */
export type EarlierNumbers = (indicator: Indicator | undefined) => LearnedNumbers | undefined;

export interface LearnedNumbers {
  readonly method: (Normalisation | Standardisation)['method'];
  readonly numbers: LeafParams;
}

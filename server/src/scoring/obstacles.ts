/**
 * What of a definition could not be read or cannot be honoured, by what it would make wrong. The model leaves such
 * things out; a score without them would be a silent wrong number, so what they concern is not scored.
 */
import type { LocalText } from '../base/locale.ts';
import type { Indicator } from '../model/indicator.ts';

export interface Obstacles {
  readonly indicators: ReadonlyMap<Indicator, LocalText>;
  /** Something that every total depends on. */
  readonly totals: LocalText | undefined;
  readonly tiers: LocalText | undefined;
}

export const noObstacles: Obstacles = { indicators: new Map(), totals: undefined, tiers: undefined };

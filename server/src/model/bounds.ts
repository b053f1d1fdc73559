/** Bounds as they are written, of tiers and of conditions on the score, and on which side of them the better totals are. */
import type { Decimal } from '../base/decimal.ts';
import type { Node } from '../syntax/tree.ts';
import { read, type Written } from './written.ts';

export const boundKeys = ['atLeast', 'above', 'atMost', 'below'] as const;
export type BoundKey = (typeof boundKeys)[number];

export const boundSigns: Readonly<Record<BoundKey, string>> = { atLeast: '≥', above: '>', atMost: '≤', below: '<' };

export type Bounded<Value> = { readonly [Key in BoundKey]: Written<Value> | undefined };

export function readBounds<Value>(node: Node | undefined, reader: (node: Node) => Value | undefined): Bounded<Value> {
  const bound = (key: BoundKey) => read(node, key, reader);
  return { atLeast: bound('atLeast'), above: bound('above'), atMost: bound('atMost'), below: bound('below') };
}

/** A system: all that is asked of it here. */
interface Ranked {
  readonly ranking: { readonly best: Written<string> | undefined };
}

/** The totals that rank first. */
export function bestOf({ ranking }: Ranked): 'highest' | 'lowest' {
  return ranking.best?.value === 'lowest' ? 'lowest' : 'highest';
}

/** Tiers stand from the best, so each is bounded where the worse ones begin. */
export const tierBounds = {
  highest: ['atLeast', 'above'],
  lowest: ['atMost', 'below'],
} as const satisfies Record<ReturnType<typeof bestOf>, readonly BoundKey[]>;

export interface Bound extends Written<Decimal> {
  readonly key: BoundKey;
  /** Whether the bound itself is not in the tier. */
  readonly isOpen: boolean;
}

/** Of two the first counts; one on the other side does not. */
export function boundOf(tier: Bounded<Decimal>, system: Ranked): Bound | undefined {
  const key = tierBounds[bestOf(system)].find(each => tier[each] !== undefined);
  return key && { ...tier[key]!, key, isOpen: key === 'above' || key === 'below' };
}

/** What a scoring gives before anything is ranked: every unit’s numbers, from raw value to total. */
import type { Column } from './column.ts';
import type { LeafStep } from './leafPlan.ts';

export interface Scores {
  /** Raw values of the leaves after categories, steps, checklist; by node index (aggregates: `undefined`). */
  readonly raw: readonly (Column | undefined)[];
  /** In the order of the plan, the leaves' values after each step that any leaf has; `undefined` for leaves without it. */
  readonly steps: readonly { readonly step: LeafStep; readonly columns: readonly (Column | undefined)[] }[];
  /** The leaves' values after all steps: those that are normalised; by node index. */
  readonly prepared: readonly (Column | undefined)[];
  /** 1 where a unit may be ranked. */
  readonly eligible: Uint8Array;
  /** Scores of every node on the scale, by node index. */
  readonly nodes: readonly Column[];
  /** Number of values that the method truncated, by node index. */
  readonly truncated: Readonly<Record<number, number>>;
  /** By node index, where values or scores may be filled: the reason that a filled one replaced, 0 where none was filled. */
  readonly imputed: readonly (Uint8Array | undefined)[];
  /** By node index, where aggregates are standardised: their scores before. */
  readonly unstandardised: readonly (Column | undefined)[];
  /** By node index, where weight is spread: the share of the node's weight, 0–1, that applies to each unit. */
  readonly weightLeft: readonly (Float64Array | undefined)[];
  /** What each adjustment did to each unit, in points of the total (0 where nothing), by adjustment. */
  readonly adjustments: readonly Float64Array[];
  /** Totals after the adjustments, not rounded. */
  readonly totals: Column;
  /** Tier that a veto set, or −1; `undefined`: none sets any. */
  readonly vetoedTier: Int16Array | undefined;
}

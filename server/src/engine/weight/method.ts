/** What a weighting is: it makes weights of the children's scores, or of judgements. Knows nothing of who asked for them. */
import type { Weighting } from '../aggregatePlan.ts';
import type { Column } from '../column.ts';
import type { MethodRecord } from '../method.ts';
import type { Range } from '../normalisation.ts';

export interface WeightMethod<Spec extends Weighting = Weighting> extends MethodRecord {
  readonly id: Spec['method'];
  /** Whether the weights need the children's scores; otherwise the specification is enough. */
  readonly needsScores: boolean;
  /** Weights of two or more children, one each; any positive scale. */
  weigh(spec: Spec, situation: WeightSituation): Weighed;
  /** Run as a test of every method: the scores of each child, `null` where there is none. */
  readonly example: {
    readonly weighting: Spec;
    readonly children: readonly (readonly (number | null)[])[];
    /** 0–1, they sum to 1. */
    readonly shares: readonly number[];
  };
}

export interface WeightSituation {
  readonly nChildren: number;
  /** The children's scores, one column each; empty where the method does not need them. */
  readonly children: readonly Column[];
  readonly scale: Range;
  /** The parent's scores under other weights of its children. */
  readonly scoreParent: (weights: readonly number[]) => Column;
}

export type Weighed =
  | {
      readonly weights: readonly number[];
      /** What came out beside the weights (`n` units, `lambda`, `eigenvalue`…), for the record. */
      readonly figures?: Readonly<Record<string, number>>;
    }
  | NoWeights;

export interface NoWeights {
  readonly reason: WeightReason;
  /** Position of the child at fault, where it is one. */
  readonly child?: number;
}

/** Why there are no weights. */
export type WeightReason =
  | 'too-few-values' // a child has fewer values, or there are fewer complete units, than the method needs
  | 'constant' // a child’s values are all equal
  | 'non-positive' // a value or a mean is below what the method can take
  | 'no-information' // every weight comes to 0
  | 'uncorrelated' // a child has nothing in common with the others, or with the parent
  | 'ambiguous' // two components explain as much: neither is the first
  | 'negative' // a weight would be negative
  | 'not-connected' // the judgements do not compare all children, directly or through others
  | 'not-converged'
  | 'overflow';

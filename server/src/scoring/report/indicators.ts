/** The framework as plain data: what each indicator counts, how its weight came about, and what was learned for it. */
import { toNumber } from '../../base/decimal.ts';
import type { Locale } from '../../base/locale.ts';
import type { ImputeParams, LeafParams } from '../../engine/params.ts';
import type { Indicator } from '../../model/indicator.ts';
import { computedShares, computedWeights, methodsOf } from '../computedWeights.ts';
import { textOf } from '../names.ts';
import type { Scoring } from '../score.ts';
import { effectiveWeights } from '../weights.ts';
import { type TreatmentReport, treatmentOf } from './preparation.ts';

export interface IndicatorReport {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly parent: string | null;
  readonly isLeaf: boolean;
  /** Among its siblings, 0–1, and down from the index; `null` for bonuses and where weights differ by group. */
  readonly share: number | null;
  readonly effective: number | null;
  /** `written`, `implied` (equal, for none is written), `bonus`, or how it was computed: `ahp`, `entropy × weight`… */
  readonly weightSource: string;
  readonly bonusCap: number | null;
  /** What was learned from the data. */
  readonly params: LeafParams | null;
  /** How many values goalposts truncated. */
  readonly truncated: number;
  /** What imputation and outlier treatment learned, and which values were moved; `null` where the leaf has no such step. */
  readonly imputation: ImputeParams | null;
  readonly treatment: TreatmentReport | null;
}

/** Weights that were computed: the record of how. */
export interface WeightingReport {
  /** `null`: the index. */
  readonly parent: string | null;
  readonly method: string;
  /** By group of units where weights differ by group, else under `""`; of each child, 0–1. `null`: there are none. */
  readonly shares: Readonly<Record<string, Readonly<Record<string, number>>>> | null;
  /** `n` units, `lambda`, `eigenvalue`…: what came out beside the weights. */
  readonly figures: Readonly<Record<string, number>>;
  /** Why there are none. */
  readonly reason: string | null;
}

export function indicatorReports(
  scoring: Scoring,
  indicators: readonly Indicator[],
  locale: Locale,
): readonly IndicatorReport[] {
  const { system, compiled, params, scores } = scoring;
  const weights = effectiveWeights(system, undefined, computedShares(scoring));
  const sourceOf = weightSources(scoring);
  return indicators.map(indicator => {
    const { id, own, level, parent, children } = indicator;
    const node = compiled.nodeOf.get(indicator);
    const cap = own.bonus?.cap;
    return {
      id,
      name: textOf(own.name?.value, locale) ?? id,
      level,
      parent: parent?.id ?? null,
      isLeaf: children === undefined,
      share: weights.get(id)?.share ?? null,
      effective: weights.get(id)?.effective ?? null,
      weightSource: sourceOf(indicator),
      bonusCap: cap === undefined ? null : toNumber(cap.value),
      params: (node === undefined ? undefined : params.leaves[node]) ?? null,
      truncated: (node === undefined ? undefined : scores.truncated[node]) ?? 0,
      imputation: (node === undefined ? undefined : params.preparation?.impute[node]) ?? null,
      treatment: node === undefined ? null : treatmentOf(scoring, node),
    };
  });
}

function weightSources(scoring: Scoring): (indicator: Indicator) => string {
  const computed = new Map(
    computedWeights(scoring).flatMap(({ children, weighting }) =>
      children.map(child => [child, methodsOf(weighting)] as const),
    ),
  );
  return indicator => {
    if (indicator.own.bonus !== undefined) return 'bonus';
    return computed.get(indicator) ?? (indicator.own.weight === undefined ? 'implied' : 'written');
  };
}

export function weightingReports(scoring: Scoring): readonly WeightingReport[] {
  const { weightGroups } = scoring.compiled;
  return computedWeights(scoring).map(({ parent, weighting, children, shares, figures, reason }) => {
    const byChild = (set: readonly number[]) => Object.fromEntries(children.map(({ id }, child) => [id, set[child]!]));
    return {
      parent: parent?.id ?? null,
      method: methodsOf(weighting),
      shares:
        shares === undefined
          ? null
          : Object.fromEntries(weightGroups.map((group, position) => [group ?? '', byChild(shares[position]!)])),
      figures,
      reason: reason ?? null,
    };
  });
}

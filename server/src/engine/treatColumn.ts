/**
 * Outlier treatment of a column: winsorise until it passes, and if it still does not, transform it. After COINr's Treat.
 * What was learned is plain JSON and treats every value by itself. Knows nothing of what comes before and after.
 */
import { type Column, codes, type Reason, writeNumber, writeReason } from './column.ts';
import type { Transformation, Treatment } from './leafPlan.ts';
import type { TreatParams } from './params.ts';
import { transformMethods } from './treat/index.ts';
import type { TransformParams } from './treat/method.ts';
import { type Moments, momentsOf, passes } from './treat/moments.ts';
import { type Winsorised, winsorisedValue, winsoriseSorted } from './treat/winsorise.ts';

/** What the values that are present teach; in any order. No change where the column passes as it is. */
export function learnTreatment(treatment: Treatment, values: Float64Array): TreatParams {
  const sorted = values.slice().sort();
  const before = momentsOf(sorted);
  const base: TreatParams = { n: sorted.length, before: checked(before, treatment) };
  if (base.before.passes) return base;
  const winsorised = treatment.winsorise && winsoriseSorted(sorted, { ...treatment, ...treatment.winsorise });
  if (treatment.winsorise !== undefined && winsorised === undefined) return { ...base, wouldBeConstant: true };
  const learned: TreatParams =
    winsorised === undefined ? base : { ...base, winsorised: limitsOf(winsorised, treatment) };
  if (treatment.transform === undefined || learned.winsorised?.passes === true) return learned;
  return { ...learned, transformed: transformation(treatment, treatment.transform, sorted, learned) };
}

/** Writes the treated values; what has no value keeps its reason. */
export function treatColumn(treatment: Treatment, params: TreatParams, from: Column, to: Column): void {
  const treat = treatmentOfValue(treatment, params);
  for (let unit = 0; unit < from.values.length; unit++) {
    const state = from.states[unit]!;
    if (state !== codes.present) writeReason(to, unit, state);
    else if (typeof treat === 'string') writeReason(to, unit, codes[treat]);
    else {
      const value = treat(from.values[unit]!);
      // A logarithm of 0 is −∞, of less NaN.
      if (Number.isNaN(value) || value === -Infinity) writeReason(to, unit, codes['non-positive']);
      else writeNumber(to, unit, value);
    }
  }
}

function treatmentOfValue({ combine }: Treatment, params: TreatParams): ((value: number) => number) | Reason {
  const { winsorised, transformed } = params;
  const clamp = (value: number) => (winsorised === undefined ? value : winsorisedValue(value, winsorised));
  if (transformed === undefined) return clamp;
  const transform = transformMethods[transformed.method].prepare(transformed);
  if (typeof transform === 'string' || !combine) return transform;
  return value => transform(clamp(value));
}

function transformation(
  treatment: Treatment,
  { method, mirrored, lambda }: { method: Transformation; mirrored: boolean; lambda?: number },
  sorted: Float64Array,
  { before, winsorised }: TreatParams,
): NonNullable<TreatParams['transformed']> {
  const combines = treatment.combine && winsorised !== undefined;
  const low = combines ? winsorised.low : sorted[0]!;
  const high = combines ? winsorised.high : sorted[sorted.length - 1]!;
  const skew = (combines ? winsorised.skew : before.skew) ?? 0;
  const params: TransformParams = {
    ...{ min: low, max: high, mirrored: mirrored && skew < 0 },
    ...(lambda === undefined ? {} : { lambda }),
  };
  const transform = transformMethods[method].prepare(params);
  const values =
    typeof transform === 'string'
      ? new Float64Array(0)
      : sorted.map(value => transform(Math.min(Math.max(value, low), high))).filter(Number.isFinite);
  return { method, ...params, ...checked(momentsOf(values), treatment) };
}

function limitsOf(
  { low, high, nLow, nHigh, moments }: Winsorised,
  treatment: Treatment,
): NonNullable<TreatParams['winsorised']> {
  return { low, high, nLow, nHigh, ...checked(moments, treatment) };
}

function checked(moments: Moments, limits: Treatment): Moments & { readonly passes: boolean } {
  return { ...moments, passes: passes(moments, limits) };
}

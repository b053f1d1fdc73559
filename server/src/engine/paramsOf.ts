/** Params: the fit as plain numbers, frozen, ready to be written to a file and used for other data. */
import type { AggregateImputation, AggregatePlan, Standardisation } from './aggregatePlan.ts';
import type { AggregateFit, Fit, LeafFit } from './fit.ts';
import { type ColumnFit, columnParams } from './fitColumn.ts';
import { imputationParams } from './fitImputation.ts';
import type { Normalisation } from './normalisation.ts';
import {
  type AggregateParams,
  type ImputeParams,
  type LeafParams,
  noParams,
  type Params,
  type Preparation,
  type TreatParams,
} from './params.ts';
import type { Plan } from './plan.ts';
import { learnTreatment } from './treatColumn.ts';
import { learnWeights } from './weigh.ts';

/** What was known and what the fit adds to it. */
export function paramsOf(plan: Plan, fit: Fit, known: Params = noParams): Params {
  const leaves: Record<number, LeafParams> = { ...known.leaves };
  const aggregates: Record<number, AggregateParams> = { ...known.aggregates };
  const impute: Record<number, ImputeParams> = { ...known.preparation?.impute };
  const treat: Record<number, TreatParams> = { ...known.preparation?.treat };
  plan.nodes.forEach((node, index) => {
    const learned = fit[index];
    if (node.kind === 'leaf' && learned?.kind === 'imputation') impute[index] = imputationParams(node.impute!, learned);
    if (node.kind === 'leaf' && learned?.kind === 'treatment')
      treat[index] = learnTreatment(node.treat!, learned.values);
    if (node.kind === 'leaf' && learned?.kind === 'leaf') leaves[index] = scaleParams(node.normalise, learned);
    if (node.kind === 'aggregate' && learned?.kind === 'aggregate') {
      aggregates[index] = { ...aggregates[index], ...paramsOfAggregate(plan, node, learned) };
    }
  });
  return { leaves, aggregates, ...preparationOf(impute, treat) };
}

/** Nothing where no leaf is imputed or treated. */
export function preparationOf(
  impute: Preparation['impute'],
  treat: Preparation['treat'],
): { readonly preparation?: Preparation } {
  const isEmpty = Object.keys(impute).length === 0 && Object.keys(treat).length === 0;
  return isEmpty ? {} : { preparation: { impute, treat } };
}

/** Whether nothing is left to be learned. */
export function isLearned(plan: Plan, { leaves, aggregates }: Params): boolean {
  return plan.nodes.every((node, index) => {
    if (node.kind === 'leaf') return leaves[index] !== undefined;
    const { weights, compared, imputed, standardised } = aggregates[index] ?? {};
    return (
      (node.weighting === undefined || weights !== undefined) &&
      (node.aggregate !== 'copeland' || compared !== undefined) &&
      (node.impute === undefined || imputed !== undefined) &&
      (node.standardise === undefined || standardised !== undefined)
    );
  });
}

/** Numbers that the definition gives stand in place of those learned. */
export function scaleParams(spec: Normalisation | Standardisation, fit: LeafFit): LeafParams {
  const { n, reference } = fit;
  const learned = columnParams(fit);
  const isPopulation = spec.method === 'z-score' && spec.deviation === 'population';
  const sd = isPopulation && learned.sd !== undefined ? { sd: learned.sd * Math.sqrt((n - 1) / n) } : {};
  const frozen = 'frozen' in spec ? spec.frozen : undefined;
  if (!isPopulation && reference === undefined && frozen === undefined) return learned;
  return { ...learned, ...sd, ...(reference === undefined ? {} : { reference }), ...frozen };
}

function paramsOfAggregate(plan: Plan, node: AggregatePlan, fit: AggregateFit): AggregateParams {
  return {
    ...(fit.weighed && { weights: learnWeights(plan, node, fit.weighed) }),
    ...(fit.compared && { compared: comparedOf(fit.compared) }),
    ...(fit.imputed && { imputed: fillingOf(node.impute!, fit.imputed) }),
    ...(fit.standardised && { standardised: scaleParams(node.standardise!, fit.standardised) }),
  };
}

/** In an order that does not depend on that of the units. */
export function comparedOf(rows: NonNullable<AggregateFit['compared']>): NonNullable<AggregateParams['compared']> {
  return [...rows].sort((one, other) => {
    for (let position = 0; position < one.length; position++) {
      const difference = (one[position] ?? -Infinity) - (other[position] ?? -Infinity);
      if (difference < 0 || difference > 0) return difference;
    }
    return 0;
  });
}

/** What a missing score becomes, by group. */
export function fillingOf({ method }: AggregateImputation, fits: readonly ColumnFit[]): (number | null)[] {
  return fits.map(fit => (method === 'median' ? medianOf(fit.sorted?.values) : columnParams(fit).mean) ?? null);
}

function medianOf(sorted: readonly number[] | undefined): number | undefined {
  if (sorted === undefined || sorted.length === 0) return undefined;
  const middle = sorted.length >>> 1;
  const upper = sorted[middle]!;
  if (sorted.length % 2 === 1) return upper;
  const lower = sorted[middle - 1]!;
  return lower === upper ? lower : lower / 2 + upper / 2;
}

/**
 * Fit: what must be learned from the data. Parts of the units can be fitted apart and merged; the parameters made of
 * the merged fit are bit for bit those of the whole, in any order of the units.
 *
 * What aggregates learn they learn of the scores below them, so it needs the parameters of those: `fit` learns what can
 * be learned with the parameters that are known, until `isLearned`. So do the steps of the leaves, each of what the step
 * before it left. Where only leaves learn, and only to be normalised, once is enough.
 */
import type { AggregateImputation, AggregatePlan, Standardisation } from './aggregatePlan.ts';
import { type Column, codes } from './column.ts';
import { unitsOver } from './eligible.ts';
import { type ColumnFit, fitColumn, fitOrder, mergeColumnFits, presentValues } from './fitColumn.ts';
import { fitImputation, type ImputationFit, joined, mergeImputationFits } from './fitImputation.ts';
import type { LeafPlan } from './leafPlan.ts';
import type { Normalisation } from './normalisation.ts';
import { normaliseMethod } from './normalise/index.ts';
import type { NormaliseMethod } from './normalise/method.ts';
import { noParams, noPreparation, type Params } from './params.ts';
import type { Input, Plan } from './plan.ts';
import { scoreNodes } from './scoreNodes.ts';
import { lessonOf } from './standardise/index.ts';
import { SurveyedColumn } from './surveyedColumn.ts';
import { mergeSamples, type WeightSample } from './weigh.ts';

/** By node index; `undefined` where nothing is to be learned, is known already, or cannot be learned yet. */
export type Fit = readonly (NodeFit | undefined)[];

/** A leaf that is imputed or treated is fitted for that first. */
export type NodeFit = ImputationFit | TreatmentFit | LeafFit | AggregateFit;

export interface TreatmentFit {
  readonly kind: 'treatment';
  readonly values: Float64Array;
}

export interface LeafFit extends ColumnFit {
  readonly kind: 'leaf';
  /** The value of the unit that the others are compared with, where it is among these units. */
  readonly reference?: number;
}

/** One of the four. */
export interface AggregateFit {
  readonly kind: 'aggregate';
  readonly weighed?: WeightSample;
  readonly compared?: readonly (readonly (number | null)[])[];
  /** By group, or one for all units. */
  readonly imputed?: readonly ColumnFit[];
  readonly standardised?: LeafFit;
}

export function fit(plan: Plan, input: Input, known: Params = noParams): Fit {
  const fits: (NodeFit | undefined)[] = plan.nodes.map(() => undefined);
  const learn = (node: number, learned: NodeFit) => {
    fits[node] = learned;
    return undefined;
  };
  const aggregates = known.aggregates;
  const { impute, treat } = known.preparation ?? noPreparation;
  scoreNodes(plan, input, {
    imputation: (node, spec, columns, eligible) =>
      impute[node] ?? learn(node, fitImputation(spec, node, columns, eligible)),
    treatment: (node, spec, column, eligible) =>
      treat[node] ?? learn(node, { kind: 'treatment', values: presentValues(column, unitsOver(spec.over, eligible)) }),
    leaf: (node, leaf, column, eligible) => known.leaves[node] ?? learn(node, fitLeaf(leaf, column, eligible)),
    weights: (node, _, sample) => aggregates[node]?.weights ?? learn(node, { kind: 'aggregate', weighed: sample() }),
    compared: (node, rows) => aggregates[node]?.compared ?? learn(node, { kind: 'aggregate', compared: rows() }),
    filling: (node, { impute }, column, eligible) =>
      aggregates[node]?.imputed ?? learn(node, { kind: 'aggregate', imputed: fitFilling(impute!, column, eligible) }),
    standardised: (node, aggregate, column, eligible) =>
      aggregates[node]?.standardised ??
      learn(node, { kind: 'aggregate', standardised: fitScores(aggregate, column, eligible) }),
  });
  return fits;
}

/** The fit of two disjoint sets of units together. */
export function mergeFits(one: Fit, other: Fit): Fit {
  return one.map((first, node) => {
    const second = other[node];
    return first === undefined || second === undefined ? undefined : mergeNodes(first, second);
  });
}

/** Both of one node, so of one kind. */
function mergeNodes(one: NodeFit, other: NodeFit): NodeFit {
  switch (one.kind) {
    case 'imputation':
      return mergeImputationFits(one, other as ImputationFit);
    case 'treatment':
      return { kind: one.kind, values: joined(one.values, (other as TreatmentFit).values) };
    case 'leaf':
      return mergeLeaves(one, other as LeafFit);
    case 'aggregate':
      return mergeAggregates(one, other as AggregateFit);
  }
}

export function fitLeaf({ normalise }: LeafPlan, column: SurveyedColumn, eligible: Uint8Array): LeafFit {
  return fitScale(normalise, normaliseMethod(normalise.method).learns, column, eligible);
}

export function fitScores({ standardise }: AggregatePlan, column: SurveyedColumn, eligible: Uint8Array): LeafFit {
  return fitScale(standardise!, lessonOf(standardise!), column, eligible);
}

function fitScale(
  spec: Normalisation | Standardisation,
  learns: NormaliseMethod['learns'],
  column: SurveyedColumn,
  eligible: Uint8Array,
): LeafFit {
  const units = 'over' in spec ? unitsOver(spec.over, eligible) : undefined;
  if (learns === 'order') return { kind: 'leaf', ...fitOrder(column, units) };
  if (learns === 'moments') return { kind: 'leaf', ...fitColumn(column, learns, units) };
  const { n, min, max } = fitColumn(column, 'range', units);
  const range: LeafFit = min === undefined || max === undefined ? { kind: 'leaf', n } : { kind: 'leaf', n, min, max };
  const unit = learns === 'reference' && spec.method === 'distance-to-reference' ? spec.unit : -1;
  return column.states[unit] === codes.present ? { ...range, reference: column.values[unit]! } : range;
}

export function fitFilling(
  { method, by, over }: AggregateImputation,
  column: Column,
  eligible: Uint8Array,
): ColumnFit[] {
  const lesson = method === 'median' ? 'order' : 'moments';
  const units = unitsOver(over, eligible);
  const surveyed = new SurveyedColumn(column);
  if (by === undefined) return [fitColumn(surveyed, lesson, units)];
  return Array.from({ length: by.nGroups }, (_, group) => {
    const members = Uint8Array.from(by.groupsOf, (groups, unit) =>
      groups.includes(group) && units?.[unit] !== 0 ? 1 : 0,
    );
    return fitColumn(surveyed, lesson, members);
  });
}

function mergeLeaves(one: LeafFit, other: LeafFit): LeafFit {
  const reference = one.reference ?? other.reference;
  return { kind: 'leaf', ...mergeColumnFits(one, other), ...(reference === undefined ? {} : { reference }) };
}

function mergeAggregates(one: AggregateFit, other: AggregateFit): AggregateFit {
  return {
    kind: 'aggregate',
    ...(one.weighed && other.weighed && { weighed: mergeSamples(one.weighed, other.weighed) }),
    ...(one.compared && other.compared && { compared: [...one.compared, ...other.compared] }),
    ...(one.imputed && {
      imputed: one.imputed.map((group, index) => mergeColumnFits(group, other.imputed?.[index] ?? { n: 0 })),
    }),
    ...(one.standardised && other.standardised && { standardised: mergeLeaves(one.standardised, other.standardised) }),
  };
}

/**
 * Imputation of a leaf's missing values. What was learned is plain JSON and fills every unit by itself. Only what is
 * missing is filled (the value, or its denominator), not what is invalid or does not apply. Knows nothing of the formulas.
 */
import { type Column, codes, writeNumber, writeReason } from './column.ts';
import type { LeafColumns } from './fitImputation.ts';
import { imputeMethods } from './impute/index.ts';
import { expectedRow } from './impute/normal.ts';
import type { Imputation, LeafPlan } from './leafPlan.ts';
import type { ImputeParams } from './params.ts';
import type { NodePlan } from './plan.ts';
import { decimalNear } from './round.ts';

/** A leaf's values in its other periods, in the order of `series.others`. */
export type OtherPeriods = readonly Column[];

/** Writes the values, those that are missing filled where something can stand in. */
export function imputeColumn(
  {
    impute,
    params,
    node,
    nodes,
  }: { impute: Imputation; params: ImputeParams; node: number; nodes: readonly NodePlan[] },
  columns: LeafColumns,
  others: OtherPeriods,
  to: Column,
): void {
  const from = columns[node]!;
  const standIn = standInFor(impute, params, { node, nodes, columns, others });
  for (let unit = 0; unit < from.values.length; unit++) {
    const state = from.states[unit]!;
    const filled = isFillable(state) ? standIn(unit) : Number.NaN;
    if (state === codes.present) writeNumber(to, unit, from.values[unit]!);
    else if (Number.isFinite(filled)) writeNumber(to, unit, filled);
    else writeReason(to, unit, state);
  }
}

export function isFillable(state: number): boolean {
  return state === codes.missing || state === codes['denominator-missing'];
}

interface Surroundings {
  readonly node: number;
  readonly nodes: readonly NodePlan[];
  readonly columns: LeafColumns;
  readonly others: OtherPeriods;
}

type StandIn = (unit: number) => number;

function standInFor(impute: Imputation, params: ImputeParams, around: Surroundings): StandIn {
  switch (impute.method) {
    case 'mean':
    case 'median':
      return impute.from === 'units' ? fromCentres(impute, params) : fromOtherLeaves(impute, params, around);
    case 'constant':
      return () => impute.value;
    case 'carry':
    case 'latest':
    case 'linear':
      return fromOtherPeriods(impute, around);
    case 'em':
      return fromNormal(params, around);
  }
}

type FromUnits = Extract<Imputation, { from: 'units' }>;
type FromLeaves = Extract<Imputation, { from: 'leaves' }>;
type FromSeries = Extract<Imputation, { series: unknown }>;

function fromCentres({ by }: FromUnits, { centres }: ImputeParams): StandIn {
  const centreOf = (group: number) => centres?.[group] ?? Number.NaN;
  if (by === undefined) return () => centreOf(0);
  return unit => {
    const [group, ...more] = by.groupsOf[unit]!;
    return group === undefined || more.length > 0 ? Number.NaN : centreOf(group);
  };
}

/** On min–max a leaf whose values are all equal says nothing; the scale runs from the worst to the best value. */
function fromOtherLeaves(impute: FromLeaves, params: ImputeParams, { node, nodes, columns }: Surroundings): StandIn {
  const others = impute.leaves.filter(leaf => leaf !== node);
  const toScale = (leaf: number, value: number) => {
    if (impute.on === 'values') return value;
    const range = params.ranges?.[leaf];
    if (range === undefined || !(range[1] > range[0])) return Number.NaN;
    const [min, max] = range;
    return isPositive(nodes[leaf]!) ? (value - min) / (max - min) : (max - value) / (max - min);
  };
  const fromScale = (value: number) => {
    if (impute.on === 'values') return value;
    const [min, max] = params.ranges?.[node] ?? [Number.NaN, Number.NaN];
    const way = isPositive(nodes[node]!) ? value : 1 - value;
    return decimalNear((1 - way) * min + way * max, [min, max]);
  };
  const centre = imputeMethods[impute.method].centre!;
  return unit => {
    const values = others.flatMap(leaf => {
      const { values, states } = columns[leaf]!;
      const value = states[unit] === codes.present ? toScale(leaf, values[unit]!) : Number.NaN;
      return Number.isFinite(value) ? [value] : [];
    });
    return values.length === 0 ? Number.NaN : fromScale(centre(Float64Array.from(values)));
  };
}

function isPositive(node: NodePlan): boolean {
  return (node as LeafPlan).direction === 'positive';
}

function fromOtherPeriods({ method, series, maxAge = Infinity }: FromSeries, { others }: Surroundings): StandIn {
  const inOrder = [{ period: series.period, column: undefined as Column | undefined }]
    .concat(series.others.map(({ period }, index) => ({ period, column: others[index] })))
    .toSorted((one, other) => one.period - other.period);
  const position = inOrder.findIndex(({ column }) => column === undefined);
  const periods = inOrder.map(({ period }) => period);
  const fill = imputeMethods[method].fill!;
  return unit => {
    const values = inOrder.map(({ column }) =>
      column?.states[unit] === codes.present ? column.values[unit]! : Number.NaN,
    );
    return fill({ periods, values }, position, maxAge);
  };
}

function fromNormal({ normal }: ImputeParams, { node, columns }: Surroundings): StandIn {
  if (normal === undefined) return () => Number.NaN;
  const position = normal.leaves.indexOf(node);
  return unit => {
    const row = Float64Array.from(normal.leaves, leaf => {
      const { values, states } = columns[leaf]!;
      return states[unit] === codes.present ? values[unit]! : Number.NaN;
    });
    return expectedRow(normal, row)[position] ?? Number.NaN;
  };
}

/**
 * What the imputation of a leaf must learn of the data. Parts of the units can be fitted apart and merged; the parameters
 * do not depend on the order of the units, to the last digit.
 */
import { type Column, codes } from './column.ts';
import { unitsOver } from './eligible.ts';
import { imputeMethods } from './impute/index.ts';
import { canonicalOrder, fitNormal } from './impute/normal.ts';
import type { Imputation } from './leafPlan.ts';
import type { Range } from './normalisation.ts';
import type { ImputeParams } from './params.ts';

/** The leaves' values before any of them is imputed, by node index. */
export type LeafColumns = readonly (Column | undefined)[];

export interface ImputationFit {
  readonly kind: 'imputation';
  /** The values by group, or all. */
  readonly groups?: readonly Float64Array[];
  readonly ranges?: Readonly<Record<number, Range>>;
  /** The values of each of the leaves, one a unit, NaN where there is none. */
  readonly table?: readonly Float64Array[];
}

/** `eligible`: 1 where a unit may be ranked. */
export function fitImputation(
  impute: Imputation,
  node: number,
  columns: LeafColumns,
  eligible: Uint8Array,
): ImputationFit {
  const kind = 'imputation';
  switch (impute.method) {
    case 'mean':
    case 'median':
      if (impute.from === 'units') return { kind, groups: valuesByGroup(impute, columns[node]!, eligible) };
      return impute.on === 'min-max' ? { kind, ranges: rangesOf([node, ...impute.leaves], columns) } : { kind };
    case 'em':
      return { kind, table: impute.leaves.map(leaf => withGaps(columns[leaf]!)) };
    case 'constant':
    case 'carry':
    case 'latest':
    case 'linear':
      return { kind };
  }
}

export function mergeImputationFits(one: ImputationFit, other: ImputationFit): ImputationFit {
  return {
    kind: 'imputation',
    ...(one.groups && { groups: one.groups.map((group, index) => joined(group, other.groups?.[index])) }),
    ...(one.ranges && { ranges: mergeRanges(one.ranges, other.ranges ?? {}) }),
    ...(one.table && { table: one.table.map((column, index) => joined(column, other.table?.[index])) }),
  };
}

export function imputationParams(impute: Imputation, fit: ImputationFit): ImputeParams {
  const { groups, ranges, table } = fit;
  if (groups !== undefined) {
    const centre = imputeMethods[impute.method].centre!;
    const centres = groups.map(values => (values.length === 0 ? null : centre(values)));
    return { centres: centres.map(finiteOrNull), counts: groups.map(values => values.length) };
  }
  if (ranges !== undefined) return { ranges };
  return table !== undefined && impute.method === 'em' ? normalParams(impute.leaves, table) : {};
}

type FromUnits = Extract<Imputation, { from: 'units' }>;

function valuesByGroup({ by, over }: FromUnits, column: Column, eligible: Uint8Array): readonly Float64Array[] {
  const units = unitsOver(over, eligible);
  const isTaken = (unit: number) => column.states[unit] === codes.present && units?.[unit] !== 0;
  return Array.from({ length: by?.nGroups ?? 1 }, (_, group) =>
    column.values.filter((_, unit) => isTaken(unit) && (by === undefined || by.groupsOf[unit]!.includes(group))),
  );
}

/** Leaves without values are left out. */
function rangesOf(leaves: readonly number[], columns: LeafColumns): Record<number, Range> {
  const ranges: Record<number, Range> = {};
  for (const leaf of leaves) {
    const values = withGaps(columns[leaf]!).filter(value => !Number.isNaN(value));
    if (values.length === 0) continue;
    const smaller = (one: number, other: number) => Math.min(one, other);
    const larger = (one: number, other: number) => Math.max(one, other);
    ranges[leaf] = [values.reduce(smaller), values.reduce(larger)];
  }
  return ranges;
}

function mergeRanges(one: Readonly<Record<number, Range>>, other: Readonly<Record<number, Range>>) {
  const merged: Record<number, Range> = { ...other };
  for (const [leaf, [min, max]] of Object.entries(one)) {
    const [otherMin, otherMax] = other[Number(leaf)] ?? [min, max];
    merged[Number(leaf)] = [Math.min(min, otherMin), Math.max(max, otherMax)];
  }
  return merged;
}

function withGaps({ values, states }: Column): Float64Array {
  return values.map((value, unit) => (states[unit] === codes.present ? value : Number.NaN));
}

/** Of the leaves that have values at all. */
function normalParams(leaves: readonly number[], table: readonly Float64Array[]): ImputeParams {
  const usable = table.flatMap((column, index) => (column.every(Number.isNaN) ? [] : [index]));
  const order = canonicalOrder(usable.map(index => table[index]!)).map(position => usable[position]!);
  const nUnits = table[0]?.length ?? 0;
  const rows = Array.from({ length: nUnits }, (_, unit) => Float64Array.from(order, index => table[index]![unit]!));
  const normal = fitNormal(rows);
  return normal === undefined ? {} : { normal: { leaves: order.map(index => leaves[index]!), ...normal } };
}

function finiteOrNull(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value + 0 : null;
}

export function joined(one: Float64Array, other: Float64Array = new Float64Array(0)): Float64Array {
  const result = new Float64Array(one.length + other.length);
  result.set(one);
  result.set(other, one.length);
  return result;
}

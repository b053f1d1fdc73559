/** What the rules on missing values share: for how many of the units that a leaf applies to the data hold a value. */
import { type Column, reasons } from '../engine/column.ts';
import type { Indicator } from '../model/indicator.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { BoundData } from '../scoring/bind/bind.ts';
import type { Scoring } from '../scoring/score.ts';

export interface Coverage {
  readonly leaf: Indicator;
  /** By unit: 1 where the leaf applies to it. */
  readonly applies: Uint8Array;
  readonly nApplicable: number;
  /** The units that it applies to and that have no value. A cell that cannot be read is a value: it has a finding of its own. */
  readonly missing: readonly number[];
}

const [missing, notApplicable] = [reasons.indexOf('missing'), reasons.indexOf('not-applicable')];

interface Scored {
  readonly system: IndicatorSystem;
  readonly data: BoundData;
  readonly scoring: Scoring | undefined;
}

/**
 * Of the leaves whose columns were found, if all were; an earlier value of the unit itself (`impute: latest`, `linear`)
 * is one.
 */
export function coverageOf(context: Scored): readonly Coverage[] {
  if (!context.data.isComplete) return [];
  return [...context.data.leaves].map(([leaf, { columns }]) => coverageOfLeaf(context, leaf, columns));
}

function coverageOfLeaf(context: Scored, leaf: Indicator, columns: readonly Column[]): Coverage {
  const ofColumns = columns.map(column => context.data.memory.of(column, coverageOfColumn));
  const { applies, nApplicable, lacking } = ofColumns.length === 1 ? ofColumns[0]! : together(ofColumns, context);
  const isFilled = filledFromOwnSeries(context, leaf);
  return { leaf, applies, nApplicable, missing: isFilled ? lacking.filter(unit => !isFilled(unit)) : lacking };
}

interface ColumnCoverage {
  readonly applies: Uint8Array;
  readonly nApplicable: number;
  /** Units without a value, in their order. */
  readonly lacking: readonly number[];
}

function coverageOfColumn({ states }: Column): ColumnCoverage {
  const applies = states.map(state => (state === notApplicable ? 0 : 1));
  const lacking: number[] = [];
  for (let unit = states.indexOf(missing); unit >= 0; unit = states.indexOf(missing, unit + 1)) lacking.push(unit);
  return { applies, nApplicable: nOnes(applies), lacking };
}

/** A checklist applies where one of its columns does, and lacks a value where one of them does. */
function together(ofColumns: readonly ColumnCoverage[], { data }: Scored): ColumnCoverage {
  const applies = new Uint8Array(data.units.length);
  const lacks = new Uint8Array(data.units.length);
  for (const each of ofColumns) {
    for (const unit of each.lacking) lacks[unit] = 1;
    each.applies.forEach((one, unit) => {
      applies[unit]! |= one;
    });
  }
  const lacking = data.units.flatMap(({ index }) => (lacks[index] === 1 ? [index] : []));
  return { applies, nApplicable: nOnes(applies), lacking };
}

function nOnes(ones: Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < ones.length; index++) sum += ones[index]!;
  return sum;
}

/** Whether the leaf says itself what a missing value counts: then a missing value is an answer. */
export function countsAsAnswer({ own: { missing, bonus } }: Indicator): boolean {
  return (
    bonus !== undefined || (missing !== undefined && (missing.value === 'zero' || typeof missing.value === 'object'))
  );
}

export function imputationOf({ own }: Indicator, { defaults }: IndicatorSystem): string | undefined {
  return (own.impute ?? defaults.impute)?.method.value;
}

function filledFromOwnSeries({ system, scoring }: Scored, leaf: Indicator) {
  const method = imputationOf(leaf, system);
  const node = method === 'latest' || method === 'linear' ? scoring?.compiled.nodeOf.get(leaf) : undefined;
  const states = node === undefined ? undefined : scoring?.scores.prepared[node]?.states;
  return states && ((unit: number) => states[unit] === 0);
}

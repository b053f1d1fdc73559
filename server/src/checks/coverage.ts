/** What the rules on missing values share: for how many of the units that a leaf applies to the data hold a value. */
import { type Column, reasons } from '../engine/column.ts';
import type { Indicator } from '../model/indicator.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { DataContext } from './rule.ts';

export interface Coverage {
  readonly leaf: Indicator;
  /** By unit: 1 where the leaf applies to it. */
  readonly applies: Uint8Array;
  readonly nApplicable: number;
  /** The units that it applies to and that have no value. A cell that cannot be read is a value: it has a finding of its own. */
  readonly missing: readonly number[];
}

const [missing, notApplicable] = [reasons.indexOf('missing'), reasons.indexOf('not-applicable')];

/** Of the leaves whose columns were found; an earlier value of the unit itself (`impute: latest`, `linear`) is one. */
export function coverageOf(context: DataContext): readonly Coverage[] {
  return [...context.data.leaves].map(([leaf, { columns }]) => coverageOfLeaf(context, leaf, columns));
}

/** One pass over the states, at each key and for every cell: no array is made of what is not missing. */
function coverageOfLeaf(context: DataContext, leaf: Indicator, columns: readonly Column[]): Coverage {
  const nUnits = context.data.units.length;
  const applies = new Uint8Array(nUnits);
  const lacks = new Uint8Array(nUnits);
  for (const { states } of columns) {
    for (let unit = 0; unit < nUnits; unit++) {
      const state = states[unit];
      if (state === missing) lacks[unit] = 1;
      if (state !== notApplicable) applies[unit] = 1;
    }
  }
  const isFilled = filledFromOwnSeries(context, leaf);
  const lacking: number[] = [];
  for (let unit = lacks.indexOf(1); unit >= 0; unit = lacks.indexOf(1, unit + 1))
    if (!isFilled(unit)) lacking.push(unit);
  return { leaf, applies, nApplicable: applies.reduce((sum, one) => sum + one, 0), missing: lacking };
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

function filledFromOwnSeries({ system, scoring }: DataContext, leaf: Indicator): (unit: number) => boolean {
  const method = imputationOf(leaf, system);
  const node = method === 'latest' || method === 'linear' ? scoring?.compiled.nodeOf.get(leaf) : undefined;
  const states = node === undefined ? undefined : scoring?.scores.prepared[node]?.states;
  return unit => states?.[unit] === 0;
}

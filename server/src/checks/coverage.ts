/** What the rules on missing values share: for how many of the units that a leaf applies to the data hold a value. */
import { reasons } from '../engine/column.ts';
import type { Indicator } from '../model/indicator.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { DataContext } from './rule.ts';

export interface Coverage {
  readonly leaf: Indicator;
  readonly applicable: readonly number[];
  /** Those of `applicable` without a value. A cell that cannot be read is none of them: it has a finding of its own. */
  readonly missing: readonly number[];
}

const [missing, notApplicable] = [reasons.indexOf('missing'), reasons.indexOf('not-applicable')];

/** Of the leaves whose columns were found; an earlier value of the unit itself (`impute: latest`, `linear`) is one. */
export function coverageOf(context: DataContext): readonly Coverage[] {
  const { data } = context;
  return [...data.leaves].map(([leaf, { columns }]) => {
    const isFilled = filledFromOwnSeries(context, leaf);
    const states = (unit: number) => columns.map(column => column.states[unit]);
    const applicable = data.units.flatMap(({ index }) => (states(index).every(isNotApplicable) ? [] : [index]));
    return { leaf, applicable, missing: applicable.filter(unit => states(unit).includes(missing) && !isFilled(unit)) };
  });
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

function isNotApplicable(state: number | undefined): boolean {
  return state === notApplicable;
}

function filledFromOwnSeries({ system, scoring }: DataContext, leaf: Indicator): (unit: number) => boolean {
  const method = imputationOf(leaf, system);
  const node = method === 'latest' || method === 'linear' ? scoring?.compiled.nodeOf.get(leaf) : undefined;
  const states = node === undefined ? undefined : scoring?.scores.prepared[node]?.states;
  return unit => states?.[unit] === 0;
}

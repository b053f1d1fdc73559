/** What was imputed and moved, as plain data for the report. */
import type { TreatParams } from '../../engine/params.ts';
import { winsorisedValue } from '../../engine/treat/winsorise.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Scoring } from '../score.ts';

export interface TreatmentReport extends TreatParams {
  readonly moved: readonly MovedValue[];
}

/** A value that winsorising moved; `to` is its limit also where the transformation then took the original value. */
export interface MovedValue {
  readonly unit: string;
  readonly from: number;
  readonly to: number;
}

/** By indicator: of a leaf the value that stands in, of an aggregate the score. */
export function imputedOf(
  { compiled, scores }: Scoring,
  indicators: readonly Indicator[],
  unit: number,
): Readonly<Record<string, number>> {
  const filled = indicators.flatMap(indicator => {
    const node = compiled.nodeOf.get(indicator);
    if (node === undefined || (scores.imputed[node]?.[unit] ?? 0) === 0) return [];
    const column = valuesOf(scores, node);
    return [[indicator.id, column.values[unit]!] as const];
  });
  return Object.fromEntries(filled);
}

/** A leaf's values as they were imputed; an aggregate's scores before they are standardised. */
function valuesOf({ steps, nodes, unstandardised }: Scoring['scores'], node: number) {
  const imputed = steps.find(({ step }) => step === 'impute')?.columns[node];
  return imputed ?? unstandardised[node] ?? nodes[node]!;
}

export function treatmentOf({ data, params, scores }: Scoring, node: number): TreatmentReport | null {
  const treat = params.preparation?.treat[node];
  if (treat === undefined) return null;
  const { winsorised } = treat;
  const before = columnBefore(scores, node);
  const moved = data.units.flatMap(({ id, index }) => {
    const from = before.values[index]!;
    if (before.states[index] !== 0 || winsorised === undefined) return [];
    const to = winsorisedValue(from, winsorised);
    return to === from ? [] : [{ unit: id, from, to }];
  });
  return { ...treat, moved };
}

function columnBefore({ steps, raw }: Scoring['scores'], node: number) {
  const position = steps.findIndex(({ step }) => step === 'treat');
  return steps.slice(0, position).findLast(({ columns }) => columns[node] !== undefined)?.columns[node] ?? raw[node]!;
}

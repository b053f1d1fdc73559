/** By which method an indicator is computed, on one line: its formula, and what stands for its letters. */
import type { Locale } from '../../base/locale.ts';
import type { Normalisation } from '../../engine/normalisation.ts';
import type { LeafParams } from '../../engine/params.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { directionOf, methodOf } from '../../scoring/compile/leaf.ts';
import { printNumber } from '../../scoring/printNumber.ts';
import type { Scoring } from '../../scoring/score.ts';
import { code, escaped, lines } from '../markdown.ts';
import { aggregation, formulaOf, normalisation } from '../methodText.ts';

export function methodLine(
  system: IndicatorSystem,
  scoring: Scoring | undefined,
  indicator: Indicator,
  locale: Locale,
): string | undefined {
  return indicator.children === undefined
    ? normalisationLine(system, scoring, indicator, locale)
    : aggregationLine(system, indicator, locale);
}

function normalisationLine(
  system: IndicatorSystem,
  scoring: Scoring | undefined,
  indicator: Indicator,
  locale: Locale,
): string | undefined {
  const label = locale === 'en' ? 'Normalisation: ' : '无量纲化：';
  const method = methodOf(indicator, system);
  const name = typeof method === 'object' ? method.method.value : method;
  if (name === undefined) return undefined;
  const record = normalisation(name);
  if (record === undefined) return label + code(name);
  const direction = directionOf(indicator, system);
  const sense = locale === 'en' ? ', negative' : '，逆向';
  return lines([
    `${label}${escaped(record.title[locale])}${direction === 'negative' ? sense : ''} ${code(formulaOf(record, direction))}`,
    scoring && lettersText(scoring, indicator),
  ]);
}

/** `a = 0, b = 100, lower = 20, upper = 85`. */
function lettersText({ compiled, params }: Scoring, indicator: Indicator): string | undefined {
  const node = compiled.nodeOf.get(indicator);
  const plan = node === undefined ? undefined : compiled.plan.nodes[node];
  if (node === undefined || plan?.kind !== 'leaf') return undefined;
  const letters = [...ofMethod(plan.normalise), ...learned(plan.normalise, params.leaves[node])];
  return letters.map(([letter, value]) => `${letter} = ${printNumber(value)}`).join(', ');
}

type Letters = readonly (readonly [letter: string, value: number])[];

function ofMethod(normalise: Normalisation): Letters {
  const numbers = Object.entries(normalise).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  const range = 'range' in normalise ? normalise.range : undefined;
  return range === undefined ? numbers : [['a', range[0]], ['b', range[1]], ...numbers];
}

function learned({ method }: Normalisation, params: LeafParams | undefined): Letters {
  const { n, min, max, mean, sd } = params ?? {};
  const letters = { 'min-max': { min, max }, 'z-score': { x̄: mean, s: sd }, rank: { n } } as const;
  const known = Object.entries((letters as Readonly<Record<string, object>>)[method] ?? {});
  return known.filter((entry): entry is [string, number] => typeof entry[1] === 'number');
}

function aggregationLine(system: IndicatorSystem, { own }: Indicator, locale: Locale): string {
  const label = locale === 'en' ? 'Aggregation: ' : '合成：';
  const name = (own.aggregate ?? system.defaults.aggregate)?.value.method ?? 'arithmetic';
  const record = aggregation(name);
  return record === undefined ? label + code(name) : `${label}${escaped(record.title[locale])} ${code(record.formula)}`;
}

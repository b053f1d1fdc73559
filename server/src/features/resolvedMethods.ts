/**
 * What holds for an indicator, its own word or the inherited one, with every default in YAML. Says the same as the
 * compilation of `scoring`, which is tested by scoring the text.
 */
import { normaliseMethods } from '../engine/normalise/index.ts';
import type { Indicator } from '../model/indicator.ts';
import type { IndicatorSystem } from '../model/system.ts';
import { directionOf, methodOf } from '../scoring/compile/leaf.ts';
import { weightedAmong } from '../scoring/weights.ts';
import { entryOf, type Node, resolved } from '../syntax/tree.ts';
import { type Additions, completedYaml, entriesYaml, mapYaml, nodeYaml } from './nodeYaml.ts';

/** Of a leaf. `missing` only where a score stands in: that it is as its parent says no leaf can say. */
export function leafYaml(indicator: Indicator, system: IndicatorSystem): Additions {
  const { own, parent } = indicator;
  const { categories, steps, checklist } = own;
  const isGiven = categories !== undefined || steps !== undefined || checklist !== undefined;
  const impute = valueFor(indicator, system, 'impute');
  const treat = own.treat === undefined && isGiven ? undefined : valueFor(indicator, system, 'treat');
  const method = normaliseYaml(indicator, system);
  const missing = own.missing === undefined ? missingBelow(parent, system) : undefined;
  return [
    ['direction', directionOf(indicator, system)],
    ['impute', impute === undefined ? 'none' : nodeYaml(impute)],
    ['treat', treat === undefined ? 'none' : treatYaml(treat)],
    ...(method === undefined ? [] : [['normalise', method] as const]),
    ...(typeof missing !== 'object' ? [] : [['missing', `{value: ${missing.score}}`] as const]),
  ];
}

/** Of an aggregate, or of the index (`undefined`). */
export function aggregateYaml(indicator: Indicator | undefined, system: IndicatorSystem): Additions {
  const own = indicator?.own ?? system.aggregate;
  const children = weightedAmong(indicator?.children ?? (indicator === undefined ? system.top : []));
  const missing = system.defaults.missing?.value;
  const isEqual = own.weighting === undefined && children.every(child => child.own.weight === undefined);
  return [
    ['aggregate', inherited(system, 'aggregate') ?? 'arithmetic'],
    ['missing', typeof missing === 'object' ? 'fail' : (missing ?? 'exclude')],
    ['notApplicable', inherited(system, 'notApplicable') ?? 'rescale'],
    ...(['minShare', 'minCount'] as const).flatMap(key => {
      const yaml = inherited(system, key);
      return yaml === undefined ? [] : [[key, yaml] as const];
    }),
    ...(isEqual && children.length > 0 ? [['weighting', '{method: equal}'] as const] : []),
  ];
}

/** How what is missing under an aggregate, or under the index, is taken. */
export function missingBelow(parent: Indicator | undefined, { aggregate, defaults }: IndicatorSystem) {
  return ((parent?.own ?? aggregate).missing ?? defaults.missing)?.value ?? 'exclude';
}

function normaliseYaml(indicator: Indicator, system: IndicatorSystem): string | undefined {
  const method = methodOf(indicator, system);
  if (method === undefined) return undefined;
  if (method === 'none') return '{method: none}';
  const node = resolved(valueFor(indicator, system, 'normalise'));
  const name = method.method.value;
  const known = Object.hasOwn(normaliseMethods, name)
    ? normaliseMethods[name as keyof typeof normaliseMethods]
    : undefined;
  const usual = (known?.parameters ?? []).flatMap(({ id, default: usualText }): Additions => {
    if (id === 'range') return [[id, `[${system.scale.join(', ')}]`]];
    return usualText === undefined || usualText === 'none' ? [] : [[id, usualText]];
  });
  if (node?.kind === 'map') return completedYaml(node, usual);
  return mapYaml([['method', nodeYaml(node)], ...usual]);
}

function treatYaml(node: Node): string {
  const winsorise = entryOf(node, 'winsorise')?.value;
  const whole = completedYaml(winsorise, [
    ['max', '5'],
    ['skew', '2'],
    ['kurtosis', '3.5'],
  ]);
  const entries = entriesYaml(node).map(([key, yaml]) => [key, key === 'winsorise' ? whole : yaml] as const);
  return resolved(node)?.kind === 'map' ? mapYaml(entries) : nodeYaml(node);
}

/** The indicator's own, else that of `defaults`. */
function valueFor({ own }: Indicator, system: IndicatorSystem, key: string): Node | undefined {
  return entryOf(own.node, key)?.value ?? defaultsOf(system, key);
}

function inherited(system: IndicatorSystem, key: string): string | undefined {
  const node = defaultsOf(system, key);
  return node && nodeYaml(node);
}

function defaultsOf({ node }: IndicatorSystem, key: string): Node | undefined {
  return entryOf(entryOf(node, 'defaults')?.value, key)?.value;
}

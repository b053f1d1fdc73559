/** From a leaf of the model to a leaf of the plan, or the reason why it cannot be scored. Replaces nothing silently. */
import { normaliseMethod, normaliseMethods } from '../engine/normalise/index.ts';
import type { NormaliseMethod } from '../engine/normalise/method.ts';
import type { LeafPlan, Normalisation, Range, ValueSource } from '../engine/plan.ts';
import type { Indicator, IndicatorSystem, Method } from '../model/system.ts';
import type { LeafCells } from './bindLeaves.ts';
import { type Unscored, unscored } from './unscored.ts';

/** `firstColumn`: where the leaf's columns will stand in the engine's input. */
export function compileLeaf(
  indicator: Indicator,
  system: IndicatorSystem,
  cells: LeafCells,
  firstColumn: number,
): LeafPlan | Unscored {
  const source = valueSource(indicator, cells, firstColumn);
  if ('code' in source) return source;
  const normalise = normalisation(indicator, system);
  if ('code' in normalise) return normalise;
  const direction = directionOf(indicator, system);
  const missing = missingOf(indicator, system);
  return { kind: 'leaf', source, direction, normalise, ...(missing === undefined ? {} : { missing }) };
}

/** The method that applies: the leaf's own, the inherited one, or `none` where its values are given by the definition. */
export function methodOf({ own }: Indicator, system: IndicatorSystem): Method | 'none' | undefined {
  const hasValues = own.categories !== undefined || own.steps !== undefined || own.checklist !== undefined;
  return own.normalise ?? system.defaults.normalise ?? (hasValues ? 'none' : undefined);
}

export function directionOf({ own }: Indicator, { defaults }: IndicatorSystem): 'positive' | 'negative' {
  return own.direction?.value ?? defaults.direction?.value ?? 'positive';
}

function valueSource(indicator: Indicator, { columns }: LeafCells, column: number): ValueSource | Unscored {
  const { categories, steps, checklist } = indicator.own;
  if (checklist !== undefined) {
    const points = [...checklist.points.values()].map(({ value }) => value);
    return { kind: 'checklist', columns: columns.map((_, position) => column + position), points };
  }
  if (categories !== undefined) {
    return { kind: 'categories', column, values: [...categories.values.values()].map(({ value }) => value) };
  }
  if (steps === undefined) return { kind: 'column', column };
  const read = steps.steps.flatMap(({ atLeast, value }, position) => {
    const isLast = position === steps.steps.length - 1;
    if (value === undefined || (atLeast === undefined && !isLast)) return [];
    return atLeast === undefined ? { value: value.value } : { atLeast: atLeast.value, value: value.value };
  });
  return read.length < steps.steps.length || read.length === 0
    ? unscored('steps-unreadable', indicator)
    : { kind: 'steps', column, steps: read };
}

function normalisation(indicator: Indicator, system: IndicatorSystem): Normalisation | Unscored {
  const method = methodOf(indicator, system);
  if (method === undefined) return unscored('no-method', indicator);
  const name = method === 'none' ? 'none' : method.method.value;
  if (name === 'none' && directionOf(indicator, system) === 'negative') return unscored('method-direction', indicator);
  if (method === 'none') return { method };
  if (!isMethod(name)) return unscored('method-unknown', indicator, name);
  const record: NormaliseMethod = normaliseMethod(name);
  const parameters = parametersOf(method, record, system.scale);
  if (typeof parameters === 'string') return unscored('method-parameter', indicator, parameters);
  const result = { ...parameters, method: name } as Normalisation;
  if (result.method === 'log-goalposts' && result.lower <= 0) return unscored('method-parameter', indicator, 'lower');
  if ('lower' in result && result.lower >= result.upper) {
    return unscored('goalpost-order', indicator, `${result.lower}, ${result.upper}`);
  }
  return result;
}

function isMethod(name: string): name is Normalisation['method'] {
  return Object.hasOwn(normaliseMethods, name);
}

/** What the method's record asks for, or the name of a parameter that is missing, foreign or has a wrong value. */
function parametersOf(method: Method, record: NormaliseMethod, scale: Range): Record<string, unknown> | string {
  const known = record.parameters.map(({ id }) => id);
  const foreign = [...method.parameters.keys()].find(name => !known.includes(name));
  if (foreign !== undefined) return foreign;
  if (method.range !== undefined && !known.includes('range')) return 'range';
  const values: Record<string, unknown> = {};
  for (const { id, default: usual } of record.parameters) {
    const value =
      id === 'range' ? (method.range?.value ?? scale) : (method.parameters.get(id)?.value ?? usualValue(usual));
    const example = (record.example.normalise as unknown as Record<string, unknown>)[id];
    if (value === undefined || typeof value !== typeof example || !isAllowed(id, value)) return id;
    values[id] = value;
  }
  return values;
}

function usualValue(written: string | undefined): string | boolean | undefined {
  return written === 'true' ? true : written === 'false' ? false : written;
}

function isAllowed(parameter: string, value: unknown): boolean {
  if (parameter === 'ties') return value === 'lowest' || value === 'average' || value === 'highest';
  return parameter !== 'sd' || (value as number) > 0;
}

/**
 * A leaf's own word on a missing value; else a score that its parent or the defaults let stand in. Anything else is as
 * its parent says: `undefined`.
 */
function missingOf({ own, parent }: Indicator, { defaults, aggregate, scale }: IndicatorSystem): LeafPlan['missing'] {
  const rule = own.missing?.value;
  if (rule === 'zero') return { score: scale[0] };
  if (rule !== undefined) return rule;
  const inherited = ((parent?.own ?? aggregate).missing ?? defaults.missing)?.value;
  return typeof inherited === 'object' ? inherited : undefined;
}

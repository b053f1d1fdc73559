/** From a normalisation of the model to one of the plan: what the method's record asks for, or what is wrong. */
import type { Direction } from '../../engine/leafPlan.ts';
import type { FrozenParams, Normalisation } from '../../engine/normalisation.ts';
import { normaliseMethod, normaliseMethods } from '../../engine/normalise/index.ts';
import type { NormaliseMethod } from '../../engine/normalise/method.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Method } from '../../model/method.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { text } from '../../model/written.ts';
import { type BoundData, findUnit } from '../bind/bind.ts';
import type { LearnedNumbers } from '../earlierNumbers.ts';
import { type Unscored, unscored } from '../unscored.ts';
import { compileScope } from './scope.ts';

/** Of a leaf, or of the scores of an aggregate or the index (`undefined`). */
export interface LeafMethod {
  readonly indicator: Indicator | undefined;
  readonly method: Method | 'none' | undefined;
  readonly direction: Direction;
}

export function compileNormalise(
  { indicator, method, direction }: LeafMethod,
  system: IndicatorSystem,
  data: BoundData,
): Normalisation | Unscored {
  if (method === undefined) return unscored('no-method', indicator);
  const name = method === 'none' ? 'none' : method.method.value;
  if (name === 'none' && direction === 'negative') return unscored('method-direction', indicator);
  if (method === 'none') return { method };
  if (!isMethod(name)) return unscored('method-unknown', indicator, name);
  const record: NormaliseMethod = normaliseMethod(name);
  const over = compileScope(method.over?.value, data, indicator);
  if ('code' in over) return over;
  const values = parameterValues(method, record, system, data);
  if (typeof values === 'string') return unscored('method-parameter', indicator, values);
  if ('unknownUnit' in values) return unscored('reference-not-found', indicator, String(values.unknownUnit));
  const kept = method.asBefore && earlierNumbers(record, data.earlier?.(indicator));
  if (method.asBefore !== undefined && kept === undefined) return unscored('not-frozen', indicator, name);
  const result = { ...values, ...over, ...(kept && { frozen: kept }), method: name } as Normalisation;
  if (result.method === 'log-goalposts' && result.lower <= 0) return unscored('method-parameter', indicator, 'lower');
  if ('lower' in result && result.lower >= result.upper) {
    return unscored('goalpost-order', indicator, `${result.lower}, ${result.upper}`);
  }
  return result;
}

function isMethod(name: string): name is Normalisation['method'] {
  return Object.hasOwn(normaliseMethods, name);
}

type Values = Record<string, unknown>;

/**
 * What the record asks for, or the name of a parameter that is missing, foreign or has a wrong value; `unknownUnit` for a
 * reference that is not among the units.
 */
function parameterValues(
  method: Method,
  record: NormaliseMethod,
  { scale }: IndicatorSystem,
  data: BoundData,
): Values | string {
  const foreign = foreignParameter(method, record.parameters);
  if (foreign !== undefined) return foreign;
  const values: Values = {};
  for (const { id, default: usual } of record.parameters) {
    const written = method.parameters.get(id);
    switch (id) {
      case 'range':
        values[id] = method.range?.value ?? scale;
        break;
      case 'over':
        if (written !== undefined && method.over === undefined) return id;
        break;
      case 'parameters': {
        if (method.asBefore !== undefined) break;
        const frozen = method.frozen && frozenParams(method.frozen, record.freezes);
        if (frozen === 'wrong' || (written !== undefined && frozen === undefined)) return id;
        if (frozen !== undefined) values.frozen = frozen;
        break;
      }
      case 'cap': {
        const cap = written?.value === true ? 1 : written?.value === false ? undefined : written?.value;
        if (typeof cap === 'number' && cap >= 0) values[id] = cap;
        else if (cap !== undefined) return id;
        break;
      }
      case 'unit': {
        const reference = written && text(written.node);
        if (reference === undefined) return id;
        const unit = findUnit(data, reference);
        if (unit === undefined) return { unknownUnit: reference };
        values[id] = unit.index;
        break;
      }
      default: {
        const value = written?.value ?? usualValue(usual);
        const example = (record.example.normalise as unknown as Values)[id];
        if (value === undefined || typeof value !== typeof example || !isAllowed(id, value)) return id;
        values[id] = value;
      }
    }
  }
  return values;
}

/** The first that the method has not. */
export function foreignParameter(
  { parameters, range, over, frozen }: Method,
  ofMethod: NormaliseMethod['parameters'],
): string | undefined {
  const maps = [range && 'range', over && 'over', frozen && 'parameters'].flatMap(name => name ?? []);
  return [...parameters.keys(), ...maps].find(name => !ofMethod.some(({ id }) => id === name));
}

function usualValue(written: string | undefined): string | number | boolean | undefined {
  if (written === undefined) return undefined;
  if (written === 'true' || written === 'false') return written === 'true';
  return Number.isNaN(Number(written)) ? written : Number(written);
}

function isAllowed(parameter: string, value: unknown): boolean {
  if (parameter === 'ties') return value === 'lowest' || value === 'average' || value === 'highest';
  if (parameter === 'deviation') return value === 'sample' || value === 'population';
  return parameter !== 'sd' || (value as number) > 0;
}

/** All numbers of the method, as the edition before learned them; `undefined` where it has not all, or another method. */
function earlierNumbers({ id, freezes }: NormaliseMethod, earlier: LearnedNumbers | undefined) {
  if (earlier?.method !== id || freezes.some(name => earlier.numbers[name] === undefined)) return undefined;
  return Object.fromEntries(freezes.map(name => [name, earlier.numbers[name]])) as FrozenParams;
}

/** As they are written in a definition. */
const frozenNames: Readonly<Record<string, keyof FrozenParams>> = {
  min: 'min',
  max: 'max',
  mean: 'mean',
  sd: 'sd',
  reference: 'reference',
  values: 'sorted',
};

function frozenParams(
  written: NonNullable<Method['frozen']>,
  freezes: readonly (keyof FrozenParams)[],
): FrozenParams | 'wrong' {
  const frozen: Values = {};
  for (const [name, { value }] of written) {
    const id = Object.hasOwn(frozenNames, name) ? frozenNames[name] : undefined;
    if (id === undefined || !freezes.includes(id) || (typeof value === 'number') === (id === 'sorted')) return 'wrong';
    frozen[id] = typeof value === 'number' ? value : value.toSorted((a, b) => a - b);
  }
  const { min, max, sd } = frozen as FrozenParams;
  const isWrong = (sd !== undefined && sd <= 0) || (min !== undefined && max !== undefined && min >= max);
  return isWrong ? 'wrong' : (frozen as FrozenParams);
}

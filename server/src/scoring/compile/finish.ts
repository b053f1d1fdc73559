/** What is done to an aggregate's own scores before they go up: `impute` and `standardise`, from the model to the plan. */
import type { AggregateImputation, AggregatePlan, Standardisation } from '../../engine/aggregatePlan.ts';
import { standardiseMethods } from '../../engine/standardise/index.ts';
import type { Indicator, Inheritable } from '../../model/indicator.ts';
import type { Method } from '../../model/method.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { BoundData } from '../bind/bind.ts';
import { type Unscored, unscored } from '../unscored.ts';
import { compileNormalise, foreignParameter } from './normalise.ts';
import { groupingOf } from './ranking.ts';
import { compileScope } from './scope.ts';

/** `defaults.impute` is for leaves: an aggregate that is to be filled says so itself. */
export function compileFinish(
  { indicator, own }: { readonly indicator: Indicator | undefined; readonly own: Inheritable },
  system: IndicatorSystem,
  data: BoundData,
): Pick<AggregatePlan, 'impute' | 'standardise'> | Unscored {
  const isFilled = own.impute !== undefined && own.impute.method.value !== 'none';
  const impute = isFilled ? compileImputation(own.impute, data, indicator) : undefined;
  if (impute !== undefined && 'code' in impute) return impute;
  const standardise = own.standardise && compileStandardisation(own.standardise, indicator, system, data);
  if (standardise !== undefined && 'code' in standardise) return standardise;
  return { ...(impute && { impute }), ...(standardise && { standardise }) };
}

/** The mean or the median of the other units' scores, all together or within each group. */
function compileImputation(
  { method, parameters, over: scope }: Method,
  data: BoundData,
  indicator: Unscored['indicator'],
): AggregateImputation | Unscored {
  if (method.value !== 'mean' && method.value !== 'median') return unscored('method-unknown', indicator, method.value);
  const foreign = [...parameters.keys()].find(name => name !== 'by' && name !== 'over');
  if (foreign !== undefined || (parameters.has('over') && scope === undefined)) {
    return unscored('imputation-parameter', indicator, foreign ?? 'over');
  }
  const over = compileScope(scope?.value, data, indicator);
  if ('code' in over) return over;
  const by = parameters.get('by');
  if (by === undefined) return { method: method.value, ...over };
  const system = data.groupSystems.find(({ id }) => id === String(by.value));
  if (system === undefined) return unscored('group-not-found', indicator, String(by.value));
  return { method: method.value, ...over, by: groupingOf(data, system.id, system.groups) };
}

/** A normalisation of the scores, or a method of its own, which has no parameters. */
function compileStandardisation(
  method: Method,
  indicator: Unscored['indicator'],
  system: IndicatorSystem,
  data: BoundData,
): Standardisation | Unscored {
  const name = method.method.value;
  if (Object.hasOwn(standardiseMethods, name)) {
    const foreign = foreignParameter(method, []);
    if (foreign !== undefined) return unscored('method-parameter', indicator, foreign);
    return { method: name as keyof typeof standardiseMethods };
  }
  const normalise = compileNormalise({ indicator, method, direction: 'positive' }, system, data);
  if ('code' in normalise) return normalise;
  return normalise.method === 'none' ? unscored('method-unknown', indicator, name) : normalise;
}

/** The imputation of a leaf, from the model to the plan, or what is wrong with it. */
import { imputeMethods } from '../../engine/impute/index.ts';
import type { Imputation, LeafPlan, LeafSeries } from '../../engine/leafPlan.ts';
import type { NodePlan } from '../../engine/plan.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Method } from '../../model/method.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { BoundData } from '../bind/bind.ts';
import { type Unscored, unscored } from '../unscored.ts';
import { groupingOf } from './ranking.ts';
import { compileScope } from './scope.ts';

/**
 * The leaf's own imputation or the inherited one. What draws on other leaves gets them later, when all have their nodes
 * (`withLeaves`). `series` gives the leaf's other periods, `undefined` where there are none.
 */
export function compileImputation(
  indicator: Indicator,
  { defaults }: IndicatorSystem,
  data: BoundData,
  series: () => LeafSeries | undefined,
): Imputation | Unscored | undefined {
  const written = indicator.own.impute ?? defaults.impute;
  if (written === undefined || written.method.value === 'none') return undefined;
  const name = nameOf(written);
  if (name === undefined) return unscored('method-unknown', indicator, written.method.value);
  const foreign = foreignParameter(written, name);
  if (foreign !== undefined) return unscored('imputation-parameter', indicator, foreign);
  switch (name) {
    case 'mean':
    case 'median':
      if (!written.parameters.has('across') && written.across === undefined) {
        return fromUnits(name, written, data, indicator);
      }
      return {
        method: name,
        from: 'leaves',
        leaves: [],
        on: written.parameters.get('on')?.value === 'values' ? 'values' : 'min-max',
      };
    case 'em':
      return { method: name, leaves: [] };
    case 'constant': {
      const value = written.parameters.get('value')?.value;
      return typeof value === 'number' ? { method: name, value } : unscored('imputation-parameter', indicator, 'value');
    }
    case 'carry':
    case 'latest':
    case 'linear': {
      const maxAge = written.parameters.get('maxAge')?.value;
      if (maxAge !== undefined && !(typeof maxAge === 'number' && maxAge >= 1)) {
        return unscored('imputation-parameter', indicator, 'maxAge');
      }
      const others = series();
      if (others === undefined) return unscored('no-periods', indicator, written.method.value);
      return { method: name, series: others, ...(maxAge === undefined ? {} : { maxAge }) };
    }
  }
}

/** The leaves that the imputation of each leaf draws on, as nodes. */
export function withLeaves(
  nodes: readonly NodePlan[],
  nodeOf: ReadonlyMap<Indicator, number>,
  system: IndicatorSystem,
): readonly NodePlan[] {
  const completed = [...nodes];
  for (const [indicator, node] of nodeOf) {
    const plan = nodes[node]!;
    if (plan.kind !== 'leaf' || plan.impute === undefined || !('leaves' in plan.impute)) continue;
    const leaves = system.indicators.filter(other => isDrawnOn(other, indicator, acrossOf(indicator, system)));
    const found = leaves.flatMap(leaf => nodeOf.get(leaf) ?? []);
    completed[node] = { ...plan, impute: { ...plan.impute, leaves: found } } satisfies LeafPlan;
  }
  return completed;
}

type Across = NonNullable<Method['across']>['value'];

function acrossOf({ own }: Indicator, { defaults }: IndicatorSystem): Across {
  return (own.impute ?? defaults.impute)?.across?.value ?? 'siblings';
}

function isDrawnOn(other: Indicator, indicator: Indicator, across: Across): boolean {
  if (other.children !== undefined) return false;
  if (across === 'all') return true;
  if (across === 'siblings') return other.parent === indicator.parent;
  return ancestorAt(other, across) === ancestorAt(indicator, across);
}

/** The indicator of the level above it; its parent where it stands higher itself. */
function ancestorAt(indicator: Indicator, level: number): Indicator | undefined {
  let above = indicator.parent;
  while (above !== undefined && above.level > level) above = above.parent;
  return above;
}

/** `constant` without a value is carried from the other periods. */
function nameOf({ method, parameters }: Method): Imputation['method'] | undefined {
  if (method.value === 'constant' && !parameters.has('value')) return 'carry';
  return method.value !== 'carry' && isImputation(method.value) ? method.value : undefined;
}

function isImputation(name: string): name is Imputation['method'] {
  return Object.hasOwn(imputeMethods, name);
}

/** The first that the method has not, or that cannot be read. */
function foreignParameter({ parameters, over, across }: Method, name: Imputation['method']): string | undefined {
  const known = imputeMethods[name].parameters.map(({ id }) => id);
  const foreign = [...parameters.keys(), ...(over ? ['over'] : []), ...(across ? ['across'] : [])].find(
    parameter => !known.includes(parameter),
  );
  if (foreign !== undefined) return foreign;
  if (parameters.has('over') && over === undefined) return 'over';
  if (parameters.has('across') && across === undefined) return 'across';
  const on = parameters.get('on')?.value;
  if (on !== undefined && (across === undefined || (on !== 'values' && on !== 'min-max'))) return 'on';
  // Other indicators of a unit know no groups of units.
  return across !== undefined && parameters.has('by') ? 'by' : undefined;
}

function fromUnits(
  method: 'mean' | 'median',
  written: Method,
  data: BoundData,
  indicator: Indicator,
): Imputation | Unscored {
  const over = compileScope(written.over?.value, data, indicator);
  if ('code' in over) return over;
  const by = written.parameters.get('by');
  if (by === undefined) return { method, from: 'units', ...over };
  const system = data.groupSystems.find(({ id }) => id === String(by.value));
  if (system === undefined) return unscored('group-not-found', indicator, String(by.value));
  return { method, from: 'units', ...over, by: groupingOf(data, system.id, system.groups) };
}

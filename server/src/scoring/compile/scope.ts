/** From `over` of the model to the units of the plan. */
import type { Over } from '../../engine/normalisation.ts';
import type { Scope } from '../../model/units.ts';
import type { BoundData } from '../bind/bind.ts';
import { unitsInGroups } from '../conditions.ts';
import { type Unscored, unscored } from '../unscored.ts';

/** `undefined`: all units. A group that is not there is a problem of `indicator`. */
export function compileScope(
  scope: Scope | undefined,
  data: BoundData,
  indicator: Unscored['indicator'],
): { readonly over?: Over } | Unscored {
  if (scope === undefined || scope.kind === 'all') return {};
  if (scope.kind === 'eligible') return { over: 'eligible' };
  const selection = unitsInGroups(scope, { data });
  if (selection.kind === 'unresolved') return unscored('group-not-found', indicator, selection.name);
  const over = new Uint8Array(data.units.length);
  for (const unit of selection.units) over[unit] = 1;
  return { over };
}

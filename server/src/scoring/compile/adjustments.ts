/** From bonuses in the tree and `adjustments` of the model to those of the plan, tree bonuses first. */
import { toNumber } from '../../base/decimal.ts';
import type { Bounds } from '../../engine/bounds.ts';
import type { Column } from '../../engine/column.ts';
import type { Adjustment as AdjustmentPlan } from '../../engine/plan.ts';
import { boundKeys } from '../../model/bounds.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Adjustment, ScoreCondition } from '../../model/ranking.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { BoundData } from '../bind/bind.ts';
import { tierNamed } from '../conditions.ts';
import { type Unscored, unscored } from '../unscored.ts';

/** What an adjustment of the plan came from: exactly one of the two is there. */
export interface AdjustmentOrigin {
  readonly id: string;
  readonly indicator: Indicator | undefined;
  readonly adjustment: Adjustment | undefined;
}

export interface CompiledAdjustments {
  readonly adjustments: readonly AdjustmentPlan[];
  /** Aligned with `adjustments`. */
  readonly origins: readonly AdjustmentOrigin[];
  /** The first that cannot be honoured: no total is right without it. */
  readonly problem: Unscored | undefined;
}

/** `columns`: the engine's input, to which the adjustments' columns are added. */
export function compileAdjustments(
  system: IndicatorSystem,
  data: BoundData,
  nodeOf: ReadonlyMap<Indicator, number>,
  columns: Column[],
): CompiledAdjustments {
  const adjustments: AdjustmentPlan[] = [];
  const origins: AdjustmentOrigin[] = [];
  let problem: Unscored | undefined;
  for (const indicator of system.top) {
    if (indicator.own.bonus === undefined) continue;
    const plan = treeBonus(indicator, nodeOf.get(indicator));
    if (plan === undefined) problem ??= unscored('bonus-incomplete', undefined, indicator.id);
    else {
      adjustments.push(plan);
      origins.push({ id: indicator.id, indicator, adjustment: undefined });
    }
  }
  system.adjustments.forEach((adjustment, position) => {
    const id = adjustment.id?.value ?? `#${position + 1}`;
    const cells = data.adjustments[position];
    const plan = cells && compileAdjustment(adjustment, columns.length, system, nodeOf);
    if (cells === undefined || plan === undefined) {
      problem ??= unscored('adjustment-incomplete', undefined, id);
      return;
    }
    columns.push(cells);
    adjustments.push(plan);
    origins.push({ id, indicator: undefined, adjustment });
  });
  return { adjustments, origins, problem };
}

function treeBonus({ own: { bonus } }: Indicator, node: number | undefined): AdjustmentPlan | undefined {
  const when = conditionPlan(bonus?.when);
  if (node === undefined || bonus?.cap === undefined || when === 'unreadable') return undefined;
  return { kind: 'node-bonus', node, cap: toNumber(bonus.cap.value), ...(when && { when }) };
}

function compileAdjustment(
  adjustment: Adjustment,
  column: number,
  system: IndicatorSystem,
  nodeOf: ReadonlyMap<Indicator, number>,
): AdjustmentPlan | undefined {
  const points = adjustment.points === undefined ? 1 : toNumber(adjustment.points.value);
  switch (adjustment.kind?.value) {
    case 'bonus': {
      const when = conditionPlan(adjustment.when);
      if (when === 'unreadable') return undefined;
      const cap = adjustment.cap && { cap: toNumber(adjustment.cap.value) };
      return { kind: 'bonus', column, points, ...cap, ...(when && { when }) };
    }
    case 'deduction': {
      const floor = adjustment.floor && { floor: adjustment.floor.value };
      if (adjustment.of === undefined) return { kind: 'deduction', column, points, ...floor };
      const item = system.byId.get(adjustment.of.value)?.[0];
      const of = item && nodeOf.get(item);
      return of === undefined ? undefined : { kind: 'deduction', column, points, of, ...floor };
    }
    case 'veto': {
      const { tier: named, score } = adjustment.outcome ?? {};
      const tier = named && tierNamed(system.tiers, named.value);
      if (tier === -1 || (tier === undefined && score === undefined)) return undefined;
      return { kind: 'veto', column, ...(score && { score: score.value }), ...(tier === undefined ? {} : { tier }) };
    }
    case undefined:
      return undefined;
  }
}

function conditionPlan(condition: ScoreCondition | undefined): Bounds | 'unreadable' | undefined {
  if (condition === undefined) return undefined;
  const given = boundKeys.flatMap(key => (condition[key] === undefined ? [] : [[key, condition[key].value]]));
  return given.length === 0 ? 'unreadable' : Object.fromEntries(given);
}

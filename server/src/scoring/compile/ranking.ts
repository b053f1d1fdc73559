/** From `ranking` and `tiers` of the model to those of the plan. What cannot be honoured gives a reason and no ranks. */
import { toNumber } from '../../base/decimal.ts';
import type { Grouping } from '../../engine/groups.ts';
import type { RankingPlan, TiersPlan } from '../../engine/rankingPlan.ts';
import { bestOf, boundKeys, boundOf } from '../../model/bounds.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { type BoundData, findUnit } from '../bind/bind.ts';
import { unitsWhere } from '../conditions.ts';
import { type Unscored, unscored } from '../unscored.ts';

/** Ties where `ranking.ties` is not stated: as most published rankings do, 1, 2, 2, 4. */
export const usualTies = 'competition';

export interface CompiledRanking {
  readonly ranking: RankingPlan;
  /** Why no total can be given. */
  readonly noTotals: Unscored | undefined;
  /** Why no unit can be ranked. */
  readonly noRanks: Unscored | undefined;
  /** Groups of each `RankingPlan.within`, in the order of its indices. */
  readonly within: readonly { readonly id: string; readonly groups: readonly string[] }[];
}

export function compileRanking(system: IndicatorSystem, data: BoundData): CompiledRanking {
  const { ranking } = system;
  const within = ranking.within.flatMap(({ value }) => data.groupSystems.find(({ id }) => id === value) ?? []);
  const best = ranking.best?.value ?? 'highest';
  const ties = ranking.ties?.value ?? usualTies;
  const tieOrder = ranking.tieOrder?.value ?? 'units';
  const eligible = eligibleUnits(system, data);
  const unknown =
    (within.length < ranking.within.length ? 'within' : undefined) ??
    (best === 'highest' || best === 'lowest' ? undefined : best) ??
    (isTies(ties) ? undefined : ties) ??
    emptyLevel(system) ??
    (tieOrder === 'units' || tieOrder === 'name' ? undefined : tieOrder);
  const noRanks = unknown === undefined ? eligible.problem : unscored('ranking-unknown', undefined, unknown);
  const round = roundingOf(system);
  const minShare = ranking.eligible?.minShare?.value;
  const minNonZero = ranking.eligible?.minNonZero?.value;
  const plan: RankingPlan = {
    ...(round === undefined || 'code' in round ? {} : { round }),
    ...(bestOf(system) === 'lowest' && { best: 'lowest' as const }),
    ties: isTies(ties) ? ties : usualTies,
    tieOrder: tieOrder === 'name' ? positionsByName(data) : Int32Array.from(data.units, ({ index }) => index),
    within: within.map(({ id, groups }) => groupingOf(data, id, groups)),
    ...(minShare === undefined ? {} : { minShare }),
    ...(minNonZero === undefined ? {} : { minNonZero }),
    ...(noRanks !== undefined
      ? { eligible: new Uint8Array(data.units.length) }
      : eligible.units === undefined
        ? {}
        : { eligible: eligible.units }),
    ...(eligible.included && { included: eligible.included }),
  };
  return { ranking: plan, noTotals: round && 'code' in round ? round : undefined, noRanks, within };
}

/** Under a level that nothing stands on no share can be asked for. */
function emptyLevel({ ranking, indicators }: IndicatorSystem): string | undefined {
  const wanted = ranking.eligible?.level?.value;
  return wanted === undefined || indicators.some(({ level }) => level === wanted) ? undefined : `level: ${wanted}`;
}

/** Units of one group share a list: a million lists of their own take longer to keep than the units to rank. */
export function groupingOf(data: BoundData, id: string, groups: readonly string[]): Grouping {
  const alone = new Map(groups.map((group, index) => [group, [index]]));
  const groupsOf = data.units.map(unit => {
    const own = unit.groups.get(id) ?? [];
    return own.length === 1 ? alone.get(own[0]!)! : own.flatMap(group => alone.get(group)!);
  });
  return { nGroups: groups.length, groupsOf };
}

export interface CompiledTiers {
  readonly tiers: TiersPlan;
  readonly problem: Unscored | undefined;
}

/** All by bounds on the side where the worse totals are or all by quotas; the last may be without either. */
export function compileTiers(system: IndicatorSystem, data: BoundData): CompiledTiers {
  const { tiers } = system;
  const none: TiersPlan = { kind: 'none' };
  if (tiers.length === 0) return { tiers: none, problem: undefined };
  const bounds = tiers.map(tier => boundOf(tier, system));
  const isTurned = tiers.some((tier, position) => !bounds[position] && boundKeys.some(key => tier[key] !== undefined));
  if (isTurned) return { tiers: none, problem: unscored('tiers-unknown', undefined) };
  const hasQuotas = tiers.some(({ top, topShare }) => top !== undefined || topShare !== undefined);
  if (!hasQuotas) {
    const given = bounds.map(bound => (bound === undefined ? {} : { [bound.key]: toNumber(bound.value) }));
    return { tiers: { kind: 'bounds', tiers: given }, problem: undefined };
  }
  const groupSystems = new Set(tiers.flatMap(({ within }) => within?.value ?? []));
  const [wanted] = groupSystems;
  const groupSystem = data.groupSystems.find(({ id }) => id === wanted);
  const hasBounds = bounds.some(bound => bound !== undefined);
  if (hasBounds || groupSystems.size > 1 || (wanted !== undefined && groupSystem === undefined)) {
    return { tiers: none, problem: unscored('tiers-unknown', undefined) };
  }
  const quotas = tiers.map(({ top, topShare }) => ({
    ...(top && { top: top.value }),
    ...(topShare && { topShare: toNumber(topShare.value) }),
  }));
  const within = groupSystem && { within: groupingOf(data, groupSystem.id, groupSystem.groups) };
  return { tiers: { kind: 'quotas', tiers: quotas, ...within }, problem: undefined };
}

function roundingOf({ ranking: { round } }: IndicatorSystem): RankingPlan['round'] | Unscored {
  if (round === undefined) return undefined;
  const decimals = round.decimals?.value;
  const mode = round.mode?.value ?? 'half-up';
  const when = round.when?.value ?? 'before-rank';
  if (decimals === undefined || decimals < 0 || decimals > 15)
    return unscored('rounding-unknown', undefined, 'decimals');
  if (mode !== 'half-up' && mode !== 'half-even' && mode !== 'down') {
    return unscored('rounding-unknown', undefined, mode);
  }
  if (when !== 'before-rank' && when !== 'after-rank') return unscored('rounding-unknown', undefined, when);
  return { decimals, mode, when };
}

interface EligibleUnits {
  readonly units?: Uint8Array;
  readonly included?: Uint8Array;
  readonly problem?: Unscored;
}

/** By the condition and by name; the shares of the data are counted later. */
function eligibleUnits(system: IndicatorSystem, data: BoundData): EligibleUnits {
  const { where, include = [], exclude = [] } = system.ranking.eligible ?? {};
  const selection = where && unitsWhere(where, { system, data, tierOf: undefined });
  const unknown = [...include, ...exclude].find(({ value }) => findUnit(data, value) === undefined);
  const unresolved = selection?.kind === 'unresolved' ? selection.name : unknown?.value;
  if (unresolved !== undefined) return { problem: unscored('condition-unresolved', undefined, unresolved) };
  if (selection === undefined && include.length + exclude.length === 0) return {};
  const units = new Uint8Array(data.units.length).fill(selection === undefined ? 1 : 0);
  const included = new Uint8Array(data.units.length);
  if (selection?.kind === 'units') for (const unit of selection.units) units[unit] = 1;
  const mark = (names: typeof include, value: 0 | 1) => {
    for (const name of names) {
      const { index } = findUnit(data, name.value)!;
      units[index] = value;
      included[index] = value;
    }
  };
  mark(include, 1);
  mark(exclude, 0);
  return { units, ...(include.length > 0 && { included }) };
}

/** Names by code point, the same on every machine; equal names in list order. */
function positionsByName({ units }: BoundData): Int32Array {
  const byName = units.toSorted((a, b) => compareCodePoints(a.name, b.name) || a.index - b.index);
  const positions = new Int32Array(units.length);
  byName.forEach(({ index }, position) => {
    positions[index] = position;
  });
  return positions;
}

function compareCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let position = 0; position < Math.min(left.length, right.length); position++) {
    const difference = left[position]!.codePointAt(0)! - right[position]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function isTies(text: string): text is RankingPlan['ties'] {
  return ['dense', 'competition', 'modified', 'ordinal', 'fractional'].includes(text);
}

/** Which units meet a condition: the one place where conditions are evaluated. */
import type { Tier } from '../model/ranking.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { Condition } from '../model/units.ts';
import type { BoundData } from './bind/bind.ts';
import { cellText, findColumn } from './columnSearch.ts';
import { isMissing, readYesNo } from './columns.ts';

export interface ConditionFacts {
  readonly system: IndicatorSystem;
  readonly data: BoundData;
  /** Index of each unit's tier or −1; `undefined` before there are tiers. */
  readonly tierOf: Int16Array | undefined;
}

/** Positions of units in list order, or the name in the condition that stands for nothing. */
export type Selection =
  | { readonly kind: 'units'; readonly units: readonly number[] }
  | { readonly kind: 'unresolved'; readonly name: string };

/** The units that meet all parts of the condition. A cell that is missing meets no `equals`. */
export function unitsWhere(condition: Condition, facts: ConditionFacts): Selection {
  if (condition.unread !== undefined) return { kind: 'unresolved', name: condition.unread };
  const inGroups = unitsInGroups(condition, facts);
  if (inGroups.kind === 'unresolved') return inGroups;
  const { data, system, tierOf } = facts;
  let units = inGroups.units;
  if (condition.tier !== undefined) {
    const { name, orBetter } = condition.tier;
    const tier = tierNamed(system.tiers, name.value);
    if (tier < 0 || tierOf === undefined) return { kind: 'unresolved', name: name.value };
    units = units.filter(unit => (orBetter ? tierOf[unit]! >= 0 && tierOf[unit]! <= tier : tierOf[unit] === tier));
  }
  if (condition.column !== undefined) {
    const place = findColumn(data.sources, condition.column.value);
    if (place === undefined) return { kind: 'unresolved', name: condition.column.value };
    const expected = condition.equals?.value;
    units = units.filter(unit => {
      const text = cellText(data, unit, place);
      if (isMissing(place.source, text)) return false;
      return expected === undefined ? readYesNo(text) === 1 : text === expected;
    });
  }
  return { kind: 'units', units };
}

/** The units that are in all of the groups. */
export function unitsInGroups(
  { groups }: Pick<Condition, 'groups'>,
  { data }: Pick<ConditionFacts, 'data'> & Partial<ConditionFacts>,
): Selection {
  for (const { group, value } of groups) {
    const groupSystem = data.groupSystems.find(({ id }) => id === group);
    if (groupSystem === undefined) return { kind: 'unresolved', name: group };
    if (!groupSystem.groups.includes(value.value)) return { kind: 'unresolved', name: value.value };
  }
  const units = data.units.filter(unit =>
    groups.every(({ group, value }) => unit.groups.get(group)?.includes(value.value)),
  );
  return { kind: 'units', units: units.map(({ index }) => index) };
}

/** Index of a tier by its name in any locale, or −1. */
export function tierNamed(tiers: readonly Tier[], name: string): number {
  return tiers.findIndex(
    tier => tier.name?.value.plain === name || [...(tier.name?.value.byLocale.values() ?? [])].includes(name),
  );
}

/** The lists and tables that a definition publishes: who stands in them, and where. Knows no format. */
import type { Publication } from '../model/claims.ts';
import { unitsWhere } from './conditions.ts';
import { ranksAmong } from './ranks.ts';
import type { Scoring } from './score.ts';

export type Published =
  | {
      readonly kind: 'units';
      readonly publication: Publication;
      readonly id: string;
      /** `rank` among the units that the list is about; `undefined` where none is printed. */
      readonly rows: readonly { readonly unit: number; readonly rank: number | undefined }[];
    }
  | {
      readonly kind: 'tiers';
      readonly publication: Publication;
      readonly id: string;
      /** The groups that the table is split by; empty where it is not split. */
      readonly groups: readonly string[];
      readonly rows: readonly TierRow[];
    }
  /** Refers to something that is not there. */
  | {
      readonly kind: 'unresolved';
      readonly publication: Publication;
      readonly id: string;
      readonly name: string;
    };

export interface TierRow {
  /** Index in `system.tiers`. */
  readonly tier: number;
  readonly count: number;
  /** Aligned with the groups. */
  readonly byGroup: readonly number[];
}

export function publish(scoring: Scoring): readonly Published[] {
  return scoring.system.publications.map((publication, position) => {
    const id = publication.id?.value ?? `#${position + 1}`;
    const { table, unread } = publication;
    if (unread !== undefined) return { kind: 'unresolved', publication, id, name: unread };
    if (table === undefined) return list(scoring, publication, id);
    return table.value === 'tiers'
      ? tierTable(scoring, publication, id)
      : { kind: 'unresolved', publication, id, name: table.value };
  });
}

/**
 * Ranks are among the units of the condition, so that the first 直辖市 is 1; "top 10" is all units with rank 10 or
 * better, ties included. `order: units` is the list order; else by rank, units without a rank last.
 */
function list(scoring: Scoring, publication: Publication, id: string): Published {
  const { system, data, ranking } = scoring;
  const selection = unitsWhere(publication.where, { system, data, tierOf: ranking.tiers });
  if (selection.kind === 'unresolved') return { kind: 'unresolved', publication, id, name: selection.name };
  const { top, ranked, order } = publication;
  if (order !== undefined && order.value !== 'units' && order.value !== 'rank') {
    return { kind: 'unresolved', publication, id, name: order.value };
  }
  const { ranks, order: byRank } = ranksAmong(scoring, selection.units);
  const unranked = selection.units.filter(unit => ranks[unit] === 0);
  const units = order?.value === 'units' ? selection.units : [...byRank, ...unranked];
  const listed = top === undefined ? units : units.filter(unit => ranks[unit]! > 0 && ranks[unit]! <= top.value);
  const rows = listed.map(unit => ({ unit, rank: ranked && ranks[unit]! > 0 ? ranks[unit] : undefined }));
  return { kind: 'units', publication, id, rows };
}

function tierTable(scoring: Scoring, publication: Publication, id: string): Published {
  const { system, data, ranking } = scoring;
  const selection = unitsWhere(publication.where, { system, data, tierOf: ranking.tiers });
  if (selection.kind === 'unresolved') return { kind: 'unresolved', publication, id, name: selection.name };
  const by = publication.by?.value;
  const groupSystem = data.groupSystems.find(each => each.id === by);
  if (by !== undefined && groupSystem === undefined) return { kind: 'unresolved', publication, id, name: by };
  const groups = groupSystem?.groups ?? [];
  return { kind: 'tiers', publication, id, groups, rows: countTiers(scoring, selection.units, by, groups) };
}

/** How many of the units are in each tier, in all and by group. A unit in several groups counts in each. */
export function countTiers(
  { system, data, ranking }: Scoring,
  units: readonly number[],
  groupSystem: string | undefined,
  groups: readonly string[],
): readonly TierRow[] {
  return system.tiers.map((_, tier) => {
    const members = units.filter(unit => ranking.tiers[unit] === tier);
    const groupsOf = (unit: number) => data.units[unit]!.groups.get(groupSystem ?? '') ?? [];
    const byGroup = groups.map(group => members.filter(unit => groupsOf(unit).includes(group)).length);
    return { tier, count: members.length, byGroup };
  });
}

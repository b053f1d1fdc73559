/** How many units a definition says are in each tier: by its claims, else by its quotas. Knows no format. */
import { toNumber } from '../base/decimal.ts';
import { placesOf } from '../engine/tiers.ts';
import type { Claim } from '../model/claims.ts';
import { tierNamed } from './conditions.ts';
import type { Scoring } from './score.ts';

export interface ExpectedTier {
  /** Index in `system.tiers`. */
  readonly tier: number;
  /** `undefined`: all units. */
  readonly group: { readonly system: string; readonly name: string } | undefined;
  readonly count: number;
}

/** What is said of a tier, or of a tier in one group; of two that say it of the same the later counts. */
export function expectedTiers(scoring: Scoring): readonly ExpectedTier[] {
  const claims = scoring.system.expectations.map(({ claim }) => claim && claimed(scoring, claim));
  return [...quotas(scoring), ...claims.filter(claim => claim !== undefined)];
}

/** Of how many are in a tier, and of who they are. */
function claimed({ system }: Scoring, claim: Claim): ExpectedTier | undefined {
  if (claim.kind !== 'count' && claim.kind !== 'members') return undefined;
  const { tier, groups, column } = claim.where;
  if (tier === undefined || tier.orBetter || column !== undefined || groups.length > 1) return undefined;
  const position = tierNamed(system.tiers, tier.name.value);
  if (position < 0) return undefined;
  const [group] = groups;
  return {
    tier: position,
    group: group && { system: group.group, name: group.value.value },
    count: claim.kind === 'count' ? toNumber(claim.is.value) : claim.are.length,
  };
}

/** A tier without a quota takes the rest, of which nothing is said. */
function quotas({ system, compiled, data, ranking }: Scoring): readonly ExpectedTier[] {
  const { tiers } = compiled.plan;
  if (tiers.kind !== 'quotas') return [];
  const ranked = data.units.filter(({ index }) => ranking.ranks[index]! > 0);
  const wanted = system.tiers.find(({ within }) => within !== undefined)?.within?.value;
  const within = data.groupSystems.find(({ id }) => id === wanted);
  const parts =
    within === undefined
      ? [{ group: undefined, nRanked: ranked.length }]
      : within.groups.map(name => ({
          group: { system: within.id, name },
          nRanked: ranked.filter(unit => unit.groups.get(within.id)?.includes(name)).length,
        }));
  return parts.flatMap(({ group, nRanked }) =>
    tiers.tiers.flatMap((quota, tier) =>
      quota.top === undefined && quota.topShare === undefined
        ? []
        : [{ tier, group, count: Math.min(nRanked, placesOf(quota, nRanked)) }],
    ),
  );
}

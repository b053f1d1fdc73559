/** Whether the known results of a definition come out of its scoring, and what came out instead. */
import {
  compare,
  type Decimal,
  decimalOf,
  divide,
  multiply,
  type RoundingMode,
  round,
  subtract,
} from '../base/decimal.ts';
import { dustDecimals, withoutDust } from '../engine/round.ts';
import type { Claim, Expectation } from '../model/claims.ts';
import type { Condition } from '../model/units.ts';
import { findUnit } from './bind/bind.ts';
import { type Selection, unitsInGroups, unitsWhere } from './conditions.ts';
import { ranksAmong } from './ranks.ts';
import { type Scoring, scoreOf, totalOf } from './score.ts';

/** Two that follow each other in a list but not in the list order of the units. */
export interface OrderBreak {
  readonly before: string;
  readonly after: string;
  /** Position of `after` in the claim's list. */
  readonly position: number;
}

export interface CheckedExpectation {
  /** Position in `expect`, from 0. */
  readonly index: number;
  readonly expectation: Expectation;
  /** `undefined`: cannot be checked, for what it names is not there (`unresolved`) or there are no scores, ranks or tiers. */
  readonly holds: boolean | undefined;
  /** A number, or the ids of the members as written. */
  readonly expected: Decimal | readonly string[] | undefined;
  /** The result rounded to the decimals of the claim; for members the ids of the units in list order. */
  readonly actual: Decimal | readonly string[] | undefined;
  /** The units that meet a count, share, change or members claim; ids in list order. */
  readonly units: readonly string[];
  /** Members that are expected but not there, as written; and units that are there but not expected. */
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  /** With `order: units`. They do not make the claim false: they are faults of the list. */
  readonly orderBreaks: readonly OrderBreak[];
  /** A name in the claim that stands for nothing. */
  readonly unresolved: string | undefined;
}

export function checkExpectations(scoring: Scoring): readonly CheckedExpectation[] {
  return scoring.system.expectations.map((expectation, index) => {
    const { claim } = expectation;
    const expected = claim && expectedBy(claim);
    const result = claim !== undefined && isDecidable(scoring, claim) ? checkClaim(scoring, claim) : {};
    return { ...undecided, expected, ...result, index, expectation };
  });
}

/** Not where scores, ranks or tiers that the claim is about do not exist. */
function isDecidable({ system, compiled }: Scoring, claim: Claim): boolean {
  const { noTotals, noRanks, noTiers } = compiled;
  if (claim.kind === 'rank') return noTotals === undefined && noRanks === undefined;
  if (claim.kind !== 'score') return claim.where.tier === undefined || (noTotals ?? noTiers) === undefined;
  const indicator = claim.indicator && system.byId.get(claim.indicator.value)?.[0];
  if (indicator !== undefined) return compiled.nodeOf.has(indicator);
  return claim.indicator !== undefined || noTotals === undefined;
}

type Checked = Partial<Omit<CheckedExpectation, 'index' | 'expectation'>>;

const undecided = {
  holds: undefined,
  expected: undefined,
  actual: undefined,
  units: [],
  missing: [],
  extra: [],
  orderBreaks: [],
  unresolved: undefined,
} as const;

function expectedBy(claim: Claim): Decimal | readonly string[] {
  return claim.kind === 'members' ? claim.are.map(({ value }) => value) : claim.is.value;
}

function checkClaim(scoring: Scoring, claim: Claim): Checked {
  switch (claim.kind) {
    case 'count':
      return withUnits(scoring, claim.where, units => number(claim.is.value, whole(units.length)));
    case 'share':
      return checkShare(scoring, claim);
    case 'change':
      return withUnits(scoring, claim.where, units => {
        const from = claim.from.value;
        if (from.digits === 0n) return {};
        const growth = multiply(subtract(whole(units.length), from), whole(100));
        return number(claim.is.value, divide(growth, from, claim.decimals));
      });
    case 'members':
      return withUnits(scoring, claim.where, units => checkMembers(scoring, claim, units));
    case 'rank':
      return checkRank(scoring, claim);
    case 'score':
      return checkScore(scoring, claim);
  }
}

/** How many percent of the units of the groups also meet the rest of the condition, half-up. */
function checkShare(scoring: Scoring, claim: Extract<Claim, { kind: 'share' }>): Checked {
  const all = unitsInGroups(claim.where, factsOf(scoring));
  return withUnits(scoring, claim.where, units => {
    if (all.kind === 'unresolved' || all.units.length === 0) return {};
    return number(claim.is.value, divide(whole(100 * units.length), whole(all.units.length), claim.decimals));
  });
}

function checkMembers(
  { data }: Scoring,
  claim: Extract<Claim, { kind: 'members' }>,
  actual: readonly number[],
): Checked {
  const expected = claim.are.map(({ value }) => value);
  const named = expected.map(name => findUnit(data, name));
  const listed = new Set(named.map(unit => unit?.index));
  const missing = expected.filter((_, position) => !actual.includes(named[position]?.index ?? -1));
  const extra = actual.filter(unit => !listed.has(unit)).map(unit => data.units[unit]!.id);
  const known = named.flatMap((unit, position) => (unit === undefined ? [] : [{ unit, position }]));
  const orderBreaks = known.flatMap(({ unit, position }, place) => {
    const before = known[place - 1];
    return before === undefined || before.unit.index < unit.index
      ? []
      : [{ before: expected[before.position]!, after: expected[position]!, position }];
  });
  return {
    holds: missing.length === 0 && extra.length === 0,
    actual: actual.map(unit => data.units[unit]!.id),
    ...{ missing, extra },
    orderBreaks: claim.order?.value === 'units' ? orderBreaks : [],
  };
}

/** `within` a group system: among the units of the unit's groups there (of the first, where it is in several). */
function checkRank(scoring: Scoring, claim: Extract<Claim, { kind: 'rank' }>): Checked {
  const { data, ranking } = scoring;
  const expected = claim.is.value;
  const unit = findUnit(data, claim.unit.value);
  if (unit === undefined) return { unresolved: claim.unit.value };
  const within = claim.within?.value;
  let ranks = ranking.ranks;
  if (within !== undefined) {
    const groups = unit.groups.get(within);
    if (groups === undefined) return { unresolved: within };
    const members = data.units.filter(other => other.groups.get(within)?.includes(groups[0] ?? ''));
    ranks = ranksAmong(
      scoring,
      members.map(({ index }) => index),
    ).ranks;
  }
  const rank = ranks[unit.index]!;
  return rank === 0 ? { holds: false } : number(expected, decimalOf(rank));
}

/**
 * The score to the decimals of the claim, by the rounding mode of the ranking. Without `decimals` the index is as the
 * ranking rounds it; where it does not, and for an indicator, the decimals are those of the figure as written.
 */
function checkScore(scoring: Scoring, claim: Extract<Claim, { kind: 'score' }>): Checked {
  const { system, data, compiled } = scoring;
  const expected = claim.is.value;
  const unit = findUnit(data, claim.unit.value);
  if (unit === undefined) return { unresolved: claim.unit.value };
  const wanted = claim.indicator?.value;
  const indicator = wanted === undefined ? undefined : system.byId.get(wanted)?.[0];
  if (wanted !== undefined && indicator === undefined) return { unresolved: wanted };
  const rounding = compiled.plan.ranking.round;
  const outcome = indicator === undefined ? totalOf(scoring, unit.index) : scoreOf(scoring, indicator, unit.index);
  if (outcome.kind !== 'number') return { holds: false };
  const places = claim.decimals ?? (indicator === undefined ? rounding?.decimals : undefined) ?? expected.scale;
  const mode: RoundingMode = rounding?.mode ?? 'half-up';
  return number(expected, round(decimalOf(withoutDust(outcome.value, dustDecimals(compiled.plan))), places, mode));
}

function withUnits(scoring: Scoring, where: Condition, judge: (units: readonly number[]) => Checked): Checked {
  const selection: Selection = unitsWhere(where, factsOf(scoring));
  if (selection.kind === 'unresolved') return { unresolved: selection.name };
  return { units: selection.units.map(unit => scoring.data.units[unit]!.id), ...judge(selection.units) };
}

function factsOf({ system, data, ranking }: Scoring) {
  return { system, data, tierOf: ranking.tiers };
}

function number(expected: Decimal, actual: Decimal): Checked {
  return { holds: compare(expected, actual) === 0, actual };
}

function whole(count: number): Decimal {
  return { digits: BigInt(count), scale: 0 };
}

/** What is said of a claim that does not hold: what was expected, what came out, and which units make the difference. */
import { compare, type Decimal, printDecimal, toNumber } from '../base/decimal.ts';
import { inPercent, type Locale, type LocalText, localText, localTextOf } from '../base/locale.ts';
import type { Claim } from '../model/claims.ts';
import { findUnit } from '../scoring/bind/bind.ts';
import { subjectText } from '../scoring/claimText.ts';
import { unitsInGroups, unitsWhere } from '../scoring/conditions.ts';
import type { CheckedExpectation } from '../scoring/expectations.ts';
import { tierName } from '../scoring/names.ts';
import { ranksAmong } from '../scoring/ranks.ts';
import { reasonText } from '../scoring/reasonText.ts';
import { type Outcome, type Scoring, scoreOf, totalOf } from '../scoring/score.ts';
import { entryOf, type Place } from '../syntax/tree.ts';
import { listIn, numberText } from './words.ts';

export interface FailedClaim {
  /** The figure or the entries at fault. */
  readonly places: readonly [Place, ...Place[]];
  readonly message: LocalText;
}

/** `undefined` where all that is wrong is a name that stands for nothing. */
export function failedClaim(scoring: Scoring, checked: CheckedExpectation): FailedClaim | undefined {
  const { claim } = checked.expectation;
  switch (claim?.kind) {
    case 'count':
    case 'share':
    case 'change':
      return failedNumber(scoring, claim, checked);
    case 'members':
      return failedMembers(scoring, claim, checked);
    case 'rank':
      return failedRank(scoring, claim, checked);
    case 'score':
      return failedScore(scoring, claim, checked);
    case undefined:
      return undefined;
  }
}

type NumberClaim = Extract<Claim, { kind: 'count' | 'share' | 'change' }>;

function failedNumber(scoring: Scoring, claim: NumberClaim, { actual, units }: CheckedExpectation): FailedClaim {
  const figure = actual as Decimal;
  const isCount = claim.kind === 'count';
  const [expected, found] = [claim.is.value, figure].map(each => {
    const text = printDecimal(each);
    return isCount ? localText(text, text) : localTextOf(locale => inPercent(text, locale));
  });
  const counted = isCount ? { en: '', zh: '' } : { en: ` (${units.length} units)`, zh: `（${units.length} 个）` };
  const why = difference(scoring, claim, figure);
  const subject = subjectText(claim, scoring.system.tiers);
  return {
    places: [claim.is.node],
    message: localText(
      `${subject.en}: expected ${expected!.en}, but it is ${found!.en}${counted.en}${why.en}`,
      `${subject['zh-CN']}应为 ${expected!['zh-CN']}，实际为 ${found!['zh-CN']}${counted.zh}${why['zh-CN']}`,
    ),
  };
}

/** With a tier: the units next to its border, on the side where there is one too many or too few. */
function difference(scoring: Scoring, claim: NumberClaim, actual: Decimal): LocalText {
  const { system, data, ranking } = scoring;
  const groups = unitsInGroups(claim.where, { system, data, tierOf: ranking.tiers });
  const isTooFew = compare(actual, claim.is.value) < 0;
  if (groups.kind === 'unresolved') return localText('', '');
  const members = unitsMeeting(scoring, claim);
  if (claim.where.tier === undefined) {
    const names = members.map(unit => data.units[unit]!.name);
    const list = (locale: Locale) => listIn(names, locale);
    return names.length === 0 ? localText('', '') : localText(`: ${list('en')}`, `：${list('zh-CN')}`);
  }
  const byRank = ranksAmong(scoring, groups.units).order;
  const isMember = new Set(members);
  const count = Math.max(1, Math.abs(wantedCount(claim, groups.units.length) - members.length));
  const last = byRank.findLastIndex(unit => isMember.has(unit));
  const near = isTooFew
    ? byRank.slice(last + 1, last + 1 + count)
    : byRank.filter(unit => isMember.has(unit)).slice(-count);
  if (near.length === 0) return localText('', '');
  const named = (locale: Locale) =>
    listIn(
      near.map(unit => `${data.units[unit]!.name} ${numberText(ranking.rounded[unit]!)}`),
      locale,
    );
  return isTooFew
    ? localText(`; next after it: ${named('en')}`, `；其后最近：${named('zh-CN')}`)
    : localText(`; last in it: ${named('en')}`, `；其中最末：${named('zh-CN')}`);
}

/** How many units would make the claim true. */
function wantedCount(claim: NumberClaim, nUnits: number): number {
  const is = toNumber(claim.is.value);
  switch (claim.kind) {
    case 'count':
      return Math.round(is);
    case 'share':
      return Math.round((is * nUnits) / 100);
    case 'change':
      return Math.round(toNumber(claim.from.value) * (1 + is / 100));
  }
}

function unitsMeeting(scoring: Scoring, claim: NumberClaim): readonly number[] {
  const { system, data, ranking } = scoring;
  const selection = unitsWhere(claim.where, { system, data, tierOf: ranking.tiers });
  return selection.kind === 'units' ? selection.units : [];
}

function failedMembers(
  scoring: Scoring,
  claim: Extract<Claim, { kind: 'members' }>,
  { missing, extra, expectation }: CheckedExpectation,
): FailedClaim | undefined {
  const { data } = scoring;
  const known = claim.are.filter(({ value }) => missing.includes(value) && findUnit(data, value) !== undefined);
  if (known.length === 0 && extra.length === 0) return undefined;
  const named = (names: readonly string[], locale: Locale) =>
    listIn(
      names.map(name => withStanding(scoring, name, locale)),
      locale,
    );
  const parts = (locale: Locale) => {
    const names = known.map(({ value }) => value);
    const [absent, added] = locale === 'en' ? ['not in it: ', 'not expected: '] : ['不在其中：', '未列出：'];
    return [
      ...(names.length === 0 ? [] : [absent + named(names, locale)]),
      ...(extra.length === 0 ? [] : [added + named(extra, locale)]),
    ].join(locale === 'en' ? '; ' : '；');
  };
  const [first, ...others] = known;
  const list = entryOf(expectation.node, 'are')?.key ?? expectation.node;
  return {
    places: [first?.node ?? list, ...others.map(({ node }) => node)],
    message: localText(`the list does not come out: ${parts('en')}`, `名单与结果不符：${parts('zh-CN')}`),
  };
}

/** `江苏省 (良好级 84.9)`. */
function withStanding(scoring: Scoring, reference: string, locale: Locale): string {
  const unit = findUnit(scoring.data, reference);
  if (unit === undefined) return reference;
  const tier = scoring.ranking.tiers[unit.index]!;
  const total =
    totalOf(scoring, unit.index).kind === 'number' ? [numberText(scoring.ranking.rounded[unit.index]!)] : [];
  const standing = [...(tier < 0 ? [] : [tierName(scoring, tier, locale)]), ...total].join(' ');
  if (standing === '') return unit.name;
  return locale === 'en' ? `${unit.name} (${standing})` : `${unit.name}（${standing}）`;
}

function failedRank(
  scoring: Scoring,
  claim: Extract<Claim, { kind: 'rank' }>,
  { actual }: CheckedExpectation,
): FailedClaim {
  const { data } = scoring;
  const unit = findUnit(data, claim.unit.value)!;
  const expected = printDecimal(claim.is.value);
  if (actual === undefined) {
    const why = noNumber(totalOf(scoring, unit.index)) ?? localText('it may not be ranked', '不参与排名');
    return {
      places: [claim.is.node],
      message: localText(
        `expected rank ${expected} for ${unit.name}, but it has none: ${why.en}`,
        `“${unit.name}”应为第 ${expected} 名，实际没有名次：${why['zh-CN']}`,
      ),
    };
  }
  const found = printDecimal(actual as Decimal);
  const between = unitsBetween(scoring, claim, unit.index, actual as Decimal);
  const isBehind = compare(actual as Decimal, claim.is.value) > 0;
  const others = (locale: Locale) => listIn(between, locale);
  const [en, zh] = isBehind ? ['ahead of it', '排在其前'] : ['behind it', '排在其后'];
  const why =
    between.length === 0 ? { en: '', zh: '' } : { en: `; ${en}: ${others('en')}`, zh: `；${zh}：${others('zh-CN')}` };
  return {
    places: [claim.is.node],
    message: localText(
      `expected rank ${expected} for ${unit.name}, but it is ${found}${why.en}`,
      `“${unit.name}”应为第 ${expected} 名，实际为第 ${found} 名${why.zh}`,
    ),
  };
}

/** The units with ranks from the expected one up to, and without, the one that came out. */
function unitsBetween(
  scoring: Scoring,
  claim: Extract<Claim, { kind: 'rank' }>,
  unit: number,
  actual: Decimal,
): readonly string[] {
  const { data, ranking } = scoring;
  const within = claim.within?.value;
  const group = within === undefined ? undefined : data.units[unit]!.groups.get(within)?.[0];
  const members = data.units.filter(each => within === undefined || each.groups.get(within)?.includes(group ?? ''));
  const among =
    within === undefined
      ? { ranks: ranking.ranks, order: [...ranking.order].filter(each => ranking.ranks[each]! > 0) }
      : ranksAmong(
          scoring,
          members.map(({ index }) => index),
        );
  const [expected, found] = [claim.is.value, actual].map(each => Number(printDecimal(each)));
  return among.order
    .filter(each => {
      const rank = among.ranks[each]!;
      return expected! < found! ? rank >= expected! && rank < found! : rank <= expected! && rank > found!;
    })
    .map(each => data.units[each]!.name);
}

function failedScore(
  scoring: Scoring,
  claim: Extract<Claim, { kind: 'score' }>,
  { actual }: CheckedExpectation,
): FailedClaim {
  const { system, data } = scoring;
  const unit = findUnit(data, claim.unit.value)!;
  const indicator = claim.indicator && system.byId.get(claim.indicator.value)?.[0];
  const outcome = indicator === undefined ? totalOf(scoring, unit.index) : scoreOf(scoring, indicator, unit.index);
  const expected = printDecimal(claim.is.value);
  const why = noNumber(outcome);
  return {
    places: [claim.is.node],
    message:
      actual === undefined
        ? localText(
            `expected ${expected} for ${unit.name}, but it has no score${why === undefined ? '' : `: ${why.en}`}`,
            `“${unit.name}”应为 ${expected} 分，实际没有得分${why === undefined ? '' : `：${why['zh-CN']}`}`,
          )
        : localText(
            `expected ${expected} for ${unit.name}, but it is ${printDecimal(actual as Decimal)}`,
            `“${unit.name}”应为 ${expected} 分，实际为 ${printDecimal(actual as Decimal)} 分`,
          ),
  };
}

function noNumber(outcome: Outcome): LocalText | undefined {
  switch (outcome.kind) {
    case 'number':
      return undefined;
    case 'reason':
      return reasonText(outcome.reason);
    case 'no-weight-group':
      return reasonText('no-weight-group');
    case 'unscored':
      return outcome.unscored.message;
  }
}

/** The claims of `expect` and their results in words. Knows no format. */
import { type Decimal, formatDecimal, printDecimal } from '../base/decimal.ts';
import { inPercent, type LocalText, localText, localTextOf } from '../base/locale.ts';
import type { Claim } from '../model/claims.ts';
import type { Tier } from '../model/ranking.ts';
import type { Condition } from '../model/units.ts';
import { tierNamed } from './conditions.ts';
import type { CheckedExpectation } from './expectations.ts';
import { nameText } from './names.ts';

/** What is claimed: “number of units (kind = 省级, tier 优秀级) is 8”; tiers as readers call them, where they are given. */
export function claimText(claim: Claim, tiers: readonly Tier[] = []): LocalText {
  const { en, 'zh-CN': zh } = subjectText(claim, tiers);
  const expected = expectedText(claim);
  return claim.kind === 'members'
    ? localText(`${en}: ${expected.en}`, `${zh}：${expected['zh-CN']}`)
    : localText(`${en} is ${expected.en}`, `${zh}为 ${expected['zh-CN']}`);
}

/** The number or the members that should come out. */
export function expectedText(claim: Claim): LocalText {
  if (claim.kind !== 'members') return figure(claim, claim.is.value);
  const names = claim.are.map(({ value }) => value);
  return localText(names.join(', '), names.join('、'));
}

/** What came out; for members how many, and what differs. `undefined`: there is no such result. */
export function actualText({ actual, missing, extra, expectation }: CheckedExpectation): LocalText | undefined {
  const { claim } = expectation;
  if (actual === undefined || claim === undefined) return undefined;
  if ('digits' in actual) return figure(claim, actual);
  const lacks = missing.length === 0 ? [] : [localText(`without ${missing.join(', ')}`, `缺少 ${missing.join('、')}`)];
  const adds = extra.length === 0 ? [] : [localText(`also ${extra.join(', ')}`, `另有 ${extra.join('、')}`)];
  const parts = [
    localText(actual.length === 1 ? '1 unit' : `${actual.length} units`, `${actual.length} 个`),
    ...lacks,
    ...adds,
  ];
  return localText(parts.map(({ en }) => en).join('; '), parts.map(part => part['zh-CN']).join('；'));
}

function figure({ kind }: Claim, value: Decimal): LocalText {
  const text = formatDecimal(value);
  return kind === 'share' || kind === 'change' ? localTextOf(locale => inPercent(text, locale)) : localText(text, text);
}

/** What a claim says something of: “number of units (kind = 省级)”. */
export function subjectText(claim: Claim, tiers: readonly Tier[] = []): LocalText {
  const withCondition = (en: string, zh: string, where: Condition) => withParts(en, zh, conditionParts(where, tiers));
  switch (claim.kind) {
    case 'count':
      return withCondition('number of units', '评估对象数', claim.where);
    case 'share':
      return withCondition('share of units', '占比', claim.where);
    case 'change': {
      const from = printDecimal(claim.from.value);
      return withCondition(`growth from ${from} of the number of units`, `较 ${from} 的增幅`, claim.where);
    }
    case 'members':
      return withCondition('members', '名单', claim.where);
    case 'rank': {
      const within = claim.within?.value;
      return localText(
        `rank of ${claim.unit.value}${within === undefined ? '' : ` within ${within}`}`,
        `${claim.unit.value}的${within === undefined ? '' : `${within} 组内`}位次`,
      );
    }
    case 'score': {
      const indicator = claim.indicator?.value;
      return localText(
        `score of ${claim.unit.value}${indicator === undefined ? '' : ` in ${indicator}`}`,
        `${claim.unit.value}的${indicator === undefined ? '' : ` ${indicator} `}得分`,
      );
    }
  }
}

function withParts(en: string, zh: string, parts: readonly LocalText[]): LocalText {
  if (parts.length === 0) return localText(en, zh);
  return localText(
    `${en} (${parts.map(part => part.en).join(', ')})`,
    `${zh}（${parts.map(part => part['zh-CN']).join('，')}）`,
  );
}

function conditionParts({ groups, tier, column, equals }: Condition, tiers: readonly Tier[]): readonly LocalText[] {
  const same = (text: string) => localText(text, text);
  const tierPart = tier === undefined ? [] : [tierText(tier, tiers)];
  const columnPart =
    column === undefined
      ? []
      : [
          equals === undefined
            ? localText(`with ${column.value}`, `${column.value} 为是`)
            : same(`${column.value} = ${equals.value}`),
        ];
  return [...groups.map(({ group, value }) => same(`${group} = ${value.value}`)), ...tierPart, ...columnPart];
}

function tierText({ name, orBetter }: NonNullable<Condition['tier']>, tiers: readonly Tier[]): LocalText {
  const { en, 'zh-CN': zh } = nameText(tiers[tierNamed(tiers, name.value)]?.name?.value, name.value);
  return orBetter ? localText(`tier ${en} or better`, `${zh}及以上`) : localText(`tier ${en}`, zh);
}

import { formatDecimal } from '../../base/decimal.ts';
import { type LocalText, localText } from '../../base/locale.ts';
import type { Claim } from '../../model/claims.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { claimText } from '../../scoring/claimText.ts';
import { type CountConflict, ToldCounts } from '../countConflicts.ts';
import { type Counted, countFact, countsOfGrowth, countsOfShare, statedCounts } from '../publishedCounts.ts';
import type { Problem, Rule, TextContext } from '../rule.ts';
import { unitConflicts } from '../unitConflicts.ts';

const definition = (count: number) =>
  `indicatorSystem: 1\nunits: {id: name, count: 64}\nindicators:\n  - {id: online, name: 网办率}\ntiers: [{name: 优秀级, atLeast: 85}, {name: 良好级, atLeast: 75}, {name: 发展级}]\nexpect:\n  - {count: {tier: 优秀级}, is: 18}\n  - {count: {tier: 良好级}, is: ${count}}\n  - {count: {tier: {atLeast: 良好级}}, is: 52}\n  - {change: {count: {tier: {atLeast: 良好级}}}, from: 49, is: 6.1, decimals: 1}\n`;

export const claimsConflict: Rule = {
  code: 'claims-conflict',
  severity: 'warning',
  level: 'text',
  title: localText('Published results that cannot all be true', '已公布的结果互相矛盾'),
  why: localText(
    'Counts of tiers and groups add up, a share is a whole number of units, a growth leads from one whole number to another, and of two units the one with the better score has the better rank. Where published figures break this, one of them is misprinted, rounded otherwise, or about other units: find out which before the scores are blamed.',
    '各档各组的个数应当相加得总数，占比应对应整数个对象，增幅应从整数到整数，得分优者位次应在前。公布的数字违背这些关系，说明其中有误印、舍入口径不同或对象范围不同，应先查明，再怀疑得分。',
  ),
  source: localText(
    'The movements between bands of the 2020 Party School report, which its own counts contradict',
    '中央党校 2020 年报告中各档间的升降与其自身公布的数量相矛盾',
  ),
  wrong: { definition: definition(30) },
  right: { definition: definition(34) },
  *check(context) {
    const { system } = context;
    if (system.expectations.length === 0) return;
    const told = new ToldCounts(system);
    told.tellAll(statedCounts(context));
    const impossible = tellPercentages(context, told);
    yield* told.conflicts.map(conflictProblem);
    yield* impossible;
    yield* unitConflicts(system);
  },
};

/** Shares and growths that one number of units gives are counts; of those that none gives a problem. */
function tellPercentages({ system }: TextContext, told: ToldCounts): readonly Problem[] {
  return system.expectations.flatMap(({ claim }): Problem[] => {
    if (claim?.kind !== 'share' && claim?.kind !== 'change') return [];
    const counted = countedOf(claim, system, told);
    if (counted === undefined) return [];
    const [only, ...others] = counted.counts;
    if (only === undefined) return [percentProblem(claim, counted)];
    const fact = others.length > 0 ? undefined : countFact(system, claim.where, { digits: BigInt(only), scale: 0 });
    if (fact === undefined) return [];
    told.tell({ ...fact, period: 'now', at: claim.is.node, says: () => countedText(claim, only) });
    return [];
  });
}

function countedText(claim: PercentClaim, count: number): LocalText {
  const { en, 'zh-CN': zh } = claimText(claim);
  return localText(`${en} (${count} units)`, `${zh}（${count} 个）`);
}

/** `undefined` where it is not known of how many units, or from none. */
function countedOf(claim: PercentClaim, system: IndicatorSystem, told: ToldCounts): Counted | undefined {
  if (claim.kind === 'change') return claim.from.value.digits <= 0n ? undefined : countsOfGrowth(claim);
  const all = countFact(system, { ...nothing, groups: claim.where.groups }, one);
  if (all === undefined) return undefined;
  const { least, most } = told.bounds({ ...all, period: 'now' });
  return least === most && most > 0 ? countsOfShare(claim, most) : undefined;
}

type PercentClaim = Extract<Claim, { kind: 'share' | 'change' }>;
const nothing = { groups: [], tier: undefined, column: undefined, equals: undefined, unread: undefined };
const one = { digits: 1n, scale: 0 };

function percentProblem(claim: PercentClaim, { near }: Counted): Problem {
  const figures = near().map(({ count, percent }) => [count, formatDecimal(percent)] as const);
  const { en, 'zh-CN': zh } = claimText(claim);
  return {
    at: claim.is.node,
    message: localText(
      `no number of units gives it: ${en}, but ${figures.map(([count, percent]) => `${count} ${count === 1 ? 'unit gives' : 'units give'} ${percent} %`).join(', ')}`,
      `没有整数个对象能得到：${zh}，而 ${figures.map(([count, percent]) => `${count} 个为 ${percent}%`).join('，')}`,
    ),
  };
}

function conflictProblem({ fact, bounds: { least, most, because } }: CountConflict): Problem {
  const says = fact.says();
  const bound = least === most ? exactly(least) : fact.count > most ? atMost(most) : atLeast(least);
  return {
    at: fact.at,
    message: localText(
      `cannot be true beside what else is published: ${says.en}, but the rest makes it ${bound.en}`,
      `与其他已公布的结果矛盾：${says['zh-CN']}，而由其余可得${bound['zh-CN']}`,
    ),
    related: because().map(other => ({ at: other.at, message: other.says() })),
  };
}

const exactly = (count: number): LocalText => localText(`${count}`, ` ${count} 个`);
const atMost = (count: number): LocalText => localText(`at most ${count}`, `至多 ${count} 个`);
const atLeast = (count: number): LocalText => localText(`at least ${count}`, `至少 ${count} 个`);

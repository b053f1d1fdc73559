import { compare, decimalOf, parseDecimal, printDecimal, sum } from '../../base/decimal.ts';
import { localText } from '../../base/locale.ts';
import type { Tier } from '../../model/ranking.ts';
import type { DataContext, Problem, Rule } from '../rule.ts';

const definition = (top: number) =>
  `indicatorSystem: 1\nunits: {count: 64}\nindicators:\n  - {id: a, name: A, normalise: none}\ntiers: [{name: 优秀级, top: 18}, {name: 良好级, top: ${top}}]\n`;

export const quotaSum: Rule = {
  code: 'quota-sum',
  severity: 'error',
  level: 'data',
  title: localText('Quotas do not add up to the number of units', '名额之和不等于评估对象个数'),
  why: localText(
    'With too few places the last units have no tier; with too many the last tier is never full. A last tier without a quota takes the rest.',
    '名额不足时末尾的对象没有档次，名额过多时最后一档无法满额。最后一档不写名额即包含其余对象。',
  ),
  wrong: { definition: definition(42) },
  right: { definition: definition(46) },
  *check(context) {
    const { tiers } = context.system;
    const rest = tiers.at(-1);
    const quotas = tiers.filter(({ top, topShare }) => top !== undefined || topShare !== undefined);
    const hasRest = rest !== undefined && !quotas.includes(rest);
    if (quotas.length === 0 || quotas.length < tiers.length - (hasRest ? 1 : 0)) return;
    const last = quotas.at(-1)!;
    if (quotas.every(({ topShare }) => topShare !== undefined)) yield* shareProblems(quotas, last, hasRest);
    else if (quotas.every(({ top }) => top !== undefined)) {
      const total = quotas.reduce((places, { top }) => places + top!.value, 0);
      for (const { number, group } of unitCounts(context, last)) {
        if (hasRest ? total <= number : total === number) continue;
        const of = group === undefined ? { en: '', zh: '' } : { en: ` in ${group}`, zh: `“${group}”的 ` };
        yield {
          at: last.top!.node,
          message: localText(
            `quotas add to ${total} for ${number} ${number === 1 ? 'unit' : 'units'}${of.en}`,
            `名额合计 ${total} 个，而${of.zh}评估对象有 ${number} 个`,
          ),
        };
      }
    }
  },
};

function* shareProblems(quotas: readonly Tier[], last: Tier, hasRest: boolean): Iterable<Problem> {
  const total = sum(quotas.map(({ topShare }) => topShare!.value));
  const order = compare(total, parseDecimal('100') ?? decimalOf(100));
  if (hasRest ? order <= 0 : order === 0) return;
  const figure = printDecimal(total);
  yield {
    at: last.topShare!.node,
    message: localText(`quotas add to ${figure} %, not 100 %`, `名额比例合计 ${figure}%，应为 100%`),
  };
}

/** For how many units the places are: in each group where quotas are by group; those that may be ranked. */
function unitCounts({ system, data, scoring }: DataContext, tier: Tier): { number: number; group?: string }[] {
  const declared = system.units.count?.value;
  const isLimited = system.ranking.eligible !== undefined;
  const isEligible = (unit: number) => !isLimited || (scoring?.ranking.ranks[unit] ?? 1) > 0;
  const units = data.units.filter(({ index }) => isEligible(index));
  if (isLimited && scoring?.compiled.noRanks !== undefined) return [];
  const within = tier.within?.value;
  if (within === undefined) {
    if (declared !== undefined && !isLimited) return [{ number: declared }];
    return data.isComplete && units.length > 0 ? [{ number: units.length }] : [];
  }
  if (!data.isComplete) return [];
  const groups = data.groupSystems.find(({ id }) => id === within)?.groups ?? [];
  return groups.map(group => ({
    group,
    number: units.filter(unit => unit.groups.get(within)?.includes(group)).length,
  }));
}

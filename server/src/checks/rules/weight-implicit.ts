import { compare } from '../../base/decimal.ts';
import { localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Method } from '../../model/method.ts';
import { nameNode, siblingsOf, weightNumbers } from '../../model/siblings.ts';
import type { Rule } from '../rule.ts';
import { nameIn, numberText, parentIn } from '../words.ts';

export const weightImplicit: Rule = {
  code: 'weight-implicit',
  severity: 'information',
  level: 'text',
  reach: 'siblings and children',
  threshold: 2,
  title: localText('Equal weights above, unequal numbers below', '上级等权而下级数量不等'),
  why: localText(
    'Equal weights of dimensions give the indicators of a small dimension much more weight than those of a large one.',
    '维度等权时，指标少的维度中每个指标的权重远大于指标多的维度。',
  ),
  source: localText('OECD/JRC Handbook (2008), step 6', 'OECD/JRC《复合指标构建手册》（2008）第 6 步'),
  wrong: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 50, indicators: [{id: a1, name: A1}, {id: a2, name: A2}]}\n  - {id: b, name: B, weight: 50, indicators: [{id: b1, name: B1}, {id: b2, name: B2}, {id: b3, name: B3}, {id: b4, name: B4}, {id: b5, name: B5}]}\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 40, indicators: [{id: a1, name: A1}, {id: a2, name: A2}]}\n  - {id: b, name: B, weight: 60, indicators: [{id: b1, name: B1}, {id: b2, name: B2}, {id: b3, name: B3}]}\n',
  },
  *check({ system, threshold }) {
    for (const { members, parent, entry, weighting } of siblingsOf(system)) {
      if (members.length < 2 || !areEqual(members, weighting)) continue;
      const counts = members.map(({ children }) => children?.length ?? 0);
      if (counts.includes(0)) continue;
      if (!members.every(({ children, own }) => areEqual(children!, own.weighting))) continue;
      const [least, most] = [Math.min(...counts), Math.max(...counts)];
      if (most / least <= threshold(2)) continue;
      const factor = numberText(Math.round((most / least) * 10) / 10);
      yield {
        at: entry.key,
        message: localText(
          `equal weights under ${parentIn(parent, 'en')}, but ${least} to ${most} indicators below: some count ${factor} times as much as others`,
          `“${parentIn(parent, 'zh-CN')}”下等权，而各自的下级为 ${least} 至 ${most} 个：有的指标权重是别的 ${factor} 倍`,
        ),
        related: members.map((member, index) => ({
          at: nameNode(member),
          message: localText(
            `${nameIn(member, 'en')}: ${counts[index]}`,
            `${nameIn(member, 'zh-CN')}：${counts[index]} 个`,
          ),
        })),
      };
    }
  },
};

function areEqual(members: readonly Indicator[], weighting: Method | undefined): boolean {
  if (weighting !== undefined) return weighting.method.value === 'equal';
  if (members.every(({ own }) => own.weight === undefined)) return true;
  const numbers = weightNumbers(members, undefined);
  return numbers?.every(number => compare(number, numbers[0]!) === 0) === true;
}

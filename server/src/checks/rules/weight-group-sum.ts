import { parseDecimal } from '../../base/decimal.ts';
import { localText } from '../../base/locale.ts';
import { siblingsOf, weightGroups, weightsOf } from '../../model/siblings.ts';
import type { Problem, Rule } from '../rule.ts';
import { missedTotal } from '../weightSum.ts';
import { nameIn } from '../words.ts';

const totals = { percent: parseDecimal('100')!, fraction: parseDecimal('1')! };

export const weightGroupSum: Rule = {
  code: 'weight-group-sum',
  severity: 'error',
  level: 'text',
  title: localText('The weights for one group do not sum to the whole', '某一组别的权重之和不等于整体'),
  why: localText(
    'Where groups have weights of their own, each group’s must sum to 100 (or 1) by themselves.',
    '分组设权时，每一组的权重之和都应等于 100（或 1）。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nweightsBy: kind\nunits: {groups: {kind: {column: kind, values: [省级, 重点城市]}}}\nindicators:\n  - {id: a, name: A, weight: {省级: 60, 重点城市: 50}}\n  - {id: b, name: B, weight: {省级: 40, 重点城市: 40}}\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nweightsBy: kind\nunits: {groups: {kind: {column: kind, values: [省级, 重点城市]}}}\nindicators:\n  - {id: a, name: A, weight: {省级: 60, 重点城市: 50}}\n  - {id: b, name: B, weight: {省级: 40, 重点城市: 50}}\n',
  },
  *check({ tree, system }) {
    const { weights } = system;
    if (weights !== 'percent' && weights !== 'fraction') return;
    for (const siblings of siblingsOf(system)) {
      const groups = weightGroups(siblings.members);
      for (const group of groups) {
        const lacking = weightsOf(siblings.members, group).filter(({ weight }) => weight === undefined);
        yield* lacking.flatMap(({ indicator }): Problem[] => {
          const entry = indicator.own.weight?.entry;
          const message = localText(
            `${nameIn(indicator, 'en')} has no weight for ${group}`,
            `“${nameIn(indicator, 'zh-CN')}”没有${group}的权重`,
          );
          return entry === undefined ? [] : [{ at: entry.key, message }];
        });
        yield* missedTotal(tree, siblings, totals[weights], { en: 'weights', zh: '权重' }, group);
      }
    }
  },
};

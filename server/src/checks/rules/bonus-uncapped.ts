import { localText } from '../../base/locale.ts';
import { bonusesOf } from '../marks.ts';
import type { Rule } from '../rule.ts';

const definition = (bonus: string) =>
  `indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\nadjustments:\n  - {id: cases, name: 创新案例加分, kind: bonus, column: cases, points: 2${bonus}}\n`;

export const bonusUncapped: Rule = {
  code: 'bonus-uncapped',
  severity: 'error',
  level: 'text',
  title: localText('A bonus without a cap', '加分没有上限'),
  why: localText(
    'Without a cap a bonus can outweigh everything that is assessed, and no full mark exists.',
    '没有上限的加分可能超过全部评估内容，满分也无从谈起。',
  ),
  wrong: { definition: definition('') },
  right: { definition: definition(', cap: 10') },
  *check({ system }) {
    for (const { name, place, cap, isUnreadable } of bonusesOf(system)) {
      if (cap !== undefined || isUnreadable) continue;
      yield {
        at: place,
        message: localText(
          `the bonus ${name.en} has no cap: give the most points that it may add`,
          `加分项“${name['zh-CN']}”没有上限，请写明最多加几分（cap）`,
        ),
      };
    }
  },
};

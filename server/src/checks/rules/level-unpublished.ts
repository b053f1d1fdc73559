import { localText } from '../../base/locale.ts';
import { countAtLevel } from '../../model/levels.ts';
import { countedLevel } from '../levelNames.ts';
import type { Rule } from '../rule.ts';

export const levelUnpublished: Rule = {
  code: 'level-unpublished',
  severity: 'information',
  level: 'text',
  title: localText('A level is declared but not listed', '某一级只有声明，没有列出'),
  why: localText(
    'An unpublished level is a fact about the system, not a mistake; readers should see that it is there.',
    '未公布的层级是该体系的事实，不是错误；读者应当知道它的存在。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nlevels: [{name: 一级指标, count: 2}, {name: 二级指标, count: 5, unpublished: true}]\nindicators:\n  - {id: a, name: A}\n  - {id: b, name: B}\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nlevels: [{name: 一级指标, count: 2}]\nindicators:\n  - {id: a, name: A}\n  - {id: b, name: B}\n',
  },
  *check({ system }) {
    for (const [index, { node, name, count, unpublished }] of system.levels.entries()) {
      const listed = countAtLevel(system, index + 1);
      if (!unpublished || (listed > 0 && (count === undefined || listed >= count.value))) continue;
      const declared = countedLevel(system, index + 1, count?.value);
      const [some, zh] = listed === 0 ? ['none', '未列出'] : [`${listed}`, `列出 ${listed} 个`];
      yield {
        at: name?.node ?? count?.node ?? node,
        message: localText(
          `${declared.en} declared, ${some} listed: unpublished`,
          `声明了${declared['zh-CN']}，${zh}：未公布`,
        ),
      };
    }
  },
};

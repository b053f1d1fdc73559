import { localText } from '../../base/locale.ts';
import { nameNode } from '../../model/siblings.ts';
import type { Rule } from '../rule.ts';
import { nameIn, percentText } from '../words.ts';

const letters = [...'abcdefghijklmnopqrstu'];
const leaves = (names: readonly string[]) => names.map(name => `{id: ${name}, name: ${name.toUpperCase()}}`).join(', ');

export const manyChildren: Rule = {
  code: 'many-children',
  severity: 'information',
  level: 'text',
  reach: 'siblings',
  threshold: 20,
  title: localText('An aggregate has very many indicators', '上级指标下指标过多'),
  why: localText(
    'Each of very many siblings counts for next to nothing, and readers lose the thread. Group them.',
    '同级指标过多时，每个都几乎不起作用，读者也难以把握。请分组。',
  ),
  source: localText('OECD/JRC Handbook (2008), step 1', 'OECD/JRC《复合指标构建手册》（2008）第 1 步'),
  wrong: {
    definition: `indicatorSystem: 1\nindicators:\n  - id: dimension\n    name: Dimension\n    indicators: [${leaves(letters)}]\n`,
  },
  right: {
    definition: `indicatorSystem: 1\nindicators:\n  - id: dimension\n    name: Dimension\n    indicators: [${leaves(letters.slice(0, 7))}]\n`,
  },
  *check({ system, threshold }) {
    const most = threshold(20);
    for (const indicator of system.indicators) {
      const number = indicator.children?.length ?? 0;
      if (number <= most) continue;
      yield {
        at: nameNode(indicator),
        message: localText(
          `${nameIn(indicator, 'en')} has ${number} indicators: each counts for ${percentText(100 / number, 'en')} of it on average`,
          `“${nameIn(indicator, 'zh-CN')}”有 ${number} 个指标，平均每个只占 ${percentText(100 / number, 'zh-CN')}`,
        ),
      };
    }
  },
};

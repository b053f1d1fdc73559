import { localText } from '../../base/locale.ts';
import { isPartlyListed } from '../../model/levels.ts';
import { nameNode } from '../../model/siblings.ts';
import type { Rule } from '../rule.ts';
import { nameIn } from '../words.ts';

export const fewChildren: Rule = {
  code: 'few-children',
  severity: 'information',
  level: 'text',
  reach: 'siblings and children',
  threshold: 3,
  title: localText('A dimension has fewer than three indicators', '一个维度下不足三个指标'),
  why: localText(
    'With so few, one indicator decides the dimension. The JRC asks for at least three; five to seven are good.',
    '指标太少时，一个指标就决定了整个维度。JRC 建议至少三个，五到七个为宜。',
  ),
  source: localText(
    'JRC Competence Centre on Composite Indicators, ten-step guide, step 1',
    'JRC 复合指标能力中心十步指南第 1 步',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - id: a\n    name: A\n    indicators: [{id: b, name: B}, {id: c, name: C}]\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - id: a\n    name: A\n    indicators: [{id: b, name: B}, {id: c, name: C}, {id: d, name: D}]\n',
  },
  *check({ system, threshold }) {
    const least = threshold(3);
    for (const indicator of system.indicators) {
      const number = indicator.children?.length ?? 0;
      if (number < 2 || number >= least || isPartlyListed(system, indicator)) continue;
      if (indicator.children!.some(child => child.children !== undefined)) continue;
      yield {
        at: nameNode(indicator),
        message: localText(
          `${nameIn(indicator, 'en')} has ${number} indicators; at least ${least} are advised`,
          `“${nameIn(indicator, 'zh-CN')}”只有 ${number} 个指标，建议至少 ${least} 个`,
        ),
      };
    }
  },
};

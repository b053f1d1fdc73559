import { localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { countAtLevel, isPartlyListed } from '../../model/levels.ts';
import { childrenOf } from '../../model/memory.ts';
import { nameNode } from '../../model/siblings.ts';
import type { IndicatorSystem, Selection } from '../../model/system.ts';
import type { Rule } from '../rule.ts';
import { nameIn } from '../words.ts';

export const singleChild: Rule = {
  code: 'single-child',
  severity: 'warning',
  level: 'text',
  title: localText('An aggregate has one indicator only', '上级指标下只有一个指标'),
  why: localText(
    'It only repeats that indicator under another name. Add what is missing, or make it a leaf.',
    '它只是换个名称重复该指标。请补充缺少的指标，或直接作为末级指标。',
  ),
  source: localText('OECD/JRC Handbook (2008), step 1', 'OECD/JRC《复合指标构建手册》（2008）第 1 步'),
  wrong: {
    definition: 'indicatorSystem: 1\nindicators:\n  - id: a\n    name: A\n    indicators: [{id: b, name: B}]\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - id: a\n    name: A\n    indicators: [{id: b, name: B}, {id: c, name: C}]\n',
  },
  *check({ system }) {
    for (const indicator of system.framework.having(withOneChild)) {
      const [child, ...others] = indicator.children ?? [];
      if (child === undefined || others.length > 0 || isPartlyListed(system, indicator)) continue;
      if (isAnotherScore(indicator)) continue;
      if (isAsDeclared(system, indicator.level) && isAsDeclared(system, child.level)) continue;
      yield {
        at: nameNode(indicator),
        message: localText(
          `${nameIn(indicator, 'en')} only repeats ${nameIn(child, 'en')}`,
          `“${nameIn(indicator, 'zh-CN')}”只是重复“${nameIn(child, 'zh-CN')}”`,
        ),
      };
    }
  },
};

/** Where the declared numbers hold, the framework was published so: nothing has been forgotten. */
function isAsDeclared(system: IndicatorSystem, level: number): boolean {
  return system.levels[level - 1]?.count?.value === countAtLevel(system, level);
}

/** Re-scaled, filled or made by comparing units: such scores are not those of the child. */
function isAnotherScore({ own: { standardise, impute, aggregate } }: Indicator): boolean {
  return standardise !== undefined || impute !== undefined || aggregate?.value.method === 'copeland';
}

const withOneChild: Selection = ({ node }) => childrenOf(node).length === 1;

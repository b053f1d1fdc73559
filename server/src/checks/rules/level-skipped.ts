import { localText } from '../../base/locale.ts';
import { countAtLevel } from '../../model/levels.ts';
import { nameNode } from '../../model/siblings.ts';
import type { Indicator, IndicatorSystem } from '../../model/system.ts';
import { insertEntry } from '../../syntax/edit.ts';
import type { Rule } from '../rule.ts';
import { nameIn } from '../words.ts';

export const levelSkipped: Rule = {
  code: 'level-skipped',
  severity: 'error',
  level: 'text',
  title: localText(
    'An indicator stands under a parent two levels up without saying so',
    '指标越级挂在上两级之下而未注明',
  ),
  why: localText(
    'A third-level indicator directly under a first-level one is counted on the second level unless it says `level: 3`.',
    '三级指标直接挂在一级指标下时，如不写 `level: 3`，会被计为二级指标。',
  ),
  wrong: {
    definition: `indicatorSystem: 1
levels: [{name: 一级指标, count: 1}, {name: 二级指标, count: 1}, {name: 三级指标, count: 2}]
indicators:
  - id: a
    name: A
    indicators:
      - {id: b, name: B, indicators: [{id: c, name: C}]}
      - {id: d, name: D}
`,
  },
  right: {
    definition: `indicatorSystem: 1
levels: [{name: 一级指标, count: 1}, {name: 二级指标, count: 1}, {name: 三级指标, count: 2}]
indicators:
  - id: a
    name: A
    indicators:
      - {id: b, name: B, indicators: [{id: c, name: C}]}
      - {id: d, name: D, level: 3}
`,
  },
  *check({ tree, system }) {
    for (const indicator of system.indicators) {
      const { declaredLevel, node } = indicator.own;
      const above = indicator.parent?.level ?? 0;
      if (declaredLevel !== undefined && declaredLevel.value <= above) {
        yield {
          at: declaredLevel.node,
          message: localText(
            `level ${declaredLevel.value} cannot stand under level ${above}`,
            `第 ${declaredLevel.value} 级不能位于第 ${above} 级之下`,
          ),
        };
      }
      const wanted = skippedTo(indicator, system);
      if (wanted === undefined) continue;
      yield {
        at: nameNode(indicator),
        message: localText(
          `${nameIn(indicator, 'en')} is counted on level ${indicator.level}; by the declared counts it belongs to level ${wanted}: say level: ${wanted}`,
          `“${nameIn(indicator, 'zh-CN')}”被计为第 ${indicator.level} 级；按声明的数量应为第 ${wanted} 级，请写明 level: ${wanted}`,
        ),
        fixes: [
          {
            title: localText(`Add level: ${wanted}`, `添加 level: ${wanted}`),
            edits: insertEntry(tree, node, 'level', String(wanted)),
          },
        ],
      };
    }
  },
};

/** A leaf beside aggregates, on a level that lists more than declared while the next one lists fewer. */
function skippedTo(indicator: Indicator, system: IndicatorSystem): number | undefined {
  const { level, parent, children, own } = indicator;
  if (children !== undefined || own.declaredLevel !== undefined || own.bonus !== undefined) return undefined;
  const siblings = parent === undefined ? system.top : (parent.children ?? []);
  const here = system.levels[level - 1]?.count?.value;
  const below = system.levels[level]?.count?.value;
  if (here === undefined || below === undefined || !siblings.some(sibling => sibling.children !== undefined))
    return undefined;
  return countAtLevel(system, level) > here && countAtLevel(system, level + 1) < below ? level + 1 : undefined;
}

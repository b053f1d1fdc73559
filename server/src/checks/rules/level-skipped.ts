import { localText } from '../../base/locale.ts';
import { skippedLeaves } from '../../model/levels.ts';
import { nameNode } from '../../model/siblings.ts';
import type { Selection } from '../../model/system.ts';
import { isAnchored, writeEntry } from '../edits.ts';
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
    for (const { own, parent } of system.framework.having(withLevel)) {
      const declared = own.declaredLevel;
      const above = parent?.level ?? 0;
      // Below 1 there is no level: `schema` says so.
      if (declared === undefined || declared.value > above || declared.value < 1) continue;
      yield {
        at: declared.node,
        message: localText(
          `level ${declared.value} cannot stand under level ${above}`,
          `第 ${declared.value} 级不能位于第 ${above} 级之下`,
        ),
      };
    }
    for (const leaf of skippedLeaves(system)) {
      const wanted = leaf.level + 1;
      yield {
        at: nameNode(leaf),
        message: localText(
          `${nameIn(leaf, 'en')} is counted on level ${leaf.level}; by the declared counts it belongs to level ${wanted}: say level: ${wanted}`,
          `“${nameIn(leaf, 'zh-CN')}”被计为第 ${leaf.level} 级；按声明的数量应为第 ${wanted} 级，请写明 level: ${wanted}`,
        ),
        fixes: isAnchored(leaf.own.node)
          ? []
          : [
              {
                title: localText(`Add level: ${wanted}`, `添加 level: ${wanted}`),
                edits: writeEntry(tree, leaf.own.node, 'level', String(wanted)),
              },
            ],
      };
    }
  },
};

const withLevel: Selection = ({ declaredLevel }) => declaredLevel !== undefined;

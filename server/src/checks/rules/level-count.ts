import type { Fix } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import { countAtLevel, hasUncounted, isPartlyListed, skippedLeaves } from '../../model/levels.ts';
import { nameNode } from '../../model/siblings.ts';
import type { Selection } from '../../model/system.ts';
import type { Node, Tree } from '../../syntax/tree.ts';
import { isAnchored } from '../edits.ts';
import { countedLevel } from '../levelNames.ts';
import type { Rule } from '../rule.ts';
import { nameIn } from '../words.ts';

export const levelCount: Rule = {
  code: 'level-count',
  severity: 'error',
  level: 'text',
  title: localText('A level holds more or fewer indicators than declared', '某一级的指标数与声明不符'),
  why: localText(
    'The declared structure (8 → 22 → 58) is what is published. If the list differs, one of the two is wrong.',
    '声明的结构（如 8 → 22 → 58）就是对外公布的结构。与列出的指标数不符，必有一处有误。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nlevels: [{name: 一级指标, count: 3}]\nindicators:\n  - {id: a, name: A}\n  - {id: b, name: B}\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nlevels: [{name: 一级指标, count: 2}]\nindicators:\n  - {id: a, name: A}\n  - {id: b, name: B}\n',
  },
  *check({ tree, system }) {
    const skipped = skippedLeaves(system);
    for (const [index, { count }] of system.levels.entries()) {
      const level = index + 1;
      const listed = countAtLevel(system, level);
      if (count === undefined || count.value === listed) continue;
      if (listed < count.value && hasUncounted(system, level)) continue;
      // `level-skipped` says why these two levels do not agree.
      if (skipped.some(leaf => leaf.level === level || leaf.level + 1 === level)) continue;
      const declared = countedLevel(system, level, count.value);
      const parents = system.indicators.filter(({ children }) => children?.some(child => child.level === level));
      yield {
        at: count.node,
        message: localText(
          `${declared.en} declared, ${listed} listed`,
          `声明${declared['zh-CN']}，实际列出 ${listed} 个`,
        ),
        related: parents.map(parent => {
          const children = parent.children!.filter(child => child.level === level).length;
          return {
            at: nameNode(parent),
            message: localText(`${nameIn(parent, 'en')}: ${children}`, `${nameIn(parent, 'zh-CN')}：${children} 个`),
          };
        }),
        fixes: setCount(tree, count.node, listed),
      };
    }
    for (const indicator of system.framework.having(withCount)) {
      const { count } = indicator.own;
      const listed = indicator.children?.length ?? 0;
      if (count === undefined || listed === 0 || count.value === listed) continue;
      if (listed < count.value && isPartlyListed(system, indicator)) continue;
      yield {
        at: count.node,
        message: localText(
          `${nameIn(indicator, 'en')} declares ${count.value} indicators, ${listed} are listed`,
          `“${nameIn(indicator, 'zh-CN')}”声明 ${count.value} 个指标，实际列出 ${listed} 个`,
        ),
        fixes: setCount(tree, count.node, listed),
      };
    }
  },
};

const withCount: Selection = ({ count }) => count !== undefined;

function setCount(tree: Tree, node: Node, listed: number): readonly Fix[] {
  const title = localText(`Set count to ${listed}`, `将 count 改为 ${listed}`);
  return listed === 0 || isAnchored(node)
    ? []
    : [{ title, edits: [{ range: tree.rangeOf(node), newText: String(listed) }] }];
}

import { localText } from '../../base/locale.ts';
import { entryOf, type MapEntry } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';
import { nameIn } from '../words.ts';

/** Keys that bind a leaf to data, and those that say how its values become scores. */
const leafKeys = ['column', 'from', 'categories', 'steps', 'checklist', 'denominator', 'factor', 'treat', 'normalise'];

export const leafWithChildren: Rule = {
  code: 'leaf-with-children',
  severity: 'error',
  level: 'text',
  reach: 'siblings',
  title: localText('An indicator has both children and data', '指标既有下级又绑定数据'),
  why: localText(
    'A score comes either from the children or from a column. With both, one would be ignored silently. What is to hold for several leaves stands in `defaults`; an aggregate’s own scores are re-scaled by `standardise`.',
    '得分要么来自下级指标，要么来自数据列。两者并存时必有一个被悄悄忽略。对多个末级指标都适用的写入 `defaults`；合成指标自身的得分用 `standardise` 重新标度。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - id: a\n    name: A\n    column: x\n    indicators: [{id: b, name: B}, {id: c, name: C}]\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - id: a\n    name: A\n    indicators: [{id: b, name: B, column: x}, {id: c, name: C}]\n',
  },
  *check({ system }) {
    for (const indicator of system.indicators) {
      const { childrenEntry, node } = indicator.own;
      if (childrenEntry === undefined || !node.entries.some(isOfLeaf)) continue;
      const bound = leafKeys.map(key => entryOf(node, key)).find(entry => entry !== undefined);
      if (bound === undefined || indicator.children?.length === 0) continue;
      const key = bound.name;
      yield {
        at: bound.key,
        message: localText(
          `${nameIn(indicator, 'en')} has indicators below it, so ${key} has no effect`,
          `“${nameIn(indicator, 'zh-CN')}”有下级指标，${key} 不起作用`,
        ),
        related: [{ at: childrenEntry.key, message: localText('the indicators below it', '下级指标') }],
      };
    }
  },
};

function isOfLeaf({ name }: MapEntry): boolean {
  return leafKeys.includes(name);
}

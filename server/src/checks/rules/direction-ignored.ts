import { localText } from '../../base/locale.ts';
import { removeEntry } from '../../syntax/edit.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';
import { nameIn } from '../words.ts';

export const directionIgnored: Rule = {
  code: 'direction-ignored',
  severity: 'warning',
  level: 'text',
  reach: 'siblings',
  title: localText('`direction` on an aggregate has no effect', '合成指标上的 `direction` 不起作用'),
  why: localText(
    'Direction is a parameter of a leaf’s normalise method; the scores that go up are not turned round again. Write it on the leaves, or in `defaults`; where the lowest total is best, say `ranking: {best: lowest}`.',
    '方向是末级指标无量纲化方法的参数；向上合成的得分不再转向。请写在末级指标上，或写入 `defaults`；总分以低为优时写 `ranking: {best: lowest}`。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - id: risk\n    name: Risk\n    direction: negative\n    indicators: [{id: a, name: A}, {id: b, name: B}]\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - id: risk\n    name: Risk\n    indicators: [{id: a, name: A, direction: negative}, {id: b, name: B, direction: negative}]\n',
  },
  *check({ tree, system }) {
    for (const indicator of system.indicators) {
      const entry = indicator.children && entryOf(indicator.own.node, 'direction');
      if (entry === undefined) continue;
      yield {
        at: entry.key,
        message: localText(
          `${nameIn(indicator, 'en')} is an aggregate: direction has no effect on it or on its indicators`,
          `“${nameIn(indicator, 'zh-CN')}”是合成指标，direction 对其自身和下级指标都不起作用`,
        ),
        fixes: [
          {
            title: localText('Remove direction', '删除 direction'),
            edits: removeEntry(tree, indicator.own.node, entry),
          },
        ],
      };
    }
  },
};

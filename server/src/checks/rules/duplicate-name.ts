import { localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/system.ts';
import type { Rule } from '../rule.ts';

export const duplicateName: Rule = {
  code: 'duplicate-name',
  severity: 'warning',
  level: 'text',
  title: localText('Two indicators have the same name', '两个指标同名'),
  why: localText(
    'Readers know indicators by name. Names that differ only in width, spaces or punctuation look the same in print.',
    '读者按名称识别指标。只在全半角、空格或标点上不同的名称，印出来看不出区别。',
  ),
  wrong: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: 网办率}\n  - {id: b, name: 网办 率}\n' },
  right: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: 网办率}\n  - {id: b, name: 办结率}\n' },
  *check({ system }) {
    const byName = new Map<string, Indicator>();
    for (const indicator of system.indicators) {
      const { name } = indicator.own;
      const bare = name && bareName(name.value.plain);
      if (name === undefined || bare === undefined || bare === '') continue;
      const first = byName.get(bare);
      if (first === undefined) {
        byName.set(bare, indicator);
        continue;
      }
      yield {
        at: name.node,
        message: localText(
          `${first.id} has the same name: ${first.own.name!.value.plain}`,
          `与 ${first.id} 同名：${first.own.name!.value.plain}`,
        ),
        related: [{ at: first.own.name!.node, message: localText('the other one', '另一处') }],
      };
    }
  },
};

/** Full-width letters folded, spaces and punctuation left out, in lower case. */
function bareName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\s]/gu, '');
}

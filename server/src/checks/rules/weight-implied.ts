import { decimalOf, parseDecimal, printDecimal } from '../../base/decimal.ts';
import type { Fix } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import { type Siblings, siblingsOf } from '../../model/siblings.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { insertEntry } from '../../syntax/edit.ts';
import type { Tree } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';
import { apportion } from '../weightSum.ts';
import { parentIn } from '../words.ts';

export const weightImplied: Rule = {
  code: 'weight-implied',
  severity: 'information',
  level: 'text',
  title: localText('No sibling has a weight: equal shares', '同级指标都没有权重：按等权处理'),
  why: localText(
    'Equal weights are a choice as any other. Written out, readers see that it was made.',
    '等权也是一种选择。写明之后，读者才知道这是有意为之。',
  ),
  source: 'OECD/JRC Handbook (2008), step 6',
  wrong: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\n  - {id: b, name: B}\n' },
  right: {
    definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 50}\n  - {id: b, name: B, weight: 50}\n',
  },
  *check({ tree, system }) {
    for (const siblings of siblingsOf(system)) {
      const { members, parent, entry, weighting } = siblings;
      if (members.length < 2 || weighting !== undefined || members.some(({ own }) => own.weight !== undefined))
        continue;
      yield {
        at: entry.key,
        message: localText(
          `the ${members.length} indicators under ${parentIn(parent, 'en')} have no weights: each counts for 1/${members.length}`,
          `“${parentIn(parent, 'zh-CN')}”下的 ${members.length} 个指标没有权重：各占 1/${members.length}`,
        ),
        fixes: writeThem(tree, system, siblings),
      };
    }
  },
};

function writeThem(tree: Tree, { weights }: IndicatorSystem, { members }: Siblings): readonly Fix[] {
  const whole = { percent: '100', fraction: '1', relative: String(members.length), points: undefined }[weights];
  if (whole === undefined) return [];
  const places = weights === 'relative' || 100 % members.length === 0 ? 0 : 2;
  const parts = apportion(
    members.map(() => decimalOf(1)),
    parseDecimal(whole)!,
    weights === 'fraction' ? places + 2 : places,
  );
  return [
    {
      title: localText('Write the equal weights', '写明相等的权重'),
      edits: members.flatMap(({ own }, index) =>
        insertEntry(tree, own.node, 'weight', printDecimal(parts[index]!), { after: 'name' }),
      ),
    },
  ];
}

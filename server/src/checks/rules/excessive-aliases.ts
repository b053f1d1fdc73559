import { localText } from '../../base/locale.ts';
import type { Node } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';

const many = Array.from({ length: 1001 }, () => '*a').join(', ');

export const excessiveAliases: Rule = {
  code: 'excessive-aliases',
  severity: 'error',
  level: 'text',
  threshold: 1000,
  title: localText('More YAML aliases than a definition can need', 'YAML 别名展开过多'),
  why: localText(
    'A few aliases can stand for millions of values. A definition needs at most a handful; so many are a mistake or an attack.',
    '少量别名就可以展开为上百万个值。定义文件最多用到几个；如此之多，不是失误就是攻击。',
  ),
  source: 'billion laughs attack',
  wrong: {
    definition: `indicatorSystem: 1\ndescription: &a text\nindicators:\n  - {id: a, name: A, source: [${many}]}\n`,
  },
  right: { definition: 'indicatorSystem: 1\ndescription: &a text\nindicators:\n  - {id: a, name: A, source: *a}\n' },
  *check({ tree, threshold }) {
    const most = threshold(1000);
    if (tree.root === undefined || tree.aliasExpansion <= most || tree.aliasExpansion === Number.POSITIVE_INFINITY)
      return;
    yield {
      at: firstAlias(tree.root) ?? tree.root,
      message: localText(
        `the aliases of this file stand for ${tree.aliasExpansion} values (at most ${most})`,
        `本文件的别名共展开为 ${tree.aliasExpansion} 个值（至多 ${most} 个）`,
      ),
    };
  },
};

function firstAlias(root: Node): Node | undefined {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'alias') return node;
    if (node.kind === 'map') waiting.push(...node.entries.flatMap(entry => entry.value ?? []).reverse());
    if (node.kind === 'sequence') waiting.push(...[...node.items].reverse());
  }
  return undefined;
}

import { localText } from '../../base/locale.ts';
import { mostAliasedNodes } from '../../syntax/read.ts';
import { itemsOf, type Node } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';

const many = `${'*a, '.repeat(1000)}*a`;

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
  source: localText('billion laughs attack', '“十亿大笑”攻击（billion laughs）'),
  wrong: {
    definition: `indicatorSystem: 1\ndescription: &a text\nindicators:\n  - {id: a, name: A, source: [${many}]}\n`,
  },
  right: { definition: 'indicatorSystem: 1\ndescription: &a text\nindicators:\n  - {id: a, name: A, source: *a}\n' },
  *check({ tree, threshold }) {
    const most = Math.min(threshold(1000), mostAliasedNodes);
    const number = tree.aliasExpansion;
    if (number <= most || number === Number.POSITIVE_INFINITY || tree.root === undefined) return;
    const notFollowed = tree.errors.find(({ code }) => code === 'alias-expansion');
    yield {
      at: notFollowed?.place ?? firstAlias(tree.root) ?? tree.root,
      message:
        notFollowed === undefined
          ? localText(
              `the aliases of this file stand for ${number} values (at most ${most})`,
              `本文件的别名共展开为 ${number} 个值（至多 ${most} 个）`,
            )
          : localText(
              `the aliases of this file stand for more than ${mostAliasedNodes} values: from here on they are not followed`,
              `本文件的别名展开超过 ${mostAliasedNodes} 个值：自此处起不再展开`,
            ),
    };
  },
};

function firstAlias(root: Node): Node | undefined {
  if (root.kind === 'alias') return root;
  const inside = root.kind === 'map' ? root.entries.map(({ value }) => value) : itemsOf(root);
  for (const node of inside) {
    const found = node && firstAlias(node);
    if (found !== undefined) return found;
  }
  return undefined;
}

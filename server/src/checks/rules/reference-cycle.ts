import { localText } from '../../base/locale.ts';
import type { Node } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';

export const referenceCycle: Rule = {
  code: 'reference-cycle',
  severity: 'error',
  level: 'text',
  title: localText('A reference that leads back to itself', '引用绕回自身'),
  why: localText(
    'An edition cannot be its own predecessor, and an alias cannot contain itself.',
    '一个版本不能是自己的上一版，别名也不能包含自身。',
  ),
  wrong: { definition: 'indicatorSystem: 1\nprevious: demo.indicators.yaml\nindicators:\n  - {id: a, name: A}\n' },
  right: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\n' },
  *check({ tree, system, previous }) {
    if (previous.isCyclic && system.previous !== undefined) {
      const names = previous.chain.map(file => decodeURIComponent(file.slice(file.lastIndexOf('/') + 1))).join(' → ');
      yield {
        at: system.previous.node,
        message: localText(`the previous edition leads back to this one: ${names}`, `上一版又绕回本版：${names}`),
      };
    }
    if (tree.aliasExpansion === Number.POSITIVE_INFINITY && tree.root !== undefined) {
      yield {
        at: selfContaining(tree.root) ?? tree.root,
        message: localText('this alias stands inside what it stands for', '该别名位于它自身所指的内容之中'),
      };
    }
  },
};

/** The first alias that has no target because it would contain itself. */
function selfContaining(root: Node): Node | undefined {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'alias' && node.target === undefined) return node;
    if (node.kind === 'map') waiting.push(...node.entries.flatMap(entry => entry.value ?? []).reverse());
    if (node.kind === 'sequence') waiting.push(...[...node.items].reverse());
  }
  return undefined;
}

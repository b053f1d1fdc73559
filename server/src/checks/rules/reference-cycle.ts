import { localText } from '../../base/locale.ts';
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
      const isOwn = previous.chain.at(-1) === previous.chain[0];
      yield {
        at: system.previous.node,
        message: isOwn
          ? localText(`the previous edition leads back to this one: ${names}`, `上一版又绕回本版：${names}`)
          : localText(`the previous editions go round in a circle: ${names}`, `上一版之间循环引用：${names}`),
      };
    }
    for (const { code, place } of tree.errors) {
      if (code !== 'self-alias') continue;
      yield {
        at: place,
        message: localText('this alias stands inside what it stands for', '该别名位于它自身所指的内容之中'),
      };
    }
  },
};

import { localText } from '../../base/locale.ts';
import { countAtLevel } from '../../model/levels.ts';
import { nameNode } from '../../model/siblings.ts';
import { textIn } from '../../model/text.ts';
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
    for (const [index, { name, count, unpublished }] of system.levels.entries()) {
      const level = index + 1;
      const listed = countAtLevel(system, level);
      if (count === undefined || count.value === listed || (unpublished && listed === 0)) continue;
      const called = (locale: 'en' | 'zh-CN') =>
        name === undefined ? (locale === 'en' ? `level ${level}` : `第 ${level} 级`) : textIn(name.value, locale);
      const parents = system.indicators.filter(({ children }) => children?.some(child => child.level === level));
      yield {
        at: count.node,
        message: localText(
          `${count.value} ${called('en')} declared, ${listed} listed`,
          `声明${called('zh-CN')} ${count.value} 个，实际列出 ${listed} 个`,
        ),
        related: parents.map(parent => {
          const children = parent.children!.filter(child => child.level === level).length;
          return {
            at: nameNode(parent),
            message: localText(`${nameIn(parent, 'en')}: ${children}`, `${nameIn(parent, 'zh-CN')}：${children} 个`),
          };
        }),
        fixes: [
          {
            title: localText(`Set count to ${listed}`, `将 count 改为 ${listed}`),
            edits: [{ range: tree.rangeOf(count.node), newText: String(listed) }],
          },
        ],
      };
    }
  },
};

import { localText } from '../../base/locale.ts';
import { countAtLevel } from '../../model/levels.ts';
import { nameNode } from '../../model/siblings.ts';
import type { Rule } from '../rule.ts';
import { nameIn } from '../words.ts';

export const levelMissing: Rule = {
  code: 'level-missing',
  severity: 'error',
  level: 'text',
  title: localText('The tree is deeper than the declared levels', '指标树比声明的层级更深'),
  why: localText(
    'Every level has a name and a number that are published with the system.',
    '每一级都有随体系公布的名称和数量。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nlevels: [{name: 一级指标, count: 1}]\nindicators:\n  - id: a\n    name: A\n    indicators: [{id: b, name: B}, {id: c, name: C}]\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nlevels: [{name: 一级指标, count: 1}, {name: 二级指标, count: 2}]\nindicators:\n  - id: a\n    name: A\n    indicators: [{id: b, name: B}, {id: c, name: C}]\n',
  },
  *check({ tree, system }) {
    const { levels } = system;
    const first = system.indicators.find(({ level }) => level > levels.length);
    const last = levels.at(-1);
    if (first === undefined || last === undefined) return;
    const level = levels.length + 1;
    const count = countAtLevel(system, level);
    const { start, end } = tree.rangeOf(last.node);
    const isFlow = last.node.kind === 'map' && last.node.style === 'flow';
    const indent = ' '.repeat(start - (tree.text.lastIndexOf('\n', start - 1) + 1));
    const lineBreak = tree.text.includes('\r\n') ? '\r\n' : '\n';
    const isOneLine = system.levelsEntry?.value?.kind === 'sequence' && system.levelsEntry.value.style === 'flow';
    const entry = `{name: Level ${level}, count: ${count}}`;
    const dash = tree.text.lastIndexOf('-', start);
    const ofItem = ' '.repeat(Math.max(0, dash - (tree.text.lastIndexOf('\n', dash) + 1)));
    const text = isOneLine ? `, ${entry}` : `${lineBreak}${isFlow || dash >= 0 ? ofItem : indent}- ${entry}`;
    yield {
      at: nameNode(first),
      message: localText(
        `${nameIn(first, 'en')} stands on level ${first.level}; only ${levels.length} levels are declared`,
        `“${nameIn(first, 'zh-CN')}”位于第 ${first.level} 级，而只声明了 ${levels.length} 级`,
      ),
      related: [{ at: last.node, message: localText('the last declared level', '最后声明的一级') }],
      fixes: [
        {
          title: localText(`Add level ${level} (count ${count})`, `添加第 ${level} 级（${count} 个）`),
          edits: [{ range: { start: end, end }, newText: text }],
        },
      ],
    };
  },
};

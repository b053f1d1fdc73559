import type { Fix } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import { countAtLevel, deepestLevel } from '../../model/levels.ts';
import { nameNode } from '../../model/siblings.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { appendItem } from '../../syntax/appendItem.ts';
import { quoteScalar } from '../../syntax/edit.ts';
import type { Tree } from '../../syntax/tree.ts';
import { nextLevelName } from '../levelNames.ts';
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
    const last = levels.at(-1);
    if (last === undefined || deepestLevel(system) <= levels.length) return;
    const first = system.indicators.find(({ level }) => level > levels.length)!;
    yield {
      at: first.own.declaredLevel?.node ?? nameNode(first),
      message: localText(
        `${nameIn(first, 'en')} stands on level ${first.level}; only ${levels.length} ${levels.length === 1 ? 'level is' : 'levels are'} declared`,
        `“${nameIn(first, 'zh-CN')}”位于第 ${first.level} 级，而只声明了 ${levels.length} 级`,
      ),
      related: [{ at: last.name?.node ?? last.node, message: localText('the last declared level', '最后声明的一级') }],
      fixes: first.own.declaredLevel === undefined ? declareTheRest(tree, system) : [],
    };
  },
};

function declareTheRest(tree: Tree, system: IndicatorSystem): readonly Fix[] {
  const list = system.levelsEntry?.value;
  if (list?.kind !== 'sequence') return [];
  const declared = system.levels.length;
  const deepest = system.indicators.reduce((most, { level }) => Math.max(most, level), declared);
  const missing = Array.from({ length: deepest - declared }, (_, index) => declared + index + 1);
  const edits = missing.flatMap(level => {
    const name = quoteScalar(nextLevelName(system, level));
    return appendItem(tree, list, `{name: ${name}, count: ${countAtLevel(system, level)}}`);
  });
  const numbers = missing.join(', ');
  return edits.length === missing.length
    ? [{ title: localText(`Declare level ${numbers}`, `声明第 ${numbers} 级`), edits }]
    : [];
}

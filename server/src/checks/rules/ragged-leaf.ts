import { localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { deepestLevel, skippedLeaves } from '../../model/levels.ts';
import { nameNode } from '../../model/siblings.ts';
import type { Fold, IndicatorSystem } from '../../model/system.ts';
import type { Rule } from '../rule.ts';
import { nameIn } from '../words.ts';

export const raggedLeaf: Rule = {
  code: 'ragged-leaf',
  severity: 'information',
  level: 'text',
  title: localText('A leaf stands beside aggregates, above the deepest level', '末级指标与上级指标并列，高于最深一级'),
  why: localText(
    'It weighs as much as whole branches beside it. That is often meant (a bonus, a composite from elsewhere); it should be seen.',
    '它与旁边的整个分支同等计权。这往往是有意的（加分项、外部综合指标），但应当让人看到。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nlevels: [{name: 一级指标}, {name: 二级指标}]\nindicators:\n  - {id: a, name: A}\n  - id: b\n    name: B\n    indicators: [{id: c, name: C}, {id: d, name: D}]\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nlevels: [{name: 一级指标}, {name: 二级指标}]\nindicators:\n  - id: b\n    name: B\n    indicators: [{id: c, name: C}, {id: d, name: D}]\n',
  },
  *check({ system }) {
    const skipped = skippedLeaves(system);
    const deepest = deepestLevel(system);
    if (system.framework.fold(highestLeaf).every(level => level >= deepest)) return;
    for (const indicator of leavesAbove(deepest, system.top, system)) {
      if (skipped.includes(indicator) || indicator.level <= (indicator.parent?.level ?? 0)) continue;
      if (!siblingsOf(indicator, system).some(({ children }) => children !== undefined)) continue;
      yield {
        at: nameNode(indicator),
        message: localText(
          `${nameIn(indicator, 'en')} is a leaf on level ${indicator.level}; the deepest leaves stand on level ${deepest}`,
          `“${nameIn(indicator, 'zh-CN')}”是第 ${indicator.level} 级的末级指标，最深的在第 ${deepest} 级`,
        ),
      };
    }
  },
};

/** The level of the highest leaf; bonuses are none. */
const highestLeaf: Fold<number> = {
  of: ({ own, children, level }, below) =>
    children === undefined && own.bonus === undefined
      ? level
      : below.reduce((highest, each) => Math.min(highest, each), Number.POSITIVE_INFINITY),
};

function leavesAbove(deepest: number, indicators: readonly Indicator[], system: IndicatorSystem): readonly Indicator[] {
  return indicators.flatMap(indicator => {
    if (system.framework.foldOf(highestLeaf, indicator) >= deepest) return [];
    return indicator.children === undefined ? [indicator] : leavesAbove(deepest, indicator.children, system);
  });
}

function siblingsOf({ parent }: Indicator, system: IndicatorSystem): readonly Indicator[] {
  return parent?.children ?? system.top;
}

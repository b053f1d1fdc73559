import { localText } from '../../base/locale.ts';
import { leafWeightBounds, leafWeights, numberOfLeaves } from '../leafWeights.ts';
import type { Rule } from '../rule.ts';
import { nameIn, percentText } from '../words.ts';

export const weightNegligible: Rule = {
  code: 'weight-negligible',
  severity: 'information',
  level: 'text',
  threshold: 0.5,
  title: localText('An indicator counts for less than half a percent of the index', '指标占总分不足 0.5%'),
  why: localText(
    'It costs as much to collect as any other and can hardly move a rank.',
    '它的采集成本与其他指标相同，却几乎不可能影响位次。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 99.7}\n  - {id: b, name: B, weight: 0.3}\n',
  },
  right: {
    definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 60}\n  - {id: b, name: B, weight: 40}\n',
  },
  *check({ system, threshold }) {
    const limit = threshold(0.5);
    if (leafWeightBounds(system).least > limit + dust) return;
    // Of so many leaves each must be below the limit.
    if (numberOfLeaves(system) * limit >= 100) return;
    for (const { leaf, group, percent, place } of leafWeights(system, { most: limit })) {
      if (percent >= limit - dust || percent === 0) continue;
      const [en, zh] = group === undefined ? ['', ''] : [` for ${group}`, `在“${group}”中`];
      yield {
        at: place,
        message: localText(
          `${nameIn(leaf, 'en')} counts for ${percentText(percent, 'en', limit)} of the index${en} (less than ${percentText(limit, 'en')})`,
          `“${nameIn(leaf, 'zh-CN')}”${zh}只占总分的 ${percentText(percent, 'zh-CN', limit)}（不足 ${percentText(limit, 'zh-CN')}）`,
        ),
      };
    }
  },
};

/** What binary fractions may be off. */
const dust = 1e-9;

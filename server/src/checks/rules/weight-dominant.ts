import { localText } from '../../base/locale.ts';
import { leafWeightBounds, leafWeights, numberOfLeaves } from '../leafWeights.ts';
import type { Rule } from '../rule.ts';
import { nameIn, percentText } from '../words.ts';

const equal = (weights: readonly number[]) =>
  weights.map((weight, index) => `  - {id: i${index}, name: N${index}, weight: ${weight}}\n`).join('');

/** Percent of the index. */
const usual = 25;

export const weightDominant: Rule = {
  code: 'weight-dominant',
  severity: 'warning',
  level: 'text',
  threshold: usual,
  title: localText('One indicator counts for more than a quarter of the index', '单个指标占总分四分之一以上'),
  why: localText(
    'The ranking then follows this one indicator, and its errors are the index’s.',
    '排名将随这一个指标而定，它的误差就是总分的误差。',
  ),
  wrong: { definition: `indicatorSystem: 1\nindicators:\n${equal([40, 15, 15, 15, 15])}` },
  right: { definition: `indicatorSystem: 1\nindicators:\n${equal([20, 20, 20, 20, 20])}` },
  *check({ system, threshold }) {
    const { most } = leafWeightBounds(system);
    const stated = threshold(usual);
    if (most < stated - dust) return;
    const nLeaves = numberOfLeaves(system);
    if (nLeaves < 3) return;
    // With so few leaves some must be above the limit: then one dominates that counts for more than all the others.
    const limit = stated === usual && nLeaves * usual <= 100 ? 50 : stated;
    if (most < limit - dust) return;
    for (const { leaf, group, percent, place } of leafWeights(system, { least: limit })) {
      if (percent <= limit + dust) continue;
      const [en, zh] = group === undefined ? ['', ''] : [` for ${group}`, `在“${group}”中`];
      yield {
        at: place,
        message: localText(
          `${nameIn(leaf, 'en')} alone counts for ${percentText(percent, 'en', limit)} of the index${en} (more than ${percentText(limit, 'en')})`,
          `“${nameIn(leaf, 'zh-CN')}”一项${zh}占总分的 ${percentText(percent, 'zh-CN', limit)}（超过 ${percentText(limit, 'zh-CN')}）`,
        ),
      };
    }
  },
};

/** What binary fractions may be off. */
const dust = 1e-9;

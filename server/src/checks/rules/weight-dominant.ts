import { localText } from '../../base/locale.ts';
import { effectiveWeights } from '../../scoring/weights.ts';
import type { Rule } from '../rule.ts';
import { nameIn, percentText, weightPlace } from '../words.ts';

const equal = (weights: readonly number[]) =>
  weights.map((weight, index) => `  - {id: i${index}, name: N${index}, weight: ${weight}}\n`).join('');

export const weightDominant: Rule = {
  code: 'weight-dominant',
  severity: 'warning',
  level: 'text',
  threshold: 25,
  title: localText('One indicator counts for more than a quarter of the index', '单个指标占总分四分之一以上'),
  why: localText(
    'The ranking then follows this one indicator, and its errors are the index’s.',
    '排名将随这一个指标而定，它的误差就是总分的误差。',
  ),
  wrong: { definition: `indicatorSystem: 1\nindicators:\n${equal([40, 15, 15, 15, 15])}` },
  right: { definition: `indicatorSystem: 1\nindicators:\n${equal([20, 20, 20, 20, 20])}` },
  *check({ system, threshold }) {
    const leaves = system.indicators.filter(({ children }) => children === undefined);
    const limit = threshold(25);
    // With so few leaves some must be above the limit: that is the system's size, not a choice of weights.
    if (leaves.length * limit <= 100) return;
    const weights = effectiveWeights(system);
    for (const indicator of leaves) {
      const effective = (weights.get(indicator.id)?.effective ?? 0) * 100;
      if (effective <= limit) continue;
      yield {
        at: weightPlace(indicator),
        message: localText(
          `${nameIn(indicator, 'en')} alone counts for ${percentText(effective)} of the index (more than ${limit} %)`,
          `“${nameIn(indicator, 'zh-CN')}”一项占总分的 ${percentText(effective)}（超过 ${limit}%）`,
        ),
      };
    }
  },
};

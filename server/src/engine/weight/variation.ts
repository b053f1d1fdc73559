import type { WeightMethod } from './method.ts';
import { meanOf, presentValues, sdOf } from './statistics.ts';

export const variation: WeightMethod<{ method: 'variation' }> = {
  id: 'variation',
  title: { en: 'Coefficient of variation', 'zh-CN': '变异系数法' },
  meaning: {
    en: 'A child that spreads more, compared with its mean, weighs more.',
    'zh-CN': '相对于均值离散程度越大的指标，权重越大。',
  },
  formula: 'w ∝ s/x̄ of the scores, with s of divisor n − 1',
  source: 'Pearson (1896)',
  parameters: [],
  edges: [
    {
      text: { en: 'A mean of 0 or less: no weights.', 'zh-CN': '均值小于等于 0：没有权重。' },
      reason: 'no-weights',
    },
    {
      text: { en: 'All scores of a child are equal: its weight is 0.', 'zh-CN': '某指标得分全部相等：权重为 0。' },
    },
  ],
  needsScores: true,
  weigh: (_, { children }) => {
    const weights: number[] = [];
    for (const [child, column] of children.entries()) {
      const values = presentValues(column);
      if (values.length < 2) return { reason: 'too-few-values', child };
      const mean = meanOf(values);
      const sd = sdOf(values);
      // The mean of z-scores is 0 but for the dust of binary arithmetic.
      if (!(mean > dust * sd)) return { reason: 'non-positive', child };
      weights.push(sd / mean);
    }
    return { weights };
  },
  example: {
    weighting: { method: 'variation' },
    // s/x̄ = 10/20 and 10/40.
    children: [
      [10, 20, 30],
      [30, 40, 50],
    ],
    shares: [2 / 3, 1 / 3],
  },
};

const dust = 1e-12;

import { sumOf } from '../sum.ts';
import type { WeightMethod } from './method.ts';
import { correlation, presentValues, sdOf } from './statistics.ts';

export const critic: WeightMethod<{ method: 'critic' }> = {
  id: 'critic',
  title: { en: 'CRITIC', 'zh-CN': 'CRITIC 法' },
  meaning: {
    en: 'A child that spreads more and agrees less with its siblings weighs more.',
    'zh-CN': '离散程度大、与其他指标相关小（冲突性大）的指标权重大。',
  },
  formula: 'w ∝ s · Σ (1 − r), with s of divisor n − 1 and Pearson’s r with each sibling',
  source: 'Diakoulaki, Mavrotas, Papayannakis, Computers & Operations Research 22 (1995)',
  parameters: [],
  edges: [
    {
      text: {
        en: 'All scores of a child are equal: its weight is 0 and it has no correlation with the others.',
        'zh-CN': '某指标得分全部相等：权重为 0，不计其与其他指标的相关。',
      },
    },
    {
      text: {
        en: 'All children agree completely: no weights. Correlations are over the units that have both scores.',
        'zh-CN': '各指标完全相关：没有权重。相关系数按两者皆有得分的评估对象计算。',
      },
      reason: 'no-weights',
    },
  ],
  needsScores: true,
  weigh: (_, { children }) => {
    const weights: number[] = [];
    for (const [child, column] of children.entries()) {
      const values = presentValues(column);
      if (values.length < 2) return { reason: 'too-few-values', child };
      const conflicts = children.map((other, position) => {
        const r = position === child ? 1 : correlation(column, other);
        return r === undefined || r > 1 - 1e-14 ? 0 : 1 - r;
      });
      weights.push(sdOf(values) * sumOf(conflicts));
    }
    return { weights };
  },
  example: {
    weighting: { method: 'critic' },
    // s = 10, 20, 10; r = 1 between the first two, −1 with the third: conflicts 2, 2, 4.
    children: [
      [10, 20, 30],
      [20, 40, 60],
      [30, 20, 10],
    ],
    shares: [0.2, 0.4, 0.4],
  },
};

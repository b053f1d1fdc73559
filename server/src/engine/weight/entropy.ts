import { sumOf } from '../sum.ts';
import type { WeightMethod } from './method.ts';
import { isConstant, presentValues } from './statistics.ts';

export const entropy: WeightMethod<{ method: 'entropy'; shift: number }> = {
  id: 'entropy',
  title: { en: 'Entropy weights', 'zh-CN': '熵权法' },
  meaning: {
    en: 'A child whose scores are spread unevenly tells the units apart, and weighs more.',
    'zh-CN': '得分分布越不均匀的指标，区分度越大，权重越大。',
  },
  formula:
    'p = x/Σx, e = −Σ p ln p / ln n, w ∝ 1 − e, with x = (score − a)/(b − a) + shift on the scale [a, b], 0 ln 0 = 0',
  source: 'Shannon (1948); Zeleny, Multiple Criteria Decision Making (1982), ch. 7',
  parameters: [
    {
      id: 'shift',
      meaning: {
        en: 'What is added to the scores, taken as parts of the scale from 0 to 1.',
        'zh-CN': '加在 0–1 得分上的平移量。',
      },
      default: '0',
    },
  ],
  edges: [
    {
      text: {
        en: 'Scores below the start of the scale (z-scores): no weights, unless the shift makes them 0 or more.',
        'zh-CN': '得分低于量程起点（如标准分）：没有权重，除非平移后不小于 0。',
      },
      reason: 'no-weights',
    },
    {
      text: {
        en: 'All scores of a child are equal: its weight is 0; of all children: no weights.',
        'zh-CN': '某指标得分全部相等：权重为 0；所有指标皆如此：没有权重。',
      },
    },
    {
      text: {
        en: 'Missing scores are left out; n is the number of scores of the child.',
        'zh-CN': '缺失值不计；n 为该指标有得分的评估对象数。',
      },
    },
  ],
  needsScores: true,
  weigh: ({ shift }, { children, scale: [start, end] }) => {
    const weights: number[] = [];
    for (const [child, column] of children.entries()) {
      const parts = presentValues(column).map(score => (score - start) / (end - start) + shift);
      if (parts.length < 2) return { reason: 'too-few-values', child };
      if (parts.some(part => part < -1e-12)) return { reason: 'non-positive', child };
      weights.push(isConstant(parts) ? 0 : divergence(parts.map(part => Math.max(part, 0))));
    }
    return { weights };
  },
  example: {
    weighting: { method: 'entropy', shift: 0 },
    // e = 0 for p = (0, 1), 1 for (1/2, 1/2), and 2 − (3/4) log₂ 3 = 0.811278… for (1/4, 3/4).
    children: [
      [0, 100],
      [50, 50],
      [25, 75],
    ],
    shares: [1 / (0.75 * Math.log2(3)), 0, 1 - 1 / (0.75 * Math.log2(3))],
  },
};

/**
 * 1 − e, which is Σ p ln(n p) / ln n. With n p = 1 + δ and Σ δ = 0 it is Σ ((1 + δ) ln(1 + δ) − δ) / (n ln n): no term is
 * negative, so that no digits are lost where the entropy is near 1.
 */
function divergence(parts: Float64Array): number {
  const n = parts.length;
  const mean = sumOf(parts) / n;
  const terms = parts.map(part => {
    const delta = part / mean - 1;
    return part === 0 ? 1 : Math.max(0, (part / mean) * Math.log1p(delta) - delta);
  });
  return sumOf(terms) / (n * Math.log(n));
}

import { sumOf } from '../sum.ts';
import { symmetricEigen } from './eigen.ts';
import type { WeightMethod } from './method.ts';
import { completeRows, correlationMatrix, isConstant } from './statistics.ts';

export const pca: WeightMethod<{ method: 'pca'; signed: boolean }> = {
  id: 'pca',
  title: { en: 'Principal component', 'zh-CN': '主成分法' },
  meaning: {
    en: 'A child weighs as much as it loads on the first principal component: what the children have most in common.',
    'zh-CN': '按第一主成分的载荷赋权：与各指标共同变化方向越一致，权重越大。',
  },
  formula: 'w = v² (v with signed: true), v the first eigenvector of the correlation matrix, |v| = 1',
  source: 'OECD/JRC Handbook (2008), 6.1; COINr get_PCA',
  parameters: [
    {
      id: 'signed',
      meaning: {
        en: 'Whether the loadings themselves are the weights, as in COINr, or their squares.',
        'zh-CN': '以载荷本身为权重（同 COINr），还是以其平方为权重。',
      },
      default: 'false',
    },
  ],
  edges: [
    {
      text: {
        en: 'Over complete units, standardised; the sign is fixed so that the loadings sum to more than 0.',
        'zh-CN': '取完整的评估对象并标准化；载荷之和取正号。',
      },
    },
    {
      text: {
        en: 'A child is constant, or fewer than two complete units: no weights.',
        'zh-CN': '某指标得分全部相等，或完整的评估对象少于两个：没有权重。',
      },
      reason: 'no-weights',
    },
    {
      text: { en: 'Two components explain as much: no weights.', 'zh-CN': '前两个主成分解释力相同：没有权重。' },
      reason: 'no-weights',
    },
    {
      text: {
        en: 'With signed: true a loading below 0: no weights, for a weight cannot be negative (COINr takes it as one).',
        'zh-CN': 'signed: true 时载荷为负：没有权重，因为权重不能为负（COINr 照用）。',
      },
      reason: 'no-weights',
    },
  ],
  needsScores: true,
  weigh: ({ signed }, { children }) => {
    const rows = completeRows(children);
    const n = rows[0]!.length;
    if (n < 2) return { reason: 'too-few-values' };
    const constant = rows.findIndex(isConstant);
    if (constant >= 0) return { reason: 'constant', child: constant };
    const [first, second] = symmetricEigen(correlationMatrix(rows));
    if (first!.value - second!.value < 1e-9 * children.length) return { reason: 'ambiguous' };
    const sign = sumOf(first!.vector) < 0 ? -1 : 1;
    const loadings = first!.vector.map(loading => sign * loading);
    const figures = { n, eigenvalue: first!.value, explained: first!.value / children.length };
    if (!signed) return { weights: loadings.map(loading => loading * loading), figures };
    const negative = loadings.findIndex(loading => loading < -1e-12);
    if (negative >= 0) return { reason: 'negative', child: negative };
    return { weights: loadings.map(loading => Math.max(0, loading)), figures };
  },
  example: {
    weighting: { method: 'pca', signed: false },
    // r = 0.8, 0, 0: the first two share the component alike, the third has no part in it.
    children: [
      [1, 2, 3, 4],
      [1, 3, 2, 4],
      [1, -1, -1, 1],
    ],
    shares: [0.5, 0.5, 0],
  },
};

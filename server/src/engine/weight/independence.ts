import { symmetricEigen } from './eigen.ts';
import type { WeightMethod } from './method.ts';
import { completeRows, correlationMatrix, isConstant } from './statistics.ts';

export const independence: WeightMethod<{ method: 'independence' }> = {
  id: 'independence',
  title: { en: 'Independence weights', 'zh-CN': '独立性权重法' },
  meaning: {
    en: 'A child that its siblings do not already say weighs more.',
    'zh-CN': '与其他指标重复信息少的指标权重大。',
  },
  formula: 'w ∝ 1/R, with R the multiple correlation of the child on its siblings',
  source: 'Multiple correlation by least squares (OECD/JRC Handbook 2008, step 5); 独立性权系数法',
  parameters: [],
  edges: [
    {
      text: {
        en: 'A child is constant, or no more complete units than children: no weights.',
        'zh-CN': '某指标得分全部相等，或完整的评估对象数不多于指标数：没有权重。',
      },
      reason: 'no-weights',
    },
    {
      text: {
        en: 'A child is uncorrelated with all others (R = 0): no weights.',
        'zh-CN': '某指标与其余完全不相关（R = 0）：没有权重。',
      },
      reason: 'no-weights',
    },
    {
      text: {
        en: 'Children that others make up exactly (R = 1) are no obstacle.',
        'zh-CN': '可由其他指标线性表示的指标（R = 1）照常计算。',
      },
    },
  ],
  needsScores: true,
  weigh: (_, { children }) => {
    const rows = completeRows(children);
    const n = rows[0]!.length;
    if (n <= children.length) return { reason: 'too-few-values' };
    const constant = rows.findIndex(isConstant);
    if (constant >= 0) return { reason: 'constant', child: constant };
    const matrix = correlationMatrix(rows);
    const multiple = rows.map((_row, child) => multipleCorrelation(matrix, child));
    const alone = multiple.findIndex(r => r < 1e-8);
    if (alone >= 0) return { reason: 'uncorrelated', child: alone };
    return { weights: multiple.map(r => 1 / r), figures: { n } };
  },
  example: {
    weighting: { method: 'independence' },
    // r = 2/3, 2/3 and 0: R = √8/3 for the first, √(4/5) for the others.
    children: [
      [5, -1, -1, -3],
      [1, 1, -1, -1],
      [1, -1, 1, -1],
    ],
    shares: [
      1.5 / (1.5 + Math.sqrt(10)),
      Math.sqrt(2.5) / (1.5 + Math.sqrt(10)),
      Math.sqrt(2.5) / (1.5 + Math.sqrt(10)),
    ],
  },
};

/** R = √(r′ C⁻¹ r), with C of the other children and r their correlations with the child; null directions left out. */
function multipleCorrelation(matrix: readonly (readonly number[])[], child: number): number {
  const others = matrix.flatMap((_, position) => (position === child ? [] : [position]));
  const inner = others.map(row => others.map(column => matrix[row]![column]!));
  const explained = symmetricEigen(inner).map(({ value, vector }) => {
    if (value < 1e-10) return 0;
    const projection = vector.reduce((sum, part, position) => sum + part * matrix[child]![others[position]!]!, 0);
    return (projection * projection) / value;
  });
  const squared = explained.reduce((a, b) => a + b, 0);
  return Math.sqrt(Math.min(Math.max(squared, 0), 1));
}

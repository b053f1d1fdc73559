import { exponential, logarithm } from '../kernels/logarithm.ts';
import { sumOf } from '../sum.ts';
import { type AggregateMethod, withinTerms } from './method.ts';

export const geometric: AggregateMethod = {
  id: 'geometric',
  title: { en: 'Geometric mean', 'zh-CN': '加权几何平均' },
  meaning: {
    en: 'The weighted mean of ratios: a weak child pulls the result down more than a strong one lifts it.',
    'zh-CN': '按比例平均：弱项的拖累大于强项的弥补。',
  },
  formula: 'exp(Σ w·ln s / Σ w)',
  source: 'OECD/JRC Handbook (2008), 6.5; COINr a_gmean',
  parameters: [],
  edges: [
    {
      text: { en: 'A score is 0 or negative: no score.', 'zh-CN': '有得分小于等于 0：没有得分。' },
      reason: 'non-positive',
    },
  ],
  combine: (scores, weights, count, totalWeight) => {
    for (let index = 0; index < count; index++) {
      if (!(scores[index]! > 0)) return Number.NaN;
      weights[index]! *= logarithm(scores[index]!);
    }
    return withinTerms(exponential(sumOf(weights, count) / totalWeight), scores, count);
  },
  together: { isOfLogarithms: true },
  reason: 'non-positive',
  example: { scores: [2, 8], weights: [1, 1], score: 4 },
};

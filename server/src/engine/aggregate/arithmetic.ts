import { sumOf } from '../sum.ts';
import { type AggregateMethod, withinTerms } from './method.ts';

export const arithmetic: AggregateMethod = {
  id: 'arithmetic',
  title: { en: 'Arithmetic mean', 'zh-CN': '加权算术平均' },
  meaning: {
    en: 'The weighted mean: a weak child can be made up for by a strong one.',
    'zh-CN': '加权平均：弱项可以由强项弥补。',
  },
  formula: 'Σ w·s / Σ w',
  source: 'OECD/JRC Handbook (2008), 6.4; COINr a_amean',
  parameters: [],
  edges: [
    {
      text: {
        en: 'Missing children: the weights of the others are rescaled, unless the policy says otherwise.',
        'zh-CN': '有下级指标缺失：除非另有规定，其余权重按比例放大。',
      },
    },
  ],
  combine: (scores, weights, count, totalWeight) => {
    for (let index = 0; index < count; index++) weights[index]! *= scores[index]!;
    const sum = sumOf(weights, count);
    return Number.isFinite(sum) ? withinTerms(sum / totalWeight, scores, count) : sum;
  },
  together: {},
  example: { scores: [80, 50], weights: [70, 30], score: 71 },
};

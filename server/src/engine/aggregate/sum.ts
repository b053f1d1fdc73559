import { sumOf } from '../sum.ts';
import type { AggregateMethod } from './method.ts';

export const sum: AggregateMethod = {
  id: 'sum',
  title: { en: 'Sum', 'zh-CN': '求和' },
  meaning: { en: 'The points of the children are added.', 'zh-CN': '把下级指标的分值相加。' },
  formula: 'Σ s',
  source: 'OECD/JRC Handbook (2008), 6.3',
  parameters: [],
  edges: [
    {
      text: {
        en: 'Weights do not matter, but a child of weight 0 takes no part.',
        'zh-CN': '不考虑权重的大小，但权重为 0 的下级指标不参与。',
      },
    },
    {
      text: {
        en: 'A missing child adds nothing; nothing is rescaled.',
        'zh-CN': '缺失的下级指标不加分，也不放大其余部分。',
      },
    },
  ],
  combine: (scores, _, count) => sumOf(scores, count),
  example: { scores: [12.5, 30, 7.5], weights: [1, 1, 1], score: 50 },
};

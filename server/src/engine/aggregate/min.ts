import { type AggregateMethod, smallest } from './method.ts';

export const min: AggregateMethod = {
  id: 'min',
  title: { en: 'Minimum', 'zh-CN': '最小值' },
  meaning: { en: 'The child with the lowest score decides.', 'zh-CN': '由得分最低的下级指标决定。' },
  formula: 'min s',
  source: 'OECD/JRC Handbook (2008), 6.3',
  parameters: [],
  edges: [
    {
      text: {
        en: 'Weights do not matter, but a child of weight 0 takes no part.',
        'zh-CN': '不考虑权重的大小，但权重为 0 的下级指标不参与。',
      },
    },
  ],
  combine: (scores, _, count) => smallest(scores, count),
  example: { scores: [80, 50, 60], weights: [1, 2, 3], score: 50 },
};

import type { AggregateMethod } from './method.ts';

export const median: AggregateMethod = {
  id: 'median',
  title: { en: 'Median', 'zh-CN': '中位数' },
  meaning: {
    en: 'The middle child decides; of an even number the mean of the two in the middle.',
    'zh-CN': '由居中的下级指标决定；个数为偶数时取中间两个的平均。',
  },
  formula: 'median s',
  source: 'OECD/JRC Handbook (2008), 6.3',
  parameters: [],
  edges: [
    {
      text: {
        en: 'Weights are ignored, but a child of weight 0 takes no part.',
        'zh-CN': '不考虑权重，但权重为 0 的下级指标不参与。',
      },
    },
  ],
  combine: (scores, _, count) => {
    const inOrder = scores.subarray(0, count).sort();
    const middle = count >>> 1;
    const upper = inOrder[middle]!;
    if (count % 2 === 1) return upper;
    const lower = inOrder[middle - 1]!;
    return lower === upper ? lower : lower / 2 + upper / 2;
  },
  example: { scores: [80, 50, 60, 65], weights: [1, 2, 3, 9], score: 62.5 },
};

import type { TransformMethod } from './method.ts';

export const logGii: TransformMethod = {
  id: 'log-gii',
  title: { en: 'Logarithm of the Global Innovation Index', 'zh-CN': '全球创新指数的对数变换' },
  meaning: {
    en: 'The column is put on 1 … max and its logarithm taken: from 0 to ln max.',
    'zh-CN': '把该列换算到 1 … max 后取对数：从 0 到 ln max。',
  },
  formula: 'ln((max − 1)(x − min)/(max − min) + 1)',
  source:
    'Global Innovation Index, appendix on methods; the formula that COINr log_GII means (it returns its input unchanged)',
  parameters: [],
  edges: [
    {
      text: {
        en: 'The highest value is 1 or less: the formula would turn the order around, no value has a score.',
        'zh-CN': '最大值不大于 1：公式会颠倒次序，所有取值都没有得分。',
      },
      reason: 'non-positive',
    },
  ],
  prepare: ({ min, max }) => {
    if (!(max > 1)) return 'non-positive';
    return value => Math.log1p(((max - 1) * (value - min)) / (max - min));
  },
  example: { params: { mirrored: false }, values: [0, 50, 100], transformed: [0, Math.log(50.5), Math.log(100)] },
};

import type { TransformMethod } from './method.ts';

export const logShift: TransformMethod = {
  id: 'log-shift',
  title: { en: 'Logarithm, shifted by 1', 'zh-CN': '平移 1 后取对数' },
  meaning: {
    en: 'The logarithm of the distance from the lowest value plus 1.',
    'zh-CN': '与最小值之差加 1 后取对数。',
  },
  formula: 'ln(x − min + 1)',
  source: 'COINr log_CT_orig (JRC COIN Tool)',
  parameters: [],
  edges: [
    {
      text: {
        en: 'With parameters from another edition a value may lie 1 or more below the lowest one: no score.',
        'zh-CN': '沿用其他年度的参数时，取值可能比原最小值低 1 以上：没有得分。',
      },
      reason: 'non-positive',
    },
  ],
  prepare:
    ({ min }) =>
    value =>
      Math.log1p(value - min),
  example: { params: { mirrored: false }, values: [1, 2, 100], transformed: [0, Math.LN2, Math.log(100)] },
};

import type { TransformMethod } from './method.ts';

export const boxCox: TransformMethod = {
  id: 'box-cox',
  title: { en: 'Box–Cox', 'zh-CN': 'Box–Cox 变换' },
  meaning: {
    en: 'A power of the distance from the lowest value plus 1; λ = 0 is the logarithm.',
    'zh-CN': '与最小值之差加 1 后取幂；λ = 0 即取对数。',
  },
  formula: '(y^λ − 1)/λ, λ = 0: ln y, with y = x − min + 1',
  source: 'Box and Cox (1964); COINr boxcox',
  parameters: [
    { id: 'lambda', meaning: { en: 'The power λ; 1 changes only the shift.', 'zh-CN': '幂 λ；1 只平移。' } },
  ],
  edges: [
    {
      text: {
        en: 'With parameters from another edition a value may lie 1 or more below the lowest one: no score.',
        'zh-CN': '沿用其他年度的参数时，取值可能比原最小值低 1 以上：没有得分。',
      },
      reason: 'non-positive',
    },
  ],
  prepare: ({ min, lambda = 0 }) => {
    const logOfShifted = (value: number) => Math.log1p(value - min);
    return lambda === 0 ? logOfShifted : value => Math.expm1(lambda * logOfShifted(value)) / lambda;
  },
  example: { params: { mirrored: false, lambda: 0.5 }, values: [1, 4, 9], transformed: [0, 2, 4] },
};

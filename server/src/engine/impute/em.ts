import type { ImputeMethod } from './method.ts';
import { acrossParameter } from './parameters.ts';

/** The arithmetic: `normal.ts`. */
export const em: ImputeMethod = {
  id: 'em',
  title: { en: 'Expectation–maximisation', 'zh-CN': 'EM 法' },
  meaning: {
    en: 'What a multivariate normal distribution of the indicators expects, given the unit’s other values.',
    'zh-CN': '按各指标的多元正态分布，由该对象其他指标的值得出的条件均值。',
  },
  formula: 'μ_m + Σ_mo Σ_oo⁻¹ (x_o − μ_o), with μ and Σ of greatest likelihood (divisor n)',
  source: 'Little and Rubin (2002), 8.2; R package norm, em.norm; OECD/JRC Handbook (2008), step 3',
  parameters: [{ ...acrossParameter, default: 'siblings' }],
  edges: [
    {
      text: {
        en: 'An indicator that others give already is not used twice.',
        'zh-CN': '可由其他指标完全得出的指标不重复使用。',
      },
    },
    {
      text: {
        en: 'A unit without any value among the indicators: the means.',
        'zh-CN': '在这些指标上没有任何值的对象：取均值。',
      },
    },
    {
      text: {
        en: 'No more units with values than indicators, or no convergence in 5000 steps: left missing.',
        'zh-CN': '有值的对象不多于指标个数，或 5000 步内不收敛：保持缺失。',
      },
      reason: 'missing',
    },
  ],
  draws: 'table',
  example: {
    table: [
      [1, 2],
      [2, 4],
      [3, 6],
      [4, null],
    ],
    filled: [
      [1, 2],
      [2, 4],
      [3, 6],
      [4, 8],
    ],
  },
};

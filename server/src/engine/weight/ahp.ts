import { type JudgementMatrix, judgedWeights } from './judgements.ts';
import type { WeightMethod } from './method.ts';

export const ahp: WeightMethod<{ method: 'ahp'; judgements: JudgementMatrix }> = {
  id: 'ahp',
  title: { en: 'Analytic hierarchy process', 'zh-CN': '层次分析法' },
  meaning: {
    en: 'From judgements how much more important one child is than another.',
    'zh-CN': '由两两比较的重要程度（判断矩阵）得出权重。',
  },
  formula: 'A w = λ w, with λ the largest eigenvalue; CI = (λ − n)/(n − 1), CR = CI/RI',
  source: 'Saaty, The Analytic Hierarchy Process (1980); Harker (1987) for pairs without a judgement',
  parameters: [
    {
      id: 'judgements',
      meaning: {
        en: 'a/b: 3 says that a is three times as important as b; the reciprocal follows.',
        'zh-CN': 'a/b: 3 表示 a 的重要性是 b 的 3 倍，反向比较取倒数。',
      },
    },
    {
      id: 'consistency',
      meaning: { en: 'The consistency ratio CR must stay below it.', 'zh-CN': '一致性比率 CR 须低于此值。' },
      default: '0.1',
    },
    {
      id: 'randomIndex',
      meaning: { en: 'The table of random indices RI.', 'zh-CN': '随机一致性指标 RI 表。' },
      default: 'saaty-1980',
    },
  ],
  edges: [
    { text: { en: 'One or two children: CR is 0.', 'zh-CN': '一个或两个指标：CR 为 0。' } },
    {
      text: {
        en: 'A pair without a judgement is said; its value is that which the others imply (Harker).',
        'zh-CN': '缺少的判断会被指出，其值由其他判断推出（Harker）。',
      },
    },
    {
      text: {
        en: 'The judgements do not connect all children: no weights.',
        'zh-CN': '判断未能把所有指标联系起来：没有权重。',
      },
      reason: 'no-weights',
    },
    {
      text: {
        en: 'More than 15 children: the random index of 15.',
        'zh-CN': '超过 15 个指标：取 15 阶的随机一致性指标。',
      },
    },
  ],
  needsScores: false,
  weigh: ({ judgements }) => {
    const found = judgedWeights(judgements);
    return found === undefined
      ? { reason: 'not-connected' }
      : { weights: found.vector, figures: { lambda: found.value } };
  },
  example: {
    weighting: {
      method: 'ahp',
      judgements: [
        [1, 2, 6],
        [1 / 2, 1, 3],
        [1 / 6, 1 / 3, 1],
      ],
    },
    children: [[], [], []],
    shares: [0.6, 0.3, 0.1],
  },
};

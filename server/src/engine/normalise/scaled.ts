import type { Normalisation } from '../normalisation.ts';
import { linearScorer } from './linear.ts';
import { type NormaliseMethod, rangeParameter } from './method.ts';

export const scaled: NormaliseMethod<Extract<Normalisation, { method: 'scaled' }>> = {
  id: 'scaled',
  title: { en: 'Scaled', 'zh-CN': '线性换算法' },
  meaning: {
    en: 'A straight line between two fixed values that goes on beyond them.',
    'zh-CN': '按两个固定值线性换算，超出部分照算，不截断。',
  },
  formula: 'a + (b − a)(x − lower)/(upper − lower)',
  formulaNegative: 'a + (b − a)(upper − x)/(upper − lower)',
  source: 'COINr n_scaled',
  parameters: [
    {
      id: 'lower',
      meaning: { en: "The lower end in the indicator's own measure.", 'zh-CN': '下限，用指标自身的计量单位。' },
    },
    {
      id: 'upper',
      meaning: { en: "The upper end in the indicator's own measure.", 'zh-CN': '上限，用指标自身的计量单位。' },
    },
    rangeParameter,
  ],
  edges: [
    {
      text: { en: 'The lower end is not below the upper: no score.', 'zh-CN': '下限不低于上限：没有得分。' },
      reason: 'constant',
    },
    { text: { en: 'Scores may lie outside the range.', 'zh-CN': '得分可能超出输出区间。' } },
  ],
  learns: 'count',
  freezes: [],
  prepare: ({ lower, upper, range }, { direction }) => linearScorer([lower, upper], range, direction),
  example: {
    normalise: { method: 'scaled', range: [0, 100], lower: 0, upper: 10 },
    direction: 'positive',
    values: [5, 0, 12, -1],
    scores: [50, 0, 120, -10],
  },
};

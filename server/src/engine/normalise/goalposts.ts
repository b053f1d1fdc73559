import type { Normalisation } from '../normalisation.ts';
import { linearScorer } from './linear.ts';
import type { NormaliseMethod } from './method.ts';

export const goalposts: NormaliseMethod<Extract<Normalisation, { method: 'goalposts' }>> = {
  id: 'goalposts',
  title: { en: 'Goalposts', 'zh-CN': '阈值法' },
  meaning: {
    en: 'Fixed values, not those of the data, become a and b.',
    'zh-CN': '以事先规定的下限和上限（而非数据的极值）作为 a 和 b。',
  },
  formula: 'a + (b − a)(x − lower)/(upper − lower), truncated to [a, b]',
  formulaNegative: 'a + (b − a)(upper − x)/(upper − lower), truncated to [a, b]',
  source: 'UNDP Human Development Report, technical note 1; COINr n_goalposts',
  parameters: [
    {
      id: 'lower',
      meaning: { en: "The lower goalpost in the indicator's own measure.", 'zh-CN': '下限，用指标自身的计量单位。' },
    },
    {
      id: 'upper',
      meaning: { en: "The upper goalpost in the indicator's own measure.", 'zh-CN': '上限，用指标自身的计量单位。' },
    },
    {
      id: 'truncate',
      meaning: { en: 'Whether scores beyond the goalposts are cut off.', 'zh-CN': '超出上下限的得分是否截断。' },
      default: 'true',
    },
    {
      id: 'range',
      meaning: { en: 'The scores at the worse and the better goalpost.', 'zh-CN': '差端和优端的得分。' },
      default: 'scale',
    },
  ],
  edges: [
    {
      text: { en: 'The lower goalpost is not below the upper: no score.', 'zh-CN': '下限不低于上限：没有得分。' },
      reason: 'constant',
    },
    {
      text: { en: 'Values beyond a goalpost are truncated and counted.', 'zh-CN': '超出上下限的值被截断并计数。' },
    },
  ],
  learns: 'count',
  freezes: [],
  prepare: ({ lower, upper, range, truncate }, { direction }) => {
    const scorer = linearScorer([lower, upper], range, direction);
    return truncate && typeof scorer !== 'string' ? { ...scorer, truncateTo: range } : scorer;
  },
  example: {
    normalise: { method: 'goalposts', range: [0, 100], lower: 20, upper: 85, truncate: true },
    direction: 'positive',
    values: [52.5, 20, 85, 10, 90],
    scores: [50, 0, 100, 0, 100],
  },
};

import { logarithm } from '../kernels/logarithm.ts';
import type { Normalisation } from '../normalisation.ts';
import { lineOf, pointOn } from './linear.ts';
import type { NormaliseMethod, Scorer } from './method.ts';

export const logGoalposts: NormaliseMethod<Extract<Normalisation, { method: 'log-goalposts' }>> = {
  id: 'log-goalposts',
  title: { en: 'Goalposts on logarithms', 'zh-CN': '对数阈值法' },
  meaning: {
    en: 'Goalposts on natural logarithms: equal ratios count the same, as for incomes.',
    'zh-CN': '对自然对数使用阈值法：相同的倍数计相同的分，常用于收入。',
  },
  formula: 'a + (b − a)(ln x − ln lower)/(ln upper − ln lower), truncated to [a, b]',
  formulaNegative: 'a + (b − a)(ln upper − ln x)/(ln upper − ln lower), truncated to [a, b]',
  source: 'UNDP Human Development Report, technical note 1 (income index)',
  parameters: [
    {
      id: 'lower',
      meaning: {
        en: "The lower goalpost (> 0) in the indicator's own measure.",
        'zh-CN': '下限（大于 0），用指标自身的计量单位。',
      },
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
      text: {
        en: 'A value, or the lower goalpost, is 0 or negative: no score.',
        'zh-CN': '值或下限小于等于 0：没有得分。',
      },
      reason: 'non-positive',
    },
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
    if (!(lower > 0)) return 'non-positive';
    const line = lineOf([logarithm(lower), logarithm(upper)], range, direction);
    if (typeof line === 'string') return line;
    const scoreOf = (value: number) => (value > 0 ? pointOn(line, logarithm(value)) : Number.NaN);
    const scorer: Scorer = { scoreOf, line, isOfLogarithms: true, reason: 'non-positive' };
    return truncate ? { ...scorer, truncateTo: range } : scorer;
  },
  example: {
    normalise: { method: 'log-goalposts', range: [0, 100], lower: 1, upper: 10000, truncate: true },
    direction: 'positive',
    values: [1, 100, 10000, 100000, 0],
    scores: [0, 50, 100, 100, 'non-positive'],
  },
};

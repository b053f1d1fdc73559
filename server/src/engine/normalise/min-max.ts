import type { Normalisation } from '../normalisation.ts';
import { linearScorer } from './linear.ts';
import { learningParameters, type NormaliseMethod, truncateParameter } from './method.ts';

export const minMax: NormaliseMethod<Extract<Normalisation, { method: 'min-max' }>> = {
  id: 'min-max',
  title: { en: 'Min–max', 'zh-CN': '极差法' },
  meaning: {
    en: 'The lowest value becomes a, the highest b, the others lie between in proportion.',
    'zh-CN': '最小值得 a，最大值得 b，其余按比例落在两者之间。',
  },
  formula: 'a + (b − a)(x − min)/(max − min)',
  formulaNegative: 'a + (b − a)(max − x)/(max − min)',
  source: 'OECD/JRC Handbook (2008), 5.3; COINr n_minmax',
  parameters: [
    {
      id: 'range',
      meaning: { en: 'The scores of the worst and the best value.', 'zh-CN': '最差值和最优值的得分。' },
      default: 'scale',
    },
    truncateParameter,
    ...learningParameters,
  ],
  edges: [
    {
      text: {
        en: 'All values are equal (or there is one): no score.',
        'zh-CN': '所有值相等（或只有一个值）：没有得分。',
      },
      reason: 'constant',
    },
    {
      text: {
        en: 'With parameters that are given, or learned from some units, a score may lie outside the range, unless it is truncated.',
        'zh-CN': '参数直接给出或只从部分对象得出时，得分可能超出范围，除非截断。',
      },
    },
  ],
  learns: 'range',
  freezes: ['min', 'max'],
  prepare: (spec, { direction, params: { min, max } }) => {
    if (min === undefined || max === undefined) return 'too-few-values';
    const scorer = linearScorer([min, max], spec.range, direction);
    return spec.truncate && typeof scorer !== 'string' ? { ...scorer, truncateTo: spec.range } : scorer;
  },
  example: {
    normalise: { method: 'min-max', range: [0, 100], truncate: false },
    direction: 'negative',
    values: [3, 1, 2, 5],
    scores: [50, 100, 75, 0],
  },
};

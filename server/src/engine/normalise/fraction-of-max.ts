import type { Normalisation } from '../normalisation.ts';
import { openLine } from './linear.ts';
import { learningParameters, type NormaliseMethod, rangeParameter } from './method.ts';

export const fractionOfMax: NormaliseMethod<Extract<Normalisation, { method: 'fraction-of-max' }>> = {
  id: 'fraction-of-max',
  title: { en: 'Share of the best value', 'zh-CN': '与最优值之比' },
  meaning: {
    en: 'The value as a share of the best; for a negative indicator the best as a share of the value.',
    'zh-CN': '与最优值之比；逆向指标取最优值与该值之比。',
  },
  formula: 'a + (b − a) · x/max',
  formulaNegative: 'a + (b − a) · min/x',
  source: 'COINr n_fracmax',
  parameters: [rangeParameter, ...learningParameters],
  edges: [
    {
      text: {
        en: 'Positive, and the largest value is 0 or negative: no score.',
        'zh-CN': '正向而最大值不大于 0：没有得分。',
      },
      reason: 'non-positive',
    },
    {
      text: {
        en: 'Negative, and the value is 0 or negative: no score. If any value is negative nobody has one: the ratio would turn round.',
        'zh-CN': '逆向而该值不大于 0：没有得分。只要有负值，全部没有得分：比值会反向。',
      },
      reason: 'non-positive',
    },
    {
      text: {
        en: 'COINr turns a negative indicator into x/min, which gives the worst unit the most; not followed.',
        'zh-CN': 'COINr 对逆向指标取 x/min，使最差者得分最高；本实现不采用。',
      },
    },
  ],
  learns: 'range',
  freezes: ['min', 'max'],
  prepare: ({ range: [start, end] }, { direction, params: { min, max } }) => {
    if (min === undefined || max === undefined) return 'too-few-values';
    const height = end - start;
    if (direction === 'negative') {
      if (min < 0) return 'non-positive';
      const scoreOf = (value: number) => (value > 0 ? onto(start, height, min, value) : Number.NaN);
      return { scoreOf, reason: 'non-positive' };
    }
    if (!(max > 0)) return 'non-positive';
    const scoreOf = (value: number) => onto(start, height, value, max);
    return { scoreOf, line: openLine(start, { origin: 0, sign: 1, height, width: max }) };
  },
  example: {
    normalise: { method: 'fraction-of-max', range: [0, 100] },
    direction: 'negative',
    values: [5, 10, 20],
    scores: [100, 50, 25],
  },
};

/** The largest share is met exactly, and 3 of 10 on a range of 100 is 30. */
function onto(start: number, height: number, part: number, whole: number): number {
  const rise = height * part;
  return start + (Number.isFinite(rise) ? rise / whole : height * (part / whole));
}

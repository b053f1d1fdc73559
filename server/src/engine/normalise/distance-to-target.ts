import type { Normalisation } from '../normalisation.ts';
import { capParameter, cappedScore } from './cap.ts';
import { learningParameters, type NormaliseMethod, rangeParameter } from './method.ts';

export const distanceToTarget: NormaliseMethod<Extract<Normalisation, { method: 'distance-to-target' }>> = {
  id: 'distance-to-target',
  title: { en: 'Distance to a target', 'zh-CN': '与目标值的距离' },
  meaning: {
    en: 'How much of the way from the worst value to a target is made; beyond it the score goes on.',
    'zh-CN': '从最差值到目标值已走完的比例；超过目标的继续累加。',
  },
  formula: 'a + (b − a)(x − min)/(target − min)',
  formulaNegative: 'a + (b − a)(max − x)/(max − target)',
  source: 'OECD/JRC Handbook (2008), 5.4; COINr n_dist2targ',
  parameters: [
    {
      id: 'target',
      meaning: { en: "The target in the indicator's own measure.", 'zh-CN': '目标值，用指标自身的计量单位。' },
    },
    capParameter,
    rangeParameter,
    ...learningParameters,
  ],
  edges: [
    {
      text: {
        en: 'The target is not better than the worst value: no score (COINr gives scores that fall as values rise).',
        'zh-CN': '目标值不优于最差值：没有得分（COINr 会给出反向的得分）。',
      },
      reason: 'target-side',
    },
  ],
  learns: 'range',
  freezes: ['min', 'max'],
  prepare: ({ target, range, cap }, { direction, params: { min, max } }) => {
    const worst = direction === 'positive' ? min : max;
    if (worst === undefined) return 'too-few-values';
    const scorer = cappedScore(worst, target, { range, cap, direction });
    return scorer === 'constant' ? 'target-side' : scorer;
  },
  example: {
    normalise: { method: 'distance-to-target', target: 10, range: [0, 1], cap: 1 },
    direction: 'positive',
    values: [0, 5, 11],
    scores: [0, 0.5, 1],
  },
};

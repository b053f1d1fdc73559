import type { Normalisation } from '../normalisation.ts';
import { linearScorer } from './linear.ts';
import { learningParameters, type NormaliseMethod, rangeParameter } from './method.ts';

export const distanceToMax: NormaliseMethod<Extract<Normalisation, { method: 'distance-to-max' }>> = {
  id: 'distance-to-max',
  title: { en: 'Distance to the best', 'zh-CN': '与最优值的距离' },
  meaning: {
    en: 'How much of the way from the worst to the best value is made.',
    'zh-CN': '从最差值到最优值已走完的比例。',
  },
  formula: 'a + (b − a)(1 − (max − x)/(max − min))',
  formulaNegative: 'a + (b − a)(1 − (x − min)/(max − min))',
  source: 'OECD/JRC Handbook (2008), 5.4; COINr n_dist2max',
  parameters: [rangeParameter, ...learningParameters],
  edges: [
    {
      text: {
        en: 'All values are equal (or there is one): no score.',
        'zh-CN': '所有值相等（或只有一个值）：没有得分。',
      },
      reason: 'constant',
    },
  ],
  learns: 'range',
  freezes: ['min', 'max'],
  prepare: ({ range }, { direction, params: { min, max } }) => {
    if (min === undefined || max === undefined) return 'too-few-values';
    return linearScorer([min, max], range, direction);
  },
  example: {
    normalise: { method: 'distance-to-max', range: [0, 1] },
    direction: 'positive',
    values: [3, 1, 7, 4],
    scores: [1 / 3, 0, 1, 0.5],
  },
};

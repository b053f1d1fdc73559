import type { Normalisation } from '../normalisation.ts';
import { capParameter, cappedScore } from './cap.ts';
import { learningParameters, type NormaliseMethod, rangeParameter } from './method.ts';

export const distanceToReference: NormaliseMethod<Extract<Normalisation, { method: 'distance-to-reference' }>> = {
  id: 'distance-to-reference',
  title: { en: 'Distance to a reference unit', 'zh-CN': '与基准对象的距离' },
  meaning: {
    en: 'How much of the way from the worst value to that of a reference unit is made; beyond it the score goes on.',
    'zh-CN': '从最差值到基准对象取值已走完的比例；超过基准的继续累加。',
  },
  formula: 'a + (b − a)(1 − (reference − x)/(reference − min))',
  formulaNegative: 'a + (b − a)(1 − (x − reference)/(max − reference))',
  source: 'OECD/JRC Handbook (2008), 5.4; COINr n_dist2ref',
  parameters: [
    { id: 'unit', meaning: { en: 'The id of the reference unit.', 'zh-CN': '基准评估对象的标识。' } },
    capParameter,
    rangeParameter,
    ...learningParameters,
  ],
  edges: [
    {
      text: { en: 'The reference unit has no value: no score.', 'zh-CN': '基准对象没有数据：没有得分。' },
      reason: 'no-reference',
    },
    {
      text: {
        en: 'The reference has the worst value itself: no score (COINr gives infinite scores).',
        'zh-CN': '基准对象自身取值最差：没有得分（COINr 给出无穷大）。',
      },
      reason: 'reference-side',
    },
  ],
  learns: 'reference',
  freezes: ['min', 'max', 'reference'],
  prepare: ({ range, cap }, { direction, params: { min, max, reference } }) => {
    if (reference === undefined) return 'no-reference';
    const worst = direction === 'positive' ? min : max;
    if (worst === undefined) return 'too-few-values';
    const isBetter = direction === 'positive' ? reference > worst : reference < worst;
    if (!isBetter && min !== max) return 'reference-side';
    return cappedScore(worst, reference, { range, cap, direction });
  },
  example: {
    normalise: { method: 'distance-to-reference', unit: 0, range: [0, 1] },
    direction: 'positive',
    values: [3, 1, 2, 5],
    scores: [1, 0, 0.5, 2],
  },
};

import { zScore as normalisation } from '../normalise/z-score.ts';
import type { StandardiseMethod } from './method.ts';

export const zScore: StandardiseMethod = {
  id: 'z-score',
  title: { en: 'Standardise by z-scores', 'zh-CN': '标准分再标准化' },
  meaning: {
    en: 'How many standard deviations the score lies above the mean of all units.',
    'zh-CN': '得分高于全部评估对象平均值多少个标准差。',
  },
  formula: '(s − s̄)/sd, with sd of divisor n − 1',
  source: 'UN E-Government Survey, technical notes',
  parameters: [],
  edges: normalisation.edges,
  learns: 'moments',
  prepare: (scale, params) =>
    normalisation.prepare({ method: 'z-score', mean: 0, sd: 1 }, { direction: 'positive', scale, params }),
  example: { before: [40, 50, 60], after: [-1, 0, 1] },
};

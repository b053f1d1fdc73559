import { minMax as normalisation } from '../normalise/min-max.ts';
import type { StandardiseMethod } from './method.ts';

export const minMax: StandardiseMethod = {
  id: 'min-max',
  title: { en: 'Standardise by min–max', 'zh-CN': '极差再标准化' },
  meaning: {
    en: 'The lowest score becomes the start of the scale, the highest its end.',
    'zh-CN': '最低得分变为量程起点，最高得分变为量程终点。',
  },
  formula: 'a + (b − a)(s − min)/(max − min), with the scale [a, b]',
  source: 'UN E-Government Survey, technical notes',
  parameters: [],
  edges: normalisation.edges,
  learns: 'range',
  prepare: (scale, params) =>
    normalisation.prepare({ method: 'min-max', range: scale }, { direction: 'positive', scale, params }),
  example: { before: [20, 30, 60], after: [0, 25, 100] },
};

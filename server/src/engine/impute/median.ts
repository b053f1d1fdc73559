import { decimalNear } from '../round.ts';
import { mean } from './mean.ts';
import type { ImputeMethod } from './method.ts';
import { centreParameters } from './parameters.ts';

export const median: ImputeMethod = {
  id: 'median',
  title: { en: 'Median', 'zh-CN': '中位数插补' },
  meaning: {
    en: 'The median of the values present: of the column, of the unit’s group, or of the unit’s other indicators.',
    'zh-CN': '现有值的中位数：整列、所在分组，或该对象其他指标的中位数。',
  },
  formula: 'the middle value; of an even number the mean of the two in the middle',
  source: 'OECD/JRC Handbook (2008), step 3; COINr i_median, i_median_grp',
  parameters: centreParameters,
  edges: mean.edges,
  draws: 'values',
  centre: values => {
    const sorted = values.slice().sort();
    const upper = sorted[sorted.length >> 1]!;
    const lower = sorted[(sorted.length - 1) >> 1]!;
    return decimalNear(lower / 2 + upper / 2, [lower, upper]);
  },
  example: { values: [1, null, 3, 5, 100], filled: [1, 4, 3, 5, 100] },
};

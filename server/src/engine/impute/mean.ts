import { decimalNear } from '../round.ts';
import { sumOf } from '../sum.ts';
import type { ImputeMethod } from './method.ts';
import { centreParameters } from './parameters.ts';

export const mean: ImputeMethod = {
  id: 'mean',
  title: { en: 'Mean', 'zh-CN': '均值插补' },
  meaning: {
    en: 'The mean of the values present: of the column, of the unit’s group, or of the unit’s other indicators.',
    'zh-CN': '现有值的均值：整列、所在分组，或该对象其他指标的均值。',
  },
  formula: 'Σx / n',
  source: 'OECD/JRC Handbook (2008), step 3; COINr i_mean, i_mean_grp, Impute(impute_by = "row")',
  parameters: centreParameters,
  edges: [
    {
      text: {
        en: 'No value is present (in the group): left missing.',
        'zh-CN': '（组内）没有任何值：保持缺失。',
      },
      reason: 'missing',
    },
    {
      text: {
        en: 'A unit in no group, or in several: left missing; without a group it is not counted either.',
        'zh-CN': '不属于任何组或属于多个组的对象：保持缺失；不属于任何组的也不参与计算。',
      },
      reason: 'missing',
    },
  ],
  draws: 'values',
  centre: values => decimalNear(sumOf(values) / values.length, values),
  example: { values: [1, null, 3, 5], filled: [1, 3, 3, 5] },
};

import type { ImputeMethod } from './method.ts';

export const constant: ImputeMethod = {
  id: 'constant',
  title: { en: 'A fixed value', 'zh-CN': '固定值' },
  meaning: {
    en: 'A number in the indicator’s own measure. Without `value`: carried from the unit’s other periods.',
    'zh-CN': '按指标自身计量单位写出的数值。不写 `value` 时沿用该对象其他各期的值。',
  },
  formula: 'value',
  source: 'OECD/JRC Handbook (2008), step 3 (cold deck)',
  parameters: [
    {
      id: 'value',
      meaning: { en: 'The value that stands in.', 'zh-CN': '替代的数值。' },
      default: 'carried from other periods',
    },
  ],
  edges: [],
  draws: 'nothing',
  example: { value: 7 },
};

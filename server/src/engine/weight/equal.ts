import type { WeightMethod } from './method.ts';

export const equal: WeightMethod<{ method: 'equal' }> = {
  id: 'equal',
  title: { en: 'Equal weights', 'zh-CN': '等权' },
  meaning: { en: 'All children weigh the same.', 'zh-CN': '各下级指标权重相同。' },
  formula: 'w = 1/n',
  source: 'OECD/JRC Handbook (2008), step 6',
  parameters: [],
  edges: [
    {
      text: {
        en: 'Equal weights above unequal numbers of children: the leaves below differ in effective weight.',
        'zh-CN': '各下级所含指标数不同时，末级指标的综合权重并不相等。',
      },
    },
  ],
  needsScores: false,
  weigh: (_, { nChildren }) => ({ weights: Array.from({ length: nChildren }, () => 1) }),
  example: { weighting: { method: 'equal' }, children: [[], [], [], []], shares: [0.25, 0.25, 0.25, 0.25] },
};

import { openLine } from './linear.ts';
import type { NormaliseMethod } from './method.ts';

export const none: NormaliseMethod<{ method: 'none' }> = {
  id: 'none',
  title: { en: 'None', 'zh-CN': '不处理' },
  meaning: {
    en: 'The value is a score already.',
    'zh-CN': '原始值本身就是得分。',
  },
  formula: 'x',
  formulaNegative: 'x',
  source: 'OECD/JRC Handbook on Constructing Composite Indicators (2008), step 5',
  parameters: [],
  edges: [
    {
      text: { en: 'A value outside the scale has no score.', 'zh-CN': '超出量程的值没有得分。' },
      reason: 'outside-scale',
    },
    {
      text: {
        en: 'The direction is not applied: a score is already better the higher it is.',
        'zh-CN': '不考虑指标方向：得分总是越高越好。',
      },
    },
  ],
  learns: 'count',
  freezes: [],
  prepare: (_, { scale: [start, end] }) => ({
    scoreOf: value => (value >= start && value <= end ? value : Number.NaN),
    line: openLine(0, { origin: 0, sign: 1, height: 1, width: 1 }),
    within: [start, end],
    reason: 'outside-scale',
  }),
  example: {
    normalise: { method: 'none' },
    direction: 'positive',
    values: [0, 62.5, 100, 100.1, -1],
    scores: [0, 62.5, 100, 'outside-scale', 'outside-scale'],
  },
};

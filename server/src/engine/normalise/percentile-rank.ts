import type { Normalisation } from '../normalisation.ts';
import { nSorted } from '../orderParams.ts';
import { lineOf } from './linear.ts';
import { learningParameters, type NormaliseMethod, rangeParameter } from './method.ts';
import { rankScorer, tiesParameter } from './ranks.ts';

export const percentileRank: NormaliseMethod<Extract<Normalisation, { method: 'percentile-rank' }>> = {
  id: 'percentile-rank',
  title: { en: 'Percentile rank', 'zh-CN': '百分位次法' },
  meaning: {
    en: 'The rank as a share of the way from the worst to the best unit.',
    'zh-CN': '位次在最差到最优之间所处的比例。',
  },
  formula: 'a + (b − a)(rank − 1)/(n − 1), with the rank counted from the lowest value',
  formulaNegative: 'a + (b − a)(rank − 1)/(n − 1), with the rank counted from the highest value',
  source: 'OECD/JRC Handbook (2008), 5.1; COINr n_prank',
  parameters: [tiesParameter, rangeParameter, ...learningParameters],
  edges: [
    { text: { en: 'Fewer than two values: no score.', 'zh-CN': '少于两个值：没有得分。' }, reason: 'too-few-values' },
    { text: { en: 'All values are equal: all share one score.', 'zh-CN': '所有值相等：得分相同。' } },
    {
      text: {
        en: 'A value beyond all those that the order was learned from gets the score of the nearest.',
        'zh-CN': '超出排序所依据的全部取值时，取最近一端的得分。',
      },
    },
  ],
  learns: 'order',
  freezes: ['sorted'],
  prepare: ({ ties, range }, { direction, params }) => {
    const n = nSorted(params);
    if (n < 2) return 'too-few-values';
    const line = lineOf([1, n], range, 'positive');
    if (typeof line === 'string') return line;
    return { ...rankScorer(params, { ties, direction }, line), truncateTo: range };
  },
  example: {
    normalise: { method: 'percentile-rank', range: [0, 100], ties: 'lowest' },
    direction: 'positive',
    values: [3, 1, 2, 2, 2, 5],
    scores: [80, 0, 20, 20, 20, 100],
  },
};

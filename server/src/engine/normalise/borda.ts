import type { Normalisation } from '../normalisation.ts';
import { nSorted } from '../orderParams.ts';
import { learningParameters, type NormaliseMethod } from './method.ts';
import { rankScorer, ranksLess, tiesParameter } from './ranks.ts';

export const borda: NormaliseMethod<Extract<Normalisation, { method: 'borda' }>> = {
  id: 'borda',
  title: { en: 'Borda count', 'zh-CN': '波达计分法' },
  meaning: {
    en: 'The number of units that are worse: the rank counted from 0.',
    'zh-CN': '劣于它的评估对象个数，即从 0 数起的位次。',
  },
  formula: 'rank − 1, with the rank counted from the lowest value',
  formulaNegative: 'rank − 1, with the rank counted from the highest value',
  source: 'OECD/JRC Handbook (2008), 6.6; COINr n_borda',
  parameters: [tiesParameter, ...learningParameters],
  edges: [
    { text: { en: 'All values are equal: all share one score.', 'zh-CN': '所有值相等：得分相同。' } },
    { text: { en: 'Scores may lie outside the scale.', 'zh-CN': '得分可能超出量程。' } },
  ],
  learns: 'order',
  freezes: ['sorted'],
  prepare: ({ ties }, { direction, params }) =>
    nSorted(params) === 0 ? 'too-few-values' : rankScorer(params, { ties, direction }, ranksLess(1)),
  example: {
    normalise: { method: 'borda', ties: 'lowest' },
    direction: 'positive',
    values: [30, 10, 20, 20],
    scores: [3, 0, 1, 1],
  },
};

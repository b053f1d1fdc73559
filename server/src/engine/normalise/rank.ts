import type { Normalisation } from '../normalisation.ts';
import { nSorted } from '../orderParams.ts';
import { learningParameters, type NormaliseMethod } from './method.ts';
import { rankScorer, ranksLess, tiesParameter } from './ranks.ts';

export const rank: NormaliseMethod<Extract<Normalisation, { method: 'rank' }>> = {
  id: 'rank',
  title: { en: 'Rank', 'zh-CN': '位次法' },
  meaning: {
    en: 'The rank counted from the worst value, so that the best has the most.',
    'zh-CN': '从最差值数起的位次，最优者得分最高。',
  },
  formula: 'the number of lower values + 1 (ties: the lowest, mean or highest of the ranks they cover)',
  formulaNegative: 'the number of higher values + 1 (ties: the lowest, mean or highest of the ranks they cover)',
  source: 'OECD/JRC Handbook (2008), 5.1; COINr n_rank',
  parameters: [tiesParameter, ...learningParameters],
  edges: [
    { text: { en: 'All values are equal: all share one rank.', 'zh-CN': '所有值相等：位次相同。' } },
    { text: { en: 'Scores may lie outside the scale.', 'zh-CN': '得分可能超出量程。' } },
  ],
  learns: 'order',
  freezes: ['sorted'],
  prepare: ({ ties }, { direction, params }) =>
    nSorted(params) === 0 ? 'too-few-values' : rankScorer(params, { ties, direction }, ranksLess(0)),
  example: {
    normalise: { method: 'rank', ties: 'average' },
    direction: 'positive',
    values: [30, 10, 20, 20],
    scores: [4, 1, 2.5, 2.5],
  },
};

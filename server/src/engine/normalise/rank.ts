import type { RankTies } from '../plan.ts';
import type { NormaliseMethod } from './method.ts';

export const rank: NormaliseMethod<{ method: 'rank'; ties: RankTies }> = {
  id: 'rank',
  title: { en: 'Rank', 'zh-CN': '位次法' },
  meaning: {
    en: 'The rank counted from the worst value, so that the best has the most.',
    'zh-CN': '从最差值数起的位次，最优者得分最高。',
  },
  formula: 'the number of lower values + 1 (ties: the lowest, mean or highest of the ranks they cover)',
  formulaNegative: 'the number of higher values + 1 (ties: the lowest, mean or highest of the ranks they cover)',
  source: 'OECD/JRC Handbook (2008), 5.1; COINr n_rank',
  parameters: [
    {
      id: 'ties',
      meaning: {
        en: 'What equal values get of the ranks that they cover: lowest, average or highest.',
        'zh-CN': '相等的值取所占位次中的最低（lowest）、平均（average）或最高（highest）。',
      },
      default: 'lowest',
    },
  ],
  edges: [
    { text: { en: 'All values are equal: all share one rank.', 'zh-CN': '所有值相等：位次相同。' } },
    { text: { en: 'Scores may lie outside the scale.', 'zh-CN': '得分可能超出量程。' } },
  ],
  learns: 'order',
  prepare: ({ ties }, { direction, params: { sorted } }) => {
    if (sorted === undefined) return 'too-few-values';
    return {
      scoreOf: value => {
        const nLower = countBelow(sorted, candidate => candidate < value);
        const nNotHigher = countBelow(sorted, candidate => candidate <= value);
        const nWorse = direction === 'positive' ? nLower : sorted.length - nNotHigher;
        // A value that is not among those learned stands alone.
        const nEqual = Math.max(1, nNotHigher - nLower);
        return nWorse + rankInTie(ties, nEqual);
      },
    };
  },
  example: {
    normalise: { method: 'rank', ties: 'average' },
    direction: 'positive',
    values: [30, 10, 20, 20],
    scores: [4, 1, 2.5, 2.5],
  },
};

function rankInTie(ties: RankTies, nEqual: number): number {
  switch (ties) {
    case 'lowest':
      return 1;
    case 'average':
      return (nEqual + 1) / 2;
    case 'highest':
      return nEqual;
  }
}

/** How many of the sorted values satisfy a condition that holds up to some value and not beyond. */
function countBelow(sorted: readonly number[], holds: (value: number) => boolean): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(sorted[middle]!)) from = middle + 1;
    else to = middle;
  }
  return from;
}

import { sumOf } from '../sum.ts';
import { type AggregateMethod, smallest, withinTerms } from './method.ts';

export const harmonic: AggregateMethod = {
  id: 'harmonic',
  title: { en: 'Harmonic mean', 'zh-CN': '加权调和平均' },
  meaning: {
    en: 'The weighted mean of reciprocals: a weak child pulls the result down more than under the geometric mean.',
    'zh-CN': '倒数的加权平均的倒数：弱项的拖累比几何平均更大。',
  },
  formula: 'Σ w / Σ (w/s)',
  source: 'OECD/JRC Handbook (2008), 6.5; COINr a_hmean',
  parameters: [],
  edges: [
    {
      text: { en: 'A score is 0 or negative: no score.', 'zh-CN': '有得分小于等于 0：没有得分。' },
      reason: 'non-positive',
    },
  ],
  combine: (scores, weights, count, totalWeight) => {
    const least = smallest(scores, count);
    if (!(least > 0)) return Number.NaN;
    // Relative to the smallest score, so that no reciprocal leaves the range of numbers.
    for (let index = 0; index < count; index++) weights[index]! *= least / scores[index]!;
    return withinTerms((least * totalWeight) / sumOf(weights, count), scores, count);
  },
  reason: 'non-positive',
  example: { scores: [40, 60], weights: [1, 1], score: 48 },
};

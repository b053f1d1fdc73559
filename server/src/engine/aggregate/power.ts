import { sumOf } from '../sum.ts';
import { arithmetic } from './arithmetic.ts';
import { geometric } from './geometric.ts';
import { harmonic } from './harmonic.ts';
import { type AggregateMethod, largest, smallest, withinTerms } from './method.ts';

export const power: AggregateMethod = {
  id: 'power',
  title: { en: 'Power mean', 'zh-CN': '加权幂平均' },
  meaning: {
    en: 'The family of the means: 1 is arithmetic, 0 geometric, −1 harmonic; the lower p, the more weak children count.',
    'zh-CN': '各种平均的一般形式：1 为算术平均，0 为几何平均，−1 为调和平均；p 越小，弱项影响越大。',
  },
  formula: '(Σ w·s^p / Σ w)^(1/p); p = 0: exp(Σ w·ln s / Σ w)',
  source: 'OECD/JRC Handbook (2008), 6.5; COINr a_genmean',
  parameters: [{ id: 'power', meaning: { en: 'The exponent p.', 'zh-CN': '幂指数 p。' } }],
  edges: [
    {
      text: { en: 'p ≤ 0 and a score is 0 or negative: no score.', 'zh-CN': 'p ≤ 0 而有得分小于等于 0：没有得分。' },
      reason: 'non-positive',
    },
    {
      text: {
        en: 'A score is negative: no score, unless p is 1 (arithmetic) or even (the sign is lost in the power).',
        'zh-CN': '有得分为负：没有得分；p 为 1（算术平均）或偶数（乘方后符号消失）时除外。',
      },
      reason: 'non-positive',
    },
    {
      text: {
        en: 'Missing children: the weights of the others are rescaled (COINr gives no score).',
        'zh-CN': '有下级指标缺失：其余权重按比例放大（COINr 则没有得分）。',
      },
    },
  ],
  combine: (scores, weights, count, totalWeight, more) => {
    const p = more.power;
    if (p === 1) return arithmetic.combine(scores, weights, count, totalWeight, more);
    if (p === -1) return harmonic.combine(scores, weights, count, totalWeight, more);
    if (Math.abs(p) < nearZero) return geometric.combine(scores, weights, count, totalWeight, more);
    return powerMean(scores, weights, count, totalWeight, p);
  },
  reason: 'non-positive',
  example: { scores: [30, 40], weights: [1, 1], power: 2, score: Math.sqrt(1250) },
};

/** The geometric mean to all digits. */
const nearZero = 1e-18;

/**
 * Relative to the score that counts most, so that no power leaves the range of numbers; by expm1 and log1p, so that no
 * digits are lost with an exponent near 0.
 */
function powerMean(scores: Float64Array, weights: Float64Array, count: number, totalWeight: number, p: number): number {
  const least = smallest(scores, count);
  if (p < 0 ? !(least > 0) : least < 0 && p % 2 !== 0) return Number.NaN;
  if (least < 0) for (let index = 0; index < count; index++) scores[index] = Math.abs(scores[index]!);
  const leading = p < 0 ? least : largest(scores, count);
  if (leading === 0) return 0;
  for (let index = 0; index < count; index++) {
    weights[index]! *= Math.expm1(p * Math.log(scores[index]! / leading));
  }
  const mean = leading * Math.exp(Math.log1p(sumOf(weights, count) / totalWeight) / p);
  return withinTerms(mean, scores, count);
}

import type { StandardiseMethod } from './method.ts';

export const normalCdf: StandardiseMethod = {
  id: 'normal-cdf',
  title: { en: 'Normal percentile', 'zh-CN': '正态百分位' },
  meaning: {
    en: 'For a mean of z-scores: the share of a normal distribution that lies below it.',
    'zh-CN': '用于标准分的平均值：正态分布中低于该值的比例。',
  },
  formula: 'a + (b − a)·Φ(s), with the scale [a, b]: 100·Φ(s)',
  source: 'Environmental Sustainability Index 2005, appendix A',
  parameters: [],
  edges: [
    {
      text: {
        en: 'Nothing is learned from the data: the scores must be z-scores or a mean of such.',
        'zh-CN': '不从数据得出参数：得分应为标准分或标准分的平均。',
      },
    },
  ],
  prepare: ([start, end]) => ({ scoreOf: score => start + (end - start) * normalShareBelow(score) }),
  example: { before: [0, 1, -1.959963984540054], after: [50, 84.1344746068543, 2.5] },
};

/** Φ(x) to about 1e−16. The series ½ + φ(x)(x + x³/3 + x⁵/15 + …) of Marsaglia, Evaluating the Normal Distribution (2004). */
export function normalShareBelow(x: number): number {
  const size = Math.abs(x);
  if (size > 8.3) return x > 0 ? 1 : 0;
  let term = size;
  let sum = size;
  for (let divisor = 3; term > sum * 1e-18; divisor += 2) {
    term *= (size * size) / divisor;
    sum += term;
  }
  const half = sum * Math.exp(-0.5 * size * size) * 0.3989422804014327;
  return x < 0 ? Math.max(0, 0.5 - half) : Math.min(1, 0.5 + half);
}

import type { AggregateMethod } from './method.ts';

export const product: AggregateMethod = {
  id: 'product',
  title: { en: 'Product', 'zh-CN': '连乘' },
  meaning: {
    en: 'The children’s shares of the scale are multiplied: each takes its part of what the others leave.',
    'zh-CN': '把下级指标在量程上所占的比例相乘：每一项都在其余各项的基础上打折。',
  },
  formula: 'a + (b − a) · Π (s − a)/(b − a), with the scale [a, b]; on a scale of 0–1: Π s',
  source: 'UNDP Human Development Report, technical note 2 (inequality-adjusted dimension index)',
  parameters: [],
  edges: [
    {
      text: {
        en: 'Weights do not matter, but a child of weight 0 takes no part.',
        'zh-CN': '不考虑权重的大小，但权重为 0 的下级指标不参与。',
      },
    },
    {
      text: {
        en: 'A missing child takes nothing away; nothing is rescaled.',
        'zh-CN': '缺失的下级指标不打折，也不放大其余部分。',
      },
    },
    {
      text: {
        en: 'A score below the start of the scale: no score; two of them would make a gain.',
        'zh-CN': '有得分低于量程起点：没有得分，否则负负得正。',
      },
      reason: 'non-positive',
    },
  ],
  combine: (scores, _, count, __, { scale: [start, end] }) => {
    const height = end - start;
    const shares = scores.subarray(0, count);
    for (let index = 0; index < count; index++) shares[index] = (shares[index]! - start) / height;
    // In order of size, so that the last digit does not depend on the order of the children.
    shares.sort();
    if (shares[0]! < 0) return Number.NaN;
    let share = 1;
    for (const each of shares) share *= each;
    return start + height * share;
  },
  reason: 'non-positive',
  example: { scores: [80, 50], weights: [1, 1], score: 40 },
};

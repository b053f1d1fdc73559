import type { TransformMethod } from './method.ts';

/** COINr log_CT_plus; with `mirrored: false` log_CT. */
export const log: TransformMethod = {
  id: 'log',
  title: { en: 'Logarithm', 'zh-CN': '取对数' },
  meaning: {
    en: 'The logarithm of the distance from the lowest value, shifted by 1 % of the spread; a column of negative skew is mirrored, so that its order stays.',
    'zh-CN': '与最小值之差平移全距的 1% 后取对数；负偏的列先镜像，次序不变。',
  },
  formula: 'ln(x − min + 0.01(max − min)); negative skew: −ln(max + 0.01(max − min) − x)',
  source: 'COINr log_CT_plus (JRC COIN Tool)',
  parameters: [
    {
      id: 'mirrored',
      meaning: {
        en: 'Whether a column of negative skew is mirrored (COINr’s log_CT does not).',
        'zh-CN': '负偏的列是否镜像（COINr 的 log_CT 不镜像）。',
      },
      default: 'true',
    },
  ],
  edges: [
    {
      text: {
        en: 'With parameters from another edition a value may lie too far beyond the lowest one: no score.',
        'zh-CN': '沿用其他年度的参数时，取值可能远低于原最小值：没有得分。',
      },
      reason: 'non-positive',
    },
  ],
  prepare: ({ min, max, mirrored }) => {
    const shift = 0.01 * (max - min);
    if (!Number.isFinite(shift)) return 'overflow';
    return mirrored ? value => -Math.log(max + shift - value) : value => Math.log(value - min + shift);
  },
  example: {
    params: { mirrored: true },
    values: [0, 99, 100],
    transformed: [-Math.log(101), -Math.log(2), 0],
  },
};

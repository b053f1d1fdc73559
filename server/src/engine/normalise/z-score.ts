import type { Normalisation } from '../normalisation.ts';
import { openLine } from './linear.ts';
import { learningParameters, type NormaliseMethod, truncateParameter } from './method.ts';

export const zScore: NormaliseMethod<Extract<Normalisation, { method: 'z-score' }>> = {
  id: 'z-score',
  title: { en: 'Z-score', 'zh-CN': '标准分法' },
  meaning: {
    en: 'How many standard deviations above the mean, put on a chosen mean and standard deviation.',
    'zh-CN': '高于平均值多少个标准差，再换算到指定的均值和标准差。',
  },
  formula: 'mean + sd · (x − x̄)/s, with s of divisor n − 1 (population: n)',
  formulaNegative: 'mean − sd · (x − x̄)/s, with s of divisor n − 1 (population: n)',
  source: 'OECD/JRC Handbook (2008), 5.2; COINr n_zscore',
  parameters: [
    { id: 'mean', meaning: { en: 'The mean of the scores.', 'zh-CN': '得分的均值。' }, default: '0' },
    { id: 'sd', meaning: { en: 'The standard deviation of the scores.', 'zh-CN': '得分的标准差。' }, default: '1' },
    {
      id: 'deviation',
      meaning: {
        en: 'The standard deviation of a sample (divisor n − 1) or of the whole population (n).',
        'zh-CN': '样本标准差（sample，除以 n − 1）还是总体标准差（population，除以 n）。',
      },
      default: 'sample',
    },
    truncateParameter,
    {
      id: 'range',
      meaning: { en: 'Where scores are cut off, if they are.', 'zh-CN': '截断得分时的两端。' },
      default: 'scale',
    },
    ...learningParameters,
  ],
  edges: [
    { text: { en: 'Fewer than two values: no score.', 'zh-CN': '少于两个值：没有得分。' }, reason: 'too-few-values' },
    { text: { en: 'All values are equal: no score.', 'zh-CN': '所有值相等：没有得分。' }, reason: 'constant' },
    {
      text: {
        en: 'All values beyond 1e150, or within 1e−100 of 0: their squares leave the range of numbers.',
        'zh-CN': '值的绝对值超过 1e150，或全部小于 1e−100：平方超出数值范围。',
      },
      reason: 'overflow',
    },
    {
      text: {
        en: 'Scores may lie outside the scale, unless they are truncated.',
        'zh-CN': '得分可能超出量程，除非截断。',
      },
    },
  ],
  learns: 'moments',
  freezes: ['mean', 'sd'],
  prepare: (spec, { direction, params }) => {
    const { n, mean, sd } = params;
    if (mean === undefined || sd === undefined) return n < 2 ? 'too-few-values' : 'overflow';
    if (!(sd > 0)) return 'constant';
    const sign = direction === 'positive' ? 1 : -1;
    const scoreOf = (value: number) => {
      const distance = (value - mean) * sign;
      const rise = spec.sd * distance;
      return spec.mean + (Number.isFinite(rise) ? rise / sd : spec.sd * (distance / sd));
    };
    const line = openLine(spec.mean, { origin: mean, sign, height: spec.sd, width: sd });
    return spec.truncate && spec.range ? { scoreOf, line, truncateTo: spec.range } : { scoreOf, line };
  },
  example: {
    normalise: { method: 'z-score', mean: 50, sd: 10, deviation: 'sample', truncate: false, range: [0, 100] },
    direction: 'positive',
    values: [1, 2, 3],
    scores: [40, 50, 60],
  },
};

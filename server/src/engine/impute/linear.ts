import { decimalNear } from '../round.ts';
import type { ImputeMethod } from './method.ts';

export const linear: ImputeMethod = {
  id: 'linear',
  title: { en: 'Linear between periods', 'zh-CN': '各期线性插值' },
  meaning: {
    en: 'On the line between the unit’s nearest earlier and later values; beyond them the nearest one.',
    'zh-CN': '在该对象前后最近两期的连线上；两端之外用最近的值。',
  },
  formula: 'x₁ + (x₂ − x₁)(t − t₁)/(t₂ − t₁)',
  source: 'COINr impute_panel(imp_type = "linear-constant"), R approx(rule = 2)',
  parameters: [],
  edges: [
    {
      text: {
        en: 'Only one period has a value: that value (COINr’s "linear" stops with an error).',
        'zh-CN': '只有一期有值：用该值（COINr 的 "linear" 报错）。',
      },
    },
    { text: { en: 'No period has a value: left missing.', 'zh-CN': '各期均无值：保持缺失。' }, reason: 'missing' },
  ],
  draws: 'series',
  fill: ({ periods, values }, position) => {
    const isThere = (value: number) => !Number.isNaN(value);
    const before = values.slice(0, position).findLastIndex(isThere);
    const after = values.findIndex((value, index) => index > position && isThere(value));
    if (before < 0) return values[after] ?? Number.NaN;
    if (after < 0) return values[before]!;
    const way = (periods[position]! - periods[before]!) / (periods[after]! - periods[before]!);
    // Two products, so that the difference of large values stays in the range of numbers.
    const low = values[before]!;
    const high = values[after]!;
    const rise = high - low;
    return decimalNear(Number.isFinite(rise) ? low + rise * way : low * (1 - way) + high * way, [low, high]);
  },
  example: { values: [null, 1, null, 3, null], filled: [1, 1, 2, 3, 3] },
};

import type { ImputeMethod } from './method.ts';

/** Written as `constant` without a value. */
export const carry: ImputeMethod = {
  id: 'carry',
  title: { en: 'Carried from other periods', 'zh-CN': '沿用其他各期' },
  meaning: {
    en: 'The unit’s last value of an earlier period; before its first value, that one.',
    'zh-CN': '该对象此前最近一期的值；最早一期之前用最早的值。',
  },
  formula: 'x of the last earlier period with a value, else of the first later one',
  source: 'COINr impute_panel(imp_type = "constant")',
  parameters: [],
  edges: [
    { text: { en: 'No period has a value: left missing.', 'zh-CN': '各期均无值：保持缺失。' }, reason: 'missing' },
  ],
  draws: 'series',
  fill: ({ values }, position) => {
    const isThere = (value: number) => !Number.isNaN(value);
    return values.slice(0, position).findLast(isThere) ?? values.slice(position + 1).find(isThere) ?? Number.NaN;
  },
  example: { values: [null, 5, null, 6, null], filled: [5, 5, 5, 6, 6] },
};

import type { ImputeMethod } from './method.ts';

export const latest: ImputeMethod = {
  id: 'latest',
  title: { en: 'Latest earlier value', 'zh-CN': '最近一期的值' },
  meaning: { en: 'The unit’s last value of an earlier period.', 'zh-CN': '该对象以往最近一期的值。' },
  formula: 'x of the last earlier period with a value, at most maxAge periods back',
  source: 'COINr impute_panel(imp_type = "latest", max_time)',
  parameters: [
    {
      id: 'maxAge',
      meaning: { en: 'How many periods of the data back it may be.', 'zh-CN': '最多可回溯数据中的几期。' },
      default: 'any',
    },
  ],
  edges: [
    {
      text: { en: 'No earlier period in reach has a value: left missing.', 'zh-CN': '可回溯的各期均无值：保持缺失。' },
      reason: 'missing',
    },
  ],
  draws: 'series',
  fill: ({ values }, position, maxAge) => {
    const reach = values.slice(Math.max(0, position - maxAge), position);
    return reach.findLast(value => !Number.isNaN(value)) ?? Number.NaN;
  },
  example: { values: [null, 5, null, null, 6], filled: [null, 5, 5, null, 6], maxAge: 1 },
};

/** The parameters that several imputations share. */
import type { Parameter } from '../method.ts';

export const acrossParameter: Parameter = {
  id: 'across',
  meaning: {
    en: 'Draw on the unit’s other indicators instead of on other units: `siblings`, `all`, or those under the same indicator of a level (`{level: 1}`).',
    'zh-CN':
      '依据该对象的其他指标而非其他对象：`siblings`（同级）、`all`（全部），或同一层级指标之下的（`{level: 1}`）。',
  },
  default: 'none',
};

export const centreParameters: readonly Parameter[] = [
  {
    id: 'by',
    meaning: { en: 'The group system inside which it is computed.', 'zh-CN': '在哪个分组之内计算。' },
    default: 'all units together',
  },
  {
    id: 'over',
    meaning: {
      en: 'Whose values are used: all, eligible, or a group.',
      'zh-CN': '采用哪些对象的值：all、eligible 或某个分组。',
    },
    default: 'all',
  },
  acrossParameter,
  {
    id: 'on',
    meaning: {
      en: 'With `across`: each value as it lies between its indicator’s lowest and highest (`min-max`), or as it is (`values`).',
      'zh-CN': '与 `across` 合用：先换算到各指标最小与最大值之间（`min-max`），或直接用原值（`values`）。',
    },
    default: 'min-max',
  },
];

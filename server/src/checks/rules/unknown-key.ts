import { localText } from '../../base/locale.ts';
import type { Rule } from '../rule.ts';
import { structureProblems } from '../structureProblems.ts';

export const unknownKey: Rule = {
  code: 'unknown-key',
  severity: 'error',
  level: 'text',
  title: localText('A key that the format does not have', '格式中没有这个键'),
  why: localText(
    'A misspelt key says nothing: `wieght: 12` leaves the indicator without a weight.',
    '拼错的键等于没写：`wieght: 12` 会使该指标没有权重。',
  ),
  wrong: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, wieght: 100}\n' },
  right: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 100}\n' },
  check: context => structureProblems(context, 'unknown-key'),
};

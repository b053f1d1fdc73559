import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['few-children'];

test('a dimension of two; not a list of dimensions, not a system', () => {
  expectFindings(
    `indicators:
  - {id: a, name: A, indicators: [{id: a1}, {id: a2}]}
         ^ information few-children: A has 2 indicators; at least 3 are advised
  - id: b
    name: {en: Bee, zh-CN: 蜂}
    indicators:
      - {id: b1, indicators: [{id: c1}, {id: c2}, {id: c3}]}
      - {id: b2, unpublished: true, count: 5, indicators: [{id: d1}, {id: d2}]}
`,
    { codes },
  );
  expectFindings('indicators: [{id: a}, {id: b}]\n', { codes });
});

test('with a number of the file’s own, in Chinese', () => {
  expectFindings(
    `indicators:
  - {name: 甲, indicators: [{id: a1}, {id: a2}, {id: a3}, {id: a4}]}
           ^ information few-children: “甲”只有 4 个指标，建议至少 5 个
rules: {few-children: {threshold: 5, reason: 内部规定}}
`,
    { codes, locale: 'zh-CN' },
  );
});

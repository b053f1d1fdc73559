import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['ragged-leaf'];

test('a leaf beside aggregates; not one among leaves, nor a bonus', () => {
  expectFindings(
    `indicators:
  - {id: a, name: A}
         ^ information ragged-leaf: A is a leaf on level 1; the deepest leaves stand on level 3
  - {id: b, name: B, indicators: [{id: b1, indicators: [{id: c1}]}, {id: b2, name: B2}]}
                                                                         ^^ information ragged-leaf: B2 is a leaf on level 2; the deepest leaves stand on level 3
  - {id: d, name: D, indicators: [{id: d1}, {id: d2}]}
  - {id: e, name: E, bonus: {cap: 10}}
`,
    { codes },
  );
});

test('in Chinese; a leaf that says its level', () => {
  expectFindings(
    `indicators:
  - {id: a, name: 甲}
         ^ information ragged-leaf: “甲”是第 1 级的末级指标，最深的在第 2 级
  - {id: b, name: 乙, level: 2}
  - {id: c, name: 丙, indicators: [{id: c1}]}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('one level only', () => {
  expectFindings('indicators: [{id: a}, {id: b}]\n', { codes });
});

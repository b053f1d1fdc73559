import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['level-count', 'level-skipped', 'level-unpublished'];

test('declared and listed numbers', () => {
  expectFindings(
    `levels:
  - {name: Pillars, count: 2}
  - name: {en: Indicators, zh-CN: 指标}
    count: 4
           ^ error level-count: 4 Indicators declared, 3 listed
indicators:
  - {id: a, indicators: [{id: a1}, {id: a2}]}
  - {id: b, indicators: [{id: b1}]}
`,
    { codes },
  );
});

test('in Chinese; a level without a name has a number', () => {
  expectFindings(
    `levels: [{name: 一级指标, count: 3}, {count: 1}]
                             ^ error level-count: 声明一级指标 3 个，实际列出 1 个
                                         ^ error level-count: 声明第 2 级 1 个，实际列出 2 个
indicators:
  - {id: a, indicators: [{id: a1}, {id: a2}]}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('a number declared by an aggregate', () => {
  expectFindings(
    `indicators:
  - {id: a, name: A, count: 3, indicators: [{id: a1}, {id: a2}]}
                            ^ error level-count: A declares 3 indicators, 2 are listed
  - {id: b, name: B, count: 3, unpublished: true, indicators: [{id: b1}]}
  - {id: c, name: C, count: 2, unpublished: true, indicators: [{id: c1}, {id: c2}, {id: c3}]}
                            ^ error level-count: C declares 2 indicators, 3 are listed
`,
    { codes },
  );
});

test('what is unpublished may make up the difference, but not take away', () => {
  expectFindings(
    `levels: [{name: L1, count: 2}, {name: L2, count: 4}, {name: L3, count: 9}, {name: L4, count: 58, unpublished: true}]
                                                                                  ^^ information level-unpublished: 58 L4 declared, none listed: unpublished
indicators:
  - {id: a, unpublished: true, count: 2}
  - id: b
    indicators:
      - {id: b1, indicators: [{id: c1}, {id: c2}]}
      - {id: b2, unpublished: true}
`,
    { codes },
  );
  expectFindings(
    `levels: [{name: L1, count: 1}, {name: L2, count: 1, unpublished: true}]
                                                 ^ error level-count: 1 L2 declared, 2 listed
indicators:
  - {id: a, indicators: [{id: b1}, {id: b2}]}
`,
    { codes },
  );
});

test('a bonus counts in its level', () => {
  expectFindings('levels: [{name: 一级指标, count: 2}]\nindicators: [{id: a}, {id: b, bonus: {cap: 10}}]\n', { codes });
});

test('the fix sets the number', () => {
  const text = 'levels:\n  - name: 一级指标\n    count: 3 # 个\nindicators: [{id: a}, {id: b}]\n';
  expect(fixed(text, 'level-count')).toBe(text.replace('3 # 个', '2 # 个'));
});

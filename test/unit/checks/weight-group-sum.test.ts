import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['weight-group-sum', 'weight-sum', 'points-sum', 'weight-missing', 'weight-implied', 'unresolved-group'];
const groups = 'weightsBy: kind\nunits: {groups: {kind: {column: kind, values: [省级, 重点城市]}}}\n';

test('right for one group and wrong for the other', () => {
  expectFindings(
    `weightsBy: kind
units: {groups: {kind: {column: kind, values: [省级, 重点城市]}}}
indicators:
  - {id: a, name: A, weight: {省级: 60, 重点城市: 50}}
                                            ^^ error weight-group-sum: weights under level 1 for 重点城市 sum to 90, not 100 (-10)
  - id: b
    name: B
    weight:
      省级: 40
      重点城市: 40 # low
`,
    { codes },
  );
});

test('a weight for everyone counts in each group; in Chinese', () => {
  expectFindings(
    `weightsBy: kind
units: {groups: {kind: {column: kind, values: [省级, 重点城市]}}}
indicators:
  - {id: a, name: 甲, weight: 50}
                             ^^ error weight-group-sum: “第一级”下的权重（重点城市）之和为 110，应为 100（差 +10）
  - {id: b, name: 乙, weight: {省级: 50, 重点城市: 60}}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('a group that one indicator leaves out, that all leave out, that is misspelt', () => {
  expectFindings(
    `weightsBy: kind
units: {groups: {kind: {column: kind, values: [省级, 重点城市, 直辖市]}}}
indicators:
  - {id: a, name: A, weight: {省级: 60, 重点城市: 50}}
                     ^^^^^^ error weight-group-sum: the weights under level 1 leave out 直辖市
  - {id: b, name: B, weight: {省级: 40}}
                     ^^^^^^ error weight-group-sum: B has no weight for 重点城市
`,
    { codes },
  );
  expectFindings(
    `weightsBy: kind
units: {groups: {kind: {column: kind, values: [省级, 重点城市]}}}
indicators:
  - {id: a, name: A, weight: {省级: 60, 重点城市: 50}}
  - {id: b, name: B, weight: {省级: 40, 重点城氏: 50}}
                                      ^^^^ error unresolved-group: there is no group 重点城氏 in kind; did you mean 重点城市?
`,
    { codes },
  );
});

test('points by group', () => {
  expectFindings(
    `weights: points
weightsBy: kind
units: {groups: {kind: {column: kind, values: [省级, 重点城市]}}}
indicators:
  - id: a
    name: A
    weight: {省级: 60, 重点城市: 50}
    indicators:
      - {id: a1, name: A1, weight: 30}
                                   ^^ error weight-group-sum: points under A for 重点城市 sum to 60, not 50 (+10)
      - {id: a2, name: A2, weight: {省级: 30, 重点城市: 30}}
  - {id: b, name: B, weight: {省级: 40, 重点城市: 50}}
`,
    { codes },
  );
});

test('fixes touch one group only', () => {
  const text = `${groups}indicators:\n  - {id: a, weight: {省级: 60, 重点城市: 50}} # 甲\n  - {id: b, weight: {省级: 40, 重点城市: 30}}\n`;
  expect(fixed(text, 'weight-group-sum', 0)).toBe(text.replace('重点城市: 50', '重点城市: 70'));
  expect(fixed(text, 'weight-group-sum', 1)).toBe(
    text.replace('重点城市: 50', '重点城市: 63').replace('重点城市: 30', '重点城市: 37'),
  );
  expect(fixed(text, 'weight-group-sum', 2)).toBe(text.replace('重点城市: 30', '重点城市: 50'));
});

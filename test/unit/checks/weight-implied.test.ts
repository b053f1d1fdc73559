import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['weight-implied', 'weight-missing'];

test('siblings without weights beside others that have some', () => {
  expectFindings(
    `indicators:
  - {id: a, name: A, weight: 60, indicators: [{id: a1}, {id: a2}, {id: a3}]}
                                 ^^^^^^^^^^ information weight-implied: the 3 indicators under A have no weights: each counts for 1/3
  - {id: b, name: B, weight: 40, weighting: {method: equal}, indicators: [{id: b1}, {id: b2}]}
`,
    { codes },
  );
});

test('a file without any weight is told once; in Chinese', () => {
  expectFindings(
    `indicators:
^^^^^^^^^^ information weight-implied: 所有指标都没有权重：同级指标一律等权
  - {id: a, name: 甲, indicators: [{id: a1}, {id: a2}]}
  - {id: b, name: 乙, indicators: [{id: b1}, {id: b2}]}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('one indicator has no choice', () => {
  expectFindings('indicators: [{id: a}]\n', { codes });
});

test('weights are written where they are exact', () => {
  const text = 'indicators:\n  - id: a # 甲\n    name: A\n    column: x\n  - {id: b, name: B}\n';
  expect(fixed(text, 'weight-implied')).toBe(
    'indicators:\n  - id: a # 甲\n    name: A\n    weight: 50\n    column: x\n  - {id: b, name: B, weight: 50}\n',
  );
  const eighths = `weights: fraction\nindicators: [${'{}, '.repeat(7)}{}]\n`;
  expect(fixed(eighths, 'weight-implied')).toBe(eighths.replaceAll('{}', '{weight: 0.125}'));
});

test('three have no exact weights: the parent says that they are equal, and no score changes', () => {
  const top = 'id: egdi\nweights: percent\nindicators: [{id: osi}, {id: tii}, {id: hci}]\n';
  expect(fixed(top, 'weight-implied')).toBe(top.replace('percent\n', 'percent\nweighting: {method: equal}\n'));
  const below = 'indicators:\n  - id: a\n    weight: 100\n    indicators: [{id: x}, {id: y}, {id: z}]\n';
  expect(fixed(below, 'weight-implied')).toBe(
    'indicators:\n  - id: a\n    weight: 100\n    weighting: {method: equal}\n    indicators: [{id: x}, {id: y}, {id: z}]\n',
  );
});

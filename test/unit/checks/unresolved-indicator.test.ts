import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['unresolved-indicator'];

test('deductions and expectations name an indicator', () => {
  expectFindings(
    `indicators:
  - {id: security, name: Security}
adjustments:
  - {id: leak, kind: deduction, column: n, points: 3, of: securty, floor: 0}
                                                          ^^^^^^^ error unresolved-indicator: there is no indicator securty; did you mean security?
expect:
  - {score: {unit: CHE, indicator: security}, is: 1}
  - {score: {unit: CHE, indicator: health}, is: 1}
                                   ^^^^^^ error unresolved-indicator: there is no indicator health
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicators:
  - {id: 数据安全, name: 数据安全}
adjustments:
  - {id: leak, kind: deduction, column: n, of: 数据安金}
                                               ^^^^ error unresolved-indicator: 没有指标“数据安金”；是否想写 数据安全？
`,
    { codes, locale: 'zh-CN' },
  );
});

test('the fix writes the nearest id', () => {
  const text = 'indicators: [{id: security}]\nadjustments:\n  - kind: deduction\n    of: "securty" # 扣\n';
  expect(fixed(text, 'unresolved-indicator')).toBe(text.replace('"securty"', 'security'));
});

test('where no indicator can be read, that is the mistake', () => {
  expectFindings('adjustments: [{id: x, kind: deduction, of: security}]\n', { codes });
});

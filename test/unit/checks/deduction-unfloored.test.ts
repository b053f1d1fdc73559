import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['deduction-unfloored'];

test('of the total without a floor, or with one that is too low', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
adjustments:
  - {id: leak, name: 信息泄露, kind: deduction, column: leak, points: 3}
                                 ^^^^^^^^^ error deduction-unfloored: the deduction 信息泄露 may take more than there is: give a floor of at least 0
  - {id: debt, kind: deduction, column: leak, floor: -10}
                                                     ^^^ error deduction-unfloored: the deduction debt may take more than there is: give a floor of at least 0
  - {id: part, kind: deduction, column: leak, of: a}
  - {id: low, kind: deduction, column: leak, of: a, floor: -1}
                                                           ^^ error deduction-unfloored: the deduction low may take more than there is: give a floor of at least 0
  - {id: fine, kind: deduction, column: leak, floor: 0}
`,
    { codes },
  );
});

test('in Chinese, and the fix', () => {
  expectFindings(
    `indicatorSystem: 1
scale: [10, 100]
indicators:
  - {id: a, name: A}
adjustments:
  - id: leak
    name: 信息泄露
    kind: deduction # 每起扣 3 分
          ^^^^^^^^^ error deduction-unfloored: 扣分项“信息泄露”可能扣到 10 分以下，请写明不低于 10 的下限（floor）
    column: leak
`,
    { codes, locale: 'zh-CN' },
  );
  const text = `indicatorSystem: 1
scale: [10, 100]
indicators:
  - {id: a, name: A}
adjustments:
  - id: leak
    name: 信息泄露
    kind: deduction # 每起扣 3 分
    column: leak
`;
  expect(fixed(text, 'deduction-unfloored', 0)).toBe(`indicatorSystem: 1
scale: [10, 100]
indicators:
  - {id: a, name: A}
adjustments:
  - id: leak
    name: 信息泄露
    kind: deduction # 每起扣 3 分
    column: leak
    floor: 10
`);
});

import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['weight-range', 'weight-sum', 'points-sum'];

test('not a number, negative, beyond the whole: the sum is not blamed as well', () => {
  expectFindings(
    `indicators:
  - {id: a, name: A, weight: 600}
                             ^^^ error weight-range: the weight of A is above 100: 600
  - {id: b, name: B, weight: -20}
                             ^^^ error weight-range: the weight of B is negative: -20
  - {id: c, name: C, weight: "20", indicators: [{id: d, name: D, weight: many}, {id: e, name: E, weight: .inf}]}
                             ^^^^ error weight-range: the weight of C is not a number: "20"
                                                                         ^^^^ error weight-range: the weight of D is not a number: many
                                                                                                         ^^^^ error weight-range: the weight of E is not a number: .inf
`,
    { codes },
  );
});

test('in Chinese: full-width digits and signs', () => {
  expectFindings(
    `weightsBy: kind
indicators:
  - {id: a, name: 甲, weight: １２}
                             ^^ error weight-range: “甲”的权重不是数字：１２
  - {id: b, name: 乙, weight: {省级: 12％, 重点城市: 88}}
                                  ^^^ error weight-range: “乙”的权重不是数字：12％
`,
    { codes, locale: 'zh-CN' },
  );
});

test('points and relative weights have no upper end', () => {
  for (const weights of ['points\nfullMark: 750', 'relative']) {
    expectFindings(`weights: ${weights}\nindicators: [{id: a, weight: 500}, {id: b, weight: 250}]\n`, { codes });
  }
});

test('fractions written as percentages are one mistake', () => {
  expectFindings(
    `weights: fraction
indicators:
  - {id: a, name: A, weight: 40}
                             ^^ error weight-sum: weights under level 1 sum to 100, not 1 (+99)
  - {id: b, name: B, weight: 60}
`,
    { codes },
  );
});

test('the fix writes the number that was meant', () => {
  const write = (weights: string, weight: string) =>
    /weight: (\S+)\}/.exec(
      fixed(`weights: ${weights}\nindicators: [{id: a, weight: ${weight}}]\n`, 'weight-range'),
    )![1];
  expect(write('percent', '１２')).toBe('12');
  expect(write('percent', '12％')).toBe('12');
  expect(write('percent', '12.5 %')).toBe('12.5');
  expect(write('percent', '"40"')).toBe('40');
  expect(write('percent', "'12,5'")).toBe('12.5');
  expect(write('fraction', '12%')).toBe('0.12');
  expect(write('fraction', '30')).toBe('0.3');
  for (const text of ['many', '１２０', '-5', '600', '"1,200"']) expect(() => write('percent', text)).toThrow('no fix');
});

test('a number that is none is one finding', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, weight: .inf}
                             ^^^^ error weight-range: the weight of A is not a number: .inf
  - {id: b, name: B, weight: .nan}
                             ^^^^ error weight-range: the weight of B is not a number: .nan
`,
    { codes: ['schema', ...codes] },
  );
});

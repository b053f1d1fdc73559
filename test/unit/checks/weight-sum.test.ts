import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['weight-sum'];

test('the sum is exact, at every level, and stands on the first weight', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - id: a
    weight: 33.3
            ^^^^ error weight-sum: weights under level 1 sum to 99.9, not 100 (-0.1)
    indicators:
      - {id: a1, weight: 50}
                         ^^ error weight-sum: weights under a sum to 101, not 100 (+1)
      - {id: a2, weight: 51}
  - {id: b, weight: 33.3}
  - {id: c, weight: 33.3}
`,
    { codes },
  );
});

test('fractions sum to 1; 0.1 + 0.2 + 0.7 is 1', () => {
  expectFindings('weights: fraction\nindicators: [{id: a, weight: 0.1}, {id: b, weight: 0.2}, {id: c, weight: 0.7}]', {
    codes,
  });
});

test('the message in Chinese names the aggregate', () => {
  expectFindings(
    `indicators:
  - {id: a, weight: 40}
                    ^^ error weight-sum: “第一级”下的权重之和为 90，应为 100（差 -10）
  - {id: b, weight: 50}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('each fix makes the sum right and keeps comments', () => {
  const text = 'indicators:\n  - {id: a, weight: 13} # 一\n  - {id: b, weight: 44}\n  - {id: c, weight: 44}\n';
  expect(fixed(text, 'weight-sum', 0)).toBe(text.replace('13', '12'));
  expect(fixed(text, 'weight-sum', 1)).toBe(
    'indicators:\n  - {id: a, weight: 13} # 一\n  - {id: b, weight: 44}\n  - {id: c, weight: 43}\n',
  );
  expect(fixed(text, 'weight-sum', 2)).toBe(
    'indicators:\n  - {id: a, weight: 34} # 一\n  - {id: b, weight: 33}\n  - {id: c, weight: 33}\n',
  );
});

test('weights out of bounds, computed or by group are found by other rules; one below the whole may be unpublished', () => {
  for (const indicators of [
    '[{id: a, weight: 600}, {id: b, weight: 40}]',
    '[{id: a, weight: 120}, {id: b, weight: -30}]',
    '[{id: a, weight: {x: 50}}, {id: b, weight: {x: 40}}]',
    '[{id: a, weight: 100, weighting: {method: equal}, indicators: [{id: b, weight: 3}]}]',
    '[{id: a, weight: 100, unpublished: true, indicators: [{id: b, weight: 3}]}]',
  ]) {
    expectFindings(`indicators: ${indicators}\n`, { codes });
  }
});

test('a weight that an alias repeats is not rewritten, the alias may be', () => {
  const text = 'indicators:\n  - {id: a, weight: &w 40} # 甲\n  - {id: b, weight: *w}\n  - {id: c, weight: 40}\n';
  expect(fixed(text, 'weight-sum', 0)).toBe(text.replace('*w', '20'));
  expect(() => fixed(text, 'weight-sum', 1)).toThrow('no fix');
});

test('siblings that an alias repeats are told once', () => {
  expectFindings(
    `indicators:
  - {id: a, name: A, weight: 50, indicators: &list [{id: x, weight: 30}, {id: y, weight: 60}]}
                                                                    ^^ error weight-sum: weights under A sum to 90, not 100 (-10)
  - {id: b, name: B, weight: 50, indicators: *list}
`,
    { codes },
  );
});

test('the spelling of a weight is kept, a bonus stands outside', () => {
  const text =
    'indicators:\n  - id: a\n    weight: 13.00   # 一\n  - {id: b, weight: 88}\n  - {id: c, bonus: {cap: 10}}\n';
  expect(fixed(text, 'weight-sum')).toBe(text.replace('13.00', '12.00'));
});

test('broken lines elsewhere change nothing', () => {
  expectFindings(
    `indicators:
  - id: a
    na
    weight: 40
            ^^ error weight-sum: weights under level 1 sum to 90, not 100 (-10)
  - {id: b, weight: 50}
title: "open
`,
    { codes },
  );
});

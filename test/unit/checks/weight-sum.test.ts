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

import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['full-mark'];

test('base and caps make the full mark', () => {
  expectFindings(
    `indicatorSystem: 1
fullMark: 120 # 满分
          ^^^ error full-mark: the full mark is 120, but the base of 100 and bonuses of 12.5 make 112.5
indicators:
  - {id: a, name: A}
  - {id: cases, name: 优秀创新案例, bonus: {cap: 10}}
adjustments:
  - {id: prize, name: 获奖, kind: bonus, column: prize, cap: 2.5}
`,
    { codes },
  );
  const text = `indicatorSystem: 1
fullMark: 120 # 满分
indicators:
  - {id: a, name: A}
  - {id: cases, name: 优秀创新案例, bonus: {cap: 10}}
adjustments:
  - {id: prize, name: 获奖, kind: bonus, column: prize, cap: 2.5}
`;
  expect(fixed(text, 'full-mark', 0)).toBe(`indicatorSystem: 1
fullMark: 112.5 # 满分
indicators:
  - {id: a, name: A}
  - {id: cases, name: 优秀创新案例, bonus: {cap: 10}}
adjustments:
  - {id: prize, name: 获奖, kind: bonus, column: prize, cap: 2.5}
`);
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
fullMark: 120
          ^^^ error full-mark: 满分为 120，而可能的最高总分为 100（没有加分项）
indicators:
  - {id: a, name: A}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('a bonus without a cap, and points, are told elsewhere', () => {
  expectFindings(
    `indicatorSystem: 1
fullMark: 120
weights: points
indicators:
  - {id: a, name: A, weight: 100}
`,
    { codes },
  );
});

import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['bonus-large'];

test('all caps together, at the largest', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
  - {id: cases, name: 优秀创新案例, bonus: {cap: 10}}
adjustments:
  - {id: prize, name: 获奖, kind: bonus, column: prize, cap: 10.5}
                                                           ^^^^ warning bonus-large: bonuses may add 20.5 points, 20.5 % of the base of 100
`,
    { codes },
  );
});

test('of the points of level 1, in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
weights: points
fullMark: 62
indicators:
  - {id: a, name: A, weight: 50}
  - {id: cases, name: 优秀创新案例, bonus: {cap: 12}}
                                           ^^ warning bonus-large: 加分最多可达 12 分，占基础分 50 的 24%
`,
    { codes, locale: 'zh-CN' },
  );
});

test('a fifth is not too much; the file may say what is', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
  - {id: cases, name: 优秀创新案例, bonus: {cap: 20}}
`,
    { codes },
  );
});

test('a threshold of the file', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
  - {id: cases, name: 优秀创新案例, bonus: {cap: 20}}
                                           ^^ warning bonus-large: bonuses may add 20 points, 20 % of the base of 100
rules: {bonus-large: {threshold: 10, reason: 方案规定加分不超过一成}}
`,
    { codes },
  );
});

import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['points-sum', 'weight-sum'];

test('children share out their parent’s points, level 1 the full mark less the bonuses', () => {
  expectFindings(
    `weights: points
fullMark: 110
indicators:
  - id: a
    name: A
    weight: 60
            ^^ error points-sum: points under level 1 sum to 105, not 100 (+5)
    indicators:
      - {id: b, name: B, weight: 30.5}
                                 ^^^^ error points-sum: points under A sum to 60.5, not 60 (+0.5)
      - {id: c, name: C, weight: 30}
  - {id: d, name: D, weight: 45}
  - {id: e, name: E, bonus: {cap: 4}}
adjustments:
  - {id: f, kind: bonus, column: f, cap: 6}
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `weights: points
indicators: [{id: a, name: 甲, weight: 60}, {id: b, name: 乙, weight: 39}]
                                      ^^ error points-sum: “第一级”下的分值之和为 99，应为 100（差 -1）
`,
    { codes, locale: 'zh-CN' },
  );
});

test('without a stated full mark bonuses may stand within the scale or beyond', () => {
  for (const base of [90, 100]) {
    expectFindings(`weights: points\nindicators: [{id: a, weight: ${base}}, {id: b, bonus: {cap: 10}}]\n`, { codes });
  }
});

test('what is unpublished may hold the rest', () => {
  expectFindings(
    `weights: points
indicators: [{id: a, weight: 100, unpublished: true, indicators: [{id: b, weight: 30}]}]
`,
    { codes },
  );
});

test('a fix leaves alone what its own children share out', () => {
  const text =
    'weights: points\nindicators:\n  - {id: a, weight: 50, indicators: [{id: b, weight: 50}]} # 甲\n  - {id: c, weight: 40}\n';
  expect(fixed(text, 'points-sum', 0)).toBe(text.replace('40', '50'));
  expect(() => fixed(text, 'points-sum', 1)).toThrow('no fix');
});

import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['unresolved-tier'];

test('conditions, thresholds and vetoes name a tier', () => {
  expectFindings(
    `tiers: [{name: Excellent, atLeast: 85}, {name: {en: Good, zh-CN: 良好级}, atLeast: 60}, {name: Rest}]
adjustments:
  - {id: v, kind: veto, column: c, then: {tier: Fail}}
                                                ^^^^ error unresolved-tier: there is no tier Fail
publications:
  - {id: p, where: {tier: Excelent}}
                          ^^^^^^^^ error unresolved-tier: there is no tier Excelent; did you mean Excellent?
expect:
  - {count: {tier: {atLeast: 良好级}}, is: 3}
  - {count: {tier: {atLeast: Goood}}, is: 3}
                             ^^^^^ error unresolved-tier: there is no tier Goood; did you mean Good?
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `tiers: [{name: 优秀级, atLeast: 85}, {name: 发展级}]
expect:
  - {members: {tier: 优秀}, are: []}
                     ^^ error unresolved-tier: 没有档次“优秀”；是否想写 优秀级？
`,
    { codes, locale: 'zh-CN' },
  );
});

test('the fix writes the nearest tier', () => {
  const text = 'tiers: [{name: "A: best", atLeast: 85}]\nexpect:\n  - {count: {tier: "A: bst"}, is: 3} # 公布\n';
  expect(fixed(text, 'unresolved-tier')).toBe(text.replace('"A: bst"', "'A: best'"));
});

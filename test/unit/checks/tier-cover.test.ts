import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['tier-cover'];

test('what lies below the last bound', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
tiers: [{name: 优秀级, atLeast: 85}, {name: 良好级, atLeast: 60}]
                                                       ^^ error tier-cover: totals below 60 are in no tier
`,
    { codes },
  );
});

test('a second tier without a bound', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
tiers: [{name: 优秀级, atLeast: 85}, {name: 良好级}, {name: 发展级}]
                                         ^^^ error tier-cover: “良好级”没有界限，包含其余情况，其后的“发展级”无法达到
`,
    { codes, locale: 'zh-CN' },
  );
});

test('bounds and quotas do not mix', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
tiers: [{name: 优秀级, top: 18}, {name: 良好级, atLeast: 60}, {name: 发展级}]
                                                   ^^ error tier-cover: tiers mix bounds (atLeast, above) and quotas (top, topShare): no unit gets a tier
`,
    { codes },
  );
});

test('the end of the scale must be in the last tier', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
tiers: [{name: 优秀级, atLeast: 85}, {name: 良好级, above: 0}]
                                                     ^ error tier-cover: a total of 0 or less is in no tier
`,
    { codes },
  );
});

test('a bound at the end of the scale covers it; one that cannot be read is told elsewhere', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
tiers: [{name: 优秀级, atLeast: 85}, {name: 良好级, atLeast: 0}]
`,
    { codes },
  );
});

test('a bound and a quota on one tier', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
tiers:
  - {name: good, atLeast: 60, top: 3}
                          ^^ error tier-cover: tiers mix bounds (atLeast, above) and quotas (top, topShare): no unit gets a tier
  - {name: rest}
`,
    { codes },
  );
});

test('a tier has one bound', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
tiers: [{name: 优秀级, above: 85, atLeast: 90}, {name: 发展级}]
                    ^^^^^ error tier-cover: 优秀级 has two bounds, atLeast and above: only atLeast counts
`,
    { codes },
  );
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
tiers: [{name: 优秀级, top: 3, topShare: 25}, {name: 发展级}]
                            ^^^^^^^^ error tier-cover: “优秀级”有 top 和 topShare 两个界限，只有 top 起作用
`,
    { codes, locale: 'zh-CN' },
  );
});

import { expect, test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';
import { findingsOf } from '../../support/memory.ts';

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

test('where the lowest total is best, the last bound reaches the highest, bonuses included', () => {
  const definition = (last: string, keys = '') =>
    `indicatorSystem: 1\nindicators:\n  - {id: a, name: A, normalise: none}\n${keys}ranking: {best: lowest}\ntiers: [{name: safe, atMost: 25}, {name: risky, ${last}}]\n`;
  const bonus = 'adjustments: [{id: wars, kind: bonus, column: wars, cap: 10}]\n';
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: none}
ranking: {best: lowest}
tiers: [{name: safe, atMost: 25}, {name: risky, atMost: 60}]
                                                        ^^ error tier-cover: totals above 60 are in no tier
`,
    { codes },
  );
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: none}
ranking: {best: lowest}
tiers: [{name: 安全, below: 25}, {name: 危险, below: 100}]
                                                 ^^^ error tier-cover: 100 及以上的总分不属于任何档次
`,
    { codes, locale: 'zh-CN' },
  );
  expectFindings(definition('atMost: 100'), { codes });
  expectFindings(definition('atMost: 110', bonus), { codes });
  expect(codesOf(definition('atMost: 100', bonus))).toEqual(['tier-cover']);
});

test('of a bound on each side the one where the worse totals are counts', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
ranking: {best: lowest}
tiers: [{name: safe, above: 5, atMost: 25}, {name: risky}]
                     ^^^^^ error tier-cover: safe has two bounds, atMost and above: only atMost counts
`,
    { codes },
  );
});

function codesOf(text: string): readonly string[] {
  return findingsOf({ 'demo.indicators.yaml': text }).flatMap(({ code }) => (codes.includes(code) ? code : []));
}

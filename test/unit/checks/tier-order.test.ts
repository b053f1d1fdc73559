import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['tier-order'];

test('each bound is below the one before it, and open bounds are above closed ones', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: none}
tiers:
  - {name: 卓越级, above: 95}
  - {name: 优秀级, atLeast: 95}
  - {name: 良好级, above: 95}
                       ^^ error tier-order: 良好级 begins at 95, not below 优秀级 at 95: no unit can be in it
  - {name: 中等级, atLeast: 97}
                         ^^ error tier-order: 中等级 begins at 97, not below 优秀级 at 95: no unit can be in it
  - {name: 合格级, atLeast: 60}
  - {name: 发展级}
`,
    { codes },
  );
});

test('bounds lie on the scale', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: none}
  - {id: cases, name: 优秀创新案例, bonus: {cap: 10}}
tiers:
  - {name: 卓越级, atLeast: 111}
                         ^^^ error tier-order: “卓越级”的界限为 111，而可能的最高总分为 110
  - {name: 优秀级, atLeast: 110}
  - {name: 发展级}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('scores that may leave the scale have no best total', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: {method: z-score, mean: 100, sd: 10}}
tiers: [{name: 优秀级, atLeast: 120}, {name: 发展级}]
`,
    { codes },
  );
});

test('a best total that is not in an open tier', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: none}
tiers: [{name: 优秀级, above: 100}, {name: 发展级}]
                           ^^^ error tier-order: 优秀级 begins at 100, but the best possible total is 100
`,
    { codes },
  );
});

test('a bound below the scale, unless something is taken away or the scores are on no scale', () => {
  const text = (more: string, said = '') => `indicatorSystem: 1
${more}defaults: {normalise: none}
indicators:
  - {id: a, name: A}
tiers:
  - {name: good, atLeast: 60}
  - {name: poor, atLeast: -5}
${said}`;
  const below = '                          ^^ error tier-order: poor begins at -5, but the worst possible total is 0\n';
  expectFindings(text('', below), { codes });
  expectFindings(text('adjustments: [{id: x, kind: deduction, column: n}]\n'), { codes });
  expectFindings(text('standardise: z-score\n'), { codes });
  expectFindings(text('aggregate: copeland\n'), { codes });
  expectFindings(text('scale: [-10, 100]\n'), { codes });
});

test('where the lowest total is best, bounds lead upwards and lie on the scale', () => {
  expectFindings(
    `indicatorSystem: 1
scale: [1, 5]
indicators:
  - {id: a, name: A, normalise: none}
ranking: {best: lowest}
tiers:
  - {name: none, below: 1}
                        ^ error tier-order: none ends at 1, but the best possible total is 1
  - {name: very high, below: 2}
  - {name: high, atMost: 2}
  - {name: low, below: 2}
                       ^ error tier-order: low ends at 2, not above high at 2: no unit can be in it
  - {name: very low, atMost: 6}
                             ^ error tier-order: very low ends at 6, but the worst possible total is 5
`,
    { codes },
  );
});

test('bounds on the side where the better totals are', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: none}
ranking: {ties: dense}
tiers:
  - {name: safe, atMost: 25}
                 ^^^^^^ error tier-order: safe is bounded by atMost, but the highest total is best: tiers are bounded below (atLeast, above), and no unit gets a tier
  - {name: risky}
`,
    { codes },
  );
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: none}
ranking: {best: lowest}
tiers:
  - {name: 安全, above: 25}
               ^^^^^ error tier-order: “安全”以 above 为界，而得分以低为优：档次应写上界（atMost, below），现无法划分档次
  - {name: 危险}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('states that the lowest total is best, where nothing else is stated', () => {
  const definition = (ranking: string) =>
    `indicatorSystem: 1\nindicators:\n  - {id: a, name: A, normalise: none}\n${ranking}tiers: [{name: safe, atMost: 25}, {name: risky}]\n`;
  expect(fixed(definition('ranking: {ties: dense}\n'), 'tier-order')).toBe(
    definition('ranking: {ties: dense, best: lowest}\n'),
  );
});

test('a veto may raise a total where the lowest is best', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: none}
adjustments:
  - {id: war, kind: veto, column: war, equals: yes, then: {score: 150}}
ranking: {best: lowest}
tiers: [{name: safe, atMost: 25}, {name: risky, atMost: 100}, {name: at war, atMost: 150}]
`,
    { codes },
  );
});

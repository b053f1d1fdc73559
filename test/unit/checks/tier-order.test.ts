import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

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

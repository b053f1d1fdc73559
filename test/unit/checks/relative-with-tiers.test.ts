import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['relative-with-tiers'];

test('one finding at the first bound, the leaves related', () => {
  expectFindings(
    `indicatorSystem: 1
defaults: {normalise: min-max}
indicators:
  - {id: a, name: 网办率}
  - {id: b, name: 答复率}
  - {id: c, name: 排名, normalise: rank}
  - {id: d, name: 差评率, normalise: {method: goalposts, lower: 0, upper: 100}}
tiers: [{name: 优秀级, atLeast: 85}, {name: 良好级, atLeast: 60}, {name: 发展级}]
                             ^^ warning relative-with-tiers: the tiers have absolute bounds, but 网办率, 答复率, 排名 are scored relative to the other units (min-max, rank): tiers move when any unit changes
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: 网办率, normalise: {method: z-score, mean: 50, sd: 10}}
tiers:
  - {name: 优秀级, above: 85}
                       ^^ warning relative-with-tiers: 档次界限是绝对的，但“网办率”的得分相对于其他评估对象（z-score）：任一对象变化都会使档次变动
  - {name: 发展级}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('not where all that would be learned is given', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: {method: min-max, parameters: {min: 0, max: 90}}}
  - {id: b, name: B, normalise: {method: z-score, mean: 50, sd: 10, parameters: {mean: 70, sd: 12}}}
  - {id: c, name: C, normalise: {method: percentile-rank, parameters: {values: [1, 2, 3]}}}
  - {id: d, name: D, normalise: {method: distance-to-target, target: 95, parameters: {min: 10}}}
tiers: [{name: 优秀级, atLeast: 85}, {name: 发展级}]
`,
    { codes },
  );
});

test('a part of it is not enough, and targets are reached from the worst unit', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: {method: min-max, parameters: {min: 0}}}
  - {id: b, name: B, normalise: {method: distance-to-target, target: 95}}
tiers: [{name: 优秀级, atLeast: 85}, {name: 发展级}]
                             ^^ warning relative-with-tiers: the tiers have absolute bounds, but A, B are scored relative to the other units (min-max, distance-to-target): tiers move when any unit changes
`,
    { codes },
  );
});

test('quotas and absolute methods are at peace', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: 网办率, normalise: min-max}
tiers: [{name: 优秀级, top: 3}, {name: 发展级}]
`,
    { codes },
  );
});

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

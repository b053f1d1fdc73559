import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['tier-edge'];

test('on both sides of a bound, in decimal arithmetic', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
tiers: [{name: 优秀级, atLeast: 85}, {name: 良好级, atLeast: 60}, {name: 发展级}]
                             ^^ information tier-edge: 2 units are within 0.1 of 85, where 优秀级 begins: 北京市 85.1, 天津市 84.9
                                                       ^^ information tier-edge: 1 unit is within 0.1 of 60, where 良好级 begins: 上海市 60
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,85.1
b,天津市,84.9
c,河北省,85.11
d,山西省,84.89
e,上海市,60
`,
      },
    },
  );
});

test('as a share of the scale, in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
scale: [0, 1]
tiers: [{name: 优秀级, atLeast: 0.85}, {name: 发展级}]
                             ^^^^ information tier-edge: 有 1 个对象与“优秀级”的界限 0.85 相差不超过 0.01：北京市 0.86
rules: {tier-edge: {threshold: 1, reason: 两位小数}}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,0.86
b,天津市,0.87
`,
      },
      locale: 'zh-CN',
    },
  );
});

import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['order-broken'];

test('the pair that breaks the order, at the name in the list', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
tiers: [{name: 优秀级, atLeast: 85}, {name: 发展级}]
expect:
  - {members: {tier: 优秀级}, are: [北京市, 河北省, 天津市, 山西省], order: units}
                                           ^^^ warning order-broken: 天津市 stands before 河北省 in the order of the units, but after it in this list
  - {members: {tier: 优秀级}, are: [天津市, 北京市, 河北省, 山西省]}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,90
b,天津市,91
c,河北省,92
d,山西省,93
e,上海市,10
`,
      },
    },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
tiers: [{name: 优秀级, atLeast: 85}, {name: 发展级}]
expect:
  - members: {tier: 优秀级}
    are:
      - 天津市
      - 北京市
        ^^^ warning order-broken: 按对象序列“北京市”应在“天津市”之前，名单中却在其后
    order: units
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,90
b,天津市,91
c,河北省,10
`,
      },
      locale: 'zh-CN',
    },
  );
});

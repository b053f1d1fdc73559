import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['quota-sum'];

test('places for the declared number of units', () => {
  expectFindings(
    `indicatorSystem: 1
units: {count: 64}
indicators:
  - {id: a, name: A, normalise: none}
tiers: [{name: 优秀级, top: 18}, {name: 良好级, top: 42}]
                                               ^^ error quota-sum: quotas add to 60 for 64 units
`,
    { codes },
  );
});

test('places for the units that are there; a last tier takes the rest', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: A, normalise: none}
tiers: [{name: 优秀级, top: 2}, {name: 良好级, top: 4}, {name: 发展级}]
                                              ^ error quota-sum: 名额合计 6 个，而评估对象有 5 个
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,1
b,天津市,2
c,河北省,3
d,山西省,4
e,上海市,5
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('shares sum to 100', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: none}
tiers: [{name: 优秀级, topShare: 33.3}, {name: 良好级, topShare: 33.3}, {name: 发展级, topShare: 33.3}]
                                                                                        ^^^^ error quota-sum: quotas add to 99.9 %, not 100 %
`,
    { codes },
  );
});

test('in each group', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, groups: {kind: {column: name, values: [省, 市]}}}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: A, normalise: none}
tiers: [{name: 优秀级, top: 1, within: kind}, {name: 良好级, top: 1, within: kind}]
                                                            ^ error quota-sum: quotas add to 2 for 1 unit in 市
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,省,1
b,省,2
c,市,3
`,
      },
    },
  );
});

test('a rest that holds some is right', () => {
  expectFindings(
    `indicatorSystem: 1
units: {count: 64}
indicators:
  - {id: a, name: A, normalise: none}
tiers: [{name: 优秀级, top: 18}, {name: 良好级, top: 42}, {name: 发展级}]
`,
    { codes },
  );
});

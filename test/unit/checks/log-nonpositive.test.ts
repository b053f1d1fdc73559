import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['log-nonpositive'];

test('at the cells and at a goalpost', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 人均收入, normalise: {method: log-goalposts, lower: 100, upper: 75000}}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,5000
b,天津市,0
      ^ error log-nonpositive: row 3, column online: 0 has no logarithm
c,河北省,-3.5
      ^^^^ error log-nonpositive: row 4, column online: -3.5 has no logarithm
d,山西省,
`,
      },
    },
  );
});

test('the goalpost itself needs a logarithm', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 人均收入, normalise: {method: log-goalposts, lower: 0, upper: 75000}}
                                                                       ^ error log-nonpositive: 下限 0 没有对数
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,5000
b,天津市,100
`,
      },
      locale: 'zh-CN',
    },
  );
});

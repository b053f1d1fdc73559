import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['tier-empty'];

test('at the name of the tier', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
tiers: [{name: 卓越级, atLeast: 95}, {name: 优秀级, atLeast: 85}, {name: 发展级}]
                                                                   ^^^ information tier-empty: no unit is in 发展级
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,86
b,天津市,97
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
tiers: [{name: 卓越级, atLeast: 95}, {name: 优秀级, atLeast: 85}, {name: 发展级}]
               ^^^ information tier-empty: “卓越级”中没有评估对象
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,86
b,天津市,12
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('without scores there is nothing to say', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率}
tiers: [{name: 卓越级, atLeast: 95}, {name: 发展级}]
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,86
b,天津市,12
`,
      },
    },
  );
});

test('of a tier that cannot be given another finding tells', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
tiers: [{name: 优秀级, atLeast: 60}, {name: 良好级, atLeast: 80}, {name: 合格级, atLeast: 50}, {name: 发展级}]
                                                       ^^ error tier-order: 良好级 begins at 80, not below 优秀级 at 60: no unit can be in it
                                                                   ^^^ information tier-empty: no unit is in 合格级
`,
    {
      codes: [...codes, 'tier-order'],
      files: { 'demo.csv': 'code,name,online\na,北京市,86\nb,天津市,7\n' },
    },
  );
});

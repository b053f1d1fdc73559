import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['constant-column'];

test('methods that need differences say that there are none', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: min-max}
         ^^^^^^ error constant-column: all 3 values of 网办率 are 98: min-max is undefined
  - {id: same, name: B, column: online, normalise: {method: z-score, mean: 50, sd: 10}}
                                ^^^^^^ error constant-column: all 3 values of B are 98: z-score is undefined
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,98
b,天津市,98
c,河北省,98
`,
      },
    },
  );
});

test('cells that could not be read are told of first', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: min-max}
`,
    {
      codes: [...codes, 'data-number'],
      files: {
        'demo.csv': `code,name,online
a,北京市,98
b,天津市,x
      ^ error data-number: row 3, column online: x is not a number
c,河北省,y
      ^ error data-number: row 4, column online: y is not a number
`,
      },
    },
  );
});

test('one value only', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: {method: z-score, mean: 50, sd: 10}}
         ^^^^^^ error constant-column: “网办率”只有一个值（98），z-score 无定义
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,98
b,天津市,
c,河北省,
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('a method that learns from some units says so: they may have one value, or none', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name, groups: {kind: {column: kind}}}
data: [{path: demo.csv}]
indicators:
  - {id: one, name: A, column: online, normalise: {method: min-max, over: {kind: 省级}}}
                               ^^^^^^ error constant-column: A has one value only among the units that \`over\` names (98): min-max is undefined
  - {id: none, name: B, column: online, normalise: {method: z-score, over: {kind: 县级}}}
                                ^^^^^^ error constant-column: B has no value among the units that \`over\` names: z-score is undefined
  - {id: all, name: C, column: online, normalise: min-max}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,kind,online
a,北京市,省级,98
b,石家庄市,市级,95
c,唐山市,市级,90
d,正定县,县级,
`,
      },
    },
  );
});

test('goalposts, none and rank do not need differences; without values or data there is nothing to say', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: a, name: A, column: online, normalise: {method: goalposts, lower: 0, upper: 100}}
  - {id: b, name: B, column: online, normalise: none}
  - {id: c, name: C, column: online, normalise: rank}
  - {id: d, name: D, column: empty, normalise: min-max}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online,empty
a,A,98,
b,B,98,
`,
      },
    },
  );
});

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

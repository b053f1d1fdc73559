import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['data-unit-count'];

test('declared and found', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, count: 64}
                         ^^ error data-unit-count: 64 units are declared, 3 found in the data
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,1
b,天津市,2
c,河北省,3
`,
      },
    },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, count: 2}
                         ^ error data-unit-count: 声明 2 个评估对象，数据中有 3 个
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,1
b,天津市,2
c,河北省,3
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('a file that is missing or has no key column is told elsewhere', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: kode, count: 64}
            ^^^^ error unresolved-column: there is no column kode; did you mean code?
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
`,
    {
      codes: [...codes, 'unresolved-column'],
      files: {
        'demo.csv': `code,name,online
a,北京市,1
b,天津市,2
c,河北省,3
`,
      },
    },
  );
});

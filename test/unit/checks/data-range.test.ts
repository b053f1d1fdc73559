import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['data-range'];

test('at the cell', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, range: [0, 100], normalise: min-max}
  - {id: any, name: B, column: online, normalise: min-max}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,0
b,天津市,100
c,河北省,970
      ^^^ warning data-range: row 4, column online: 970 is outside the range 0–100
d,山西省,-0.5
      ^^^^ warning data-range: row 5, column online: -0.5 is outside the range 0–100
e,上海市,
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
  - {id: online, name: 网办率, range: [0, 100], normalise: min-max}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,0
b,天津市,970
      ^^^ warning data-range: 第 3 行“online”列：970 超出范围 0–100
`,
      },
      locale: 'zh-CN',
    },
  );
});

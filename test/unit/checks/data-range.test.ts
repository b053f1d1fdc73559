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

test('a bonus that takes points away and a deduction that adds some', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
adjustments:
  - {id: plus, kind: bonus, column: cases, points: 2, cap: 10}
  - {id: less, kind: deduction, column: faults, floor: 0}
  - {id: turned, kind: deduction, column: given, points: -1, floor: 0}
fullMark: 110
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online,cases,faults,given
a,北京市,86,-3,0,-2
         ^^ warning data-range: row 2, column cases: the bonus plus takes 6 points away here
b,天津市,97,1,-1.5,0
           ^^^^ warning data-range: row 3, column faults: the deduction less adds 1.5 points here
`,
      },
    },
  );
});

import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['score-outside-scale'];

test('at the cell', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,0
b,天津市,100
c,河北省,100.1
      ^^^^^ error score-outside-scale: row 4, column online: 100.1 is outside the scale 0–100
d,山西省,-1
      ^^ error score-outside-scale: row 5, column online: -1 is outside the scale 0–100
`,
      },
    },
  );
});

test('what the definition gives is at fault there', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: a, name: 评级, column: online, categories: {A: 120, B: 80}}
                                                      ^^^ error score-outside-scale: 评级 gives 120, outside the scale 0–100
  - {id: b, name: 阶梯, column: n, steps: [{atLeast: 5, value: 100}, {value: -1}]}
                                                                           ^^ error score-outside-scale: 阶梯 gives -1, outside the scale 0–100
  - {id: c, name: 清单, checklist: {p: 60, q: 60}}
                      ^^^^^^^^^ error score-outside-scale: 清单 gives 120, outside the scale 0–100
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online,n,p,q
a,A,A,9,是,是
b,B,B,1,是,否
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
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,970
      ^^^ error score-outside-scale: 第 2 行“online”列：970 超出得分区间 0–100
`,
      },
      locale: 'zh-CN',
    },
  );
});

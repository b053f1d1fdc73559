import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['top-ambiguous'];

test('dense ranks list more', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
ranking: {ties: dense}
publications:
  - {id: best, title: 前2名, top: 2, ranked: true}
                                ^ information top-ambiguous: top 2 with dense ranks lists 3 units
  - {id: first, title: 第1名, top: 1, ranked: true}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,90
b,天津市,80
c,河北省,80
d,山西省,70
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
ranking: {ties: competition}
publications: [{id: first, title: 第1名, top: 1}]
                                            ^ information top-ambiguous: 前 1 名（并列按 competition）共列出 2 个对象
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,90
b,天津市,90
c,河北省,80
d,山西省,70
`,
      },
      locale: 'zh-CN',
    },
  );
});

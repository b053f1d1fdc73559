import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['tie-unstated'];

test('the first tie is named', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
ranking:
^^^^^^^ warning tie-unstated: 北京市, 天津市 share the total 90, and 1 more tie; how ties are ranked is not stated (ties: competition is used: 1, 2, 2, 4)
  round: {decimals: 1}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,90
b,天津市,90.04
c,河北省,80
d,山西省,80
e,上海市,70
`,
      },
    },
  );
  const text = `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
ranking:
  round: {decimals: 1}
`;
  expect(
    fixed(text, 'tie-unstated', 0, {
      'demo.csv': `code,name,online
a,北京市,90
b,天津市,90.04
c,河北省,80
d,山西省,80
e,上海市,70
`,
    }),
  ).toBe(`indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
ranking:
  round: {decimals: 1}
  ties: competition
`);
});

test('without a ranking, in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
^^^^^^^^^^ warning tie-unstated: 北京市、河北省 总分同为 90；未写明并列如何排名（现按 ties: competition，即 1、2、2、4）
  - {id: online, name: 网办率, normalise: none}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,90
b,天津市,80
c,河北省,90
`,
      },
      locale: 'zh-CN',
    },
  );
  const text = `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
`;
  expect(
    fixed(text, 'tie-unstated', 0, {
      'demo.csv': `code,name,online
a,北京市,90
b,天津市,80
c,河北省,90
`,
    }),
  ).toBe(`indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
ranking: {ties: competition}
indicators:
  - {id: online, name: 网办率, normalise: none}
`);
});

test('no ties, or ties that are stated', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
ranking: {round: {decimals: 1}}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,90
b,天津市,80
c,河北省,
d,山西省,
`,
      },
    },
  );
});

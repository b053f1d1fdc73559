import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['mean-nonpositive'];

test('the aggregate names the units', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
defaults: {normalise: none}
indicators:
  - id: health
    name: Health
    aggregate: geometric
               ^^^^^^^^^ error mean-nonpositive: the geometric mean of Health needs scores above 0: undefined for 天津市
    indicators:
      - {id: online, name: A}
      - {id: reply, name: B, column: online}
  - {id: other, name: C, column: online}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,50
b,天津市,0
c,河北省,80
`,
      },
    },
  );
});

test('the index, by the default', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
defaults: {normalise: none, aggregate: geometric}
indicators:
^^^^^^^^^^ error mean-nonpositive: “总分”的 geometric 平均要求得分大于 0：天津市 无法计算
  - {id: online, name: A}
  - {id: other, name: C, column: online}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,50
b,天津市,0
c,河北省,80
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('a product says what it needs', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
scale: [10, 110]
aggregate: product
           ^^^^^^^ error mean-nonpositive: the product of the index needs scores of at least 10: undefined for 北京市
defaults: {normalise: {method: scaled, lower: 10, upper: 110}}
indicators:
  - {id: online, name: A}
  - {id: other, name: C, column: online}
`,
    { codes, files: { 'demo.csv': 'code,name,online\na,北京市,5\nb,天津市,10\n' } },
  );
});

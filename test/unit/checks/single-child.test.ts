import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['single-child'];

test('an aggregate that repeats its one indicator', () => {
  expectFindings(
    `indicators:
  - {id: a, name: A, indicators: [{id: a1, name: A1}]}
         ^ warning single-child: A only repeats A1
  - {id: b, name: B, indicators: [{id: b1}, {id: b2}]}
  - {id: c, name: C, unpublished: true, count: 5, indicators: [{id: c1}]}
`,
    { codes },
  );
});

test('in Chinese; declared numbers that do not hold', () => {
  expectFindings(
    `levels: [{count: 1}, {count: 2}]
indicators:
  - {id: a, name: 管理, indicators: [{id: a1, name: 组织}]}
         ^ warning single-child: “管理”只是重复“组织”
`,
    { codes, locale: 'zh-CN' },
  );
});

test('the declared numbers hold, as in the Human Development Index', () => {
  expectFindings(
    `levels: [{name: dimensions, count: 3}, {name: indicators, count: 4}]
indicators:
  - {id: health, indicators: [{id: le}]}
  - {id: education, indicators: [{id: eys}, {id: mys}]}
  - {id: income, indicators: [{id: gnipc}]}
`,
    { codes },
  );
});

test('a score that is made another one: re-scaled, filled, from comparisons', () => {
  expectFindings(
    `indicators:
  - {id: a, name: A, standardise: normal-cdf, indicators: [{id: a1, name: A1, normalise: z-score}]}
  - {id: b, name: B, impute: {method: mean}, indicators: [{id: b1, name: B1}]}
  - {id: c, name: C, aggregate: copeland, indicators: [{id: c1, name: C1}]}
  - {id: d, name: D, aggregate: geometric, indicators: [{id: d1, name: D1}]}
         ^ warning single-child: D only repeats D1
`,
    { codes },
  );
});

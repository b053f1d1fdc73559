import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['imputation-left'];
const files = { 'demo.csv': 'code,kind,a,b\nx,K,1,1\ny,K,3,\nz,M,,\nw,,,5\n' };

test('a group without values, a unit without a group', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, groups: {kind: {column: kind}}}
data: [{path: demo.csv}]
defaults: {normalise: {method: min-max}}
indicators:
  - {id: a, name: A, impute: {method: mean, by: kind}}
                                      ^^^^ warning imputation-left: A stays missing for z, w: nothing to impute from
  - {id: b, name: B, impute: {method: median}}
`,
    { codes, files },
  );
});

test('inherited, in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, groups: {kind: {column: kind}}}
data: [{path: demo.csv}]
defaults: {normalise: {method: min-max}, impute: {method: mean, by: kind}}
indicators:
  - {id: a, name: 甲}
         ^ warning imputation-left: “甲”仍缺失，没有可供插补的值：z、w
  - {id: b, name: 乙, impute: none}
`,
    { codes, files, locale: 'zh-CN' },
  );
});

import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['weight-dominant'];

test('the effective weight of a leaf, not its weight among siblings', () => {
  expectFindings(
    `indicators:
  - id: a
    name: A
    weight: 60
    indicators:
      - {id: a1, name: A1, weight: 50}
                                   ^^ warning weight-dominant: A1 alone counts for 30 % of the index (more than 25 %)
      - {id: a2, name: A2, weight: 30}
      - {id: a3, name: A3, weight: 20}
  - {id: b, name: B, weight: 25}
  - {id: c, name: C, weight: 15}
`,
    { codes },
  );
});

test('hardly more than the limit is told from it', () => {
  expectFindings(
    `indicators:
  - {id: a, name: A, weight: 25.001}
                             ^^^^^^ warning weight-dominant: A alone counts for 25.001 % of the index (more than 25 %)
  - {id: b, name: B, weight: 24.999}
  - {id: c, name: C, weight: 20}
  - {id: d, name: D, weight: 20}
  - {id: e, name: E, weight: 10}
`,
    { codes },
  );
});

test('for each group, at its own weight; in Chinese', () => {
  expectFindings(
    `weightsBy: kind
indicators:
  - {id: a, name: 甲, weight: {省级: 20, 重点城市: 52}}
                                            ^^ warning weight-dominant: “甲”一项在“重点城市”中占总分的 52%（超过 25%）
  - {id: b, name: 乙, weight: {省级: 20, 重点城市: 12}}
  - {id: c, name: 丙, weight: {省级: 20, 重点城市: 12}}
  - {id: d, name: 丁, weight: {省级: 20, 重点城市: 12}}
  - {id: e, name: 戊, weight: {省级: 20, 重点城市: 12}}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('indices of few indicators, and what is not listed', () => {
  expectFindings('indicators: [{id: osi}, {id: tii}, {id: hci}]\n', { codes });
  expectFindings(
    `indicators:
  - {id: health, indicators: [{id: le}]}
  - {id: education, indicators: [{id: eys}, {id: mys}]}
  - {id: income, indicators: [{id: gnipc}]}
`,
    { codes },
  );
  expectFindings(
    `levels: [{name: 一级指标}, {name: 二级指标, count: 22, unpublished: true}]
indicators: [{id: a, weight: 30}, {id: b, weight: 20}, {id: c, weight: 20}, {id: d, weight: 15}, {id: e, weight: 15}]
`,
    { codes },
  );
});

test('a stricter limit of the file’s own holds with few indicators too', () => {
  expectFindings(
    `rules: {weight-dominant: {threshold: 22, reason: 方案规定}}
indicators:
  - {id: a, name: A, weight: 23}
                             ^^ warning weight-dominant: A alone counts for 23 % of the index (more than 22 %)
  - {id: b, name: B, weight: 20}
  - {id: c, name: C, weight: 20}
  - {id: d, name: D, weight: 20}
  - {id: e, name: E, weight: 17}
`,
    { codes },
  );
  expectFindings(
    `rules: {weight-dominant: {threshold: 30, reason: 方案规定}}
indicators:
  - {id: a, name: A, weight: 40}
                             ^^ warning weight-dominant: A alone counts for 40 % of the index (more than 30 %)
  - {id: b, name: B, weight: 30}
  - {id: c, name: C, weight: 30}
`,
    { codes },
  );
});

test('an index of five equal indicators, and a limit of the file’s own', () => {
  expectFindings(
    `weights: relative
indicators: [{id: a, name: A, weight: 2}, {id: b, weight: 1}, {id: c, weight: 1}, {id: d, weight: 1}, {id: e, weight: 1}, {id: f, weight: 1}]
                                      ^ warning weight-dominant: A alone counts for 28.57 % of the index (more than 20 %)
rules: {weight-dominant: {threshold: 20, reason: house rule}}
`,
    { codes },
  );
  expectFindings('indicators: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}]\n', { codes });
});

test('of two indicators with one id only the first is known', () => {
  expectFindings(
    `indicators:
  - {id: a, name: A, weight: 40}
                             ^^ warning weight-dominant: A alone counts for 40 % of the index (more than 25 %)
  - {id: a, name: B, weight: 12}
  - {id: c, weight: 12}
  - {id: d, weight: 12}
  - {id: e, weight: 12}
  - {id: f, weight: 12}
`,
    { codes },
  );
});

test('of three or four, the one that counts for more than all the others', () => {
  expectFindings(
    `indicators:
  - {id: a, name: A, weight: 60}
                             ^^ warning weight-dominant: A alone counts for 60 % of the index (more than 50 %)
  - {id: b, name: B, weight: 30}
  - {id: c, name: C, weight: 10}
`,
    { codes },
  );
  expectFindings('indicators: [{id: a, weight: 60}, {id: b, weight: 40}]\n', { codes });
  expectFindings('indicators: [{id: a, weight: 50}, {id: b, weight: 30}, {id: c, weight: 20}]\n', { codes });
  expectFindings('indicators: [{id: a, weight: 100}]\n', { codes });
});

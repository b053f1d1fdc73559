import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['key-ignored'];

test('what is said of children that are not there', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - id: a
    name: A
    aggregate: geometric
    ^^^^^^^^^ warning key-ignored: aggregate has no effect on A: it has no indicators below it
    minShare: 0.5
    ^^^^^^^^ warning key-ignored: minShare has no effect on A: it has no indicators below it
    missing: zero
  - {id: b, name: B, aggregate: geometric, indicators: [{id: c, name: C}]}
  - {id: d, name: D, aggregate: geometric, unpublished: true, count: 3}
`,
    { codes },
  );
});

test('of several ways to read a cell one counts; a checklist names its columns; a bonus has no weight', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: 甲, categories: {是: 100}, steps: [{value: 1}]}
                                           ^^^^^ warning key-ignored: steps 对“甲”不起作用：取值由 categories 决定
  - {id: b, name: 乙, column: x, checklist: {y: 100}}
                     ^^^^^^ warning key-ignored: column 对“乙”不起作用：清单已写明各列
  - {id: c, name: 丙, weight: 5, bonus: {cap: 10}}
                     ^^^^^^ warning key-ignored: weight 对“丙”不起作用：加分项按上限计入
  - {id: d, name: 丁, column: x, categories: {是: 100}}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('the fix takes away the key alone', () => {
  const text = 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, minCount: 2, weight: 100} # all\n';
  expect(fixed(text, 'key-ignored', 0)).toBe(
    'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 100} # all\n',
  );
});

test('parameters of another method, shares that nobody asks for, a sheet of a text file', () => {
  expectFindings(
    `indicatorSystem: 1
data: [{path: demo.csv, sheet: 2}]
                        ^^^^^ warning key-ignored: sheet has no effect here: the file is no workbook
defaults: {treat: {then: log, lambda: 2}}
                              ^^^^^^ warning key-ignored: lambda has no effect here: it belongs to box-cox, not to log
indicators:
  - {id: a, name: A, normalise: {method: z-score, range: [0, 10]}}
                                                  ^^^^^ warning key-ignored: range has no effect on A: z-scores keep to a range only with truncate: true
  - {id: b, name: B, normalise: {method: z-score, truncate: true, range: [0, 10]}, treat: {then: log, mirrored: false}}
  - {id: c, name: C, count: 4}
                     ^^^^^ warning key-ignored: count has no effect on C: nothing is listed below it; an aggregate without its list says unpublished: true
  - {id: d, name: D, range: [0, 100], indicators: [{id: e, name: E, range: [0, 100]}]}
                     ^^^^^ warning key-ignored: range has no effect on D: an aggregate has no cells
ranking: {eligible: {level: 1, where: {kind: x}}}
                     ^^^^^ warning key-ignored: level has no effect here: no share is asked for (minShare, minNonZero)
`,
    { codes },
  );
});

test('of lists and tables each has its own keys', () => {
  expectFindings(
    `indicatorSystem: 1
indicators: [{id: a, name: A}]
publications:
  - {id: p, table: tiers, top: 3, by: kind}
                          ^^^ warning key-ignored: top has no effect here: a table lists no units
  - {id: q, top: 3, by: kind}
                    ^^ warning key-ignored: by has no effect here: it splits a table (table: tiers)
  - {id: r, top: 3, ranked: true, order: rank}
`,
    { codes },
  );
});

import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['level-unpublished', 'level-count'];

test('a level that is declared and not listed, or in part', () => {
  expectFindings(
    `levels:
  - {name: Pillars, count: 2}
  - {name: Indicators, count: 5, unpublished: true}
           ^^^^^^^^^^ information level-unpublished: 5 Indicators declared, 2 listed: unpublished
  - {count: 58, unpublished: true}
            ^^ information level-unpublished: 58 indicators on level 3 declared, none listed: unpublished
  - {unpublished: true}
    ^^^^^^^^^^^^^^^^^^^ information level-unpublished: level 4 declared, none listed: unpublished
indicators:
  - {id: a, indicators: [{id: a1}, {id: a2}]}
  - {id: b}
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `levels: [{name: 一级指标, count: 2}, {name: 二级指标, count: 22, unpublished: true}]
                                        ^^^^ information level-unpublished: 声明了二级指标 22 个，未列出：未公布
indicators: [{id: a}, {id: b}]
`,
    { codes, locale: 'zh-CN' },
  );
});

test('a level that is complete after all', () => {
  expectFindings(
    `levels: [{name: L1, count: 1}, {name: L2, count: 3, unpublished: true}]
indicators: [{id: a, unpublished: true, count: 3}]
`,
    { codes },
  );
});

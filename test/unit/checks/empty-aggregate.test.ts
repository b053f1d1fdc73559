import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['empty-aggregate'];

test('an empty list; what is no list is another mistake', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, indicators: []}
                     ^^^^^^^^^^ error empty-aggregate: A has no indicators and is not marked unpublished
  - {id: b, name: B, indicators: [1]}
  - {id: c, name: C, indicators: x}
  - {id: d, name: D, unpublished: true, indicators: []}
  - id: e
    name: E
    indicators:
`,
    { codes },
  );
});

test('the whole system, in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
indicators: [] # 空
^^^^^^^^^^ error empty-aggregate: 该体系没有指标
`,
    { codes, locale: 'zh-CN' },
  );
});

test('the level below is declared unpublished', () => {
  expectFindings(
    `levels: [{name: 一级指标}, {name: 二级指标, count: 22, unpublished: true}]
indicators: [{id: a, indicators: []}]
`,
    { codes },
  );
});

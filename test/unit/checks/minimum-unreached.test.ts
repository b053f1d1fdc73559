import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['minimum-unreached'];

test('at the number, or where it is inherited; as many as asked for are enough', () => {
  expectFindings(
    `indicatorSystem: 1
defaults: {minCount: 2}
indicators:
  - id: a
    name: A
    minCount: 3
              ^ error minimum-unreached: minCount is 3, but A has 2 indicators: it never has a score
    indicators: [{id: a1, name: A1}, {id: a2, name: A2}]
  - id: b
        ^ error minimum-unreached: minCount is 2, but B has one indicator: it never has a score
    name: B
    indicators: [{id: b1, name: B1}]
  - id: c
    name: C
    indicators: [{id: c1, name: C1}, {id: c2, name: C2}]
  - {id: d, name: D, count: 4, unpublished: true, minCount: 3}
`,
    { codes },
  );
});

test('of the index, without its bonus; in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
minCount: 2
          ^ error minimum-unreached: minCount 为 2，而“第一级”只有 1 个指标，总分无法得出
indicators:
  - {id: a, name: A, weight: 100}
  - {id: b, name: B, bonus: {cap: 10}}
`,
    { codes, locale: 'zh-CN' },
  );
});

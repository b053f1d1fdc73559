import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['weight-implicit'];

test('equal above, unequal numbers below', () => {
  expectFindings(
    `indicators:
^^^^^^^^^^ information weight-implicit: equal weights under level 1, but 2 to 5 indicators below: some count 2.5 times as much as others
  - {id: a, name: A, weight: 50, indicators: [{id: a1}, {id: a2}]}
  - {id: b, name: B, weight: 50.0, indicators: [{id: b1}, {id: b2}, {id: b3}, {id: b4}, {id: b5}]}
`,
    { codes },
  );
});

test('in Chinese, under an aggregate, with equal weights computed', () => {
  expectFindings(
    `indicators:
  - id: top
    name: 管理
    weighting: {method: equal}
    indicators:
    ^^^^^^^^^^ information weight-implicit: “管理”下等权，而各自的下级为 1 至 3 个：有的指标权重是别的 3 倍
      - {id: a, indicators: [{id: a1}]}
      - {id: b, indicators: [{id: b1}, {id: b2}, {id: b3}]}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('weights that somebody chose, above or below, by group too; twice as many', () => {
  const three = 'indicators: [{id: b1}, {id: b2}, {id: b3}]';
  for (const [a, b] of [
    ['weight: 40, indicators: [{id: a1}]', `weight: 60, ${three}`],
    ['indicators: [{id: a1}]', 'indicators: [{id: b1, weight: 80}, {id: b2, weight: 10}, {id: b3, weight: 10}]'],
    ['weight: {x: 40, y: 50}, indicators: [{id: a1}]', `weight: {x: 60, y: 50}, ${three}`],
    ['indicators: [{id: a1}, {id: a2}]', 'indicators: [{id: b1}, {id: b2}, {id: b3}, {id: b4}]'],
    ['indicators: [{id: a1}]', 'indicators: [{id: b1}, {id: b2}]'],
    ['column: x', three],
  ]) {
    expectFindings(`indicators:\n  - {id: a, ${a}}\n  - {id: b, ${b}}\n`, { codes });
  }
});

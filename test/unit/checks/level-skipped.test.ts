import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['level-skipped', 'level-count', 'ragged-leaf'];

test('by the declared counts a leaf belongs one level lower: that alone is said', () => {
  expectFindings(
    `levels: [{name: L1, count: 1}, {name: L2, count: 1}, {name: L3, count: 2}]
indicators:
  - id: a
    name: A
    indicators:
      - {id: b, name: B, indicators: [{id: c, name: C}]}
      - {id: d, name: D}
             ^ error level-skipped: D is counted on level 2; by the declared counts it belongs to level 3: say level: 3
`,
    { codes },
  );
});

test('beside no aggregate too', () => {
  expectFindings(
    `levels: [{name: 一级指标, count: 2}, {name: 二级指标, count: 1}, {name: 三级指标, count: 3}]
indicators:
  - id: a
    indicators:
      - {id: b, indicators: [{id: c}, {id: d}]}
  - id: e
    indicators:
      - {id: f, name: F}
             ^ error level-skipped: “F”被计为第 2 级；按声明的数量应为第 3 级，请写明 level: 3
`,
    { codes, locale: 'zh-CN' },
  );
});

test('where it is not certain which leaf is meant, the counts are said to be wrong', () => {
  expectFindings(
    `levels: [{name: 一级指标, count: 1}, {name: 二级指标, count: 2}, {name: 三级指标, count: 2}]
                                                     ^ error level-count: 声明二级指标 2 个，实际列出 3 个
                                                                             ^ error level-count: 声明三级指标 2 个，实际列出 1 个
indicators:
  - id: a
    indicators:
      - {id: b, indicators: [{id: c}]}
      - {id: d}
      - {id: e}
`,
    { codes: ['level-skipped', 'level-count'], locale: 'zh-CN' },
  );
});

test('a level that is not below its parent’s', () => {
  expectFindings(
    `indicators:
  - id: a
    name: 甲
    level: 2
    indicators:
      - {id: b, level: 2}
                       ^ error level-skipped: 第 2 级不能位于第 2 级之下
      - {id: c, level: 4}
  - {id: d, level: 0}
         ^ information ragged-leaf: “d”是第 1 级的末级指标，最深的在第 4 级
`,
    { codes, locale: 'zh-CN' },
  );
});

test('a ragged tree is no mistake where the counts hold or are not declared', () => {
  const tree = 'indicators:\n  - {id: a, indicators: [{id: b, indicators: [{id: c}]}, {id: d}]}\n';
  for (const levels of ['', 'levels: [{count: 1}, {count: 2}, {count: 1}]\n']) {
    expectFindings(levels + tree, { codes: ['level-skipped', 'level-count'] });
  }
});

test('the fix says the level, in block and in flow style', () => {
  const levels = 'levels: [{count: 1}, {count: 1}, {count: 2}]\n';
  const flow = `${levels}indicators:\n  - {id: a, indicators: [{id: b, indicators: [{id: c}]}, {id: d, name: D}]} # 甲\n`;
  expect(fixed(flow, 'level-skipped')).toBe(flow.replace('name: D}', 'name: D, level: 3}'));
  const block = `${levels}indicators:\n  - id: a\n    indicators:\n      - {id: b, indicators: [{id: c}]}\n      - id: d # 丁\n        name: D # 名\n`;
  expect(fixed(block, 'level-skipped')).toBe(block.replace('# 名\n', '# 名\n        level: 3\n'));
});

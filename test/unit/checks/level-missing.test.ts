import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['level-missing'];

test('the first indicator below the declared levels', () => {
  expectFindings(
    `levels: [{name: Pillars, count: 1}]
indicators:
  - id: a
    name: A
    indicators:
      - {id: b, name: B, indicators: [{id: c}, {id: d}]}
             ^ error level-missing: B stands on level 2; only 1 level is declared
      - {id: e, name: E}
`,
    { codes },
  );
});

test('in Chinese; a level that an indicator says stands where it says so', () => {
  expectFindings(
    `levels: [{name: 一级指标}, {name: 二级指标}]
indicators:
  - {id: a, name: 甲, indicators: [{id: b, name: 乙, level: 3}]}
                                                          ^ error level-missing: “乙”位于第 3 级，而只声明了 2 级
`,
    { codes, locale: 'zh-CN' },
  );
});

test('as many levels as declared, or none declared', () => {
  expectFindings('indicators: [{id: a, indicators: [{id: b}]}]\n', { codes });
  expectFindings(
    'levels: [{count: 1}, {count: 2}, {count: 58, unpublished: true}]\nindicators: [{id: a, indicators: [{id: b}]}]\n',
    {
      codes,
    },
  );
});

const deep = 'indicators: [{id: a, indicators: [{id: b, indicators: [{id: c}, {id: d}]}]}]\n';

test('the fix declares all that is missing, as the others are called', () => {
  expect(fixed(`levels: [{name: 一级指标, count: 1}] # 层级\n${deep}`, 'level-missing')).toBe(
    `levels: [{name: 一级指标, count: 1}, {name: 二级指标, count: 1}, {name: 三级指标, count: 2}] # 层级\n${deep}`,
  );
});

test('in block style, with comments', () => {
  expect(fixed(`levels:\n  - name: Level 1\n    count: 1 # one\n  # the end\n${deep}`, 'level-missing')).toBe(
    `levels:\n  - name: Level 1\n    count: 1 # one\n  - {name: Level 2, count: 1}\n  - {name: Level 3, count: 2}\n  # the end\n${deep}`,
  );
  expect(fixed(`levels:\r\n- {name: Pillar}\r\n- {name: Group}\r\n${deep}`, 'level-missing')).toBe(
    `levels:\r\n- {name: Pillar}\r\n- {name: Group}\r\n- {name: Level 3, count: 2}\r\n${deep}`,
  );
});

test('in a list over several lines', () => {
  expect(fixed(`levels: [\n  {name: 一级指标},\n  {name: 二级指标} # 二\n]\n${deep}`, 'level-missing')).toBe(
    `levels: [\n  {name: 一级指标},\n  {name: 二级指标},\n  {name: 三级指标, count: 2} # 二\n]\n${deep}`,
  );
});

import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['unit-in-group'];

test('a group that is not declared', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: name, groups: {kind: {column: kind, values: [省级, 重点城市], separator: ";"}}}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
`,
    {
      codes,
      files: {
        'demo.csv': `name,kind,online
浙江省,省级,97
厦门市,重点市,95
    ^^^ error unit-in-group: row 3, column kind: 重点市 is none of the groups 省级, 重点城市; did you mean 重点城市?
青岛市,重点城市;计划单列市,95
    ^^^^^^^^^^ error unit-in-group: row 4, column kind: 计划单列市 is none of the groups 省级, 重点城市
雄安,,3
   ^ error unit-in-group: row 5, column kind: 雄安 is in no group of kind: 省级, 重点城市
`,
      },
    },
  );
});

test('a unit without one group where weights are by group, in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: name, groups: {kind: {column: kind, separator: ";"}}}
weightsBy: kind
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none, weight: {省级: 60, 重点城市: 50}}
  - {id: same, name: B, column: online, normalise: none, weight: {省级: 40, 重点城市: 50}}
`,
    {
      codes,
      files: {
        'demo.csv': `name,kind,online
浙江省,省级,97
厦门市,,95
    ^ error unit-in-group: 第 3 行“kind”列：“厦门市”没有 kind 分组，而权重或名额按此分组
重庆市,省级;重点城市,95
    ^^^^^^^ error unit-in-group: 第 4 行“kind”列：“重庆市”属于 2 个 kind 分组，而权重按此分组，只能属于一个
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('groups that only some units are in, or whose values are not declared', () => {
  const files = { 'demo.csv': 'name,kind,online\n浙江省,省会,97\n厦门市,,95\n青岛市,,95\n' };
  for (const values of ['', ', values: [省会]']) {
    expectFindings(
      `units: {id: name, groups: {kind: {column: kind${values}}}}
data: [{path: demo.csv}]
indicators: [{id: online, name: 网办率, normalise: none}]
`,
      { codes, files },
    );
  }
});

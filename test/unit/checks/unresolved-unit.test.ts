import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['unresolved-unit'];

test('in claims, in the list order and in aliases', () => {
  expectFindings(
    `indicatorSystem: 1
units:
  id: code
  name: name
  order: [北京市, 天津, 河北省]
               ^^ error unresolved-unit: there is no unit 天津; did you mean 天津市?
  aliases: {京: 北京市, 津: 天津城}
                       ^^^ error unresolved-unit: there is no unit 天津城; did you mean 天津市?
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
tiers: [{name: 优秀级, atLeast: 85}, {name: 发展级}]
expect:
  - {members: {tier: 优秀级}, are: [京, 河北]}
                                    ^^ error unresolved-unit: there is no unit 河北; did you mean 河北省?
  - {rank: {unit: a}, is: 1}
  - {score: {unit: 雄安新区}, is: 1}
                   ^^^^ error unresolved-unit: there is no unit 雄安新区
`,
    {
      codes: [...codes, 'expectation'],
      files: {
        'demo.csv': `code,name,online
a,北京市,90
b,天津市,10
c,河北省,10
`,
      },
    },
  );
});

test('a name that two units share, in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
expect:
  - {rank: {unit: 鼓楼区}, is: 1}
                  ^^^ error unresolved-unit: 有多个对象名为“鼓楼区”，请改写标识（a、b）
  - {rank: {unit: 玄武}, is: 1}
                  ^^ error unresolved-unit: 没有评估对象“玄武”；是否想写 玄武区？
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,鼓楼区,1
b,鼓楼区,2
c,玄武区,3
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('the fix writes the nearest', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
expect:
  - {rank: {unit: 北京}, is: 1}
                  ^^ error unresolved-unit: there is no unit 北京; did you mean 北京市?
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,1
`,
      },
    },
  );
  const text = `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
expect:
  - {rank: {unit: 北京}, is: 1}
`;
  expect(
    fixed(text, 'unresolved-unit', 0, {
      'demo.csv': `code,name,online
a,北京市,1
`,
    }),
  ).toBe(`indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
expect:
  - {rank: {unit: 北京市}, is: 1}
`);
});

test('without data no unit is known to be missing', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
              ^^^^^^^^ error data-file: there is no file demo.csv
indicators:
  - {id: online, name: 网办率, normalise: none}
expect:
  - {rank: {unit: 北京}, is: 1}
`,
    { codes: [...codes, 'data-file'] },
  );
});

test('units in and out of the ranking; nobody is ranked meanwhile', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: a, name: A, column: x, normalise: none}
ranking: {eligible: {minShare: 0.5, include: [3], exclude: [上海, 北京市]}}
                                              ^ error unresolved-unit: there is no unit 3
                                                            ^^ error unresolved-unit: there is no unit 上海; did you mean 上海市?
`,
    {
      codes: ['unresolved-unit', 'not-scored'],
      files: { 'demo.csv': 'code,name,x\n1,北京市,3\n2,上海市,5\n' },
    },
  );
});

test('the unit that others are compared with', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: a, name: A, column: x, normalise: {method: distance-to-reference, unit: 上海}}
                                                                                 ^^ error unresolved-unit: there is no unit 上海; did you mean 上海市?
  - {id: b, name: B, column: x, normalise: {method: distance-to-reference, unit: 2}}
`,
    {
      codes: ['unresolved-unit', 'not-scored'],
      files: { 'demo.csv': 'code,name,x\n1,北京市,3\n2,上海市,5\n' },
    },
  );
});

import { describe, expect, test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';
import { inMemory } from '../../support/memory.ts';

const codes = ['claims-conflict'];
const head = `indicatorSystem: 1
units: {id: name, count: 64, groups: {kind: {column: kind, values: [省级, 重点城市]}}}
indicators: [{id: online, name: 网办率}]
tiers: [{name: 优秀级, atLeast: 85}, {name: 良好级, atLeast: 75}, {name: 发展级, atLeast: 60}, {name: 起步级}]
`;

test('tiers add up, to one another and to the units', () => {
  expectFindings(
    `${head}expect:
  - {count: {tier: 优秀级}, is: 18}
  - {count: {tier: 良好级}, is: 18}
  - {count: {tier: {atLeast: 良好级}}, is: 37}
                                        ^^ warning claims-conflict: cannot be true beside what else is published: number of units (tier 良好级 or better) is 37, but the rest makes it 36
  - {count: {tier: 发展级}, is: 18}
  - {count: {tier: 起步级}, is: 11}
                             ^^ warning claims-conflict: cannot be true beside what else is published: number of units (tier 起步级) is 11, but the rest makes it at most 10
`,
    { codes },
  );
});

test('groups add up, in each tier', () => {
  expectFindings(
    `${head}expect:
  - {count: {tier: 优秀级}, is: 18}
  - {count: {tier: 优秀级, kind: 省级}, is: 10}
  - {count: {tier: 优秀级, kind: 重点城市}, is: 9}
                                         ^ warning claims-conflict: 与其他已公布的结果矛盾：评估对象数（kind = 重点城市，优秀级）为 9，而由其余可得 8 个
`,
    { codes, locale: 'zh-CN' },
  );
});

test('a share is a whole number of units, and a growth leads to one', () => {
  expectFindings(
    `${head}expect:
  - {count: {kind: 省级}, is: 32}
  - {share: {kind: 省级, tier: 优秀级}, is: 71.5}
                                       ^^^^ warning claims-conflict: no number of units gives it: share of units (kind = 省级, tier 优秀级) is 71.5 %, but 22 units give 68.8 %, 23 units give 71.9 %
  - {share: {kind: 省级, tier: 良好级}, is: 31.3}
  - {change: {count: {tier: {atLeast: 良好级}}}, from: 49, is: 7.0}
                                                            ^^^ warning claims-conflict: no number of units gives it: growth from 49 of the number of units (tier 良好级 or better) is 7.0 %, but 52 units give 6.1 %, 53 units give 8.2 %
  - {change: {count: {tier: 优秀级}}, from: 15, is: 20.0}
  - {count: {tier: 优秀级}, is: 18}
`,
    { codes },
  );
});

test('a list has as many names as are counted, and no unit is in two tiers', () => {
  expectFindings(
    `${head}expect:
  - {count: {tier: 优秀级, kind: 省级}, is: 3}
  - {members: {tier: 优秀级, kind: 省级}, are: [北京市, 上海市]}
                                           ^^^ warning claims-conflict: cannot be true beside what else is published: members (kind = 省级, tier 优秀级): 2 names, but the rest makes it 3
  - {members: {tier: {atLeast: 良好级}, kind: 重点城市}, are: [厦门市]}
  - {members: {tier: 起步级}, are: [厦门市, 北京市]}
                                 ^^^ warning claims-conflict: cannot be true beside what else is published: 厦门市 is in 起步级, but 厦门市 is in 良好级 or better
                                      ^^^ warning claims-conflict: cannot be true beside what else is published: 北京市 is in 起步级, but 北京市 is in 优秀级
`,
    { codes },
  );
});

test('one unit has one rank and one score, and the higher score ranks better', () => {
  expectFindings(
    `${head}expect:
  - {rank: {unit: 北京市}, is: 1}
  - {rank: {unit: 上海市}, is: 2}
                            ^ warning claims-conflict: cannot be true beside what else is published: rank of 上海市 is 2, score of 上海市 is 94.12, but rank of 北京市 is 1, score of 北京市 is 94.05
  - {rank: {unit: 北京市}, is: 3}
                            ^ warning claims-conflict: cannot be true beside what else is published: rank of 北京市 is 3, but rank of 北京市 is 1
  - {rank: {unit: 厦门市}, is: 65}
                            ^^ warning claims-conflict: cannot be true beside what else is published: rank of 厦门市 is 65, but 64 units are declared
  - {score: {unit: 北京市}, is: 94.05}
  - {score: {unit: 北京市}, is: 94.1}
  - {score: {unit: 上海市}, is: 94.12}
  - {score: {unit: 上海市}, is: 94.2}
                             ^^^^ warning claims-conflict: cannot be true beside what else is published: score of 上海市 is 94.2, but score of 上海市 is 94.12
`,
    { codes },
  );
});

test('what the edition before counted is what this one grows from', () => {
  const before = `${head}expect: [{count: {tier: {atLeast: 良好级}}, is: 48}]\n`;
  const now = `${head}previous: 2019.indicators.yaml\nexpect: [{change: {count: {tier: {atLeast: 良好级}}}, from: 49, is: 6.1}]\n`;
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': now, '2019.indicators.yaml': before });
  const found = workspace.findings(file).filter(({ code }) => code === 'claims-conflict');
  expect(found.map(({ message }) => message.en)).toEqual([
    'cannot be true beside what else is published: before, number of units (tier 良好级 or better) was 49, but the rest makes it 48',
  ]);
  expect(found[0]!.related.map(each => each.file)).toEqual(['file:///folder/2019.indicators.yaml']);
});

describe('figures that can be true', () => {
  test.each([
    [
      'the 2024 system',
      '{count: {tier: {atLeast: 良好级}}, is: 52}, {change: {count: {tier: {atLeast: 良好级}}}, from: 49, is: 6.1, decimals: 1}',
    ],
    [
      'the 2020 system',
      '{count: {tier: 优秀级}, is: 18}, {count: {tier: 良好级}, is: 18}, {count: {tier: 发展级}, is: 18}, {count: {tier: 起步级}, is: 10}',
    ],
    [
      'shares of groups',
      '{count: {kind: 省级}, is: 32}, {share: {where: {kind: 省级, column: agency, equals: 是}}, is: 71.9}, {share: {where: {kind: 重点城市, column: agency, equals: 是}}, is: 96.9}',
    ],
    ['shares of groups of unknown size', '{share: {kind: 省级, tier: 优秀级}, is: 71.5}'],
    [
      'units that are in no tier',
      '{count: {tier: 优秀级}, is: 18}, {count: {tier: 良好级}, is: 18}, {count: {tier: 发展级}, is: 18}, {count: {tier: 起步级}, is: 9}',
    ],
    [
      'ties, and a printed difference that is rounding',
      '{rank: {unit: a}, is: 2}, {rank: {unit: b}, is: 3}, {score: {unit: a}, is: 94.1}, {score: {unit: b}, is: 94.12}',
    ],
    ['ranks within groups', '{rank: {unit: a}, is: 2}, {rank: {unit: a, within: kind}, is: 1}'],
    [
      'units of a column',
      '{count: {column: agency, equals: 是}, is: 40}, {count: {column: agency, equals: 否}, is: 24}',
    ],
  ])('%s', (_, expectations) => {
    expectFindings(`${head}expect: [${expectations}]\n`, { codes });
  });
});

test('where the lowest total is best, the lower score ranks better', () => {
  const claims = (first: number, second: number) =>
    `indicatorSystem: 1
units: {id: name}
indicators:
  - {id: a, name: A}
ranking: {best: lowest}
expect:
  - {rank: {unit: x}, is: 1}
  - {rank: {unit: y}, is: 2}
  - {score: {unit: x}, is: ${first}}
  - {score: {unit: y}, is: ${second}}
`;
  expectFindings(claims(1.2, 1.5), { codes });
  expectFindings(
    claims(1.5, 1.2).replace(
      'unit: y}, is: 2}',
      `unit: y}, is: 2}
                          ^ warning claims-conflict: cannot be true beside what else is published: rank of y is 2, score of y is 1.2, but rank of x is 1, score of x is 1.5`,
    ),
    { codes },
  );
});

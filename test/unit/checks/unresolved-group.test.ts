import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['unresolved-group'];

test('group systems, wherever they are named', () => {
  expectFindings(
    `weightsBy: kinds
           ^^^^^ error unresolved-group: there is no group system kinds; did you mean kind?
units: {groups: {kind: {column: kind, values: [省级, 重点城市]}}}
indicators:
  - {id: a, appliesTo: {region: 华东}}
                        ^^^^^^ error unresolved-group: there is no group system region
  - {id: b, normalise: {method: min-max, over: {kin: 省级}}}
                                                ^^^ error unresolved-group: there is no group system kin; did you mean kind?
ranking: {within: [kind, knid]}
                         ^^^^ error unresolved-group: there is no group system knid; did you mean kind?
tiers: [{name: A, top: 3, within: sort}]
                                  ^^^^ error unresolved-group: there is no group system sort
publications:
  - {id: p, where: {tiers: A, kind: 省级}, table: tiers, by: kin}
                    ^^^^^ error unresolved-group: there is no group system tiers; did you mean tier?
                                                           ^^^ error unresolved-group: there is no group system kin; did you mean kind?
expect:
  - {rank: {unit: X, within: kind}, is: 1}
`,
    { codes },
  );
});

test('groups: each item of a list by itself', () => {
  expectFindings(
    `weightsBy: kind
units:
  groups:
    kind: {column: kind, values: [省级, 重点城市]}
    region: {column: region}
indicators:
  - {id: a, weight: {省级: 60, 重点城氏: 50}}
                             ^^^^ error unresolved-group: “kind”中没有组别“重点城氏”；是否想写 重点城市？
  - {id: b, weight: {省级: 40, 重点城市: 50}, appliesTo: {kind: [省级, 重点城], region: 华东}}
                                                               ^^^ error unresolved-group: “kind”中没有组别“重点城”；是否想写 重点城市？
publications:
  - {id: p, where: {kind: 省}}
                          ^ error unresolved-group: “kind”中没有组别“省”
`,
    { codes, locale: 'zh-CN' },
  );
});

test('a fix replaces one name, and never by one that stands there already', () => {
  const text =
    'units: {groups: {kind: {values: [省级, 重点城市]}}}\nindicators:\n  - id: a\n    appliesTo:\n      kind: [省级, 重点城] # 两类\n';
  expect(fixed(text, 'unresolved-group')).toBe(text.replace('重点城]', '重点城市]'));
  const taken =
    'weightsBy: kind\nunits: {groups: {kind: {values: [省级, 市级]}}}\nindicators: [{id: a, weight: {省级: 1, 省纪: 2, 市级: 3}}]\n';
  expect(() => fixed(taken, 'unresolved-group')).toThrow('no fix');
});

test('weights by group need `weightsBy`: said once, with a fix where there is one group system', () => {
  const text = `weights: percent # 百分制
units: {groups: {kind: {column: kind}}}
indicators:
  - {id: a, weight: {省级: 60}}
  - {id: b, weight: {省级: 40}}
`;
  expectFindings(
    `weights: percent # 百分制
units: {groups: {kind: {column: kind}}}
indicators:
  - {id: a, weight: {省级: 60}}
            ^^^^^^ error unresolved-group: weights differ by group, but \`weightsBy\` does not say which groups are meant
  - {id: b, weight: {省级: 40}}
`,
    { codes },
  );
  expect(fixed(text, 'unresolved-group')).toBe(text.replace('制\n', '制\nweightsBy: kind\n'));
});

test('groups that only the data name: what no unit is in, but for weights', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, groups: {kind: {column: kind}}}
data: [{path: demo.csv}]
weightsBy: kind
ranking: {eligible: {where: {kind: 省}}}
                                   ^ error unresolved-group: there is no group 省 in kind
publications: [{id: list, where: {kind: 市级}}]
expect:
  - {count: {kind: 省籍}, is: 3}
                   ^^ error unresolved-group: there is no group 省籍 in kind; did you mean 省级?
indicators:
  - {id: a, name: A, weight: {省级: 60, 市级: 50, 县级: 40}, normalise: none, appliesTo: {kind: [省级, 乡]}}
                                                                                               ^ error unresolved-group: there is no group 乡 in kind
  - {id: b, name: B, weight: {省级: 40, 市级: 50, 县级: 60}, normalise: {method: min-max, over: {kind: 县级}}}
                                                                                                 ^^ error unresolved-group: there is no group 县级 in kind; did you mean 省级?
`,
    { codes: [...codes, 'not-scored'], files: { 'demo.csv': 'code,kind,a,b\nu1,省级,1,2\nu2,市级,3,4\n' } },
  );
});

test('without data nothing is known of groups that are not declared', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, groups: {kind: {column: kind}}}
publications: [{id: list, where: {kind: 市级}}]
indicators:
  - {id: a, name: A}
`,
    { codes },
  );
});

import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['expectation'];

test('what was expected, what came out, and which units make the difference', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
ranking: {round: {decimals: 1}, ties: dense}
tiers: [{name: 优秀级, atLeast: 85}, {name: 良好级, atLeast: 60}, {name: 发展级}]
expect:
  - {count: {tier: 优秀级}, is: 3}
                             ^ error expectation: number of units (tier 优秀级): expected 3, but it is 2; next after it: 河北省 84.9
  - {count: {tier: {atLeast: 良好级}}, is: 2}
                                        ^ error expectation: number of units (tier 良好级 or better): expected 2, but it is 4; last in it: 河北省 84.9, 山西省 61
  - {share: {tier: 优秀级}, is: 40.1, decimals: 1}
                             ^^^^ error expectation: share of units (tier 优秀级): expected 40.1 %, but it is 33.3 % (2 units); next after it: 河北省 84.9
  - {change: {count: {tier: 优秀级}}, from: 1, is: 50}
                                                ^^ error expectation: growth from 1 of the number of units (tier 优秀级): expected 50 %, but it is 100 % (2 units); last in it: 天津市 88
  - {members: {tier: 优秀级}, are: [北京市, 河北省, 上海市]}
                                      ^^^ error expectation: the list does not come out: not in it: 河北省 (良好级 84.9), 上海市 (发展级 12); not expected: 天津市 (优秀级 88)
  - {members: {tier: 发展级}, are: []}
                           ^^^ error expectation: the list does not come out: not expected: 上海市 (发展级 12)
  - {rank: {unit: 河北省}, is: 1}
                            ^ error expectation: expected rank 1 for 河北省, but it is 3; ahead of it: 北京市, 天津市
  - {rank: {unit: 天津市}, is: 3}
                            ^ error expectation: expected rank 3 for 天津市, but it is 2; behind it: 河北省
  - {rank: {unit: 江苏省}, is: 1}
                            ^ error expectation: expected rank 1 for 江苏省, but it has none: no indicator below has a score
  - {score: {unit: 北京市}, is: 97.31}
                             ^^^^^ error expectation: expected 97.31 for 北京市, but it is 97.3
  - {score: {unit: 北京市}, is: 97.3}
  - {score: {unit: 江苏省, indicator: online}, is: 50}
                                                ^^ error expectation: expected 50 for 江苏省, but it has no score: the value is missing
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,97.3
b,天津市,88
c,河北省,84.9
d,山西省,61
e,上海市,12
f,江苏省,
`,
      },
    },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name, groups: {kind: {column: kind}}}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
tiers: [{name: 优秀级, atLeast: 85}, {name: 发展级}]
expect:
  - {count: {tier: 优秀级}, is: 3}
                             ^ error expectation: 评估对象数（优秀级）应为 3，实际为 2；其后最近：河北省 84.9
  - {count: {tier: 优秀级}, is: 1}
                             ^ error expectation: 评估对象数（优秀级）应为 1，实际为 2；其中最末：天津市 88
  - {count: {kind: 省}, is: 3}
                           ^ error expectation: 评估对象数（kind = 省）应为 3，实际为 2：河北省、山西省
  - {share: {where: {kind: 省}, tier: 优秀级}, is: 71.9, decimals: 1}
                                               ^^^^ error expectation: 占比（kind = 省，优秀级）应为 71.9%，实际为 0%（0 个）；其后最近：河北省 84.9
  - {change: {count: {tier: 优秀级}}, from: 1, is: 50}
                                                ^^ error expectation: 较 1 的增幅（优秀级）应为 50%，实际为 100%（2 个）；其中最末：天津市 88
  - {members: {tier: 优秀级}, are: [北京市, 河北省]}
                                      ^^^ error expectation: 名单与结果不符：不在其中：河北省（发展级 84.9）；未列出：天津市（优秀级 88）
  - {rank: {unit: 河北省, within: kind}, is: 1}
  - {rank: {unit: 山西省}, is: 1}
                            ^ error expectation: “山西省”应为第 1 名，实际没有名次：下级指标都没有得分
  - {score: {unit: 北京市}, is: 97.31}
                             ^^^^^ error expectation: “北京市”应为 97.31 分，实际为 97.3 分
  - {score: {unit: 山西省}, is: 50}
                             ^^ error expectation: “山西省”应为 50 分，实际没有得分：下级指标都没有得分
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,kind,online
a,北京市,市,97.3
b,天津市,市,88
c,河北省,省,84.9
d,山西省,省,
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('nothing is checked that cannot be scored, and names that stand for nothing are told elsewhere', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率}
         ^^^^^^ error not-scored: no normalise method for 网办率: say one (normalise: none where the values are scores), or in defaults
tiers: [{name: 优秀级, atLeast: 85}, {name: 发展级}]
expect:
  - {count: {tier: 优秀级}, is: 3}
  - {rank: {unit: 北京市}, is: 2}
  - {score: {unit: 北京市}, is: 2}
`,
    {
      codes: [...codes, 'not-scored'],
      files: {
        'demo.csv': `code,name,online
a,北京市,97.3
`,
      },
    },
  );
});

test('tiers are called as the reader calls them', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
tiers: [{name: {zh-CN: 优秀级, en: Excellent}, atLeast: 85}, {name: {zh-CN: 发展级, en: Developing}}]
expect:
  - {count: {tier: 优秀级}, is: 2}
                             ^ error expectation: number of units (tier Excellent): expected 2, but it is 1; next after it: 上海市 84.9
`,
    { codes, files: { 'demo.csv': 'code,name,online\na,北京市,97\nb,上海市,84.9\n' } },
  );
});

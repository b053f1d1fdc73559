import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';
import { inMemory } from '../../support/memory.ts';

const codes = ['direction-suspect'];

test('the end of the name decides', () => {
  expectFindings(
    `indicatorSystem: 1
defaults: {normalise: min-max}
indicators:
  - {id: a, name: 差评率（%）}
                  ^^^^^^ warning direction-suspect: 差评率（%） counts as positive (more is better), but “差评率” sounds negative
  - {id: b, name: 平均办理时长}
                  ^^^^^^ warning direction-suspect: 平均办理时长 counts as positive (more is better), but “办理时长” sounds negative
  - {id: c, name: {zh-CN: 伤亡, en: Traffic accidents}}
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning direction-suspect: Traffic accidents counts as positive (more is better), but “accidents” sounds negative
  - {id: d, name: 投诉率, direction: positive}
                                  ^^^^^^^^ warning direction-suspect: 投诉率 counts as positive (more is better), but “投诉率” sounds negative
  - {id: e, name: 投诉处理率}
  - {id: f, name: 好差评}
  - {id: g, name: 逾期率下降幅度}
  - {id: h, name: 零差评率}
  - {id: i, name: 开放时长}
  - {id: j, name: 差评率, direction: negative}
  - {id: k, name: 差评率, normalise: none}
  - {id: l, name: 差评率, categories: {低: 100, 高: 0}}
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: 超期率, normalise: min-max}
                  ^^^ warning direction-suspect: “超期率”按正向（越高越好）计分，但“超期率”像逆向指标
`,
    { codes, locale: 'zh-CN' },
  );
});

test('the fix states the direction', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - id: a
    name: 差评率 # 越低越好
          ^^^ warning direction-suspect: 差评率 counts as positive (more is better), but “差评率” sounds negative
    normalise: min-max
`,
    { codes },
  );
  const text = `indicatorSystem: 1
indicators:
  - id: a
    name: 差评率 # 越低越好
    normalise: min-max
`;
  expect(fixed(text, 'direction-suspect', 0)).toBe(`indicatorSystem: 1
indicators:
  - id: a
    name: 差评率 # 越低越好
    normalise: min-max
    direction: negative
`);
});

const firesOn = (name: string) => {
  const text = `defaults: {normalise: min-max}\nindicators:\n  - {id: a, name: '${name}'}\n`;
  const { workspace, file } = inMemory({ 'a.indicators.yaml': text });
  return workspace.findings(file).some(({ code }) => code === 'direction-suspect');
};

test.each([
  ...[
    '投诉',
    '群众投诉',
    '时长',
    '平均时长',
    '事故',
    '安全生产事故',
    '逾期',
    '逾期办件',
    '故障',
    '贫困发生率',
    '污染物排放总量',
    '系统漏洞数',
    '学生辍学率',
    '群众不满意率',
    '按期未办结率',
  ],
  ...[
    'Mortality rate, under-5 (per 1,000 live births)',
    'CO2 emissions per capita',
    'Poverty headcount ratio',
    'Crime',
    'Infant deaths',
    'Deaths from road injuries',
    'Dropout rate',
    'Page load time',
    'Gini index',
  ],
])('%s sounds negative', name => expect(firesOn(name)).toBe(true));

test.each([
  ...[
    '咨询投诉',
    '投诉渠道',
    '服务时长',
    '在线时长',
    '事故应急预案',
    '防范事故',
    '按时办结率',
    '污染治理',
    '排放达标率',
    '减排量',
    '漏洞修复率',
    '脱贫率',
    '拥堵缓解指数',
    '失业保险覆盖率',
  ],
  ...[
    'Absence of violence',
    'Control of emissions',
    'Freedom from crime',
    'Complaints handled',
    'Years of schooling',
    'Zero complaints',
    'Deaths averted',
  ],
])('%s does not', name => expect(firesOn(name)).toBe(false));

test('where the lowest total is best, what is worse scores higher', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: crime, name: Crime, normalise: min-max}
  - {id: bad, name: 差评率, normalise: min-max, direction: negative}
                                                        ^^^^^^^^ warning direction-suspect: 差评率 counts as negative (more is better, as the lowest total is best), but “差评率” sounds negative
ranking: {best: lowest}
`,
    { codes: ['direction-suspect'] },
  );
  const definition = (direction: string) =>
    `indicatorSystem: 1\nindicators:\n  - {id: bad, name: 差评率, normalise: min-max, direction: ${direction}}\nranking: {best: lowest}\n`;
  expect(fixed(definition('negative'), 'direction-suspect')).toBe(definition('positive'));
});

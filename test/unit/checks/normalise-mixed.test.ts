import { describe, test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['normalise-mixed'];

test('z-scores beside 0–100, at the method', () => {
  expectFindings(
    `indicatorSystem: 1
defaults: {normalise: min-max}
indicators:
  - id: service
    name: 服务
    indicators:
      - {id: online, name: 网办率}
      - {id: reply, name: 答复率, normalise: {method: z-score, mean: 0, sd: 1}}
                                                   ^^^^^^^ warning normalise-mixed: 答复率 is scored about −2.5 to 2.5 (z-score), beside 网办率, 开放率 (0 to 100 (min-max)) under 服务: the spread decides, not the weight
      - {id: open, name: 开放率, normalise: percentile-rank}
`,
    { codes },
  );
});

test('0–1 beside 0–100, ranks beside scores, a standardised aggregate; in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - id: service
    name: 服务
    standardise: z-score
    indicators:
      - {id: online, name: 网办率, normalise: min-max}
      - {id: reply, name: 答复率, normalise: {method: min-max, range: [0, 1]}}
                                                                   ^^^^^^ warning normalise-mixed: 服务下，“答复率”的得分为 0 至 1（min-max），而“网办率”为 0 至 100（min-max）：起作用的是分布区间而不是权重
      - {id: open, name: 开放率, normalise: rank}
  - {id: openness, name: 公开, normalise: min-max}
                                        ^^^^^^^ warning normalise-mixed: 第一级下，“公开”的得分为 0 至 100（min-max），而“服务”为约 −2.5 至 2.5（z-score）：起作用的是分布区间而不是权重
`,
    { codes, locale: 'zh-CN' },
  );
});

test('grades of 0 and 1 on a scale of 0–100', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: online, name: 网办率, normalise: min-max}
  - {id: plan, name: 规划, categories: {是: 1, 否: 0}}
         ^^^^ warning normalise-mixed: 规划 is scored 0 to 1, beside 网办率 (0 to 100 (min-max)) under level 1: the spread decides, not the weight
`,
    { codes },
  );
});

describe('of one spread', () => {
  test.each([
    [
      'different methods onto one range',
      '{id: a, normalise: min-max}, {id: b, normalise: {method: goalposts, lower: 0, upper: 9}}, {id: c, normalise: none}',
    ],
    ['z-scores around 50', '{id: a, normalise: min-max}, {id: b, normalise: {method: z-score, mean: 50, sd: 10}}'],
    [
      'z-scores alone',
      '{id: a, normalise: {method: z-score, mean: 0, sd: 1}}, {id: b, normalise: {method: z-score, mean: 0, sd: 1}}',
    ],
    ['ranks alone', '{id: a, normalise: rank}, {id: b, normalise: borda}'],
    ['1–100 beside 0–100', '{id: a, normalise: {method: min-max, range: [1, 100]}}, {id: b, normalise: min-max}'],
    [
      'grades and steps',
      '{id: a, categories: {A: 100, B: 60}}, {id: b, steps: [{atLeast: 95, value: 100}, {value: 0}]}, {id: c, checklist: {x: 40, y: 60}}, {id: d, normalise: min-max}',
    ],
    [
      'what only the data tell',
      '{id: a, normalise: {method: scaled, lower: 0, upper: 1}}, {id: b, normalise: min-max}',
    ],
  ])('%s', (_, children) => {
    expectFindings(`indicatorSystem: 1\nindicators: [${children}]\n`, { codes });
  });

  test('a sum adds points, and an order needs no scale', () => {
    for (const aggregate of ['sum', 'copeland']) {
      expectFindings(
        `indicatorSystem: 1\naggregate: ${aggregate}\nindicators: [{id: a, normalise: min-max}, {id: b, normalise: {method: min-max, range: [0, 5]}}]\n`,
        { codes },
      );
    }
  });
});

test('ranges that are reversed alike are alike', () => {
  expectFindings(
    `indicatorSystem: 1
defaults: {normalise: {method: min-max, range: [100, 0]}}
indicators:
  - {id: a, name: A}
  - {id: b, name: B}
`,
    { codes: ['normalise-mixed'] },
  );
});

test('sums and comparisons beside scores on the scale', () => {
  expectFindings(
    `indicatorSystem: 1
defaults: {normalise: min-max}
indicators:
  - {id: a, name: A}
  - {id: b, name: B}
  - {id: c, name: C, aggregate: sum, indicators: [{id: c1}, {id: c2}, {id: c3}]}
                                ^^^ warning normalise-mixed: C is scored 0 to 300 (sum), beside A, B (0 to 100 (min-max)) under level 1: the spread decides, not the weight
`,
    { codes: ['normalise-mixed'] },
  );
  expectFindings(
    `indicatorSystem: 1
defaults: {normalise: min-max}
indicators:
  - {id: a, name: A}
  - {id: b, name: B}
  - {id: c, name: C, aggregate: copeland, indicators: [{id: c1}, {id: c2}]}
                                ^^^^^^^^ warning normalise-mixed: C is scored as units beaten less those that beat it (copeland), beside A, B (0 to 100 (min-max)) under level 1: the spread decides, not the weight
`,
    { codes: ['normalise-mixed'] },
  );
  expectFindings(
    `indicatorSystem: 1
defaults: {normalise: min-max}
indicators:
  - {id: a, name: A}
  - {id: b, name: B, aggregate: product, indicators: [{id: b1}, {id: b2}]}
  - id: c
    name: C
    aggregate: sum
    indicators: [{id: c1, checklist: {x: 40}}, {id: c2, checklist: {y: 60}}]
`,
    { codes: ['normalise-mixed'] },
  );
});

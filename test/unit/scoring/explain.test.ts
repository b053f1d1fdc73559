import { expect, test } from 'vitest';
import { explain } from '../../../server/src/scoring/explain/explain.ts';
import { scoreTexts } from '../../support/scoring.ts';

const definition = `
indicatorSystem: 1
id: demo
units: {id: code, name: name, groups: {kind: {column: kind}}}
data: [{path: demo.csv}]
indicators:
  - id: service
    name: 服务成熟度
    weight: 60
    indicators:
      - {id: online, weight: 70, normalise: {method: goalposts, lower: 20, upper: 80}}
      - {id: bad, weight: 30, direction: negative, normalise: {method: min-max}}
  - id: reply
    name: 答复
    weight: 40
    categories: {A: 100, B: 50}
adjustments:
  - {id: cases, kind: bonus, column: cases, points: 2, cap: 3}
ranking: {ties: dense, round: {decimals: 1}, within: [kind]}
tiers: [{name: 优秀, atLeast: 80}, {name: 良好, atLeast: 60}, {name: 其他}]
`;
const csv = `code,name,kind,online,bad,reply,cases
1,甲,省级,50,4,A,2
2,乙,省级,95,1,B,0
3,丙,市级,,3,B,1
`;

test('every number from the cell to the rank is shown', () => {
  const explanation = explain(scoreTexts(definition, csv), '甲')!;
  const text = explanation.steps.flatMap(({ number, title, lines }) =>
    lines.map(line => `${number} ${title['zh-CN']}: ${line['zh-CN']}`),
  );
  expect(text).toMatchInlineSnapshot(`
    [
      "1 online: demo.csv 第 2 行“online”列：“50”",
      "1 online: 0 + (100 − 0) × (50 − 20) / (80 − 20) = 50",
      "2 bad: demo.csv 第 2 行“bad”列：“4”",
      "2 bad: 0 + (100 − 0) × (4 − 4) / (4 − 1) = 0",
      "3 服务成熟度: 70% × 50 + 30% × 0 = 35",
      "4 答复: demo.csv 第 2 行“reply”列：“A”",
      "4 答复: A → 100",
      "5 总指数: 60% × 35 + 40% × 100 = 61",
      "6 cases: min(2 × 2, 3)",
      "6 cases: 61 + 3 = 64",
      "7 舍入: 64 → 64（四舍五入，1 位小数）",
      "8 位次: 第 2 位，共 3 个；前面有 1 个",
      "8 位次: 省级内：第 2 位",
      "9 档次: 良好：64 ≥ 60",
      "9 档次: 距优秀的分数线还差 16",
      "9 档次: 其他不变时，“online”50 → 87.98，或“bad”0 → 88.62，即可达到",
      "10 前一位: 乙 80 − 64 = 16",
      "10 前一位: 其他不变时，“online”50 → 87.98，或“bad”0 → 88.62，即可达到",
    ]
  `);
});

test('what is missing is left out and the shares that were used are shown', () => {
  const explanation = explain(scoreTexts(definition, csv), '3')!;
  const lines = explanation.steps.flatMap(step => step.lines.map(({ en }) => en));
  expect(lines).toMatchInlineSnapshot(`
    [
      "demo.csv, line 4, column “online”: “”",
      "the value is missing",
      "demo.csv, line 4, column “bad”: “3”",
      "0 + (100 − 0) × (4 − 3) / (4 − 1) = 33.333333",
      "without online; the other weights are rescaled",
      "100% × 33.333333 = 33.333333",
      "demo.csv, line 4, column “reply”: “B”",
      "B → 50",
      "60% × 33.333333 + 40% × 50 = 40",
      "min(1 × 2, 3)",
      "40 + 2 = 42",
      "42 → 42 (half up, decimals: 1)",
      "3 of 3; 2 above",
      "within 市级: 1",
      "其他: 42",
      "18 below the bound of 良好",
      "reached with bad 33.333333 → 63.25, or 答复 50 → 94.88, all else equal",
      "甲 64 − 42 = 22",
      "reached with bad 33.333333 → 69.92, all else equal",
    ]
  `);
});

test('whether the condition of a bonus is met is told, with the total that it was tested on', () => {
  const conditional = definition.replace('cap: 3', 'cap: 3, when: {score: {above: 61}}');
  const step = (csvText: string) => {
    const { steps } = explain(scoreTexts(conditional, csvText), '甲')!;
    return steps.find(({ subject }) => subject === 'cases')!.lines.map(({ en }) => en);
  };
  expect(step(csv)).toEqual(['nothing is added: not 61 > 61', '61 + 0 = 61']);
  expect(step(csv.replace('1,甲,省级,50', '1,甲,省级,65'))).toEqual([
    'min(2 × 2, 3), since the total is 71.5 > 61',
    '71.5 + 3 = 74.5',
  ]);
});

test('the line of a cell is that of the file, whatever is skipped before it', () => {
  const { steps } = explain(scoreTexts(definition, csv.replace('\n', '\r\n\r\n,,,,\r\n')), '甲')!;
  expect(steps[0]?.cells[0]).toMatchObject({ row: 0, line: 4, text: '50' });
});

test('there is nothing to explain of a unit that is not there', () => {
  expect(explain(scoreTexts(definition, csv), '丁')).toBeUndefined();
});

test('what is said to close the gap closes it, and a step less does not', () => {
  const text = (aggregate: string) => `
indicatorSystem: 1
id: demo
units: {id: code, name: name}
data: [{path: demo.csv}]
defaults: {normalise: {method: none}}
aggregate: ${aggregate}
indicators:
  - {id: a, weight: 20}
  - id: g
    weight: 80
    aggregate: ${aggregate}
    indicators: [{id: b, weight: 30}, {id: c, weight: 70}]
ranking: {round: {decimals: 1}}
`;
  const table = (second: Readonly<Record<string, number>>) =>
    `code,name,a,b,c\n1,甲,70,80,60\n2,乙,${second.a},${second.b},${second.c}\n`;
  const own = { a: 65, b: 75, c: 58.5 };
  const totals = (aggregate: string, values: Readonly<Record<string, number>>) =>
    scoreTexts(text(aggregate), table(values)).ranking.rounded;
  for (const aggregate of ['arithmetic', 'geometric', 'harmonic', '{power: 2}']) {
    const explanation = explain(scoreTexts(text(aggregate), table(own)), '乙')!;
    const line = explanation.steps.at(-1)!.lines.at(-1)!.en;
    const ways = [...line.matchAll(/(?<id>[abc]) \S+ → (?<score>[\d.]+)/g)].map(({ groups }) => groups!);
    expect(ways.map(({ id }) => id)).toContain('c');
    for (const { id, score } of ways) {
      const [goal, reached] = totals(aggregate, { ...own, [id!]: Number(score) });
      expect(reached).toBeGreaterThanOrEqual(goal!);
      const [, lacking] = totals(aggregate, { ...own, [id!]: Number(score) - 0.01 });
      expect(lacking).toBeLessThan(goal!);
    }
  }
  const far = explain(scoreTexts(text('arithmetic'), table({ a: 1, b: 1, c: 1 })), '乙')!;
  expect(far.steps.at(-1)!.lines.at(-1)!.en).toBe('no single indicator is enough; the most is +55.44, with c at 100');
});

test.each([
  ['a bonus for those who have enough', 'kind: bonus, points: 5, when: {score: {atLeast: 80}}', 0],
  ['a deduction down to a floor', 'kind: deduction, points: 5, floor: 50', 0],
  ['a bonus whatever the score', 'kind: bonus, points: 5', 1],
])('no way to close the gap is said where adjustments follow the score: %s', (_, adjustment, nWays) => {
  const text = `
indicatorSystem: 1
id: demo
units: {id: code, name: name}
data: [{path: demo.csv}]
defaults: {normalise: {method: none}}
indicators: [{id: a, weight: 50}, {id: b, weight: 50}]
adjustments: [{id: extra, column: x, ${adjustment}}]
ranking: {round: {decimals: 1}}
`;
  const scoring = scoreTexts(text, 'code,name,a,b,x\n1,甲,90,90,1\n2,乙,80,80,1\n');
  const lines = explain(scoring, '乙')!.steps.at(-1)!.lines;
  expect(scoring.ranking.ranks.every(rank => rank > 0)).toBe(true);
  expect(lines.filter(({ en }) => en.includes('→')).length).toBe(nWays);
});

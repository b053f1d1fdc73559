import { describe, expect, test } from 'vitest';
import { explain } from '../../../server/src/scoring/explain/explain.ts';
import { reportOf } from '../../../server/src/scoring/report/report.ts';
import { scoreTexts } from '../../support/scoring.ts';

const csv = `id,kind,a,b,c,people,grade
u,K,10,1,5,2,是
v,K,30,,7,4,否
w,L,,3,9,0,是
x,L,50,5,,5,否
`;

function scored(indicators: string, head = '') {
  const definition = `indicatorSystem: 1
units: {groups: {kind: {column: kind}}}
data: [{path: demo.csv}]
${head}
indicators:
${indicators}`;
  const scoring = scoreTexts(definition, csv);
  const report = reportOf(scoring, { locale: 'en', findings: [] });
  const scoresOf = (id: string) =>
    ['u', 'v', 'w', 'x'].map(unit => report.units.find(each => each.id === unit)!.scores[id]);
  const linesOf = (unit: string, id: string) =>
    explain(scoring, unit)!.steps.find(({ subject }) => subject === id)!.lines;
  return { report, scoresOf, linesOf };
}

const raw = '{method: scaled, lower: 0, upper: 100}';

describe('denominators', () => {
  test('per so many, with the arithmetic; a denominator of 0 is a reason', () => {
    const { report, scoresOf, linesOf } = scored(`  - {id: b, denominator: people, factor: 10, normalise: ${raw}}`);
    expect(scoresOf('b')).toEqual([5, null, null, 10]);
    expect(report.units.find(({ id }) => id === 'w')!.reasons.b).toBe('denominator-zero');
    expect(linesOf('u', 'b').map(({ en }) => en)).toEqual([
      'demo.csv, line 2, column “b”: “1”',
      'demo.csv, line 2, column “people”: “2”',
      'divided by the denominator: 1 / (2 / 10) = 5',
      '0 + (100 − 0) × (5 − 0) / (100 − 0) = 5',
    ]);
  });

  test('a column that is not there', () => {
    const { report } = scored(`  - {id: b, denominator: nobody, normalise: ${raw}}`);
    expect(report.unscored[0]).toMatchObject({ code: 'column-not-found', message: 'the data have no column “nobody”' });
  });
});

describe('imputation', () => {
  test('inherited, by group, listed and explained; `none` keeps a leaf as it is', () => {
    const { report, scoresOf, linesOf } = scored(
      `  - {id: a}\n  - {id: b}\n  - {id: c, impute: none}`,
      `defaults: {normalise: ${raw}, impute: {method: mean, by: kind}}`,
    );
    expect(scoresOf('a')).toEqual([10, 30, 50, 50]);
    expect(scoresOf('c')).toEqual([5, 7, 9, null]);
    expect(report.units.find(({ id }) => id === 'w')!.imputed).toEqual({ a: 50 });
    expect(report.units.find(({ id }) => id === 'w')!.missing).toEqual(['a']);
    expect(linesOf('w', 'a')[1]).toEqual({
      en: 'the value is missing; imputed: mean of the group L (n = 1) = 50',
      'zh-CN': '数据缺失；插补：“L”组的均值（n = 1） = 50',
    });
  });

  test('across siblings, or those under an indicator of a level, on min–max or as they are', () => {
    const tree = (across: string) => `  - id: one
    indicators:
      - {id: a, impute: {method: mean, across: ${across}}}
      - {id: b}
  - {id: c}`;
    const head = `defaults: {normalise: ${raw}}`;
    // b of w is half of the way from 1 to 5: so is 30 from 10 to 50.
    expect(scored(tree('siblings'), head).scoresOf('a')).toEqual([10, 30, 30, 50]);
    expect(scored(tree('{level: 1}'), head).scoresOf('a')).toEqual([10, 30, 30, 50]);
    // c of w is at the end.
    expect(scored(tree('all'), head).scoresOf('a')).toEqual([10, 30, 40, 50]);
    expect(scored(tree('all, on: values'), head).scoresOf('a')).toEqual([10, 30, 6, 50]);
  });

  test.each([
    ['{method: latest}', 'no-periods', 'latest'],
    ['{method: constant}', 'no-periods', 'constant'],
    ['{method: guess}', 'method-unknown', 'guess'],
    ['{method: mean, by: nobody}', 'group-not-found', 'nobody'],
    ['{method: mean, value: 3}', 'imputation-parameter', 'value'],
    ['{method: mean, across: siblings, by: kind}', 'imputation-parameter', 'by'],
    ['{method: mean, on: values}', 'imputation-parameter', 'on'],
  ])('%s gives no score and says why: %s', (impute, code, detail) => {
    const { report } = scored(`  - {id: a, normalise: ${raw}, impute: ${impute}}`);
    expect(report.unscored[0]?.code).toBe(code);
    expect(report.unscored[0]?.message).toContain(detail);
  });
});

describe('treatment', () => {
  test.each([
    ['{winsorise: {max: 1}, then: box-cox}', 'lambda'],
    ['{combine: true}', 'winsorise'],
  ])('%s gives no score: %s is missing', (treat, detail) => {
    const { report } = scored(`  - {id: a, normalise: ${raw}, treat: ${treat}}`);
    expect(report.unscored[0]).toMatchObject({ code: 'method-parameter' });
    expect(report.unscored[0]?.message).toContain(detail);
  });

  test('from defaults it is for measured values, not for grades, and `none` keeps a leaf from it', () => {
    const { report } = scored(
      `  - {id: a}\n  - {id: b, treat: none}\n  - {id: grade, categories: {是: 100, 否: 0}}`,
      `defaults: {normalise: ${raw}, treat: {winsorise: {max: 1}}}`,
    );
    expect(report.indicators.map(({ treatment }) => treatment !== null)).toEqual([true, false, false]);
  });

  test('what was moved is listed, and explained with skew and kurtosis', () => {
    const many = `id,a\n${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100].map((value, row) => `u${row},${value}`).join('\n')}\n`;
    const definition = (treat: string) =>
      `indicatorSystem: 1\ndata: [{path: demo.csv}]\nindicators:\n  - {id: a, normalise: min-max, treat: ${treat}}\n`;
    const scoring = scoreTexts(definition('{winsorise: {max: 5}}'), many);
    const [indicator] = reportOf(scoring, { locale: 'en', findings: [] }).indicators;
    expect(indicator!.treatment!.moved).toEqual([{ unit: 'u10', from: 100, to: 10 }]);
    expect(explain(scoring, 'u10')!.steps[0]!.lines[1]!.en).toMatch(
      /^winsorised \(skew 3\.\d+; kurtosis 10\.\d+\): 100 → 10$/,
    );
    const logged = scoreTexts(definition('{winsorise: {max: 0}, then: log-shift}'), many);
    expect(explain(logged, 'u10')!.steps[0]!.lines[1]!.en).toMatch(/: ln\(100 − 1 \+ 1\) = 4\.60517$/);
  });
});

describe('pipeline', () => {
  test.each([
    ['[impute, tidy, normalise]', 'pipeline-step'],
    ['[impute, impute, normalise]', 'pipeline-step'],
    ['[normalise, impute]', 'pipeline-end'],
    ['[denominate, normalise]', 'pipeline-lacks'],
  ])('%s: no totals, %s', (pipeline, code) => {
    const { report } = scored(`  - {id: a, normalise: ${raw}, impute: {method: mean}}`, `pipeline: ${pipeline}`);
    expect(report.unscored.map(each => each.code)).toEqual([code]);
    expect(report.units.every(({ score }) => score === null)).toBe(true);
  });

  test('imputing before denominating fills the raw value', () => {
    const leaf = `  - {id: c, denominator: people, normalise: ${raw}, impute: {method: mean}}`;
    expect(scored(leaf).scoresOf('c')).toEqual([2.5, 1.75, null, 2.125]);
    expect(scored(leaf, 'pipeline: [impute, denominate, treat, normalise]').scoresOf('c')).toEqual([
      2.5,
      1.75,
      null,
      1.4,
    ]);
  });
});

test('eligible: the share of values other than 0', () => {
  const { report } = scored(
    `  - {id: a}\n  - {id: people}`,
    `defaults: {normalise: ${raw}}\nranking: {eligible: {minNonZero: 0.6}}`,
  );
  expect(report.units.filter(({ eligible }) => !eligible).map(({ id }) => id)).toEqual(['w']);
});

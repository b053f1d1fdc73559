/** Methods as they are written in a definition: who is learned from, what is given, what is done to aggregates. */
import { describe, expect, test } from 'vitest';
import { explain } from '../../../server/src/scoring/explain/explain.ts';
import { reportOf } from '../../../server/src/scoring/report/report.ts';
import { findingsOf } from '../../support/memory.ts';
import { scoreTexts } from '../../support/scoring.ts';

const head = `indicatorSystem: 1
id: demo
units: {id: code, groups: {kind: {column: kind, values: [P, C]}}}
data: [{path: demo.csv, notApplicable: [/]}]
`;
const csv = `code,kind,a,b,c
u,P,10,4,1
v,P,20,,2
w,C,30,8,4
x,C,60,2,/
`;

describe('normalisations', () => {
  test.each([
    ['min-max', [0, 20, 40, 100]],
    ['{method: min-max, over: {kind: C}}', [-200 / 3, -100 / 3, 0, 100]],
    ['{method: min-max, over: eligible}', [-200 / 3, -100 / 3, 0, 100], 'ranking: {eligible: {where: {kind: C}}}'],
    ['{method: min-max, parameters: {min: 0, max: 40}}', [25, 50, 75, 150]],
    ['{method: min-max, parameters: {min: 0}}', [50 / 3, 100 / 3, 50, 100]],
    ['{method: min-max, range: [1, 10]}', [1, 2.8, 4.6, 10]],
    ['z-score', [-0.926, -0.463, 0, 1.389]],
    ['{method: z-score, mean: 50, sd: 10, parameters: {mean: 30, sd: 10}}', [30, 40, 50, 80]],
    ['{method: scaled, lower: 0, upper: 50}', [20, 40, 60, 120]],
    ['{method: goalposts, lower: 0, upper: 50}', [20, 40, 60, 100]],
    ['borda', [0, 1, 2, 3]],
    ['{method: rank, over: {kind: P}}', [1, 2, 3, 3]],
    ['percentile-rank', [0, 100 / 3, 200 / 3, 100]],
    ['{method: percentile-rank, parameters: {values: [60, 10, 30, 30, 5]}}', [25, 50, 50, 100]],
    ['fraction-of-max', [50 / 3, 100 / 3, 50, 100]],
    ['distance-to-max', [0, 20, 40, 100]],
    ['{method: distance-to-reference, unit: w}', [0, 50, 100, 250]],
    ['{method: distance-to-reference, unit: w, cap: true}', [0, 50, 100, 100]],
    ['{method: distance-to-reference, unit: w, cap: 1.5, parameters: {reference: 60}}', [0, 20, 40, 100]],
    ['{method: distance-to-target, target: 50}', [0, 25, 50, 125]],
    ['{method: distance-to-target, target: 50, cap: 1}', [0, 25, 50, 100]],
    ['{method: distance-to-target, target: 50, cap: false}', [0, 25, 50, 125]],
  ])('%s', (normalise, expected, more = '') => {
    const definition = `${head}indicators: [{id: a, normalise: ${normalise}}]\n${more}`;
    expect(scoresOf(definition, 'a')).toEqual(expected.map(score => expect.closeTo(score, 3)));
    expect(errorsIn(definition)).toEqual([]);
  });

  test('of a negative indicator', () => {
    const scores = (normalise: string) =>
      scoresOf(`${head}indicators: [{id: a, direction: negative, normalise: ${normalise}}]`, 'a');
    expect(scores('fraction-of-max')).toEqual([100, 50, expect.closeTo(100 / 3), expect.closeTo(100 / 6)]);
    expect(scores('{method: distance-to-target, target: 20}')).toEqual([125, 100, 75, 0]);
    expect(scores('{method: distance-to-reference, unit: v}')).toEqual([125, 100, 75, 0]);
    expect(scores('{method: scaled, lower: 0, upper: 50}')).toEqual([80, 60, 40, -20]);
    expect(scores('percentile-rank')).toEqual([100, expect.closeTo(200 / 3), expect.closeTo(100 / 3), 0]);
  });
});

describe('aggregations', () => {
  const leaves = 'indicators: [{id: a, normalise: none}, {id: c, normalise: none}]';

  test.each([
    ['harmonic', [2 / (1 / 10 + 1), 2 / (1 / 20 + 1 / 2), 2 / (1 / 30 + 1 / 4), 60]],
    ['{power: 2}', [Math.sqrt(50.5), Math.sqrt(202), Math.sqrt(458), 60]],
    ['{power: 0}', [Math.sqrt(10), Math.sqrt(40), Math.sqrt(120), 60]],
    ['median', [5.5, 11, 17, 60]],
    ['copeland', [-3, -1, 1, 3]],
  ])('%s', (method, expected) => {
    const definition = `${head}aggregate: ${method}\n${leaves}`;
    expect(scoresOf(definition)).toEqual(expected.map(score => expect.closeTo(score, 9)));
    expect(errorsIn(definition)).toEqual([]);
  });

  test.each([
    ['rescale', 60],
    ['full', (60 + 100) / 2],
  ])('not applicable: %s', (policy, x) => {
    expect(scoresOf(`${head}notApplicable: ${policy}\n${leaves}`)).toEqual([5.5, 11, 17, x]);
  });

  test('not applicable, spread: the weight goes to the whole level, and the explanation shows the shares', () => {
    const definition = `${head}defaults: {normalise: none, notApplicable: spread}
indicators:
  - {id: p, weight: 50, indicators: [{id: a, weight: 80}, {id: c, weight: 20}]}
  - {id: q, weight: 50, indicators: [{id: b, weight: 100}]}
`;
    // a has 40 % of the index, b 50 %; without c they are 4/9 and 5/9.
    expect(scoresOf(definition)[3]).toBeCloseTo((60 * 40 + 2 * 50) / 90, 12);
    expect(linesOf(definition, 'x').at(-2)).toMatch(/^44\.444444% × 60 \+ 55\.555556% × 2 = 27\.777778$/);
    expect(errorsIn(definition)).toEqual([]);
  });
});

describe('an aggregate’s own scores', () => {
  const inner = (more: string) => `${head}defaults: {normalise: none}
indicators:
  - {id: p, indicators: [{id: a}], ${more}}
  - {id: q, indicators: [{id: c}]}
`;

  test.each([
    ['z-score', [-0.926, -0.463, 0, 1.389]],
    ['min-max', [0, 20, 40, 100]],
    ['normal-cdf', [100, 100, 100, 100]],
  ])('standardised: %s', (method, expected) => {
    const definition = inner(`standardise: ${method}`);
    expect(scoresOf(definition, 'p')).toEqual(expected.map(score => expect.closeTo(score, 3)));
    expect(errorsIn(definition)).toEqual([]);
  });

  test('the explanation shows the score before and after', () => {
    expect(linesOf(inner('standardise: min-max'), 'v')).toContain(
      'standardised: 0 + (100 − 0) × (20 − 10) / (60 − 10) = 20',
    );
  });

  test('100·Φ of a mean of z-scores', () => {
    const definition = `${head}defaults: {normalise: z-score}\nstandardise: normal-cdf\nindicators: [{id: a}]\n`;
    const scores = scoresOf(definition);
    expect(scores[2]).toBe(50);
    expect(scores[3]).toBeCloseTo(91.755, 2);
    expect(errorsIn(definition)).toEqual([]);
  });

  test('missing ones are filled by the mean of the group, over units that may be ranked', () => {
    const definition = `${head}defaults: {normalise: none}
ranking: {eligible: {minShare: 0.5}}
indicators:
  - {id: p, indicators: [{id: a}]}
  - {id: q, impute: {method: mean, by: kind, over: eligible}, indicators: [{id: b}, {id: d}]}
`;
    // v has no b and no d; y has b alone of three and may not be ranked, so that its 100 does not count.
    const data = 'code,kind,a,b,d\nu,P,10,4,6\nv,P,20,,\nw,C,30,8,8\ny,P,,100,\n';
    const scoring = scoreTexts(definition, data);
    const report = reportOf(scoring, { locale: 'en', findings: [] });
    const unit = (id: string) => report.units.find(each => each.id === id)!;
    expect(unit('y').eligible).toBe(false);
    expect(unit('v').scores).toMatchObject({ p: 20, q: 5, b: null, d: null });
    expect(unit('v').score).toBe(12.5);
    const lines = explain(scoring, 'v')!.steps.flatMap(step => step.lines.map(line => line.en));
    expect(lines).toContain('no indicator below has a score; filled with the mean of its group: 5');
    expect(errorsIn(definition, data)).toEqual([]);
  });

  test('a method that cannot fill an aggregate is said where it stands', () => {
    const definition = `${head}defaults: {normalise: none}
indicators: [{id: p, impute: {method: linear}, indicators: [{id: a}]}, {id: c}]
`;
    expect(errorsIn(definition)).toEqual(['not-scored']);
  });
});

test('the arithmetic of every method can be redone by hand', () => {
  const line = (normalise: string) =>
    linesOf(`${head}indicators: [{id: a, normalise: ${normalise}}]`, 'x').find(each => each.includes(' = '));
  expect(line('{method: distance-to-target, target: 50, cap: 1}')).toBe(
    '0 + (100 − 0) × (60 − 10) / (50 − 10) = 125 → 100',
  );
  expect(line('{method: distance-to-reference, unit: w}')).toBe('0 + (100 − 0) × (60 − 10) / (30 − 10) = 250');
  expect(line('fraction-of-max')).toBe('0 + (100 − 0) × 60 / 60 = 100');
  expect(line('percentile-rank')).toBe('percentile-rank(60) = 100 (lowest, n = 4)');
  expect(line('{method: scaled, lower: 0, upper: 50}')).toBe('0 + (100 − 0) × (60 − 0) / (50 − 0) = 120');
});

/** In the order of the data. */
function scoresOf(definition: string, indicator?: string) {
  const { units } = reportOf(scoreTexts(definition, csv), { locale: 'en', findings: [] });
  const inOrder = units.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return inOrder.map(({ scores, unrounded }) => (indicator === undefined ? unrounded : scores[indicator]));
}

function linesOf(definition: string, unit: string): readonly string[] {
  return explain(scoreTexts(definition, csv), unit)!.steps.flatMap(({ lines }) => lines.map(({ en }) => en));
}

function errorsIn(definition: string, data = csv): readonly string[] {
  const named = definition.replace(/\{id: (\w)\b/g, '{id: $1, name: $1');
  const findings = findingsOf({ 'demo.indicators.yaml': named, 'demo.csv': data });
  return findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

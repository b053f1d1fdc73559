import { expect, test } from 'vitest';
import { reportOf } from '../../../server/src/scoring/report/report.ts';
import { scoreTexts } from '../../support/scoring.ts';

function report(definition: string, ...csvs: readonly (string | undefined)[]) {
  return reportOf(scoreTexts(`units: {id: code, name: name, groups: {kind: {column: kind}}}\n${definition}`, ...csvs), {
    locale: 'en',
    findings: [],
  });
}

const totals = (result: ReturnType<typeof report>) =>
  Object.fromEntries(result.units.map(({ id, score }) => [id, score]));
const codes = (result: ReturnType<typeof report>) => result.unscored.map(({ indicator, code }) => [indicator, code]);

test('percent: categories, steps and checklists without a method are scores; shares of 101 are rescaled', () => {
  const result = report(
    `data: [{path: a.csv}]
indicators:
  - {id: g, weight: 50, categories: {A: 100, B: 50}}
  - {id: s, weight: 30, steps: [{atLeast: 95, value: 100}, {atLeast: 80, value: 60}, {value: 0}]}
  - {id: c, weight: 21, checklist: {p: 30, q: 70}}
`,
    'code,name,kind,g,s,p,q\na,,,A,95,是,否\nb,,,B,94.9,是,是\nc,,,A,10,否,否\n',
  );
  expect(result.units.map(({ id, scores }) => [id, scores])).toEqual([
    ['a', { g: 100, s: 100, c: 30 }],
    ['b', { g: 50, s: 60, c: 100 }],
    ['c', { g: 100, s: 0, c: 0 }],
  ]);
  expect(result.units.map(({ unrounded }) => unrounded)).toEqual([8630 / 101, 6400 / 101, 5000 / 101]);
});

test('points: a score earns its share of the points; a bonus in the tree adds up to its cap', () => {
  const result = report(
    `data: [{path: a.csv}]
weights: points
fullMark: 110
defaults: {normalise: none}
indicators:
  - {id: a, weight: 40}
  - {id: b, weight: 60}
  - {id: extra, bonus: {cap: 10, when: {score: {atLeast: 62}}}}
`,
    'code,name,kind,a,b,extra\nx,,,80,50,50\ny,,,80,40,50\n',
  );
  expect(result.units.map(({ id, score, adjustments }) => [id, score, adjustments])).toEqual([
    ['x', 67, [{ id: 'extra', points: 5 }]],
    ['y', 56, []],
  ]);
});

test('points: the sum of the points is that of the points earned, not of the scores; what is missing earns nothing', () => {
  const result = report(
    `aggregate: sum
weights: points
data: [{path: a.csv}]
defaults: {normalise: none}
indicators: [{id: a, weight: 60}, {id: b, weight: 40}]`,
    'code,name,kind,a,b\nx,,,50,100\ny,,,,50\nz,,,,\n',
  );
  expect(totals(result)).toEqual({ x: 70, y: 20, z: null });
});

test('points: where all is missing and counts zero the sum is 0, and its points go to nobody', () => {
  const result = report(
    `weights: points
data: [{path: a.csv}]
defaults: {normalise: none}
indicators:
  - {id: none, weight: 40, aggregate: sum, missing: zero, indicators: [{id: a, weight: 10}, {id: b, weight: 30}]}
  - {id: c, weight: 60}`,
    'code,name,kind,a,b,c\nx,,,,,50\n',
  );
  expect(totals(result)).toEqual({ x: 30 });
});

test('adjustments are told in whole points, without the dust of binary arithmetic', () => {
  const result = report(
    `data: [{path: a.csv}]
defaults: {normalise: none}
indicators: [{id: a}]
adjustments: [{id: plus, kind: bonus, column: b, points: 0.1, cap: 1}, {id: minus, kind: deduction, column: b, floor: 0}]`,
    'code,name,kind,a,b\nx,,,84.3,3\n',
  );
  expect(result.units[0]?.adjustments).toEqual([
    { id: 'plus', points: 0.3 },
    { id: 'minus', points: -3 },
  ]);
});

test('a token declared as not applicable is that, though it is usual for missing values', () => {
  const result = report(
    'data: [{path: a.csv, notApplicable: ["-", /]}]\ndefaults: {normalise: none}\nindicators: [{id: a}, {id: b}, {id: c}]',
    'code,name,kind,a,b,c\nx,,,80,-,/\n',
  );
  expect(result.units[0]).toMatchObject({ score: 80, missing: [], notApplicable: ['b', 'c'] });
});

test('a leaf without a score is named, whatever the reason', () => {
  const result = report(
    'data: [{path: a.csv}]\nindicators: [{id: a, denominator: b, normalise: none}, {id: c, normalise: fraction-of-max}]',
    'code,name,kind,a,b,c\nx,,,80,0,-1\n',
  );
  expect(result.units[0]).toMatchObject({
    score: null,
    missing: ['a', 'c'],
    reasons: { a: 'denominator-zero', c: 'non-positive' },
  });
});

test('points on another scale: the index is still the sum of the points', () => {
  const result = report(
    'scale: [0, 1]\nweights: points\ndata: [{path: a.csv}]\ndefaults: {normalise: none}\nindicators: [{id: a, weight: 30}, {id: b, weight: 20}]',
    'code,name,kind,a,b\nx,,,0.5,1\n',
  );
  expect(totals(result)).toEqual({ x: 35 });
});

test('weights by group: each unit by its own; a unit in none of the groups has no total, and says why', () => {
  const result = report(
    `weightsBy: kind
data: [{path: a.csv}]
defaults: {normalise: none}
indicators: [{id: a, weight: {P: 60, C: 50}}, {id: b, weight: {P: 40, C: 50}}]`,
    'code,name,kind,a,b\nx,,P,100,0\ny,,C,100,0\nz,,,100,0\n',
  );
  expect(totals(result)).toEqual({ x: 60, y: 50, z: null });
  expect(result.units.find(({ id }) => id === 'z')?.reasons).toEqual({ '': 'no-weight-group' });
});

test('missing values: excluded, zero, fail, a score that stands in; by leaf, by aggregate, by default', () => {
  const score = (text: string) => totals(report(`data: [{path: a.csv}]\n${text}`, 'code,name,kind,a,b\nx,,,80,\n')).x;
  const children = (leaf = '') => `indicators: [{id: a, normalise: none}, {id: b, normalise: none${leaf}}]`;
  expect(score(children())).toBe(80);
  expect(score(`missing: zero\n${children()}`)).toBe(40);
  expect(score(`missing: fail\n${children()}`)).toBe(null);
  expect(score(`defaults: {missing: zero}\n${children()}`)).toBe(40);
  expect(score(`missing: {value: 50}\n${children()}`)).toBe(65);
  expect(score(`defaults: {missing: {value: 50}}\n${children()}`)).toBe(65);
  expect(score(`missing: zero\n${children(', missing: exclude')}`)).toBe(80);
  expect(score(`missing: zero\n${children(', missing: {value: 60}')}`)).toBe(70);
  expect(score(`minShare: 0.6\n${children()}`)).toBe(null);
  expect(score(`minShare: 0.5\n${children()}`)).toBe(80);
});

test('what does not apply is not missing', () => {
  const result = report(
    'missing: fail\ndata: [{path: a.csv}]\ndefaults: {normalise: none}\nindicators: [{id: a}, {id: b, appliesTo: {kind: P}}]',
    'code,name,kind,a,b\nx,,P,80,\ny,,C,80,\n',
  );
  expect(result.units.map(({ id, score, missing, notApplicable }) => [id, score, missing, notApplicable])).toEqual([
    ['y', 80, [], ['b']],
    ['x', null, ['b'], []],
  ]);
});

test('what the engine cannot honour is not scored, nor is what stands above it; the rest is', () => {
  const result = report(
    `data: [{path: a.csv}]
indicators:
  - id: p
    indicators: [{id: a, normalise: none}, {id: b, normalise: tea-leaves}]
  - id: q
    indicators: [{id: c, column: a, normalise: none}]
`,
    'code,name,kind,a,b\nx,,,80,1\n',
  );
  expect(codes(result)).toEqual([
    ['b', 'method-unknown'],
    ['p', 'child'],
    [null, 'child'],
  ]);
  expect(result.units[0]).toMatchObject({
    score: null,
    rank: null,
    tier: null,
    scores: { p: null, a: 80, b: null, q: 80 },
  });
});

test.each([
  ['{id: a}', 'no-method'],
  ['{id: a, normalise: {method: min-max, over: some}}', 'method-parameter'],
  ['{id: a, normalise: {method: min-max, over: {nowhere: x}}}', 'group-not-found'],
  ['{id: a, normalise: {method: min-max, parameters: frozen}}', 'not-frozen'],
  ['{id: a, normalise: {method: min-max, parameters: {mean: 5}}}', 'method-parameter'],
  ['{id: a, normalise: {method: min-max, parameters: {min: 5, max: 5}}}', 'method-parameter'],
  ['{id: a, normalise: {method: z-score, parameters: {sd: 0}}}', 'method-parameter'],
  ['{id: a, normalise: {method: rank, parameters: {values: 5}}}', 'method-parameter'],
  ['{id: a, normalise: {method: scaled, lower: 0, upper: 9, over: eligible}}', 'method-parameter'],
  ['{id: a, normalise: {method: distance-to-reference, unit: nobody}}', 'reference-not-found'],
  ['{id: a, normalise: {method: distance-to-target, target: 90, cap: -1}}', 'method-parameter'],
  ['{id: a, normalise: {method: goalposts, lower: 0}}', 'method-parameter'],
  ['{id: a, normalise: {method: goalposts, lower: 5, upper: 5}}', 'goalpost-order'],
  ['{id: a, normalise: {method: log-goalposts, lower: 0, upper: 5}}', 'method-parameter'],
  ['{id: a, normalise: none, direction: negative}', 'method-direction'],
  ['{id: a, steps: [{atLeast: x, value: 1}, {value: 0}]}', 'steps-unreadable'],
  ['{id: q, normalise: none}', 'column-not-found'],
  ['{id: a, normalise: none, appliesTo: {nowhere: x}}', 'group-not-found'],
  ['{id: a, aggregate: tea-leaves, indicators: [{id: b, normalise: none}]}', 'aggregate-unknown'],
  ['{id: a, aggregate: power, indicators: [{id: b, normalise: none}]}', 'aggregate-unknown'],
  ['{id: a, aggregate: {median: 2}, indicators: [{id: b, normalise: none}]}', 'aggregate-unknown'],
  ['{id: a, notApplicable: half, indicators: [{id: b, normalise: none}]}', 'not-applicable-policy'],
  ['{id: a, standardise: half, indicators: [{id: b, normalise: none}]}', 'method-unknown'],
  ['{id: a, impute: {method: linear}, indicators: [{id: b, normalise: none}]}', 'method-unknown'],
  ['{id: a, impute: {method: mean, by: x}, indicators: [{id: b, normalise: none}]}', 'group-not-found'],
  ['{id: a, weighting: {method: guess}, indicators: [{id: b, normalise: none}]}', 'weighting-unsupported'],
  ['{id: a, indicators: [{id: b, weight: 1, normalise: none}, {id: c, column: b, normalise: none}]}', 'weight-missing'],
  ['{id: a, indicators: []}', 'no-children'],
  ['{id: a, unpublished: true}', 'unpublished'],
])('no score for %s: %s', (leaf, code) => {
  const result = report(`data: [{path: a.csv}]\nindicators: [${leaf}]`, 'code,name,kind,a,b\nx,,,80,1\ny,,,70,2\n');
  expect(result.unscored[0]?.code).toBe(code);
  expect(totals(result)).toEqual({ x: null, y: null });
});

test.each([
  ['adjustments: [{id: v, kind: veto, column: a}]', 'adjustment-incomplete'],
  ['adjustments: [{id: v, kind: bonus, column: nowhere}]', 'adjustment-incomplete'],
  ['ranking: {round: {mode: half-up}}', 'rounding-unknown'],
  ['ranking: {round: {decimals: 1, mode: up}}', 'rounding-unknown'],
])('no total for %s', (line, code) => {
  const result = report(
    `data: [{path: a.csv}]\nindicators: [{id: a, normalise: none}]\n${line}`,
    'code,name,kind,a\nx,,,80\n',
  );
  expect(codes(result)).toEqual([[null, code]]);
  expect(result.units[0]).toMatchObject({ score: null, unrounded: null, rank: null });
});

test('totals but no ranks where the ranking cannot be read', () => {
  const result = report(
    'data: [{path: a.csv}]\nindicators: [{id: a, normalise: none}]\nranking: {ties: shared}',
    'code,name,kind,a\nx,,,80\n',
  );
  expect(codes(result)).toEqual([[null, 'ranking-unknown']]);
  expect(result.units[0]).toMatchObject({ score: 80, rank: null });
});

test('without data there are units of none, and every leaf says that its data are not available', () => {
  const result = report('data: [{path: a.csv}]\nindicators: [{id: a, normalise: none}]', undefined);
  expect(result.units).toEqual([]);
  expect(codes(result)).toEqual([
    ['a', 'data-not-available'],
    [null, 'child'],
  ]);
});

test('ranks: ties in name order by code point, within groups, eligibility; usual ties are 1, 2, 2, 4', () => {
  const result = report(
    `data: [{path: a.csv}]
indicators: [{id: a, normalise: none}]
ranking: {tieOrder: name, within: [kind], round: {decimals: 1}, eligible: {where: {column: in, equals: yes}}}`,
    'code,name,kind,a,in\n1,b,P,80.04,yes\n2,a,C,80,yes\n3,c,P,90,yes\n4,d,P,95,no\n5,e,C,70,yes\n',
  );
  expect(result.units.map(({ id, rank, rankWithin, eligible }) => [id, rank, rankWithin, eligible])).toEqual([
    ['3', 1, { kind: 1 }, true],
    ['2', 2, { kind: 1 }, true],
    ['1', 2, { kind: 2 }, true],
    ['5', 4, { kind: 2 }, true],
    ['4', null, {}, false],
  ]);
});

test('a bound or a weight that YAML writes in another way is the number it is', () => {
  const result = report(
    `data: [{path: a.csv}]
indicators: [{id: a, weight: 0x32, normalise: none}, {id: b, weight: 50, normalise: none}]
tiers: [{name: good, atLeast: 0x1E}, {name: rest}]`,
    'code,name,kind,a,b\nx,x,,40,20\ny,y,,10,20\n',
  );
  expect(result.units.map(({ id, score, tier }) => [id, score, tier])).toEqual([
    ['x', 30, 'good'],
    ['y', 15, 'rest'],
  ]);
});

test('units by name in and out of the ranking, whatever shares they have and conditions say', () => {
  const result = report(
    `data: [{path: a.csv}]
indicators: [{id: a, normalise: none}, {id: b, normalise: none}]
ranking: {eligible: {minShare: 1, where: {column: in, equals: yes}, include: [b, 3], exclude: [3, e]}}`,
    'code,name,kind,a,b,in\n1,a,,80,10,yes\n2,b,,60,,no\n3,c,,95,70,yes\n4,d,,90,,yes\n5,e,,70,70,yes\n',
  );
  expect(result.units.map(({ id, rank, eligible }) => [id, rank, eligible])).toEqual([
    ['2', 1, true],
    ['1', 2, true],
    ['3', null, false],
    ['4', null, false],
    ['5', null, false],
  ]);
});

test('adjustments in order, a veto on the tier; tiers by open and closed bounds', () => {
  const result = report(
    `data: [{path: a.csv}]
indicators: [{id: a, normalise: none}]
adjustments:
  - {id: cases, kind: bonus, column: cases, points: 2, cap: 3, when: {score: {above: 80}}}
  - {id: leak, kind: deduction, column: leaks, points: 5}
  - {id: offline, kind: veto, column: offline, equals: 是, then: {tier: 不合格, score: 59}}
tiers: [{name: 优秀, above: 90}, {name: 合格, atLeast: 60}, {name: 不合格}]`,
    'code,name,kind,a,cases,leaks,offline\nx,,,88,5,0,否\ny,,,80,5,1,否\nz,,,99,0,0,是\nw,,,90,,,\n',
  );
  expect(result.units.map(({ id, score, tier, adjustments }) => [id, score, tier, adjustments])).toEqual([
    ['x', 91, '优秀', [{ id: 'cases', points: 3 }]],
    ['w', 90, '合格', []],
    ['y', 75, '合格', [{ id: 'leak', points: -5 }]],
    ['z', 59, '不合格', [{ id: 'offline', points: -40 }]],
  ]);
  expect(result.tiers.map(({ name, count }) => [name, count])).toEqual([
    ['优秀', 1],
    ['合格', 2],
    ['不合格', 1],
  ]);
});

test('tiers by quota inside each group', () => {
  const result = report(
    `data: [{path: a.csv}]
indicators: [{id: a, normalise: none}]
tiers: [{name: I, topShare: 50, within: kind}, {name: II}]`,
    'code,name,kind,a\n1,,P,9\n2,,P,8\n3,,C,2\n4,,C,1\n',
  );
  expect(result.tiers).toEqual([
    { name: 'I', count: 2, by: { kind: { P: 1, C: 1 } } },
    { name: 'II', count: 2, by: { kind: { P: 1, C: 1 } } },
  ]);
});

test('an indicator may be called what every object has', () => {
  const result = report(
    'data: [{path: a.csv}]\ndefaults: {normalise: none}\nindicators: [{id: constructor}, {id: __proto__}]\n',
    'code,name,kind,constructor,__proto__\nx,,,1,2\ny,,,,3\n',
  );
  expect(result.units.map(({ missing }) => missing)).toEqual([['constructor'], []]);
  expect(result.units.map(({ reasons }) => Object.entries(reasons))).toEqual([[['constructor', 'missing']], []]);
});

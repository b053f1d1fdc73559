import { expect, test } from 'vitest';
import { checkExpectations } from '../../../server/src/scoring/expectations.ts';
import { publish } from '../../../server/src/scoring/publications.ts';
import { reportOf } from '../../../server/src/scoring/report/report.ts';
import { scoreTexts } from '../../support/scoring.ts';

const definition = `
units:
  id: code
  name: name
  groups: {kind: {column: kind, values: [省级, 直辖市, 无]}}
data: [{path: a.csv}]
indicators: [{id: a, normalise: none}]
ranking: {ties: dense, round: {decimals: 1}}
tiers: [{name: {zh-CN: 优秀, en: Excellent}, atLeast: 85}, {name: 良好, atLeast: 60}, {name: 其他}]
`;
const csv = `code,name,kind,a,agency
1,甲,直辖市,90.04,是
2,乙,省级,90,是
3,丙,省级,85,否
4,丁,直辖市,70,
5,戊,省级,59.94,是
6,己,省级,,是
`;

function check(claim: string) {
  const [checked] = checkExpectations(scoreTexts(`${definition}expect: [${claim}]`, csv));
  return checked!;
}

test.each([
  ['{count: {tier: 优秀}, is: 3}', true],
  ['{count: {tier: Excellent}, is: 3}', true],
  ['{count: {tier: 优秀}, is: 4}', false],
  ['{count: {tier: {atLeast: 良好}}, is: 4}', true],
  ['{count: {tier: {atLeast: 良好}, kind: 省级}, is: 2}', true],
  ['{count: {kind: 无}, is: 0}', true],
  ['{count: {column: agency, equals: 是}, is: 4}', true],
  ['{share: {where: {kind: 省级, column: agency, equals: 是}}, is: 75, decimals: 1}', true],
  ['{share: {where: {column: agency, equals: 是}}, is: 66.7, decimals: 1}', true],
  ['{share: {where: {column: agency, equals: 是}}, is: 66.6, decimals: 1}', false],
  ['{share: {where: {column: agency, equals: 是}}, is: 66.67}', true],
  ['{share: {where: {column: agency, equals: 是}}, is: 66.7}', true],
  ['{share: {where: {column: agency, equals: 是}}, is: 66.70}', false],
  ['{change: {count: {tier: {atLeast: 良好}}}, from: 3, is: 33}', true],
  ['{share: {where: {kind: 直辖市, tier: 优秀}}, is: 50.00, decimals: 2}', true],
  ['{change: {count: {tier: {atLeast: 良好}}}, from: 3, is: 33.3, decimals: 1}', true],
  ['{rank: {unit: 丁, within: kind}, is: 2}', true],
  ['{rank: {unit: 3}, is: 2}', true],
  ['{rank: {unit: 己}, is: 5}', false],
  ['{score: {unit: 甲}, is: 90}', true],
  ['{score: {unit: 甲}, is: 90.04, decimals: 2}', true],
  ['{score: {unit: 甲, indicator: a}, is: 90.04}', true],
  ['{score: {unit: 己}, is: 0}', false],
  ['{count: {tier: 卓越}, is: 0}', undefined],
  ['{count: {kind: 县}, is: 0}', undefined],
  ['{count: {column: nowhere, equals: 是}, is: 0}', undefined],
  ['{rank: {unit: 庚}, is: 1}', undefined],
  ['{change: {count: {tier: 优秀}}, from: 0, is: 1}', undefined],
])('%s holds: %s', (claim, holds) => {
  expect(check(claim).holds).toBe(holds);
});

test('what is expected is told even where it cannot be checked', () => {
  const told = (claim: string) => reportOf(scoreTexts(`${definition}expect: [${claim}]`, csv), options).expect[0];
  const options = { locale: 'en', findings: [] } as const;
  expect(told('{count: {tier: 卓越}, is: 7}')).toMatchObject({ holds: null, expected: 7, actual: null });
  expect(told('{members: {tier: 卓越}, are: [甲]}')).toMatchObject({ holds: null, expected: ['甲'], actual: null });
});

test('members: what is missing, what is too much, where the list leaves the list order', () => {
  const checked = check('{members: {tier: 优秀}, are: [丙, 甲, 丁], order: units}');
  expect(checked).toMatchObject({ holds: false, missing: ['丁'], extra: ['2'], actual: ['1', '2', '3'] });
  expect(checked.orderBreaks).toEqual([{ before: '丙', after: '甲', position: 1 }]);
  expect(check('{members: {tier: 优秀}, are: [丙, 甲, 乙]}')).toMatchObject({ holds: true, orderBreaks: [] });
});

test('publications: ranks inside the group, "top" by rank with ties, unranked lists in list order, tables', () => {
  const scoring = scoreTexts(
    `${definition}publications:
  - {id: cities, where: {kind: 直辖市}, top: 1, ranked: true}
  - {id: top, top: 1, ranked: true}
  - {id: list, where: {kind: 省级}, order: units}
  - {id: by-rank, where: {kind: 省级}}
  - {id: table, table: tiers, by: kind}
  - {id: lost, where: {nowhere: x}}
`,
    csv,
  );
  const names = publish(scoring).map(published =>
    published.kind === 'units'
      ? published.rows.map(({ unit, rank }) => `${rank ?? '-'} ${scoring.data.units[unit]!.name}`)
      : published.kind === 'tiers'
        ? published.rows.map(({ count, byGroup }) => [count, ...byGroup])
        : published.name,
  );
  expect(names).toEqual([
    ['1 甲'],
    ['1 甲', '1 乙'],
    ['- 乙', '- 丙', '- 戊', '- 己'],
    ['- 乙', '- 丙', '- 戊', '- 己'],
    [
      [3, 2, 1, 0],
      [1, 0, 1, 0],
      [1, 1, 0, 0],
    ],
    'nowhere',
  ]);
});

test('a list or a claim of which a part cannot be read is told of no units, rather than of more than are meant', () => {
  const wheres = [
    '{kind: [省级]}',
    '{tier: {atMost: 优秀}}',
    '{equals: 是}',
    '[省级]',
    '省级',
    '{kind: }',
    '{where: 省级}',
  ];
  const scoring = scoreTexts(
    `${definition}publications:
${wheres.map(where => `  - {where: ${where}}\n`).join('')}  - {top: many}\n`,
    csv,
  );
  expect(publish(scoring).map(published => published.kind === 'unresolved' && published.name)).toEqual([
    ...['kind', 'tier', 'equals', 'where', 'where', 'kind', '省级', 'top'],
  ]);
  for (const where of wheres.filter(one => one.startsWith('{'))) {
    expect(check(`{count: ${where}, is: 6}`), where).toMatchObject({ holds: undefined, actual: undefined });
  }
  expect(check('{members: {tier: 优秀}, are: [丙, [甲], 乙]}')).toMatchObject({ holds: undefined });
});

test('the report is plain data that JSON keeps', () => {
  const options = { locale: 'en', findings: [] } as const;
  const before = reportOf(scoreTexts(definition, csv), options);
  expect(JSON.parse(JSON.stringify(before))).toEqual(before);
  expect(before.units[0]).toEqual({
    id: '1',
    name: '甲',
    groups: { kind: ['直辖市'] },
    score: 90,
    unrounded: 90.04,
    rank: 1,
    rankWithin: {},
    ranksWithin: {},
    tier: 'Excellent',
    eligible: true,
    scores: { a: 90.04 },
    missing: [],
    notApplicable: [],
    imputed: {},
    reasons: {},
    adjustments: [],
  });
  expect(before.units.at(-1)).toMatchObject({
    id: '6',
    score: null,
    rank: null,
    missing: ['a'],
    reasons: { '': 'no-children', a: 'missing' },
  });
});

test('what nothing is known of is neither kept nor broken: where there are no totals, ranks or tiers', () => {
  const holds = (change: readonly [string, string], claim: string) => {
    const text = definition.replace(...change);
    return checkExpectations(scoreTexts(`${text}expect: [${claim}]`, csv)).map(({ holds, actual }) => [holds, actual]);
  };
  const unknown = [[undefined, undefined]];
  const noTotals = ['normalise: none', 'direction: negative'] as const;
  expect(holds(noTotals, '{count: {tier: 优秀}, is: 0}')).toEqual(unknown);
  expect(holds(noTotals, '{rank: {unit: 甲}, is: 1}')).toEqual(unknown);
  expect(holds(noTotals, '{score: {unit: 甲}, is: 90}')).toEqual(unknown);
  expect(holds(noTotals, '{score: {unit: 甲, indicator: a}, is: 90}')).toEqual(unknown);
  expect(holds(noTotals, '{count: {kind: 直辖市}, is: 2}')[0]![0]).toBe(true);
  expect(holds(['{ties: dense,', '{within: [nowhere], ties: dense,'], '{rank: {unit: 甲}, is: 1}')).toEqual(unknown);
});

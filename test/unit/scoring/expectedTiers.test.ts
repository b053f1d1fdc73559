import { expect, test } from 'vitest';
import { expectedTiers } from '../../../server/src/scoring/expectedTiers.ts';
import { scoreTexts } from '../../support/scoring.ts';

const csv = `code,name,kind,a
1,甲,市,90
2,乙,省,80
3,丙,省,70
4,丁,市,60
5,戊,省,
`;

function expected(tiers: string, claims = '[]') {
  const definition = `
units: {id: code, name: name, groups: {kind: {column: kind, values: [省, 市]}}}
data: [{path: a.csv}]
indicators: [{id: a, normalise: none}]
tiers: ${tiers}
expect: ${claims}
`;
  return expectedTiers(scoreTexts(definition, csv)).map(
    ({ tier, group, count }) => `${tier}${group === undefined ? '' : ` ${group.system}=${group.name}`}: ${count}`,
  );
}

test('a claim says how many are in a tier, in all or in one group', () => {
  const tiers = '[{name: 优, atLeast: 75}, {name: 良}]';
  expect(expected(tiers)).toEqual([]);
  expect(expected(tiers, '[{count: {tier: 优}, is: 2}, {count: {tier: 优, kind: 省}, is: 1}]')).toEqual([
    '0: 2',
    '0 kind=省: 1',
  ]);
  expect(expected(tiers, '[{members: {tier: 良, kind: 市}, are: [丁]}]')).toEqual(['1 kind=市: 1']);
});

test.each([
  '{count: {tier: {atLeast: 优}}, is: 2}',
  '{count: {kind: 省}, is: 3}',
  '{count: {tier: 优, column: a, equals: 90}, is: 1}',
  '{count: {tier: 中}, is: 1}',
  '{rank: {unit: 甲}, is: 1}',
])('%s says nothing of the count of one tier', claim => {
  expect(expected('[{name: 优, atLeast: 75}, {name: 良}]', `[${claim}]`)).toEqual([]);
});

test('quotas say it of the ranked units, in all or in each group; the rest is open; a claim goes before', () => {
  expect(expected('[{name: 优, top: 1}, {name: 良, topShare: 50}, {name: 中}]')).toEqual(['0: 1', '1: 2']);
  expect(expected('[{name: 优, topShare: 50, within: kind}, {name: 良, within: kind}]')).toEqual([
    '0 kind=省: 1',
    '0 kind=市: 1',
  ]);
  expect(expected('[{name: 优, top: 9}, {name: 良}]', '[{count: {tier: 优}, is: 3}]')).toEqual(['0: 4', '0: 3']);
});

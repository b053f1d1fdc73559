import { expect, test } from 'vitest';
import { tableCsv } from '../../../client/src/preview/webview/csv.ts';
import { stringsFor } from '../../../client/src/preview/webview/strings.ts';
import { largeRanking, rankingView, unitView } from './fixture.ts';

test('the table as it is shown, with what is tried', () => {
  const ranking = rankingView({
    groupSystems: [{ id: 'kind', name: '类别', groups: [], isRanked: false }],
    columns: [{ id: 'a', name: 'Services, online', share: 1, bonusCap: null }],
    tiers: [{ name: 'Good', bound: {}, count: 2, before: null, by: {}, expected: null, expectedBy: {} }],
  });
  const units = [
    unitView({
      id: '1',
      name: '甲 "省"',
      rank: 1,
      score: 70.5,
      tier: 0,
      groups: { kind: ['x', 'y'] },
      scores: [1 / 3],
    }),
    unitView({ id: '2', name: '乙', scores: [null] }),
  ];
  const tried = { units: { 1: { rank: 2, score: 69, tier: 0 } } };
  expect(tableCsv(ranking, units, tried, stringsFor('en')).split('\r\n')).toEqual([
    '\uFEFFRank,id,Unit,Score,Tier,What if: Rank,What if: Score,类别,"Services, online"',
    '1,1,"甲 ""省""",70.5,Good,2,69,x;y,0.333333333333333',
    '2,2,乙,,,,,,'.replace('2,2', ',2'),
    '',
  ]);
});

test('no text becomes a formula; negative numbers stay numbers', () => {
  const evil = ['=cmd|x', '+1', '-1', '@a', '\t=1', '＝1'];
  const units = evil.map((name, index) => unitView({ id: String(index), name, score: -2 }));
  const rows = tableCsv(rankingView({}), units, null, stringsFor('zh-CN')).split('\r\n').slice(1, -1);
  expect(rows).toEqual(evil.map((name, index) => `,${index},'${name},-2`));
});

test('every unit that is shown is in it', () => {
  const ranking = largeRanking(64);
  expect(tableCsv(ranking, ranking.units, null, stringsFor('en')).trimEnd().split('\r\n')).toHaveLength(65);
});

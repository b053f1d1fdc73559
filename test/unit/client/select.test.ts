import { describe, expect, test } from 'vitest';
import { changedUnits, rankedGroup, selectUnits } from '../../../client/src/preview/webview/select.ts';
import { firstView, type ViewState } from '../../../client/src/preview/webview/viewState.ts';
import { rankingView, unitView } from './fixture.ts';

const ranking = rankingView({
  baseline: 'changed',
  groupSystems: [
    {
      id: 'kind',
      name: 'Kind',
      groups: [
        { name: '省级', count: 3 },
        { name: '重点城市', count: 2 },
      ],
      isRanked: true,
    },
    { id: 'region', name: 'Region', groups: [{ name: '东部', count: 2 }], isRanked: false },
  ],
  columns: [{ id: 'service', name: 'Service', share: 1, bonusCap: null }],
  tiers: [
    { name: 'high', bound: { atLeast: 90 }, count: 2, before: null, by: {}, expected: null, expectedBy: {} },
    { name: 'low', bound: {}, count: 2, before: null, by: {}, expected: null, expectedBy: {} },
  ],
  units: [
    unitView({
      id: 'zj',
      name: '浙江省',
      rank: 1,
      score: 95,
      tier: 0,
      groups: { kind: ['省级'], region: ['东部'] },
      rankWithin: { kind: { 省级: 1 } },
      scores: [80],
      before: { rank: 3, score: 90, tier: 0 },
    }),
    unitView({
      id: 'hz',
      name: '杭州市',
      rank: 2,
      score: 92,
      tier: 0,
      groups: { kind: ['重点城市', '省级'] },
      rankWithin: { kind: { 省级: 2, 重点城市: 1 } },
      scores: [99],
      before: { rank: 2, score: 92, tier: 0 },
    }),
    unitView({
      id: 'u10',
      name: 'Unit 10',
      rank: 3,
      score: 80,
      tier: 1,
      groups: { kind: ['省级'] },
      scores: [99],
      before: { rank: 1, score: 96, tier: 0 },
    }),
    unitView({ id: 'u9', name: 'Unit 9', rank: 3, score: 80, tier: 1, groups: { kind: ['重点城市'] }, scores: [null] }),
    unitView({ id: 'none', name: 'Ａbsent', scores: [10] }),
  ],
});

const ids = (view: Partial<ViewState>) => selectUnits(ranking, { ...firstView, ...view }, 'zh-CN').map(unit => unit.id);
const sorted = (column: ViewState['sort']['column'], isDescending: boolean) => ids({ sort: { column, isDescending } });

describe('order', () => {
  test('rank order is the order of the report', () => {
    expect(ids({})).toEqual(['zj', 'hz', 'u10', 'u9', 'none']);
  });
  test('units without a value come last in both directions, ties stay in rank order', () => {
    expect(sorted('rank', true)).toEqual(['u10', 'u9', 'hz', 'zj', 'none']);
    expect(sorted('level:service', true)).toEqual(['hz', 'u10', 'zj', 'none', 'u9']);
    expect(sorted('level:service', false)).toEqual(['none', 'zj', 'hz', 'u10', 'u9']);
  });
  test('numbers in names are numbers', () => {
    const names = sorted('unit', false);
    expect(names.indexOf('u9')).toBeLessThan(names.indexOf('u10'));
  });
  test('by places gained', () => {
    expect(sorted('change', true)).toEqual(['zj', 'hz', 'u10', 'u9', 'none']);
  });
  test('by tier and by group', () => {
    expect(sorted('tier', true)).toEqual(['u10', 'u9', 'zj', 'hz', 'none']);
    expect(sorted('group:region', false)[0]).toBe('zj');
  });
  test('by the rank inside the filtered group', () => {
    expect(ids({ groups: { kind: '省级' }, sort: { column: 'within', isDescending: true } })).toEqual([
      'hz',
      'zj',
      'u10',
    ]);
  });
  test('the report is not reordered', () => {
    sorted('rank', true);
    expect(ranking.units[0]?.id).toBe('zj');
  });
});

describe('filters', () => {
  test('a unit in several groups is in each', () => {
    expect(ids({ groups: { kind: '省级' } })).toEqual(['zj', 'hz', 'u10']);
    expect(ids({ groups: { kind: '重点城市' } })).toEqual(['hz', 'u9']);
  });
  test('filters hold together', () => {
    expect(ids({ groups: { kind: '省级' }, tier: 'high', search: '杭' })).toEqual(['hz']);
  });
  test('every word of the search is in the name or the id, in any width and case', () => {
    expect(ids({ search: 'UNIT' })).toEqual(['u10', 'u9']);
    expect(ids({ search: 'unit 9' })).toEqual(['u9']);
    expect(ids({ search: 'absent' })).toEqual(['none']);
    expect(ids({ search: '  ' })).toHaveLength(5);
  });
  test('only what changed; a unit that is new counts', () => {
    expect(ids({ onlyChanged: true })).toEqual(['zj', 'u10', 'u9', 'none']);
    expect(changedUnits(ranking)).toBe(4);
    expect(changedUnits({ ...ranking, baseline: 'none' })).toBe(0);
  });
  test('a tier that is not there shows nothing', () => {
    expect(ids({ tier: 'gone' })).toEqual([]);
  });
});

test('ranks are shown inside a filtered group whose system is ranked', () => {
  expect(rankedGroup(ranking, { ...firstView, groups: { region: '东部', kind: '省级' } })).toEqual({
    system: 'kind',
    group: '省级',
  });
  expect(rankedGroup(ranking, { ...firstView, groups: { region: '东部' } })).toBeNull();
});

import { expect, test } from 'vitest';
import { shownScoring } from '../../../server/src/features/preview/preview.ts';
import { unitSteps, unitView } from '../../../server/src/features/preview/unit.ts';
import { demo, demoData } from '../../support/demo.ts';
import { inMemory } from '../../support/memory.ts';

function scored(definition = demo, data = demoData) {
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': definition, 'demo.csv': data });
  return shownScoring(workspace, file)!;
}

test('from the total to the leaves: score, share used, points and what could be had', () => {
  const view = unitView(scored(), 'b', 'en');
  expect(view).toMatchObject({ unit: 'b', index: 70, total: 70, isAdditive: true, adjustments: [] });
  expect(
    view?.parts.map(({ id, depth, score, share, points, most }) => [id, depth, score, share, points, most]),
  ).toEqual([
    ['service', 0, 50, 0.6, 30, 60],
    ['online', 1, 50, 0.7, 21, 42],
    ['bad-rate', 1, 50, 0.3, 9, 18],
    ['openness', 0, 100, 0.4, 40, 40],
  ]);
});

test('what is missing adds nothing, and its weight is with its siblings', () => {
  const parts = unitView(scored(), 'd', 'zh-CN')?.parts;
  expect(parts?.[2]).toMatchObject({ state: 'missing', score: null, share: 0, points: 0, most: 0 });
  expect(parts?.[2]?.reason).toMatch(/缺失/);
  expect(parts?.[1]).toMatchObject({ state: 'present', score: 25, share: 1, points: 15, most: 60 });
});

test('the points of each level add up to the index, also where a child counts as zero or as full', () => {
  const data = `${demoData}e,戊市,重点城市,,,\n`;
  for (const [missing, csv] of [
    ['exclude', demoData],
    ['zero', data],
  ] as const) {
    const scoring = scored(demo.replace('weights: percent', `weights: percent\ndefaults: {missing: ${missing}}`), csv);
    for (const { id } of scoring.data.units) {
      const view = unitView(scoring, id, 'en')!;
      const top = view.parts.filter(({ depth }) => depth === 0);
      expect(top.reduce((sum, { points }) => sum + points!, 0)).toBeCloseTo(view.index!, 10);
    }
  }
});

test('the way to the next unit and the next tier', () => {
  const view = unitView(scored(), 'd', 'en');
  expect(view?.above).toEqual({ unit: 'a', name: '甲省', rank: 2, gap: 3 });
  expect(view?.below).toEqual({ unit: 'c', name: '丙市', rank: 4, gap: 13 });
  expect(view?.nextTier).toEqual({ name: '优秀级', gap: 3 });
  expect(unitView(scored(), 'b', 'en')).toMatchObject({ above: null, nextTier: null });
});

test('the next tier by places: to the last unit in it', () => {
  const quotas = demo.replace('atLeast: 58', 'top: 1').replace('- {name: 良好级}', '- {name: 良好级, top: 3}');
  expect(unitView(scored(quotas), 'c', 'en')?.nextTier).toEqual({ name: '优秀级', gap: 28 });
});

test('a value outside the goalposts is said to be truncated, a given score to be given', () => {
  const truncated = scored(demo.replace('upper: 20', 'upper: 15, truncate: true'));
  expect(unitView(truncated, 'c', 'en')?.parts[2]).toMatchObject({ state: 'truncated', score: 0 });
  expect(unitView(truncated, 'b', 'en')?.parts[2]?.state).toBe('present');
  const given = scored(demo.replace('weight: 30,', 'weight: 30, missing: {value: 10},'));
  expect(unitView(given, 'd', 'en')?.parts[2]).toMatchObject({ state: 'given', score: 10 });
});

test('a geometric mean does not add up, and the view says so', () => {
  expect(
    unitView(scored(demo.replace('weight: 60', 'weight: 60\n    aggregate: geometric')), 'b', 'en')?.isAdditive,
  ).toBe(false);
});

test('the arithmetic of one indicator', () => {
  expect(unitSteps(scored(), 'b', 'online', 'en')?.lines).toEqual([
    'demo.csv, line 3, column “online”: “20”',
    '0 + (100 − 0) × (20 − 10) / (30 − 10) = 50',
  ]);
  expect(unitSteps(scored(), 'b', 'service', 'zh-CN')?.lines.at(-1)).toBe('70% × 50 + 30% × 50 = 50');
});

test('what is not there has no answer', () => {
  expect(unitView(scored(), 'x', 'en')).toBeUndefined();
  expect(unitSteps(scored(), 'b', 'x', 'en')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/base/text.ts';
import { answer } from '../../../server/src/features/answer.ts';
import { histogramOf, indicatorView, summaryOf } from '../../../server/src/features/preview/indicator.ts';
import { shownScoring } from '../../../server/src/features/preview/preview.ts';
import { trialEdits, tried, triedRanking, weightsView } from '../../../server/src/features/preview/whatIf.ts';
import { unitScore } from '../../../server/src/scoring/score.ts';
import { demo, demoData } from '../../support/demo.ts';
import { inMemory } from '../../support/memory.ts';

const opened = (definition = demo) => inMemory({ 'demo.indicators.yaml': definition, 'demo.csv': demoData });

test('the levels whose weights can be tried', () => {
  const { workspace, file } = opened();
  const { levels, indicators } = weightsView(workspace, file, 'en');
  expect(levels).toEqual([
    {
      ...{ parent: null, name: 'Demo', whole: 100, step: 0.1 },
      members: [
        { id: 'service', name: 'Service', weight: 60 },
        { id: 'openness', name: '公开', weight: 40 },
      ],
    },
    {
      ...{ parent: 'service', name: 'Service', whole: 100, step: 0.1 },
      members: [
        { id: 'online', name: '网办率', weight: 70 },
        { id: 'bad-rate', name: '差评率', weight: 30 },
      ],
    },
  ]);
  expect(indicators.map(({ id, depth, effective }) => [id, depth, effective])).toEqual([
    ['service', 0, 0.6],
    ['online', 1, 0.42],
    ['bad-rate', 1, 0.18],
    ['openness', 0, 0.4],
  ]);
});

test('weights that are computed, repeated or not written cannot be tried', () => {
  const levels = (definition: string) => {
    const { workspace, file } = opened(definition);
    return weightsView(workspace, file, 'en').levels.map(({ parent }) => parent);
  };
  expect(levels(demo.replace('weight: 40', 'weight: &w 40'))).toEqual(['service']);
  expect(levels(demo.replace('weight: 70, ', '').replace('weight: 30, ', ''))).toEqual([null]);
  const points = demo
    .replace('weights: percent', 'weights: points')
    .replace('weight: 70', 'weight: 42')
    .replace('weight: 30', 'weight: 18');
  expect(levels(points)).toEqual(['service']);
});

test('the ranking that is tried is the ranking of the text that is written back', () => {
  const definition = demo.replace('weight: 60', 'weight: 60 # of 100');
  const weights = { service: '90', openness: '10' };
  const { workspace, file } = opened(definition);
  const text = applyEdits(definition, trialEdits(workspace, file, { weights })!);
  expect(text).toBe(definition.replace('weight: 60', 'weight: 90').replace('weight: 40', 'weight: 10'));
  const written = opened(text);
  const scoring = shownScoring(written.workspace, written.file)!;
  const { units } = triedRanking(tried(workspace, file, { weights })!);
  for (const { id, index } of scoring.data.units) {
    const { score, rank, tier } = unitScore(scoring, index);
    expect(units[id]).toEqual({ score, rank, tier });
  }
  expect(Object.entries(units).map(([id, { rank }]) => [id, rank])).toEqual([
    ['a', 3],
    ['b', 2],
    ['c', 1],
    ['d', 4],
  ]);
  // Trying changes nothing.
  expect(workspace.text(file)).toBe(definition);
  expect(workspace.files).toEqual([file]);
});

test('what is not a weight is not written', () => {
  const { workspace, file } = opened();
  for (const weights of [{ service: '1e3x' }, { service: '-1' }, { nobody: '1' }, { service: '60\n' }]) {
    expect(trialEdits(workspace, file, { weights: weights as Record<string, string> })).toBeUndefined();
  }
  expect(trialEdits(workspace, file, { weights: { service: '60', openness: '40.0' } })).toEqual([]);
});

test('the edits stand at lines and characters of the version that they are for', () => {
  const { workspace, file } = opened();
  const asked = { file, version: 7, scoring: shownScoring(workspace, file)! };
  const question = { kind: 'edits', asked: { weights: { openness: '41' } } } as const;
  const line = demo.split('\n').findIndex(each => each.includes('weight: 40'));
  expect(answer(workspace, { ...asked, question }, 'en')).toEqual({
    version: 7,
    edits: [{ range: { start: { line, character: 12 }, end: { line, character: 14 } }, newText: '41' }],
  });
});

test('an indicator: its scores, its values, who has none', () => {
  const { workspace, file } = opened();
  const view = indicatorView(workspace, file, shownScoring(workspace, file)!, 'bad-rate', 'en');
  expect(view).toMatchObject({
    name: '差评率',
    path: ['Service'],
    isLeaf: true,
    direction: 'negative',
    share: 0.3,
    effective: 0.18,
    missing: [{ unit: 'd', name: '丁市' }],
    notApplicable: [],
    nImputed: 0,
    nTruncated: 0,
    raw: { n: 3, min: 0, median: 10, max: 20, mean: 10, lowerQuartile: 5, upperQuartile: 15 },
    scores: { n: 3, min: 0, max: 100 },
  });
  expect(view?.histogram.flatMap(({ from, count }) => (count > 0 ? [[from, count]] : []))).toEqual([
    [0, 1],
    [50, 1],
    [95, 1],
  ]);
});

test('who gains when it counts one point more: the others give in proportion, the sum stays', () => {
  const close = demo.replace('weight: 60', 'weight: 58').replace('weight: 40', 'weight: 42');
  const { workspace, file } = opened(close);
  const growth = indicatorView(workspace, file, shownScoring(workspace, file)!, 'service', 'en')?.growth;
  expect(growth?.weights).toEqual({ service: '59', openness: '41' });
  const other = opened();
  const below = indicatorView(other.workspace, other.file, shownScoring(other.workspace, other.file)!, 'online', 'en');
  expect(below?.growth?.weights).toEqual({ online: '71', 'bad-rate': '29' });
  // online and bad-rate of each: 甲 0, 100; 乙 50, 50; 丙 100, 0; 丁 25 and missing.
  expect(
    below?.growth?.moves.map(({ unit, rank, before, change }) => [unit, rank, before, +change.toFixed(9)]),
  ).toEqual([
    ['c', 4, 4, 0.6],
    ['b', 1, 1, 0],
    ['d', 3, 3, 0],
    ['a', 2, 2, -0.6],
  ]);
});

test('ranks after the growth are those of the ranking with the weights written', () => {
  const { workspace, file } = opened(demo.replace('weight: 60', 'weight: 66').replace('weight: 40', 'weight: 34'));
  const view = indicatorView(workspace, file, shownScoring(workspace, file)!, 'openness', 'en');
  const after = triedRanking(tried(workspace, file, view!.growth!)!).units;
  expect(view?.growth?.moves).toHaveLength(4);
  for (const { unit, rank } of view!.growth!.moves) expect(rank).toBe(after[unit]?.rank);
});

test('steps of equal width, the last with its end; quartiles between neighbours', () => {
  const counts = histogramOf([0, 4.9, 5, 100], [0, 100]).map(({ count }) => count);
  expect([counts[0], counts[1], counts[19]]).toEqual([2, 1, 1]);
  expect(histogramOf([-2, 1], [0, 1])[0]?.from).toBe(-2);
  expect(histogramOf([], [0, 100]).every(({ count }) => count === 0)).toBe(true);
  expect(summaryOf([])).toBeNull();
  expect(summaryOf([1, 2, 3, 10])).toEqual({
    ...{ n: 4, min: 1, lowerQuartile: 1.75, median: 2.5, upperQuartile: 4.75, max: 10, mean: 4 },
  });
});

test('other methods are tried where the definition says them, and what is tried is what writing them gives', () => {
  const { workspace, file } = opened();
  const { methods } = weightsView(workspace, file, 'en');
  expect(methods.aggregate.filter(({ isWritten }) => isWritten).map(({ id }) => id)).toEqual(['arithmetic']);
  expect(methods.normalise.some(({ isWritten }) => isWritten)).toBe(false);
  for (const trial of [
    { aggregate: 'geometric' },
    { normalise: 'percentile-rank' },
    { normalise: 'z-score', aggregate: 'median' },
  ]) {
    const text = applyEdits(demo, trialEdits(workspace, file, trial)!);
    const written = opened(text);
    const scoring = shownScoring(written.workspace, written.file)!;
    expect(triedRanking(tried(workspace, file, trial)!)).toEqual(triedRanking(scoring));
    expect(trialEdits(written.workspace, written.file, trial)).toEqual([]);
  }
  const { rankings } = answer(
    workspace,
    {
      ...{ file, version: 1, scoring: shownScoring(workspace, file)! },
      question: { kind: 'side-by-side', asked: { trials: [{}, { aggregate: 'median' }, { aggregate: 'magic' }] } },
    },
    'en',
  ) as { rankings: readonly unknown[] };
  expect(rankings.map(ranking => ranking !== null)).toEqual([true, true, false]);
});

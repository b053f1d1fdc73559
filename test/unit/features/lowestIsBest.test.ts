/** Where the lowest total is best: what an editor shows of places, bounds and ways to them. */
import { expect, test } from 'vitest';
import { outlineOf } from '../../../server/src/features/outline.ts';
import { indicatorView } from '../../../server/src/features/preview/indicator.ts';
import { shownScoring } from '../../../server/src/features/preview/preview.ts';
import { rankingView } from '../../../server/src/features/preview/ranking.ts';
import { unitView } from '../../../server/src/features/preview/unit.ts';
import { findingsOf, inMemory } from '../../support/memory.ts';

const definition = `indicatorSystem: 1
id: peace
scale: [1, 5]
units: {id: code}
data: [{path: demo.csv}]
indicators:
  - {id: homicides, name: Homicides, weight: 60, normalise: {method: goalposts, lower: 0, upper: 20}}
  - {id: trust, name: Trust, weight: 40, direction: negative, normalise: {method: goalposts, lower: 0, upper: 100}}
ranking: {best: lowest, ties: competition, round: {decimals: 2}}
tiers: [{name: very high, below: 1.5}, {name: high, atMost: 2.5}, {name: low}]
`;
const data = 'code,homicides,trust\na,0,100\nb,2,80\nc,10,50\nd,10,50\n';

function opened(text = definition) {
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text, 'demo.csv': data });
  return { workspace, file, scoring: shownScoring(workspace, file)! };
}

test('the ranking begins with the lowest, and tiers are bounded above', () => {
  const { scoring } = opened();
  const ranking = rankingView({ scoring, baseline: 'none', before: undefined, baselineText: undefined }, 'en');
  expect(ranking.best).toBe('lowest');
  expect(ranking.units.order.map(unit => [ranking.units.ids[unit], ranking.units.ranks[unit]])).toEqual([
    ...[
      ['a', 1],
      ['b', 2],
    ],
    ...[
      ['c', 3],
      ['d', 3],
    ],
  ]);
  expect(ranking.tiers.map(({ bound, count }) => [bound, count])).toEqual([
    [{ below: 1.5 }, 1],
    [{ atMost: 2.5 }, 1],
    [{}, 2],
  ]);
});

test('how far the next unit and the next tier are', () => {
  const { scoring } = opened();
  expect(unitView(scoring, 'c', 'en')).toMatchObject({
    above: { unit: 'b', rank: 2, gap: 1.44 },
    below: null,
    nextTier: { name: 'high', gap: 0.5 },
  });
});

test('the next tier by quota is as far as its last unit', () => {
  const quotas = definition.replace(/tiers: .*/, 'tiers: [{name: best, top: 2}, {name: rest}]');
  expect(unitView(opened(quotas).scoring, 'd', 'en')?.nextTier).toEqual({ name: 'best', gap: 1.44 });
});

test('who gains most is whose score falls most, and more of a value that raises the score is worse', () => {
  const { workspace, file, scoring } = opened();
  const homicides = indicatorView(workspace, file, scoring, 'homicides', 'en')!;
  expect(homicides.direction).toBe('negative');
  expect(homicides.growth?.moves.map(({ unit, change }) => [unit, +change.toFixed(9)])).toEqual([
    ['b', -0.004],
    ...[
      ['a', 0],
      ['c', 0],
      ['d', 0],
    ],
  ]);
  expect(indicatorView(workspace, file, scoring, 'trust', 'en')?.direction).toBe('positive');
});

test('the outline shows the bounds', () => {
  const { workspace, file } = opened();
  const tiers = outlineOf(workspace.system(file), key => key, 'en').find(({ name }) => name === 'tiers');
  expect(tiers?.children.map(({ detail }) => detail)).toEqual(['< 1.5', '≤ 2.5', '']);
});

test.each([
  ['best: lowest', 'best: smallest'],
  ['below: 1.5', 'above: 1.5'],
])('%s as %s gives no wrong tiers', (right, wrong) => {
  const text = definition.replace(right, wrong);
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text, 'demo.csv': data });
  const scoring = workspace.scoring(file)!;
  expect([...scoring.ranking.tiers]).toEqual([-1, -1, -1, -1]);
  const errors = findingsOf({ 'demo.indicators.yaml': text, 'demo.csv': data }).filter(
    each => each.severity === 'error',
  );
  expect(errors.length).toBeGreaterThan(0);
});

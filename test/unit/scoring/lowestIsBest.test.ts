/** Where the lowest total is best: explanations, documents, comparisons, claims. */
import { expect, test } from 'vitest';
import { compareSystems } from '../../../server/src/scoring/compare/systems.ts';
import { pageOf } from '../../../server/src/scoring/document/page.ts';
import { methodologyTable, tiersTable } from '../../../server/src/scoring/document/tables.ts';
import { explain } from '../../../server/src/scoring/explain/explain.ts';
import { publish } from '../../../server/src/scoring/publications.ts';
import { reportOf } from '../../../server/src/scoring/report/report.ts';
import { scoreTexts } from '../../support/scoring.ts';

const definition = (best: 'lowest' | 'highest') => `indicatorSystem: 1
id: peace
scale: [1, 5]
units: {id: code}
data: [{path: demo.csv}]
indicators:
  - {id: homicides, name: Homicides, normalise: {method: goalposts, lower: 0, upper: 20}}
adjustments:
  - {id: siege, name: Siege, kind: veto, column: siege, equals: yes, then: {score: 3}}
  - {id: refugees, name: Refugees, kind: bonus, column: refugees, cap: 1, when: {score: {atMost: 2}}}
ranking: {best: ${best}, ties: dense}
tiers: ${best === 'lowest' ? '[{name: high, atMost: 2}, {name: low}]' : '[{name: high, atLeast: 2}, {name: low}]'}
publications: [{id: first, title: First two, top: 2, ranked: true}]
`;
const data = 'code,homicides,siege,refugees\na,0,,\nb,5,,1\nc,5,yes,\nd,15,yes,\n';

const lowest = scoreTexts(definition('lowest'), data);

test('a veto is at least its score, a bonus adds all the same, and its condition may be bounded above', () => {
  expect([...lowest.ranking.rounded]).toEqual([1, 3, 3, 4]);
  expect([...lowest.ranking.ranks]).toEqual([1, 2, 2, 3]);
  const highest = scoreTexts(definition('highest'), data);
  expect([...highest.ranking.rounded]).toEqual([1, 3, 2, 3]);
});

test('who is just above, and how far the better tier is', () => {
  const lines = explain(lowest, 'd')!
    .steps.slice(-3)
    .flatMap(step => step.lines.map(({ en }) => en));
  expect(lines).toEqual(['3 of 4; 3 above', 'low: 4', '2 above the bound of high', '4 − c 3 = 1']);
  const [tier] = explain(lowest, 'a')!
    .steps.slice(-1)
    .flatMap(step => step.lines.map(({ en }) => en));
  expect(tier).toBe('high: 1 ≤ 2');
});

test('a list of the first begins with the lowest', () => {
  const [first] = publish(lowest);
  expect(first).toMatchObject({
    rows: [
      { unit: 0, rank: 1 },
      { unit: 1, rank: 2 },
      { unit: 2, rank: 2 },
    ],
  });
});

test('the published methodology says that more is worse, and tiers have upper bounds', () => {
  const documented = {
    scoring: lowest,
    report: reportOf(lowest, { locale: 'en', findings: [] }),
    locale: 'en',
  } as const;
  expect(methodologyTable(documented).rows[0]).toContain('less is better');
  expect(pageOf(documented)).toContain('the lowest is best');
  expect(tiersTable(documented).rows.map(([, bound]) => bound)).toEqual(['≤ 2', 'the rest']);
});

test('scores are not compared with an edition whose highest total is best', () => {
  const { comparability, units } = compareSystems(scoreTexts(definition('highest'), data), lowest);
  expect(comparability.scores).toBe('refused');
  expect(comparability.reasons[0]?.message.en).toBe('the best total is the highest before, the lowest after');
  expect(units[0]?.scoreChange).toBeNull();
});

test('a fall of the score is a rise in the ranking', () => {
  const later = scoreTexts(definition('lowest'), data.replace('d,15,yes', 'd,2,'));
  const { effects } = compareSystems(lowest, later);
  expect(effects?.rankMoves.find(({ id }) => id === 'd')).toMatchObject({ places: 1 });
  expect(effects?.tierMoves).toMatchObject([{ id: 'd', direction: 'up' }]);
  expect(effects?.scores.largest).toBe(-2.6);
});

test('the gap is closed by lower scores, but not past a veto', () => {
  const last = (unit: string) =>
    explain(lowest, unit)!
      .steps.at(-1)!
      .lines.map(({ en }) => en);
  const plain = scoreTexts(definition('lowest').replace(/adjustments:\n.*\n.*\n/, ''), data);
  expect(
    explain(plain, 'd')!
      .steps.at(-1)!
      .lines.map(({ en }) => en),
  ).toEqual(['4 − c 2 = 2', 'reached with Homicides 4 → 2, all else equal']);
  expect(last('d')).toEqual(['4 − c 3 = 1']);
});

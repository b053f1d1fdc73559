import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain } from '../../server/src/scoring/explain/explain.ts';
import { reportOf } from '../../server/src/scoring/report/report.ts';
import { scoreTexts } from '../support/scoring.ts';

const definition = `
units: {id: code, groups: {kind: {column: kind}}}
data: [{path: a.csv}]
defaults: {normalise: {method: min-max}}
indicators:
  - id: p
    weight: 60
    indicators: [{id: a, weight: 33.3}, {id: b, weight: 66.7, direction: negative}]
  - {id: g, weight: 40, categories: {A: 100, B: 60, C: 0}, normalise: none, missing: zero}
adjustments: [{id: cases, kind: bonus, column: cases, points: 2, cap: 5}]
ranking: {ties: competition, round: {decimals: 1}, within: [kind]}
tiers: [{name: I, atLeast: 80}, {name: II, atLeast: 60}, {name: III}]
`;

const cell = fc.oneof(fc.integer({ min: -5, max: 20 }).map(String), fc.constantFrom('', '-', 'NA', '12,5', '1e400'));
const row = fc.record({
  kind: fc.constantFrom('省级', '市级', ''),
  a: cell,
  b: cell,
  g: fc.constantFrom('A', 'B', 'C', 'D', ''),
  cases: cell,
});
const rows = fc.array(row, { minLength: 1, maxLength: 15 });
const options = { locale: 'en', findings: [] } as const;

function csvOf(
  units: readonly (readonly [number, { kind: string; a: string; b: string; g: string; cases: string }])[],
) {
  const lines = units.map(([id, { kind, a, b, g, cases }]) =>
    [`u${id}`, kind, `"${a}"`, `"${b}"`, g, `"${cases}"`].join(),
  );
  return `code,kind,a,b,g,cases\n${lines.join('\n')}\n`;
}

test('the order of the rows changes no score, rank or tier', () => {
  const shuffled = rows.chain(units => {
    const numbered = units.map((unit, id) => [id, unit] as const);
    return fc.tuple(
      fc.constant(numbered),
      fc.shuffledSubarray(numbered, { minLength: units.length, maxLength: units.length }),
    );
  });
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      const byId = (csv: string) =>
        new Map(reportOf(scoreTexts(definition, csv), options).units.map(unit => [unit.id, unit]));
      expect(byId(csvOf(other))).toEqual(byId(csvOf(one)));
    }),
  );
});

test('a report is finite plain data, each score is a number or has a reason, and explanations end at the same numbers', () => {
  fc.assert(
    fc.property(rows, units => {
      const scoring = scoreTexts(definition, csvOf(units.map((unit, id) => [id, unit] as const)));
      const report = reportOf(scoring, options);
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
      for (const unit of report.units) {
        expect(unit.score === null).toBe(unit.reasons[''] !== undefined);
        for (const [id, score] of Object.entries(unit.scores)) expect(score === null).toBe(id in unit.reasons);
        const steps = explain(scoring, unit.id)!.steps;
        for (const { kind, subject, value } of steps) {
          if (kind === 'leaf' || kind === 'aggregate') expect(value).toBe(unit.scores[subject!]);
          if (kind === 'rounding') expect(value).toBe(unit.score);
          if (kind === 'rank') expect(value).toBe(unit.rank);
        }
      }
      const ranked = report.units.flatMap(({ rank }) => rank ?? []);
      expect(ranked).toEqual(ranked.toSorted((a, b) => a - b));
    }),
  );
});

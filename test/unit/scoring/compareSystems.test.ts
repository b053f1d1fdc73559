import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../server/src/base/steps.ts';
import { changesBetween } from '../../../server/src/scoring/compare/changes.ts';
import { documentOf } from '../../../server/src/scoring/compare/document.ts';
import { scoreWith } from '../../../server/src/scoring/compare/hybrid.ts';
import { matchIndicators } from '../../../server/src/scoring/compare/match.ts';
import { placesIn } from '../../../server/src/scoring/compare/standings.ts';
import { type Comparison, compareSystems } from '../../../server/src/scoring/compare/systems.ts';
import type { Scoring } from '../../../server/src/scoring/score.ts';
import { scoreTexts } from '../../support/scoring.ts';

const base = `indicatorSystem: 1
id: demo
weights: percent
units: {id: code, name: name, groups: {kind: {column: kind}}}
data: [{path: demo.csv}]
defaults: {normalise: {method: none}}
indicators:
  - id: service
    name: 服务
    weight: 60
    indicators:
      - {id: online, name: 网办率, weight: 50}
      - {id: handled, name: 办结率, weight: 50}
  - id: openness
    name: 公开
    weight: 40
    indicators:
      - {id: reply, name: 答复率, weight: 30}
      - {id: platform, name: 平台, weight: 70}
ranking: {ties: dense, round: {decimals: 2}}
tiers: [{name: 优, atLeast: 80}, {name: 良, atLeast: 60}, {name: 差}]
`;
const data = `code,name,kind,online,handled,reply,platform,extra
1,甲,省,90,80,95,90,10
2,乙,省,80,70,85,80,90
3,丙,市,70,60,90,95,80
4,丁,市,60,65,40,88,70
`;

function compared(
  change: (text: string) => string,
  changeData = (text: string) => text,
): Comparison & { sides: readonly [Scoring, Scoring] } {
  const sides = [scoreTexts(base, data), scoreTexts(change(base), changeData(data))] as const;
  return { ...compareSystems(...sides), sides };
}

function kinds({ changes }: Comparison): readonly string[] {
  return changes.map(({ change }) => change.kind);
}

/** Applying every change to the first gives the second, to the last digit; applying none gives the first. */
function expectWhole([before, after]: readonly [Scoring, Scoring]): void {
  const pairs = matchIndicators(before, after);
  const sides = { before, after, pairs };
  const plain = (scoring: Scoring) =>
    [...placesIn(scoring).values()].map(({ id, unrounded, rank, tier }) => [id, unrounded, rank, tier?.en]);
  expect(plain(scoreWith(sides, atOnce(changesBetween(before, after, pairs)))!)).toEqual(plain(after));
  expect(plain(scoreWith(sides, [])!)).toEqual(plain(before));
}

/** What the factors caused adds up to what happened. */
function expectSum({ units }: Comparison): void {
  for (const { causes, rankBefore, rankAfter } of units) {
    const sum = Object.values(causes!.places!).reduce((total, part) => total + part, 0);
    expect(sum).toBeCloseTo(rankBefore! - rankAfter!, 9);
    expect(causes!.places).not.toHaveProperty('other');
    expect(causes!.score).not.toHaveProperty('other');
  }
}

const reweigh = (text: string) =>
  text
    .replace('name: 服务\n    weight: 60', 'name: 服务\n    weight: 20')
    .replace('name: 公开\n    weight: 40', 'name: 公开\n    weight: 80');

describe('what was changed', () => {
  test('nothing', () => {
    const comparison = compared(text => `# a comment\n${text}`);
    expect(comparison.changes).toEqual([]);
    expect(comparison.effects).toMatchObject({ rankMoves: [], tierMoves: [], spearman: 1, kendall: 1 });
  });

  test('weights, with the effective weights below', () => {
    const comparison = compared(reweigh);
    expect(comparison.changes.map(({ change }) => change)).toEqual([
      {
        kind: 'weights',
        factor: 'weights',
        parent: null,
        settings: [
          {
            key: 'weight',
            indicator: { id: 'service', name: { en: '服务', 'zh-CN': '服务' } },
            before: '60',
            after: '20',
          },
          {
            key: 'weight',
            indicator: { id: 'openness', name: { en: '公开', 'zh-CN': '公开' } },
            before: '40',
            after: '80',
          },
        ],
      },
    ]);
    expect(comparison.effectiveWeights.map(({ id, before, after }) => [id, before, after])).toEqual([
      ['service', 0.6, 0.2],
      ['online', 0.3, 0.1],
      ['handled', 0.3, 0.1],
      ['openness', 0.4, 0.8],
      ['reply', 0.12, 0.24],
      ['platform', 0.28, 0.56],
    ]);
    expectWhole(comparison.sides);
    expectSum(comparison);
  });

  test('12 and 12.0 are one weight', () => {
    expect(compared(text => text.replace('weight: 30', 'weight: 30.0')).changes).toEqual([]);
  });

  test('an indicator that came, with the weights that made room for it', () => {
    const comparison = compared(text =>
      text.replace('weight: 70}', 'weight: 50}\n      - {id: extra, name: 附加, weight: 20}'),
    );
    expect(kinds(comparison)).toEqual(['added', 'weights']);
    expect(comparison.changes[0]!.change).toMatchObject({
      indicator: { id: 'extra' },
      parent: { id: 'openness' },
      level: 2,
    });
    expectWhole(comparison.sides);
    expectSum(comparison);
  });

  test('a branch that went', () => {
    const comparison = compared(text => text.replace(/ {2}- id: openness[\s\S]*(?=ranking)/, ''));
    expect(kinds(comparison)).toEqual(['removed']);
    expect(comparison.changes[0]!.change).toMatchObject({ indicator: { id: 'openness' }, nBelow: 2 });
    expectWhole(comparison.sides);
  });

  test('an indicator that moved', () => {
    const comparison = compared(text => {
      const leaf = '      - {id: reply, name: 答复率, weight: 30}\n';
      return text.replace(leaf, '').replace('  - id: openness', `${leaf}  - id: openness`);
    });
    expect(kinds(comparison)).toEqual(['moved']);
    expect(comparison.changes[0]!.change).toMatchObject({ from: { id: 'openness' }, to: { id: 'service' } });
    expectWhole(comparison.sides);
    expectSum(comparison);
  });

  test('another order is an order', () => {
    const comparison = compared(text => text.replace(/( {6}- .*\n)( {6}- .*\n)/, '$2$1'));
    expect(kinds(comparison)).toEqual(['reordered']);
    expect(comparison.effects).toMatchObject({ rankMoves: [], scores: { nChanged: 0 } });
  });

  test('a new id is a renaming, by the name or by the values; the column goes with the data', () => {
    const byName = compared(text => text.replace('id: online,', 'id: web, column: online,'));
    expect(byName.changes.map(({ change }) => change)).toMatchObject([
      { kind: 'renamed', before: { id: 'online' }, after: { id: 'web' } },
    ]);
    const byValues = compared(
      text => text.replace('id: online, name: 网办率', 'id: web, name: 全程网办率'),
      text => text.replace('online', 'web'),
    );
    expect(kinds(byValues)).toEqual(['renamed', 'data']);
    expect(byValues.changes[1]!.change).toMatchObject({
      nCells: 0,
      settings: [{ key: 'web.column', before: 'online', after: 'web' }],
    });
    expect(byValues.effects!.rankMoves).toEqual([]);
    expectWhole(byValues.sides);
  });

  test('an aggregate with a new id and name is known by its indicators', () => {
    const comparison = compared(text =>
      text.replace('id: openness\n    name: 公开', 'id: transparency\n    name: 透明'),
    );
    expect(kinds(comparison)).toEqual(['renamed']);
  });

  test('one indicator for another is no renaming', () => {
    const comparison = compared(text => text.replace('{id: platform, name: 平台', '{id: extra, name: 附加'));
    expect(kinds(comparison)).toEqual(['added', 'removed']);
    expectWhole(comparison.sides);
  });

  test('methods, tiers, ranking, each setting by its path', () => {
    const comparison = compared(text =>
      text
        .replace('weight: 30}', 'weight: 30, normalise: {method: goalposts, lower: 50, upper: 100}}')
        .replace('atLeast: 80', 'atLeast: 75')
        .replace('ties: dense', 'ties: competition'),
    );
    expect(comparison.changes.map(({ change }) => change)).toMatchObject([
      {
        kind: 'method',
        indicator: { id: 'reply' },
        settings: [{ key: 'normalise', before: null, after: 'goalposts {lower: 50, upper: 100}' }],
      },
      { kind: 'setting', key: 'ranking', settings: [{ key: 'ranking.ties', before: 'dense', after: 'competition' }] },
      { kind: 'setting', key: 'tiers', settings: [{ key: 'tiers.优.atLeast', before: '80', after: '75' }] },
    ]);
    expectWhole(comparison.sides);
  });

  test('cells, units and groups of the data', () => {
    const comparison = compared(
      text => text,
      text => text.replace('乙,省,80', '乙,市,81').replace(/4,丁.*\n/, '5,戊,市,60,60,60,60,1\n'),
    );
    expect(comparison.changes.map(({ change }) => change)).toMatchObject([
      {
        kind: 'data',
        unitsAdded: [{ name: '戊' }],
        unitsRemoved: [{ name: '丁' }],
        nCells: 1,
        cells: [{ unit: '2', indicator: { id: 'online' }, before: '80', after: '81' }],
        settings: [{ key: '乙.groups.kind', before: '[省]', after: '[市]' }],
      },
    ]);
    expect(comparison.effects).toMatchObject({ entered: [{ id: '5' }], left: [{ id: '4' }], nUnits: 3 });
    expectWhole(comparison.sides);
  });
});

describe('what it did', () => {
  const comparison = compared(reweigh);

  test('ranks, tiers in both directions, counts', () => {
    const [before, after] = comparison.sides.map(placesIn) as [
      ReturnType<typeof placesIn>,
      ReturnType<typeof placesIn>,
    ];
    const moved = [...after.values()].filter(({ id, rank }) => before.get(id)!.rank !== rank);
    expect(moved.length).toBeGreaterThan(0);
    expect(comparison.effects!.rankMoves.map(({ id, before: from, after: to }) => [id, from, to]).sort()).toEqual(
      moved.map(({ id, rank }) => [id, before.get(id)!.rank, rank]).sort(),
    );
    for (const { id, direction } of comparison.effects!.tierMoves) {
      const score = (places: ReturnType<typeof placesIn>) => places.get(id)!.score!;
      expect(direction).toBe(score(after) > score(before) ? 'up' : 'down');
    }
    const count = (name: string) => [...after.values()].filter(({ tier }) => tier?.en === name).length;
    expect(comparison.effects!.tiers.map(tier => [tier.name.en, tier.after])).toEqual(
      ['优', '良', '差'].map(name => [name, count(name)]),
    );
  });

  test('who comes into the ranking and who goes out of it, though every score stays', () => {
    const comparison = compared(text => text.replace('{ties: dense', '{eligible: {exclude: [1]}, ties: dense'));
    const { rankLost, rankGained, scores } = comparison.effects!;
    expect([rankLost, rankGained, scores.nChanged]).toEqual([[{ id: '1', name: '甲' }], [], 0]);
    expect(comparison.changes[0]!.effect!.nRankMoves).toBe(4);
    const back = compareSystems(comparison.sides[1], comparison.sides[0]);
    expect(back.effects!.rankGained).toEqual(rankLost);
    expect(documentOf(comparison, 'zh-CN').summary).toContain('不再参与排名：甲');
    expect(documentOf(back, 'en').summary).toContain('Ranked now: 甲');
  });

  test('a change’s own effect is the definition with that change alone, scored', () => {
    const two = compared(text => reweigh(text).replace('atLeast: 80', 'atLeast: 70'));
    const [weights, tiers] = two.changes;
    const alone = compareSystems(scoreTexts(base, data), scoreTexts(reweigh(base), data)).effects!;
    expect(weights!.effect).toEqual({
      withData: false,
      nScores: alone.scores.nChanged,
      largestScoreChange: alone.scores.largest,
      nRankMoves: alone.rankMoves.length,
      nTierMoves: alone.tierMoves.length,
      spearman: alone.spearman,
    });
    expect(tiers!.effect).toMatchObject({ nScores: 0, nRankMoves: 0 });
  });

  test('a change that needs the data’s change is measured with it', () => {
    const comparison = compared(
      text => text.replace('weight: 70}', 'weight: 70}\n      - {id: fresh, name: 新, weight: 20}'),
      text => text.replace('extra', 'fresh').replace('90,80,95,90,10', '91,80,95,90,10'),
    );
    expect(comparison.changes.map(({ change, effect }) => [change.kind, effect?.withData])).toEqual([
      ['added', true],
      ['data', false],
    ]);
    expectWhole(comparison.sides);
  });

  test('scores on another scale are not compared; ranks are', () => {
    const other = compared(text => text.replace('weights: percent', 'weights: percent\nfullMark: 110'));
    expect(other.comparability).toMatchObject({ scores: 'refused', reasons: [{ code: 'full-mark' }] });
    expect(other.units.every(({ scoreChange }) => scoreChange === null)).toBe(true);
    expect(other.effects!.nRanked).toBe(4);
  });

  test('parameters learned from other data qualify the scores', () => {
    const relative = base.replace('method: none', 'method: min-max');
    const { comparability } = compareSystems(
      scoreTexts(relative, data),
      scoreTexts(relative, data.replace('90,80,95', '99,80,95')),
    );
    expect(comparability).toMatchObject({ scores: 'qualified', reasons: [{ code: 'estimated-parameters' }] });
  });
});

test('expectations are compared claim by claim, and told in words', () => {
  const claims =
    (...list: string[]) =>
    (text: string) =>
      `${text}expect:\n${list.map(each => `  - ${each}\n`).join('')}`;
  const before = claims(
    '{count: {tier: 优}, is: 2}',
    '{members: {tier: 优}, are: [甲, 丙]}',
    '{rank: {unit: 甲}, is: 1}',
    '{score: {unit: 乙}, is: 77.6, note: before}',
  )(base);
  const after = claims(
    '{score: {unit: 乙}, is: 77.6, note: after}',
    '{count: {tier: 优}, is: 3}',
    '{members: {tier: 优}, are: [甲, 丁]}',
    '{share: {where: {kind: 省}}, is: 50}',
  )(base);
  const comparison = compareSystems(scoreTexts(before, data), scoreTexts(after, data));
  const [section] = documentOf(comparison, 'en').sections;
  expect(section?.rows.map(({ cells }) => cells)).toEqual([
    [
      'expectations: number of units (tier 优) 2 → 3; members (tier 优) in 丁; out 丙; added: share of units (kind = 省) is 50 %; removed: rank of 甲 is 1',
      'moves nobody',
    ],
  ]);
  expect(documentOf(comparison, 'zh-CN').sections[0]?.rows[0]?.cells[0]).toBe(
    '预期结果：评估对象数（优） 2 → 3；名单（优） 进入 丁；退出 丙；新增：占比（kind = 省）为 50%；删除：甲的位次为 1',
  );
  expect(section?.rows[0]?.subject).toEqual({ kind: 'key', path: ['expect'] });
});

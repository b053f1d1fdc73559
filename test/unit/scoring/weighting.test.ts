/** Computed weights from the text of a definition to shares, scores, reports and explanations. */
import { describe, expect, test } from 'vitest';
import { explain } from '../../../server/src/scoring/explain/explain.ts';
import { reportOf } from '../../../server/src/scoring/report/report.ts';
import { effectiveWeights } from '../../../server/src/scoring/weights.ts';
import { scoreTexts, systemOf } from '../../support/scoring.ts';

const head = 'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\ndefaults: {normalise: none}\n';
const data = 'code,a,b,c\nx,10,30,90\ny,20,40,20\nz,30,50,70\n';

/** The weights of three leaves at level 1 under a `weighting`. */
function scoring(weighting: string, more: { weights?: readonly number[]; csv?: string; top?: string } = {}) {
  const leaves = ['a', 'b', 'c'].map((id, k) => `  - {id: ${id}, name: ${id}${written(more.weights?.[k])}}`);
  return scoreTexts(
    `${head}weighting: ${weighting}\n${more.top ?? ''}indicators:\n${leaves.join('\n')}\n`,
    more.csv ?? data,
  );
}

function written(weight: number | undefined): string {
  return weight === undefined ? '' : `, weight: ${weight}`;
}

function sharesOf(...args: Parameters<typeof scoring>) {
  const { indicators } = reportOf(scoring(...args), { locale: 'en', findings: [] });
  return indicators.map(({ share }) => (share === null ? null : Number(share.toFixed(10))));
}

describe('judgements', () => {
  const judged = '{method: ahp, judgements: {a/b: 2, a/c: 6, b/c: 3}}';

  test('give shares without any data', () => {
    const weights = effectiveWeights(systemOf(`weighting: ${judged}\nindicators: [{id: a}, {id: b}, {id: c}]`));
    expect([...weights.values()].map(({ share }) => Number(share.toFixed(12)))).toEqual([0.6, 0.3, 0.1]);
  });
  test('in either direction, as fractions, in any order of the children', () => {
    expect(sharesOf('{method: ahp, judgements: {b/a: 1/2, c/a: "1/6", c/b: 1 / 3}}')).toEqual([0.6, 0.3, 0.1]);
  });
  test('a reciprocal beside its judgement is no contradiction, another value is', () => {
    expect(sharesOf('{method: ahp, judgements: {a/b: 2, b/a: 0.5, a/c: 6, c/a: 0.17, b/c: 3}}')).toEqual([
      0.6, 0.3, 0.1,
    ]);
    expect(sharesOf('{method: ahp, judgements: {a/b: 2, b/a: 3, a/c: 6, b/c: 3}}')).toEqual([null, null, null]);
  });
  test('a missing pair follows from the others; without connection there are no weights and no scores', () => {
    expect(sharesOf('{method: ahp, judgements: {a/b: 2, b/c: 3}}')).toEqual([0.6, 0.3, 0.1]);
    const { scores, compiled } = scoring('{method: ahp, judgements: {a/b: 2}}');
    expect(compiled.noTotals).toBeUndefined();
    expect(scores.totals.states.every(state => state !== 0)).toBe(true);
  });
  test('the scores use them', () => {
    const { ranking, scores } = scoring(judged);
    expect(scores.totals.values[0]).toBeCloseTo(0.6 * 10 + 0.3 * 30 + 0.1 * 90, 12);
    expect([...ranking.ranks]).toEqual([3, 2, 1]);
  });
});

describe('from data', () => {
  test('variation, as its formula says', () => {
    const cv = [10 / 20, 10 / 40, Math.sqrt(1300) / 60];
    const total = cv.reduce((a, b) => a + b, 0);
    expect(sharesOf('{method: variation}')).toEqual(cv.map(each => Number((each / total).toFixed(10))));
  });
  test('above aggregates: of the scores below, whose weights are computed first', () => {
    const report = reportOf(
      scoreTexts(
        `${head}weighting: {method: variation}
indicators:
  - {id: p, name: P, weighting: {method: ahp, judgements: {a/b: 3}}, indicators: [{id: a, name: A}, {id: b, name: B}]}
  - {id: c, name: C}
`,
        data,
      ),
      { locale: 'en', findings: [] },
    );
    const p = [15, 25, 35];
    const cv = [10 / 25, Math.sqrt(1300) / 60];
    expect(p.reduce((a, b) => a + b, 0) / 3).toBe(25);
    const { indicators } = report;
    expect(indicators.find(({ id }) => id === 'p')!.share).toBeCloseTo(cv[0]! / (cv[0]! + cv[1]!), 12);
    expect(indicators.find(({ id }) => id === 'a')!.effective).toBeCloseTo((0.75 * cv[0]!) / (cv[0]! + cv[1]!), 12);
    expect(indicators.map(({ weightSource }) => weightSource)).toEqual(['variation', 'ahp', 'ahp', 'variation']);
    expect(report.weightings.map(({ parent, method }) => [parent, method])).toEqual([
      ['p', 'ahp'],
      [null, 'variation'],
    ]);
  });
  test('a shift and signed loadings are read', () => {
    expect(sharesOf('{method: entropy, shift: 0.1}')).not.toEqual(sharesOf('{method: entropy}'));
    const csv = 'code,a,b,c\nx,1,2,1\ny,2,3,3\nz,3,5,4\nw,4,5,6\n';
    const [squared, signed] = ['false', 'true'].map(word => sharesOf(`{method: pca, signed: ${word}}`, { csv }));
    const roots = squared!.map(share => Math.sqrt(share!));
    const total = roots.reduce((a, b) => a + b, 0);
    roots.forEach((root, k) => {
      expect(signed![k]).toBeCloseTo(root / total, 9);
    });
  });
  test('optimised: shares by id', () => {
    const csv = 'code,a,b,c\nx,12,40,70\ny,55,42,20\nz,31,90,45\nu,87,61,88\nv,44,15,52\nw,60,77,35\n';
    const asked = sharesOf('{method: optimised, shares: {c: 1, a: 2, b: 1}}', { csv });
    expect(asked).toEqual(sharesOf('{method: optimised, shares: {a: 2, b: 1, c: 1}}', { csv }));
    expect(asked).not.toEqual(sharesOf('{method: optimised}', { csv }));
    expect(sharesOf('{method: optimised, shares: {a: 2, b: 1}}', { csv })).toEqual([null, null, null]);
  });
  test('variation: the mean of z-scores is 0, whatever its last binary digit', () => {
    const csv = 'code,a,b,c\nx,12.1,40,70\ny,55.3,42,20\nz,31.7,90,45\nu,87.9,61,88\nv,44.4,15,52\nw,60.2,77,35\n';
    const definition = `${head.replace('none', 'z-score')}weighting: {method: variation}\nindicators: [{id: a}, {id: b}, {id: c}]\n`;
    const { weightings } = reportOf(scoreTexts(definition, csv), { locale: 'en', findings: [] });
    expect(weightings).toMatchObject([{ shares: null, reason: 'non-positive' }]);
  });
  test('where there are none, nothing is scored and the reason is said', () => {
    const csv = 'code,a,b,c\nx,1,5,7\ny,2,5,8\n';
    const none = scoring('{method: pca}', { csv });
    const report = reportOf(none, { locale: 'en', findings: [] });
    expect(report.weightings).toEqual([{ parent: null, method: 'pca', shares: null, figures: {}, reason: 'constant' }]);
    expect(report.units.map(({ reasons }) => reasons[''])).toEqual(['no-weights', 'no-weights']);
    expect(
      explain(none, 'x')!
        .steps.find(({ kind }) => kind === 'index')!
        .lines.map(({ en }) => en),
    ).toEqual(['no weights by pca: b: all its scores are equal', 'the weights cannot be computed']);
  });
});

describe('combinations', () => {
  test('with written weights, by product or in a line', () => {
    const csv = 'code,a,b,c\nx,10,30,30\ny,20,40,40\nz,30,50,50\n';
    expect(sharesOf('{method: variation, combine: product}', { weights: [20, 40, 40], csv })).toEqual([
      0.3333333333, 0.3333333333, 0.3333333333,
    ]);
    expect(sharesOf('{method: variation, combine: {linear: 0.2}}', { weights: [20, 40, 40], csv })).toEqual([
      0.26, 0.37, 0.37,
    ]);
    expect(sharesOf('{method: variation, combine: product}', { csv })).toEqual(
      sharesOf('{method: variation}', { csv }),
    );
  });
  test('of two methods', () => {
    const shares = sharesOf(
      '{method: entropy, combine: product, with: {method: ahp, judgements: {a/b: 2, a/c: 6, b/c: 3}}}',
    );
    const entropy = sharesOf('{method: entropy}').map((share, k) => share! * [0.6, 0.3, 0.1][k]!);
    const total = entropy.reduce((a, b) => a + b, 0);
    shares.forEach((share, k) => {
      expect(share).toBeCloseTo(entropy[k]! / total, 8);
    });
  });
  test('of two methods, each learned of its own units', () => {
    const csv = 'code,kind,a,b,c\nx,s,10,30,90\ny,s,20,40,20\nz,t,30,90,70\nu,t,90,10,20\n';
    const top = 'ranking: {eligible: {where: {column: kind, equals: s}}}\n';
    const sharesBy = (weighting: string) => sharesOf(weighting, { csv, top });
    const all = sharesBy('{method: variation}');
    const ranked = sharesBy('{method: variation, over: eligible}');
    expect(ranked).not.toEqual(all);
    const second = '{method: ahp, judgements: {a/b: 1, a/c: 1, b/c: 1}, combine: {linear: 0}, with:';
    expect(sharesBy(`${second} {method: variation}}`)).toEqual(all);
    expect(sharesBy(`${second} {method: variation, over: eligible}}`)).toEqual(ranked);
    // As the first, unless it says otherwise.
    const first = '{method: critic, over: eligible, combine: {linear: 0}, with:';
    expect(sharesBy(`${first} {method: variation}}`)).toEqual(ranked);
    expect(sharesBy(`${first} {method: variation, over: all}}`)).toEqual(all);
  });
  test('weights by group are combined for each group', () => {
    const definition =
      `${head.replace('units: {id: code}', 'units: {id: code, groups: {kind: {column: kind}}}')}weightsBy: kind
weighting: {method: equal, combine: {linear: 0.5}}
indicators:
  - {id: a, name: A, weight: {s: 100, t: 0}}
  - {id: b, name: B, weight: {s: 0, t: 100}}
`.replace('{method: equal, ', '{method: ahp, judgements: {a/b: 1}, ');
    const { scores } = scoreTexts(definition, 'code,kind,a,b\nx,s,10,20\ny,t,10,20\n');
    expect([...scores.totals.values]).toEqual([12.5, 17.5]);
  });
});

test('equal weights are computed, not taken from what is written beside them', () => {
  expect(sharesOf('{method: equal}', { weights: [50, 30, 20] })).toEqual([0.3333333333, 0.3333333333, 0.3333333333]);
});

test('the explanation lists the weights and how they came about', () => {
  const { steps } = explain(scoring('{method: ahp, judgements: {a/b: 2, a/c: 6, b/c: 3}}'), 'x')!;
  const index = steps.find(({ kind }) => kind === 'index')!;
  expect(index.lines[0]).toEqual({
    en: 'weights by ahp: a 60%, b 30%, c 10% (lambda = 3, CR = 0)',
    'zh-CN': '权重由 ahp 计算：a 60%，b 30%，c 10% (lambda = 3, CR = 0)',
  });
});

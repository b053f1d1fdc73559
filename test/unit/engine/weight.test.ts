/** The weightings by themselves: their examples, their edges, and numbers computed elsewhere. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AggregatePlan, Weighting, WeightingPlan } from '../../../server/src/engine/aggregatePlan.ts';
import { type Column, emptyColumn, reasons, writeNumber, writeReason } from '../../../server/src/engine/column.ts';
import { weigh } from '../../../server/src/engine/weigh.ts';
import { weightMethods } from '../../../server/src/engine/weight/index.ts';
import {
  consistencyOf,
  type JudgementMatrix,
  judgedWeights,
  worstJudgement,
} from '../../../server/src/engine/weight/judgements.ts';

type Cells = readonly (number | null)[];

describe('every weighting', () => {
  test.each(Object.entries(weightMethods))('%s says all about itself, in both languages', (id, method) => {
    expect(method.id).toBe(id);
    const texts = [method.title, method.meaning, ...method.parameters.map(({ meaning }) => meaning)];
    for (const text of [...texts, ...method.edges.map(edge => edge.text)]) {
      expect(text.en).not.toBe('');
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
    }
    expect(method.formula).not.toBe('');
    expect(method.source).not.toBe('');
  });

  test('is a file that is registered', () => {
    const files = readdirSync(new URL('../../../server/src/engine/weight', import.meta.url));
    const shared = ['index', 'method', 'combine', 'eigen', 'judgements', 'leastSquares', 'statistics'];
    const ids = files.map(file => file.replace('.ts', '')).filter(file => !shared.includes(file));
    expect(ids.sort()).toEqual(Object.keys(weightMethods).sort());
  });

  test.each(Object.values(weightMethods))('the example of $id', ({ example }) => {
    expectShares(sharesOf(example.weighting, example.children), example.shares);
  });

  test.each(Object.values(weightMethods))('$id gives an only child everything', ({ example }) => {
    const own = example.weighting.method === 'ahp' ? { ...example.weighting, judgements: [[1]] } : example.weighting;
    expect(sharesOf(own, [[null, null]])).toEqual([1]);
  });
});

describe('entropy', () => {
  const entropy: Weighting = { method: 'entropy', shift: 0 };

  test('numbers computed by hand from the textbook formula, in the plain way', () => {
    const columns = [
      [0, 25, 60, 100],
      [10, 20, 30, 100],
      [90, 91, 92, 100],
    ];
    const e = columns.map(column => {
      const total = column.reduce((a, b) => a + b, 0);
      const terms = column.map(x => (x === 0 ? 0 : (x / total) * Math.log(x / total)));
      return -terms.reduce((a, b) => a + b, 0) / Math.log(column.length);
    });
    const diversity = e.map(each => 1 - each);
    const total = diversity.reduce((a, b) => a + b, 0);
    expectShares(
      sharesOf(entropy, columns),
      diversity.map(each => each / total),
      1e-11,
    );
  });
  test('a shift is added to scores from 0 to 1', () => {
    const one = sharesOf({ method: 'entropy', shift: 0.1 }, [
      [0, 50],
      [20, 40],
    ]);
    expectShares(
      one,
      sharesOf(entropy, [
        [10, 60],
        [30, 50],
      ]) as readonly number[],
    );
  });
  test('negative scores', () =>
    expect(
      sharesOf(entropy, [
        [1, 2],
        [-1, 2],
      ]),
    ).toEqual({ reason: 'non-positive', child: 1 }));
  test('a constant child weighs nothing, all constant: no weights', () => {
    expectShares(
      sharesOf(entropy, [
        [1, 2],
        [5, 5],
      ]),
      [1, 0],
    );
    expect(
      sharesOf(entropy, [
        [3, 3],
        [5, 5],
      ]),
    ).toEqual({ reason: 'no-information' });
  });
  test('missing cells are left out', () =>
    expectShares(
      sharesOf(entropy, [
        [0, null, 100],
        [25, 75, null],
      ]),
      sharesOf(entropy, [
        [0, 100],
        [25, 75],
      ]) as number[],
    ));
  test('fewer than two values', () =>
    expect(
      sharesOf(entropy, [
        [1, 2],
        [5, null],
      ]),
    ).toEqual({ reason: 'too-few-values', child: 1 }));
});

describe('edges of the others', () => {
  const columns = [
    [1, 2, 3, 4],
    [2, 4, 6, 8],
  ];
  test('critic: complete agreement', () =>
    expect(sharesOf({ method: 'critic' }, columns)).toEqual({ reason: 'no-information' }));
  test('variation: a mean of 0', () =>
    expect(
      sharesOf({ method: 'variation' }, [
        [1, 2],
        [-1, 1],
      ]),
    ).toEqual({ reason: 'non-positive', child: 1 }));
  test('independence: R = 1 is no obstacle, R = 0 is', () => {
    expectShares(sharesOf({ method: 'independence' }, columns), [0.5, 0.5]);
    expect(
      sharesOf({ method: 'independence' }, [
        [1, 1, -1, -1],
        [1, -1, 1, -1],
      ]),
    ).toEqual({ reason: 'uncorrelated', child: 0 });
    expect(
      sharesOf({ method: 'independence' }, [
        [1, 2],
        [1, 3],
      ]),
    ).toEqual({ reason: 'too-few-values' });
  });
  test('pca: no first component, a constant child, a negative loading', () => {
    const pca = { method: 'pca', signed: false } as const;
    expect(
      sharesOf(pca, [
        [1, 1, -1, -1],
        [1, -1, 1, -1],
      ]),
    ).toEqual({ reason: 'ambiguous' });
    expect(
      sharesOf(pca, [
        [1, 2, 3],
        [4, 4, 4],
      ]),
    ).toEqual({ reason: 'constant', child: 1 });
    const opposed = [
      [1, 2, 3, 4],
      [1, 2, 3, 5],
      [9, 3, 2, 1],
    ];
    expect(sharesOf({ ...pca, signed: true }, opposed)).toEqual({ reason: 'negative', child: 2 });
    expect(sharesOf(pca, opposed)).toHaveLength(3);
  });
  test('optimised: what was asked comes out, by child', () => {
    const random = [
      [12, 55, 31, 87, 44, 60, 23, 95],
      [40, 42, 90, 61, 15, 77, 30, 66],
      [70, 20, 45, 88, 52, 35, 10, 60],
    ];
    const asked: Weighting = { method: 'optimised', targets: [2, 1, 1.5] };
    const shares = sharesOf(asked, random) as readonly number[];
    const parent = arithmetic(random, shares);
    const r = random.map(child => pearson(child, parent));
    const total = r.reduce((a, b) => a + b, 0);
    expectShares(
      r.map(each => each / total),
      [2 / 4.5, 1 / 4.5, 1.5 / 4.5],
      1e-10,
    );
  });
  test('optimised: out of reach gives the nearest, and says how far it is', () => {
    const columns = [
      [1, 2, 3, 4, 5],
      [1, 2, 3, 5, 4],
      [5, 1, 4, 2, 3],
    ];
    const found = weighed({ method: 'optimised', targets: [1, 1, 20] }, columns);
    expect(found.figures?.farthest).toBeGreaterThan(0.001);
    expect(Math.min(...found.shares![0]!)).toBeGreaterThanOrEqual(0);
  });
});

describe('combinations', () => {
  const columns = [
    [10, 20, 30],
    [30, 40, 50],
  ];
  const variation: Weighting = { method: 'variation' };

  test('product and linear, with given weights', () => {
    expectShares(combination({ weighting: variation, combine: { how: 'product', with: 'weight-sets' } }), [0.4, 0.6]);
    expectShares(combination({ weighting: variation, combine: { how: { linear: 0.25 }, with: 'weight-sets' } }), [
      (2 / 3) * 0.25 + 0.25 * 0.75,
      (1 / 3) * 0.25 + 0.75 * 0.75,
    ]);
  });
  test('of two methods', () =>
    expectShares(combination({ weighting: variation, combine: { how: 'product', with: { method: 'equal' } } }), [
      2 / 3,
      1 / 3,
    ]));
  test('without anything in common', () => {
    const node = aggregateOf({ weighting: variation, combine: { how: 'product', with: 'weight-sets' } }, [[0, 1]]);
    expect(
      weigh(
        node,
        weighable([
          [10, 20],
          [5, 5],
        ]),
      ),
    ).toEqual({ reason: 'no-information' });
  });

  function combination(weighting: WeightingPlan) {
    return weigh(aggregateOf(weighting, [[25, 75]]), weighable(columns)).shares![0]!;
  }
});

describe('ahp', () => {
  test('the textbook matrix (Saaty 1980, school selection): weights, λ, CI, CR', () => {
    const matrix = matrixOf(6, school);
    const { vector } = judgedWeights(matrix)!;
    expect(vector.map(weight => Math.round(weight * 100) / 100)).toEqual([0.32, 0.14, 0.03, 0.13, 0.24, 0.14]);
    // The book prints 7.49 and 0.24, worked out by hand; LAPACK gives this.
    expect(consistencyOf(matrix, 'saaty-1980')!.lambda).toBeCloseTo(7.41987010192128, 12);
  });
  test('consistent judgements: CR 0; up to two children too', () => {
    expect(consistencyOf(matrixOf(3, [2, 6, 3]), 'saaty-2003')!.ratio).toBeCloseTo(0, 12);
    expect(consistencyOf(matrixOf(2, [7]), 'saaty-1980')).toEqual({ lambda: 2, index: 0, ratio: 0 });
  });
  test('the random index is that of the table', () => {
    const matrix = matrixOf(3, [3, 1 / 5, 4]);
    const [early, late] = (['saaty-1980', 'saaty-2003'] as const).map(table => consistencyOf(matrix, table)!);
    expect(early!.ratio).toBeCloseTo(early!.index / 0.58, 14);
    expect(late!.ratio).toBeCloseTo(late!.index / 0.52, 14);
  });
  test('λ of three by the closed formula: 1 + q + 1/q with q³ = a₁₃/(a₁₂ a₂₃)', () => {
    const q = Math.cbrt(1 / 5 / 12);
    expect(consistencyOf(matrixOf(3, [3, 1 / 5, 4]), 'saaty-1980')!.lambda).toBeCloseTo(1 + q + 1 / q, 12);
  });
  test('Harker: what is not judged follows from the rest', () => {
    const { vector, value } = judgedWeights(matrixOf(3, [2, null, 3]))!;
    expectShares(vector, [0.6, 0.3, 0.1]);
    expect(value).toBeCloseTo(3, 12);
    expect(judgedWeights(matrixOf(3, [2, null, null]))).toBeUndefined();
  });
  test('a long chain of judgements converges', () => {
    const n = 12;
    const chain = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (__, j) => (i === j ? 1 : j === i + 1 ? 2 : j === i - 1 ? 1 / 2 : null)),
    );
    const { vector, value } = judgedWeights(chain)!;
    expectShares(
      vector,
      chain.map((_, i) => 2 ** (n - 1 - i) / (2 ** n - 1)),
    );
    expect(value).toBeCloseTo(n, 10);
  });
  test('the judgement that hurts most, and what would mend it', () => {
    expect(worstJudgement(matrixOf(3, [2, 1 / 6, 3]), 'saaty-1980')).toMatchObject({ left: 0, right: 2, mended: 6 });
    const four = matrixOf(4, [2, 4, 1 / 8, 2, 4, 2]);
    expect(worstJudgement(four, 'saaty-1980')).toMatchObject({ left: 0, right: 3, mended: 8 });
    expect(worstJudgement(matrixOf(3, [2, 6, 3]), 'saaty-1980')).toBeUndefined();
  });
});

/** Learning, friends, school life, vocational training, college preparation, music classes. */
const school = [4, 3, 1, 3, 4, 7, 3, 1 / 5, 1, 1 / 5, 1 / 5, 1 / 6, 1, 1 / 3, 3];

/** The judgements above the diagonal, row by row. */
function matrixOf(n: number, above: readonly (number | null)[]): JudgementMatrix {
  const matrix = Array.from({ length: n }, () => Array.from({ length: n }, (): number | null => 1));
  let next = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const value = above[next++]!;
      matrix[i]![j] = value;
      matrix[j]![i] = value === null ? null : 1 / value;
    }
  }
  return matrix;
}

function columnOf(cells: Cells): Column {
  const column = emptyColumn(cells.length);
  cells.forEach((cell, unit) => {
    if (cell === null) writeReason(column, unit, reasons.indexOf('missing'));
    else writeNumber(column, unit, cell);
  });
  return column;
}

function weighable(cells: readonly Cells[]) {
  const scoreParent = (weights: readonly number[]) => columnOf(arithmetic(cells as readonly number[][], weights));
  return { nChildren: cells.length, children: cells.map(columnOf), scale: [0, 100] as const, scoreParent };
}

function aggregateOf(weighting: WeightingPlan, weightSets: readonly (readonly number[])[]): AggregatePlan {
  return { kind: 'aggregate', children: [], weightSets, weighting, aggregate: 'arithmetic', missing: 'exclude' };
}

function weighed(weighting: Weighting, cells: readonly Cells[]) {
  return weigh(aggregateOf({ weighting }, [cells.map(() => 1)]), weighable(cells));
}

function sharesOf(weighting: Weighting, cells: readonly Cells[]) {
  const found = weighed(weighting, cells);
  return found.shares?.[0] ?? found;
}

function arithmetic(columns: readonly (readonly number[])[], weights: readonly number[]): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  return columns[0]!.map((_, unit) =>
    columns.reduce((sum, column, k) => sum + (weights[k]! * column[unit]!) / total, 0),
  );
}

function pearson(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const dot = (a: readonly number[], ma: number, b: readonly number[], mb: number) =>
    a.reduce((sum, value, k) => sum + (value - ma) * (b[k]! - mb), 0);
  return dot(x, mx, y, my) / Math.sqrt(dot(x, mx, x, mx) * dot(y, my, y, my));
}

function expectShares(actual: unknown, expected: readonly number[], tolerance = 1e-13): void {
  expect(actual).toHaveLength(expected.length);
  (actual as readonly number[]).forEach((share, k) => {
    expect(Math.abs(share - expected[k]!), `${k}: ${share} for ${expected[k]}`).toBeLessThan(tolerance);
  });
}

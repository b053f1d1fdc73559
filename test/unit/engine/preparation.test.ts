import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { denominator } from '../../../server/src/engine/denominate.ts';
import type { Grouping } from '../../../server/src/engine/groups.ts';
import { imputeMethods } from '../../../server/src/engine/impute/index.ts';
import type { Imputation, LeafPlan, Treatment } from '../../../server/src/engine/leafPlan.ts';
import type { MethodRecord } from '../../../server/src/engine/method.ts';
import { score } from '../../../server/src/engine/score.ts';
import { transformMethods } from '../../../server/src/engine/treat/index.ts';
import { momentsOf } from '../../../server/src/engine/treat/moments.ts';
import { winsorise, winsoriseSorted } from '../../../server/src/engine/treat/winsorise.ts';
import { aggregate, type Cell, cellsOf, input, leaf, plan } from './plans.ts';

type Cells = readonly (Cell | null)[];

/** Each column a leaf; the values that are normalised, `null` where missing. */
function prepared(
  columns: readonly Cells[],
  own: Partial<LeafPlan>,
  more: { columns?: readonly Cells[]; plan?: object } = {},
) {
  const leaves = columns.map((_, index) => leaf(index, { normalise: { method: 'rank', ties: 'lowest' }, ...own }));
  const nodes = [
    ...leaves,
    aggregate(
      leaves.map((_, index) => index),
      leaves.map(() => 1),
    ),
  ];
  const { scores, params } = score(
    plan(columns[0]!.length, nodes, more.plan),
    input(...columns, ...(more.columns ?? [])),
  );
  const cells = columns.map((_, index) =>
    cellsOf(scores.prepared[index]!).map(cell => (cell === 'missing' ? null : cell)),
  );
  return { cells, params, scores };
}

const records: [string, MethodRecord][] = [
  ...Object.entries<MethodRecord>(imputeMethods),
  ...Object.entries<MethodRecord>(transformMethods),
  ['winsorise', winsorise],
  ['denominator', denominator],
];

describe('every method', () => {
  test.each(records)('%s says all about itself, in both languages', (id, method) => {
    expect(method.id).toBe(id);
    const texts = [method.title, method.meaning, ...method.parameters.map(({ meaning }) => meaning)];
    for (const text of [...texts, ...method.edges.map(edge => edge.text)]) {
      expect(text.en).not.toBe('');
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
    }
    expect(method.formula).not.toBe('');
    expect(method.source).not.toBe('');
  });

  test.each([
    ['impute', Object.keys(imputeMethods), ['index', 'method', 'parameters', 'normal']],
    ['treat', Object.keys(transformMethods), ['index', 'method', 'moments', 'winsorise']],
  ])('each file in %s is registered', (folder, ids, shared) => {
    const files = readdirSync(new URL(`../../../server/src/engine/${folder}`, import.meta.url));
    const names = files.map(file => file.replace('.ts', '')).filter(name => !shared.includes(name));
    expect(names.sort()).toEqual(ids.sort());
  });

  test.each(Object.values(imputeMethods))('the example of $id', ({ id, example }) => {
    if ('table' in example) {
      const columns = example.table[0]!.map((_, index) => example.table.map(row => row[index]!));
      const leaves = columns.map((_, index) => index);
      const { cells } = prepared(columns, { impute: { method: 'em', leaves } });
      example.filled.forEach((row, unit) => {
        for (const [index, value] of row.entries()) expect(cells[index]![unit]).toBeCloseTo(value, 12);
      });
    } else if ('value' in example) {
      const { cells } = prepared([[1, null]], { impute: { method: 'constant', value: example.value } });
      expect(cells[0]).toEqual([1, example.value]);
    } else if (id === 'mean' || id === 'median') {
      const { cells } = prepared([example.values], { impute: { method: id, from: 'units' } });
      expect(cells[0]).toEqual(example.filled);
    } else {
      expect(example.values.map((_, own) => fromSeries(id as 'latest', example.values, own, example.maxAge))).toEqual(
        example.filled,
      );
    }
  });

  test.each(Object.values(transformMethods))('the example of $id', ({ prepare, example }) => {
    const { values, params, transformed } = example;
    const transform = prepare({ min: Math.min(...values), max: Math.max(...values), ...params });
    expect(typeof transform).toBe('function');
    values.forEach((value, index) => {
      expect((transform as (value: number) => number)(value)).toBeCloseTo(transformed[index]!, 12);
    });
  });

  test('the example of winsorise', () => {
    const { values, options, winsorised } = winsorise.example;
    const { low, high } = winsoriseSorted(Float64Array.from(values), options)!;
    expect(values.map(value => Math.min(Math.max(value, low), high))).toEqual(winsorised);
  });

  test('the example of denominator', () => {
    const { value, denominator: divisor, factor, denominated } = denominator.example;
    const { cells } = prepared([[value]], { denominator: { column: 1, factor } }, { columns: [[divisor]] });
    expect(cells[0]![0]).toBeCloseTo(denominated, 12);
  });
});

/** One unit whose periods 0, 1, … have these values; that of the own period is filled. */
function fromSeries(method: 'latest' | 'linear' | 'carry', values: Cells, own: number, maxAge?: number): Cell | null {
  const others = values.flatMap((_, index) =>
    index === own ? [] : [{ period: index, source: { kind: 'column' as const, column: index } }],
  );
  const impute: Imputation = { method, series: { period: own, others }, ...(maxAge && { maxAge }) };
  const { scores } = score(
    plan(1, [leaf(own, { impute }), aggregate([0], [1])]),
    input(...values.map(value => [value])),
  );
  const [cell] = cellsOf(scores.prepared[0]!);
  return cell === 'missing' ? null : cell!;
}

describe('denominate', () => {
  test('equal ratios are equal numbers', () => {
    const ratiosOf = (values: readonly number[], divisors: readonly number[], factor: number) =>
      prepared([values], { denominator: { column: 1, factor } }, { columns: [divisors] }).cells[0];
    expect(ratiosOf([1, 3, 7], [3, 9, 21], 1000)).toEqual([1000 / 3, 1000 / 3, 1000 / 3]);
    expect(ratiosOf([0.1, 0.3, 0.7], [0.7, 2.1, 4.9], 1)).toEqual([1 / 7, 1 / 7, 1 / 7]);
    expect(ratiosOf([123, 369, 36.9], [12.3, 36.9, 3.69], 0.1)).toEqual([1, 1, 1]);
    expect(ratiosOf([-1.5, 2e300, 1e-9], [4, 1e300, 0.12345678], 1)).toEqual([-0.375, 2, 1e-9 / 0.12345678]);
  });

  test('no denominator or one of 0 is a reason; a value that is missing itself stays missing', () => {
    const { cells } = prepared(
      [[1, 2, null, 4, 'not-applicable']],
      { denominator: { column: 1, factor: 1 } },
      {
        columns: [[2, null, null, 0, 1]],
      },
    );
    expect(cells[0]).toEqual([0.5, 'denominator-missing', null, 'denominator-zero', 'not-applicable']);
  });

  test('what lacks its denominator is imputed, what has one of 0 is not', () => {
    const own: Partial<LeafPlan> = { denominator: { column: 1, factor: 1 }, impute: { method: 'mean', from: 'units' } };
    const { cells, scores } = prepared([[2, 6, 1, 1]], own, { columns: [[1, 2, null, 0]] });
    expect(cells[0]).toEqual([2, 3, 2.5, 'denominator-zero']);
    expect(scores.imputed[0]?.[2]).not.toBe(0);
    expect(scores.imputed[0]?.[0]).toBe(0);
  });

  test('a quotient out of the range of numbers is a reason', () => {
    const { cells } = prepared([[1e300]], { denominator: { column: 1, factor: 1 } }, { columns: [[1e-300]] });
    expect(cells[0]).toEqual(['overflow']);
  });
});

describe('impute', () => {
  test('what is worked out is the number that another unit has', () => {
    const mean: Imputation = { method: 'mean', from: 'units' };
    expect(prepared([[10.1, 10.3, 10.2, null]], { impute: mean }).cells[0]![3]).toBe(10.2);
    expect(prepared([[0.1, 0.2, null]], { impute: mean }).cells[0]![2]).toBe(0.15);
    expect(prepared([[1 / 3, 1 / 3, null]], { impute: mean }).cells[0]![2]).toBe(1 / 3);
    // The best sibling makes the best value, 19.12 − not 78.67 − (78.67 − 19.12).
    const ofSiblings: Imputation = { method: 'mean', from: 'leaves', leaves: [0, 1], on: 'min-max' };
    const { cells } = prepared(
      [
        [78.67, 19.12, null],
        [9, 5, 1],
      ],
      { impute: ofSiblings, direction: 'negative' },
    );
    expect(cells[0]![2]).toBe(19.12);
  });

  const groups: Grouping = { nGroups: 3, groupsOf: [[0], [0], [1], [1], [], [0, 1], [2]] };

  test('within groups: no group or several are left, several count in each, an empty group is left', () => {
    const { cells, params } = prepared([[1, null, 5, null, null, 3, null]], {
      impute: { method: 'mean', from: 'units', by: groups },
    });
    expect(cells[0]).toEqual([1, 2, 5, 4, null, 3, null]);
    expect(params.preparation!.impute[0]).toEqual({ centres: [2, 4, null], counts: [2, 2, 0] });
    const several = prepared([[1, 1, 5, 5, 9, null, null]], { impute: { method: 'mean', from: 'units', by: groups } });
    expect(several.cells[0]).toEqual([1, 1, 5, 5, 9, null, null]);
  });

  test('only some units teach: chosen ones, or those that may be ranked', () => {
    const over = Uint8Array.of(1, 1, 0, 0);
    expect(prepared([[1, 3, 100, null]], { impute: { method: 'median', from: 'units', over } }).cells[0]).toEqual([
      1, 3, 100, 2,
    ]);
    const ranked = prepared(
      [[1, 3, 100, null]],
      { impute: { method: 'mean', from: 'units', over: 'eligible' } },
      { plan: { ranking: { eligible: over } } },
    );
    expect(ranked.cells[0]).toEqual([1, 3, 100, 2]);
  });

  test('what does not apply or is invalid is not filled', () => {
    const { cells } = prepared([[1, 'not-applicable', 'invalid', null]], { impute: { method: 'mean', from: 'units' } });
    expect(cells[0]).toEqual([1, 'not-applicable', 'invalid', 1]);
  });

  test('no values at all: left', () => {
    expect(prepared([[null, null]], { impute: { method: 'mean', from: 'units' } }).cells[0]).toEqual([null, null]);
    expect(prepared([[null, null]], { impute: { method: 'em', leaves: [0] } }).cells[0]).toEqual([null, null]);
  });

  test('from the unit’s other indicators: constant ones say nothing, all missing is left, direction counts', () => {
    const impute: Imputation = { method: 'mean', from: 'leaves', leaves: [0, 1, 2], on: 'min-max' };
    const columns = [
      [0, 10, null, null],
      [7, 7, 7, null],
      [5, 1, 2, null],
    ];
    const nodes = columns.map((_, index) =>
      leaf(index, {
        impute,
        direction: index === 2 ? 'negative' : 'positive',
        normalise: { method: 'rank', ties: 'lowest' },
      }),
    );
    const { scores } = score(plan(4, [...nodes, aggregate([0, 1, 2], [1, 1, 1])]), input(...columns));
    // 2 is a quarter of the way from the best value 1 to the worst 5.
    expect(cellsOf(scores.prepared[0]!)).toEqual([0, 10, 7.5, 'missing']);
  });

  test('em: one column is its mean; a column that the others give already is not used twice', () => {
    expect(prepared([[1, 3, null]], { impute: { method: 'em', leaves: [0] } }).cells[0]![2]).toBeCloseTo(2, 12);
    const twice = [
      [1, 2, 3, 4, 5],
      [2, 4, 6, 8, 10],
      [3, 1, 4, 1, null],
    ];
    const { cells } = prepared(twice, { impute: { method: 'em', leaves: [0, 1, 2] } });
    expect(cells[2]![4]).toBeTypeOf('number');
    expect(Number.isFinite(cells[2]![4])).toBe(true);
  });

  test('screening counts what was imputed, unless it stands before', () => {
    const own: Partial<LeafPlan> = { impute: { method: 'mean', from: 'units' } };
    const columns = [
      [1, 2, 3],
      [4, null, 6],
    ];
    const ranking = { minShare: 0.9 };
    expect([...prepared(columns, own, { plan: { ranking } }).scores.eligible]).toEqual([1, 1, 1]);
    const steps = ['screen', 'impute', 'treat', 'normalise'];
    expect([...prepared(columns, own, { plan: { ranking, steps } }).scores.eligible]).toEqual([1, 0, 1]);
  });
});

describe('treat', () => {
  const treat: Treatment = {
    ...{ skew: 2, kurtosis: 3.5, winsorise: { max: 5, force: false }, combine: false },
    transform: { method: 'log', mirrored: true },
  };
  const outlier = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100];

  test('a unit not learned from moves only on the side that was winsorised', () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100];
    const over = Uint8Array.of(...values.map(() => 1), 0, 0);
    const { cells } = prepared([[...values, -50, 200]], { treat: { ...treat, over } });
    expect(cells[0]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, -50, 10]);
    const mirrored = prepared([[...values, -50, 200].map(value => -value)], { treat: { ...treat, over } });
    expect(mirrored.cells[0]).toEqual(cells[0]!.map(cell => -(cell as number)));
  });

  test('no change where the column passes', () => {
    const { cells, params } = prepared([[3, 1, 2, 5]], { treat });
    expect(cells[0]).toEqual([3, 1, 2, 5]);
    expect(params.preparation!.treat[0]).toMatchObject({ n: 4, before: { passes: true } });
    expect(params.preparation!.treat[0]!.winsorised).toBeUndefined();
  });

  test('what is missing stays so, and is not counted', () => {
    const { cells } = prepared([[...outlier, null]], { treat });
    expect(cells[0]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, null]);
  });

  test('a column that winsorising would make constant is left as it is, and says so', () => {
    const binary = [...Array.from({ length: 50 }, () => 0), 1];
    for (const column of [binary, [...binary, 9]]) {
      const { cells, params } = prepared([column], { treat });
      expect(params.preparation!.treat[0]).toMatchObject({ wouldBeConstant: true });
      expect(cells[0]).toEqual(column);
    }
  });

  test('where winsorising stops in time, the two values that are left are transformed', () => {
    const column = [...Array.from({ length: 50 }, () => 0), 1];
    const own: Partial<LeafPlan> = { treat: { ...treat, winsorise: { max: 0, force: false } } };
    expect(prepared([column], own).cells[0]![50]).toBeCloseTo(Math.log(1.01), 12);
  });

  test('three values have no kurtosis: they pass, however strict the limits', () => {
    const own: Partial<LeafPlan> = { treat: { ...treat, skew: 0.1, kurtosis: 0.1 } };
    expect(prepared([[1, 2, 50]], own).cells[0]).toEqual([1, 2, 50]);
  });

  test('constant columns and few values have no outliers', () => {
    for (const column of [[0.1, 0.1, 0.1], [1, 100], [7], [null]]) {
      expect(prepared([column], { treat }).cells[0]).toEqual(column);
    }
    expect(momentsOf(Float64Array.of(0.1, 0.1, 0.1))).toEqual({ skew: null, kurtosis: null });
  });

  test('a negative skew is mirrored, so that the order stays', () => {
    const values = outlier.map(value => -value);
    const own: Partial<LeafPlan> = { treat: { ...treat, winsorise: { max: 0, force: false } } };
    const { cells } = prepared([values], own);
    const numbers = cells[0] as number[];
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(numbers[0]).toBeCloseTo(-Math.log(-1 + 0.99 + 1), 12);
  });

  test('log-gii of a column up to 1 would turn the order around: a reason', () => {
    const own: Partial<LeafPlan> = {
      treat: { ...treat, winsorise: { max: 0, force: false }, transform: { method: 'log-gii', mirrored: false } },
    };
    const { cells } = prepared([outlier.map(value => value / 1000)], own);
    expect(new Set(cells[0])).toEqual(new Set(['non-positive']));
  });

  test('before imputing, where the plan says so: the mean is that of the treated values', () => {
    const own: Partial<LeafPlan> = { treat, impute: { method: 'mean', from: 'units' } };
    const steps = ['denominate', 'treat', 'impute', 'screen', 'normalise'];
    const usual = prepared([[...outlier, null]], own).cells[0]!;
    const turned = prepared([[...outlier, null]], own, { plan: { steps } }).cells[0]!;
    expect(turned[11]).toBeCloseTo(65 / 11, 12);
    expect(usual[11]).toBeCloseTo(155 / 11, 12);
  });
});

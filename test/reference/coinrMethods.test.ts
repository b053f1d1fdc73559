/** Each normalisation and aggregation against COINr: its single functions, and the ASEM data through whole stages. */
import { describe, expect, test } from 'vitest';
import type { AggregatePlan } from '../../server/src/engine/aggregatePlan.ts';
import type { LeafPlan } from '../../server/src/engine/leafPlan.ts';
import type { Normalisation } from '../../server/src/engine/normalisation.ts';
import type { NodePlan } from '../../server/src/engine/plan.ts';
import { score } from '../../server/src/engine/score.ts';
import { expectCells, isAbsent, type Numbers, readCases, readTable } from '../support/reference.ts';
import { aggregate, type Cell, cellsOf, column, input, leaf, plan } from '../unit/engine/plans.ts';

interface Case<Inputs, Params = Record<string, never>> {
  readonly id: string;
  readonly fn: string;
  readonly inputs: Inputs;
  readonly params: Params;
  readonly expected: unknown;
}

describe.skipIf(isAbsent)('normalisations, single functions', () => {
  /** Where COINr is not followed: `methods.md` and the edges of the methods say so too. */
  const decidedOtherwise: Readonly<Record<string, readonly Cell[]>> = {
    // COINr divides by the room between the goalposts, which is 0, and truncates what comes out.
    goalposts_equal_posts: ['constant', 'constant', 'constant'],
    // COINr warns and gives scores that fall as values rise.
    dist2targ_below_min: ['target-side', 'target-side', 'target-side'],
  };
  type Single = Case<{ readonly x: Numbers }, Parameters>;
  const cases = readCases<Single>('coinr-cases/normalise.json').filter(({ fn }) => fn.startsWith('n_'));
  const refused = cases.filter(({ expected }) => !Array.isArray(expected));

  test('there are as many as we know; a parameter that COINr refuses never reaches the engine', () => {
    expect(cases.length).toBe(109);
    expect(refused.map(({ id }) => id)).toEqual(['zscore_bad_sd', 'dist2ref_out_of_range', 'direction_0']);
  });

  test.each(cases.filter(one => !refused.includes(one)).map(one => [one.id, one] as const))('%s', (id, one) => {
    const isNegative = one.params.direction === -1 || one.params.f_direction === -1;
    const normalise = normalisation(one.fn, one.params);
    const cells = normalised(normalise, isNegative ? 'negative' : 'positive', one.inputs.x);
    const decided = decidedOtherwise[id];
    if (decided !== undefined) expect(cells).toEqual(decided);
    else expectCells(cells, one.expected as readonly unknown[], 1e-12, id);
  });

  interface Parameters {
    readonly l_u?: [number, number];
    readonly m_sd?: [number, number];
    readonly gposts?: [number, number, number];
    readonly npara?: [number, number];
    readonly scale_factor?: number;
    readonly targ?: number;
    readonly cap_max?: boolean;
    readonly iref?: number;
    readonly 'ties.method'?: string;
    readonly direction?: number;
    readonly f_direction?: number;
  }

  function normalisation(fn: string, params: Parameters): Normalisation {
    const ties = params['ties.method'] === 'average' ? 'average' : 'lowest';
    const range = [0, 1] as const;
    switch (fn) {
      case 'n_minmax':
        return { method: 'min-max', range: params.l_u! };
      case 'n_zscore':
        return { method: 'z-score', mean: params.m_sd![0], sd: params.m_sd![1] };
      case 'n_rank':
        return { method: 'rank', ties };
      case 'n_borda':
        return { method: 'borda', ties };
      case 'n_prank':
        return { method: 'percentile-rank', ties, range };
      case 'n_fracmax':
        return { method: 'fraction-of-max', range };
      case 'n_dist2max':
        return { method: 'distance-to-max', range };
      case 'n_dist2ref':
        return { method: 'distance-to-reference', unit: params.iref! - 1, range };
      case 'n_dist2targ':
        return { method: 'distance-to-target', target: params.targ!, range, ...(params.cap_max && { cap: 1 }) };
      case 'n_scaled': {
        const [lower, upper] = params.npara!;
        return { method: 'scaled', range: [0, params.scale_factor ?? 100], lower, upper };
      }
      case 'n_goalposts': {
        const [lower, upper, top] = params.gposts!;
        return { method: 'goalposts', range: [0, top], lower, upper, truncate: true };
      }
      default:
        throw new Error(`no method for ${fn}`);
    }
  }
});

describe.skipIf(isAbsent)('aggregations, single functions', () => {
  /** Where COINr is not followed: missing children rescale under every mean; a pair is compared on what both have. */
  const decidedOtherwise: Readonly<Record<string, number | readonly number[]>> = {
    a_genmean_p2_na: Math.sqrt((1 * 4 + 3 * 64) / 4),
    'a_genmean_p-1_na': 4 / (1 / 2 + 3 / 8),
    a_genmean_p2_one_left: 5,
    'a_genmean_p-1_one_left': 5,
    // The first and the last unit share two indicators and win one each; the second beats the first on the only one shared.
    copeland_with_na: [-1, 0, 1],
  };
  /** Weights that the format refuses. */
  const refused = /_(negative|na)_weight$/;
  type Mean = Case<{ readonly x: Numbers; readonly w: Numbers | null }, { readonly p?: number }>;
  const means = readCases<Mean>('coinr-cases/aggregate.json').filter(
    ({ id, inputs }) => 'x' in inputs && !refused.test(id),
  );
  type Data = Case<{ readonly data: Readonly<Record<string, Numbers>>; readonly w?: number[] | null }, Weighted>;
  interface Weighted {
    readonly w?: number[];
    readonly dat_thresh?: number;
  }
  const tables = readCases<Data>('coinr-cases/aggregate.json').filter(({ inputs }) => 'data' in inputs);

  test('there are as many as we know', () => expect([means.length, tables.length]).toEqual([37, 11]));

  test.each(means.map(one => [one.id, one] as const))('%s', (id, { fn, inputs: { x, w }, params: { p }, expected }) => {
    const positions = x.map((_, position) => position);
    const weights = positions.map(position => w?.[position] ?? 1);
    const node = aggregate(positions, weights, aggregationOf(fn, p));
    const { scores } = score(plan(1, [...positions.map(position => leaf(position)), node], { scale: [-100, 100] }), {
      columns: x.map(value => column([value])),
    });
    expectCells(cellsOf(scores.totals), [decidedOtherwise[id] ?? expected], 1e-12, id);
  });

  test.each(tables.map(one => [one.id, one] as const))('%s', (id, { fn, inputs, params, expected }) => {
    const columns = Object.values(inputs.data);
    const positions = columns.map((_, position) => position);
    const weights = params?.w ?? inputs.w ?? positions.map(() => 1);
    const minCount = Math.ceil((params?.dat_thresh ?? 0) * columns.length);
    const node = aggregate(positions, weights, { ...aggregationOf(fn, undefined), minCount });
    const { scores } = score(plan(columns[0]!.length, [...positions.map(each => leaf(each)), node]), input(...columns));
    expectCells(cellsOf(scores.totals), (decidedOtherwise[id] ?? expected) as readonly unknown[], 1e-12, id);
  });

  function aggregationOf(fn: string, power: number | undefined): Partial<AggregatePlan> {
    switch (fn) {
      case 'a_gmean':
        return { aggregate: 'geometric' };
      case 'a_hmean':
        return { aggregate: 'harmonic' };
      case 'a_genmean':
        return { aggregate: 'power', power: power! };
      case 'a_copeland':
        return { aggregate: 'copeland' };
      default:
        return { aggregate: 'arithmetic' };
    }
  }
});

describe.skipIf(isAbsent)('a small index through its stages', () => {
  const cases = readCases<Case<unknown>>('coinr-cases/small_coin.json');
  const expectedOf = (id: string) => cases.find(one => one.id === id)!.expected as Readonly<Record<string, Numbers>>;
  const leaves = ['b', 'c', 'a', 'd', 'e'];
  const codes = [...leaves, 'P', 'Q', 'I'];
  const asScored: Normalisation = { method: 'none' };

  test('geometric means of the normalised data', () => {
    const { nodes } = scoreSmall('normalised', asScored, 'geometric');
    codes.forEach((code, node) => {
      expectCells(nodes[node]!, expectedOf('aggregated_a_gmean')[code]!, 1e-12, code);
    });
  });

  test('the order by arithmetic means', () => {
    const { order } = scoreSmall('normalised', asScored, 'arithmetic');
    const units = expectedOf('normalised').uCode!;
    expect(order.map(unit => units[unit])).toEqual(expectedOf('results_full_ranks').uCode);
  });

  test.each([
    ['prank_na_thresh_0', undefined],
    ['prank_na_thresh_0.7', 0.7],
  ])('percentile ranks with missing values: %s', (id, share) => {
    const { nodes } = scoreSmall(
      'raw_sorted',
      { method: 'percentile-rank', ties: 'lowest', range: [0, 1] },
      'arithmetic',
      share,
    );
    codes.forEach((code, node) => {
      expectCells(nodes[node]!, expectedOf(id)[code]!, 1e-12, code);
    });
  });

  function scoreSmall(from: string, normalise: Normalisation, method: 'arithmetic' | 'geometric', share = 0) {
    const data = expectedOf(from);
    const more = (n: number) => ({ aggregate: method, minCount: Math.ceil(share * n) });
    const nodes: NodePlan[] = [
      ...leaves.map((code, index) =>
        leaf(index, {
          normalise,
          direction: normalise !== asScored && (code === 'b' || code === 'e') ? 'negative' : 'positive',
        }),
      ),
      aggregate([0, 1], [2, 1], more(2)),
      aggregate([2, 3, 4], [1, 0.5, 3], more(3)),
      aggregate([5, 6], [2, 1], more(2)),
    ];
    const { scores, ranking } = score(plan(7, nodes), input(...leaves.map(code => data[code]!)));
    return { nodes: scores.nodes.map(cellsOf), order: [...ranking.order] };
  }
});

describe.skipIf(isAbsent)('ASEM through single methods', () => {
  const meta = readTable('coinr-asem/ASEM_iMeta.csv');
  const given = readTable('coinr-cases/asem/_input_iMetaX.csv');
  const rowOf = (code: string) => given.text('iCode').indexOf(code);
  const numberOf = (name: string, code: string) => given.numbers(name)[rowOf(code)]!;
  const usual = (normalise: Normalisation) => () => normalise;
  const asGiven: Record<string, (code: string) => Normalisation> = {
    scaled: code => ({
      method: 'scaled',
      range: [0, numberOf('scale_factor', code)],
      lower: numberOf('scaled_lower', code),
      upper: numberOf('scaled_upper', code),
    }),
    goalposts: code => ({
      method: 'goalposts',
      range: [0, numberOf('goalpost_scale', code)],
      lower: numberOf('goalpost_lower', code),
      upper: numberOf('goalpost_upper', code),
      truncate: given.text('goalpost_trunc2posts')[rowOf(code)] === 'TRUE',
    }),
    'distance-to-target': code => ({
      method: 'distance-to-target',
      target: numberOf('Target', code),
      range: [0, 1],
      ...(given.text('dist2targ_cap_max')[rowOf(code)] === 'TRUE' && { cap: 1 }),
    }),
  };

  test.each([
    ['minmax_0_100__noNA', '_input_Imputed', usual({ method: 'min-max', range: [0, 100] })],
    ['zscore_0_1__noNA', '_input_Imputed', usual({ method: 'z-score', mean: 0, sd: 1 })],
    ['rank_min__noNA', '_input_Imputed', usual({ method: 'rank', ties: 'lowest' })],
    ['prank_min__noNA', '_input_Imputed', usual({ method: 'percentile-rank', ties: 'lowest', range: [0, 1] })],
    ['scaled_useiMeta__raw', 'Raw', asGiven.scaled!],
    ['goalposts_useiMeta__raw', 'Raw', asGiven.goalposts!],
    ['dist2targ_useiMeta__raw', 'Raw', asGiven['distance-to-target']!],
  ] as const)('%s', (name, from, methodFor) => {
    const [raw, expected] = [readTable(`coinr-cases/asem/${from}.csv`), readTable(`coinr-cases/asem/${name}.csv`)];
    const codes = expected.names.filter(code => code !== 'uCode');
    expect(codes.length).toBe(49);
    for (const code of codes) {
      const isNegative = given.numbers('Direction')[rowOf(code)] === -1;
      const cells = normalised(methodFor(code), isNegative ? 'negative' : 'positive', raw.numbers(code));
      expectCells(cells, expected.numbers(code), 1e-11, code);
    }
  });

  test.each([
    ['amean__noNA', '_input_Norm_1_100', ['arithmetic', 'arithmetic', 'arithmetic']],
    ['amean__NA', '_input_NormNA_1_100', ['arithmetic', 'arithmetic', 'arithmetic']],
    ['gmean__NA', '_input_NormNA_1_100', ['geometric', 'geometric', 'geometric']],
    ['mixed_amean_gmean_hmean__noNA', '_input_Norm_1_100', ['arithmetic', 'geometric', 'harmonic']],
  ] as const)('%s', (name, from, methods) => {
    const [scored, expected] = [readTable(`coinr-cases/asem/${from}.csv`), readTable(`coinr-cases/asem/${name}.csv`)];
    const isIn = (row: number) => ['Indicator', 'Aggregate'].includes(meta.text('Type')[row]!);
    const rows = meta.text('iCode').flatMap((_, row) => (isIn(row) ? [row] : []));
    const codes = rows.map(row => meta.text('iCode')[row]!);
    const nodes = rows.map((row, position): NodePlan => {
      const level = meta.numbers('Level')[row]!;
      if (level === 1) return leaf(position);
      const children = rows.filter(other => meta.text('Parent')[other] === codes[position]);
      return aggregate(
        children.map(child => rows.indexOf(child)),
        children.map(child => meta.numbers('Weight')[child]!),
        { aggregate: methods[level - 2]! },
      );
    });
    const columns = codes.filter((_, position) => nodes[position]!.kind === 'leaf').map(scored.numbers);
    const { scores } = score(plan(scored.nRows, nodes), input(...columns));
    expect(codes.length).toBe(60);
    codes.forEach((code, node) => {
      expectCells(cellsOf(scores.nodes[node]!), expected.numbers(code), 1e-12, code);
    });
  });
});

function normalised(normalise: Normalisation, direction: LeafPlan['direction'], values: Numbers): Cell[] {
  const nodes = [leaf(0, { normalise, direction }), aggregate([0], [1])];
  return cellsOf(score(plan(values.length, nodes), input(values)).scores.nodes[0]!);
}

/** Imputation as COINr 1.1.14 does it; where we decide otherwise the test says so. Random draws (Amelia) are not compared. */
import { describe, expect, test } from 'vitest';
import type { Imputation } from '../../server/src/engine/leafPlan.ts';
import { score } from '../../server/src/engine/score.ts';
import { groupingOf, prepare } from '../support/coinr.ts';
import { casesById, expectClose, isAbsent, type Numbers, readTable } from '../support/reference.ts';
import { aggregate, cellsOf, input, leaf, plan } from '../unit/engine/plans.ts';

describe.skipIf(isAbsent)('impute', () => {
  const asem = (file: string) => readTable(`coinr-cases/impute/${file}.csv`);
  const raw = readTable('coinr-cases/asem/Raw.csv');
  const meta = readTable('coinr-asem/ASEM_iMeta.csv');
  const data = readTable('coinr-asem/ASEM_iData.csv');
  const codes = raw.names.slice(1);
  const columns = codes.map(code => raw.numbers(code));
  const metaOf = (code: string, key: string) => meta.text(key)[meta.text('iCode').indexOf(code)]!;
  const directionOf = (code: string) => (metaOf(code, 'Direction') === '-1' ? 'negative' : 'positive');
  const groupOfUnit = (system: string) =>
    groupingOf(raw.text('uCode').map(unit => data.text(system)[data.text('uCode').indexOf(unit)]!));

  function expectTable(file: string, impute: (leaf: number) => Imputation, tolerance = 1e-12) {
    const expected = asem(file);
    expect(expected.text('uCode')).toEqual(raw.text('uCode'));
    const { prepared, params } = prepare(columns, index => ({
      impute: impute(index),
      direction: directionOf(codes[index]!),
    }));
    codes.forEach((code, index) => {
      expectClose(prepared[index]!, expected.numbers(code), `${file} ${code}`, tolerance);
    });
    return params;
  }

  test.each([
    ['i_mean', 'mean'],
    ['i_median', 'median'],
    // The mean of min–max values is the min–max value of the mean.
    ['col_i_mean_normalise_first', 'mean'],
  ] as const)('%s: the column', (file, method) => {
    expectTable(file, () => ({ method, from: 'units' }));
  });

  test.each([
    ['i_mean_grp_EurAsia_group', 'mean', 'EurAsia_group'],
    ['i_mean_grp_GDP_group', 'mean', 'GDP_group'],
    ['i_median_grp_GDPpc_group', 'median', 'GDPpc_group'],
    ['i_median_grp_Pop_group', 'median', 'Pop_group'],
  ] as const)('%s: within groups', (file, method, system) => {
    const by = groupOfUnit(system);
    expectTable(file, () => ({ method, from: 'units', by }));
  });

  test('i_mean_grp_NA_group: units without a group are left and not counted', () => {
    const by = groupingOf(asem('i_mean_grp_NA_group').text('group'));
    expect(by.groupsOf.filter(groups => groups.length === 0).length).toBe(2);
    expectTable('i_mean_grp_NA_group', () => ({ method: 'mean', from: 'units', by }));
  });

  const under = (index: number, level: 1 | 2) => {
    const ancestor = (code: string) =>
      level === 1 ? metaOf(code, 'Parent') : metaOf(metaOf(code, 'Parent'), 'Parent');
    return codes.flatMap((code, other) => (ancestor(code) === ancestor(codes[index]!) ? [other] : []));
  };

  test.each([
    ['row_i_mean_all', 'mean', 'min-max', () => codes.map((_, other) => other)],
    ['row_i_mean_group_level2', 'mean', 'min-max', (index: number) => under(index, 1)],
    ['row_i_median_group_level3', 'median', 'min-max', (index: number) => under(index, 2)],
    ['row_i_mean_level2_no_normalise', 'mean', 'values', (index: number) => under(index, 1)],
  ] as const)('%s: the unit’s other indicators', (file, method, on, leavesOf) => {
    expectTable(file, index => ({ method, from: 'leaves', leaves: leavesOf(index), on }));
  });

  test('EM_norm: means, covariances and what is filled, to 1e-9', () => {
    const params = expectTable('EM_norm_imputed', index => ({ method: 'em', leaves: under(index, 1) }), 1e-9);
    const normalOf = (code: string) => params.preparation!.impute[codes.indexOf(code)]!.normal!;
    const mu = asem('EM_norm_mu');
    mu.text('iCode').forEach((code, row) => {
      const { leaves, mean } = normalOf(code);
      expectClose([mean[leaves.indexOf(codes.indexOf(code))]!], [mu.numbers('mu')[row]!], `mu ${code}`, 1e-9);
    });
    const sigma = asem('EM_norm_sigma');
    const expected = sigma.numbers('sigma');
    expect(expected.length).toBe(320);
    sigma.text('row').forEach((one, row) => {
      const other = sigma.text('col')[row]!;
      const { leaves, covariance } = normalOf(one);
      const at = (code: string) => leaves.indexOf(codes.indexOf(code));
      const spread = Math.sqrt(covariance[at(one)]![at(one)]! * covariance[at(other)]![at(other)]!);
      // Relative to the two standard deviations: a covariance may be near 0.
      expect(Math.abs(covariance[at(one)]![at(other)]! - expected[row]!) / spread, `${one} ${other}`).toBeLessThan(
        1e-9,
      );
    });
  });

  test.each([
    ['_input_panel', 'panel_latest', 'latest', undefined],
    ['_input_panel', 'panel_latest_max1', 'latest', 1],
    ['_input_panel', 'panel_constant', 'carry', undefined],
    ['_input_panel', 'panel_linear-constant', 'linear', undefined],
    ['_input_panel2', 'panel2_linear', 'linear', undefined],
  ] as const)('%s → %s: from other periods', (source, file, method, maxAge) => {
    const filled = fillPanel(asem(source), method, maxAge);
    const expected = asem(file);
    for (const code of ['LPI', 'Flights', 'Goods']) {
      const keys = expected.text('uCode').map((unit, row) => `${unit} ${expected.text('Time')[row]}`);
      expectClose(
        keys.map(key => filled.get(`${key} ${code}`)!),
        expected.numbers(code),
        `${file} ${code}`,
      );
    }
  });

  test('panel_latest_DataT: the year that each value came from', () => {
    const source = asem('_input_panel');
    const origin = asem('panel_latest_DataT');
    const filled = fillPanel(source, 'latest', undefined);
    let nOlder = 0;
    origin.text('uCode').forEach((unit, row) => {
      const year = origin.text('Time')[row]!;
      for (const code of ['LPI', 'Flights', 'Goods']) {
        const from = origin.text(code)[row]!;
        const at = source
          .text('uCode')
          .findIndex((each, index) => each === unit && source.text('Time')[index] === from);
        expect([unit, year, code, filled.get(`${unit} ${year} ${code}`)]).toEqual([
          unit,
          year,
          code,
          at < 0 ? null : source.numbers(code)[at],
        ]);
        if (at >= 0 && from !== year) nOlder++;
      }
    });
    expect(nOlder).toBeGreaterThan(5);
  });

  test('panel_linear: one value in a series (COINr stops) is carried', () => {
    const filled = fillPanel(asem('_input_panel'), 'linear', undefined);
    expect(filled.get('FRA 2022 Goods')).toBe(filled.get('FRA 2018 Goods'));
  });

  /** Every period in turn is the one that is scored. By `unit period code`. */
  function fillPanel(
    table: ReturnType<typeof asem>,
    method: 'latest' | 'carry' | 'linear',
    maxAge: number | undefined,
  ) {
    const filled = new Map<string, number | null>();
    const years = [...new Set(table.text('Time'))];
    const units = [...new Set(table.text('uCode'))];
    for (const code of ['LPI', 'Flights', 'Goods']) {
      const values = years.map(year =>
        units.map(
          unit =>
            table.numbers(code)[
              table.text('uCode').findIndex((each, row) => each === unit && table.text('Time')[row] === year)
            ] ?? null,
        ),
      );
      years.forEach((year, own) => {
        const others = years.flatMap((other, index) =>
          index === own ? [] : [{ period: Number(other), source: { kind: 'column' as const, column: index } }],
        );
        const impute: Imputation = { method, series: { period: Number(year), others }, ...(maxAge && { maxAge }) };
        const leaves = [leaf(own, { impute, normalise: { method: 'rank', ties: 'lowest' } }), aggregate([0], [1])];
        const { scores } = score(plan(units.length, leaves), input(...values));
        cellsOf(scores.prepared[0]!).forEach((cell, unit) => {
          filled.set(`${units[unit]} ${year} ${code}`, typeof cell === 'number' ? cell : null);
        });
      });
    }
    return filled;
  }
});

interface ImputeCase {
  readonly inputs: {
    readonly x: Numbers;
    readonly f?: readonly (string | null)[];
    readonly data: Record<string, Numbers>;
  };
  readonly expected: Numbers & Record<string, Numbers>;
}

describe.skipIf(isAbsent)('impute.json', () => {
  const cases = casesById<ImputeCase>('coinr-cases/impute.json');

  test('every case is here', () => {
    expect([...cases.keys()]).toEqual([
      ...[
        'i_median',
        'i_mean_all_na',
        'i_mean_grp_na_group',
        'i_mean_grp_all_na_group_labels',
        'i_median_grp_na_group',
      ],
      ...['i_median_grp_all_na_group_labels', 'df_row_median_no_norm', 'panel_linear', 'panel_latest'],
      ...['panel_single_value_linear', 'panel_single_value_latest'],
    ]);
  });

  test.each(['i_median', 'i_mean_all_na', 'i_mean_grp_na_group', 'i_median_grp_na_group'])('%s', id => {
    const { inputs, expected } = cases.get(id)!;
    const method = id.startsWith('i_mean') ? 'mean' : 'median';
    const by = inputs.f && groupingOf(inputs.f);
    const { prepared } = prepare([inputs.x], () => ({ impute: { method, from: 'units', ...(by && { by }) } }));
    expectClose(prepared[0]!, expected, id);
  });

  test.each(['i_mean_grp_all_na_group_labels', 'i_median_grp_all_na_group_labels'])('%s: left (COINr stops)', id => {
    const { x, f } = cases.get(id)!.inputs;
    const { prepared } = prepare([x], () => ({ impute: { method: 'mean', from: 'units', by: groupingOf(f!) } }));
    expect(prepared[0]).toEqual([1, null]);
  });

  test('df_row_median_no_norm', () => {
    const { inputs, expected } = cases.get('df_row_median_no_norm')!;
    const names = Object.keys(inputs.data);
    const leaves = names.map((_, index) => index);
    const { prepared } = prepare(Object.values(inputs.data), () => ({
      impute: { method: 'median', from: 'leaves', leaves, on: 'values' },
    }));
    names.forEach((name, index) => {
      expectClose(prepared[index]!, expected[name]!, name);
    });
  });

  test.each([
    ['panel_linear', 'linear'],
    ['panel_latest', 'latest'],
    ['panel_single_value_latest', 'latest'],
  ] as const)('%s', (id, method) => {
    const { inputs, expected } = cases.get(id)!;
    for (const code of ['i1', 'i2', 'i3', 'i4']) {
      expect(fillSeries(inputs.data[code]!, method), code).toEqual(expected[code]);
    }
  });

  test('panel_single_value_linear: one value is carried, none is left (COINr stops)', () => {
    const { data } = cases.get('panel_single_value_linear')!.inputs;
    expect(fillSeries(data.i2!, 'linear')).toEqual([4, 4, 4]);
    expect(fillSeries(data.i3!, 'linear')).toEqual([null, null, null]);
  });

  function fillSeries(values: Numbers, method: 'linear' | 'latest'): Numbers {
    return values.map((_, own) => {
      const others = values.flatMap((_, index) =>
        index === own ? [] : [{ period: 2020 + index, source: { kind: 'column' as const, column: index } }],
      );
      const impute: Imputation = { method, series: { period: 2020 + own, others } };
      const { scores } = score(
        plan(1, [leaf(own, { impute }), aggregate([0], [1])]),
        input(...values.map(value => [value])),
      );
      const [cell] = cellsOf(scores.prepared[0]!);
      return typeof cell === 'number' ? cell : null;
    });
  }
});

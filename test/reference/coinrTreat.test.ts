/** Outlier treatment as COINr 1.1.14 does it; where we decide otherwise the test says so. */
import { describe, expect, test } from 'vitest';
import type { Transformation, Treatment } from '../../server/src/engine/leafPlan.ts';
import { transformMethods } from '../../server/src/engine/treat/index.ts';
import { momentsOf, passes } from '../../server/src/engine/treat/moments.ts';
import { winsoriseSorted } from '../../server/src/engine/treat/winsorise.ts';
import { prepare } from '../support/coinr.ts';
import { casesById, expectClose, isAbsent, type Numbers, readTable } from '../support/reference.ts';

describe.skipIf(isAbsent)('treat: the ASEM data', () => {
  const raw = readTable('coinr-cases/asem/Raw.csv');
  const screened = readTable('coinr-asem/dset_Screened.csv');
  const codes = raw.names.slice(1);
  const usual: Treatment = {
    skew: 2,
    kurtosis: 3.5,
    winsorise: { max: 5, force: false },
    transform: { method: 'log', mirrored: false },
    combine: false,
  };
  const atMost = (max: number, more: Partial<Treatment> = {}): Treatment => ({
    ...usual,
    winsorise: { max, force: false },
    ...more,
  });
  const mirrored = { method: 'log', mirrored: true } as const;

  test.each<[string, Treatment, string]>([
    ['default', usual, 'log_CT'],
    ['example_Screened', usual, 'log_CT'],
    ['force_win_winmax2', { ...usual, winsorise: { max: 2, force: true } }, 'log_CT'],
    ['indiv_Flights_winmax0_LPI_none', usual, 'log_CT'],
    ['qTreat_df_winmax1_1.5_3', { ...atMost(1), skew: 1.5, kurtosis: 3 }, 'log_CT'],
    ['thresh_skew1_kurt2', { ...usual, skew: 1, kurtosis: 2 }, 'log_CT'],
    ['winmax0', atMost(0), 'log_CT'],
    ['winmax1', atMost(1), 'log_CT'],
    ['winmax1_boxcox0.5', atMost(1, { transform: { method: 'box-cox', mirrored: false, lambda: 0.5 } }), ''],
    ['winmax1_log_CT_orig', atMost(1, { transform: { method: 'log-shift', mirrored: false } }), 'log_CT_orig'],
    ['winmax1_log_CT_plus', atMost(1, { transform: mirrored }), 'log_CT'],
    ['winmax2', atMost(2), 'log_CT'],
    ['winmax2_combine', atMost(2, { combine: true }), 'log_CT'],
    ['winmax3', atMost(3), 'log_CT'],
    ['winmax20', atMost(20), 'log_CT'],
  ])('%s: values, points and details', (file, treatment, label) => {
    const table = file === 'example_Screened' ? screened : raw;
    const x = readTable(`coinr-cases/treat/${file}__x.csv`);
    const points = readTable(`coinr-cases/treat/${file}__points.csv`);
    const details = readTable(`coinr-cases/treat/${file}__details.csv`);
    const treatmentOf = (code: string) =>
      file.startsWith('indiv') && code === 'Flights'
        ? atMost(0)
        : file.startsWith('indiv') && code === 'LPI'
          ? undefined
          : treatment;
    const columns = codes.map(code => table.numbers(code));
    const { prepared, params } = prepare(columns, index => {
      const treat = treatmentOf(codes[index]!);
      return treat === undefined ? {} : { treat };
    });
    codes.forEach((code, index) => {
      expectClose(prepared[index]!, x.numbers(code), `${file} ${code}`);
      const row = details.text('iCode').indexOf(code);
      const learned = params.preparation!.treat[index];
      if (learned === undefined) {
        expect(row).toBe(-1);
        return;
      }
      const { before, winsorised, transformed } = learned;
      const detail = (name: string) => (details.names.includes(name) ? details.text(name)[row]! : '');
      [before, winsorised, transformed].forEach((shape, check) => {
        expect(shape === undefined ? '' : String(shape.passes).toUpperCase(), `${code} check ${check}`).toBe(
          detail(`check_SkewKurt${check}.Pass`).replace('NA', ''),
        );
        if (shape === undefined) return;
        expectClose(
          [shape.skew, shape.kurtosis],
          [Number(detail(`check_SkewKurt${check}.Skew`)), Number(detail(`check_SkewKurt${check}.Kurt`))],
          `${code} check ${check}`,
          1e-11,
        );
      });
      if (winsorised !== undefined)
        expect(winsorised.nLow + winsorised.nHigh, code).toBe(Number(detail('winsorise.nwin')));
      const marks = columns[index]!.map(value => {
        if (winsorised === undefined) return '';
        const moved = value === null ? '' : value > winsorised.high ? 'winhi' : value < winsorised.low ? 'winlo' : '';
        return transformed === undefined || label === '' ? moved : `${moved}+${label}`;
      });
      expect(
        marks.map(mark => mark.replace('log_CT_neg', 'log_CT')),
        code,
      ).toEqual(points.text(code).map(mark => (mark === 'NA' ? '' : mark.replace('log_CT_neg', 'log_CT'))));
    });
  });

  test('winmax1_log_GII: COINr returns its input unchanged; ours is the formula that it means', () => {
    const x = readTable('coinr-cases/treat/winmax1_log_GII__x.csv');
    const points = readTable('coinr-cases/treat/winmax1_log_GII__points.csv');
    const { prepared } = prepare(
      codes.map(code => raw.numbers(code)),
      () => ({ treat: atMost(1, { transform: { method: 'log-gii', mirrored: false } }) }),
    );
    let nTransformed = 0;
    codes.forEach((code, index) => {
      const values = raw.numbers(code);
      const present = values.filter(value => value !== null);
      const [min, max] = [Math.min(...present), Math.max(...present)];
      if (!points.text(code).some(mark => mark.includes('log_GII'))) {
        expectClose(prepared[index]!, x.numbers(code), code);
        return;
      }
      nTransformed++;
      expectClose(x.numbers(code), values, `${code}: COINr`);
      expectClose(
        prepared[index]!,
        values.map(value => (value === null ? null : Math.log(((max - 1) * (value - min)) / (max - min) + 1))),
        code,
      );
    });
    expect(nTransformed).toBe(9);
  });

  test.each([
    ['fn_winsorise_1', 1, false],
    ['fn_winsorise_5', 5, false],
    ['fn_winsorise_force3', 3, true],
    ['fn_winsorise_nolimit', undefined, false],
  ] as const)('%s', (file, max, force) => {
    const expected = readTable(`coinr-cases/treat/${file}__raw.csv`);
    for (const code of codes) {
      const values = raw.numbers(code);
      const sorted = Float64Array.from(values.filter(value => value !== null)).sort();
      const winsorised = winsoriseSorted(sorted, {
        skew: 2,
        kurtosis: 3.5,
        force,
        ...(max === undefined ? {} : { max }),
      });
      // Only 0 and 1 are left of TIRcon: COINr's next step makes all equal, and its Treat then keeps the column as it was.
      expect(winsorised === undefined, code).toBe(force && code === 'TIRcon');
      if (winsorised === undefined) {
        expect(new Set(expected.numbers(code))).toEqual(new Set([1]));
        continue;
      }
      const { low, high } = winsorised;
      const moved = values.map(value => (value === null ? null : Math.min(Math.max(value, low), high)));
      expectClose(moved, expected.numbers(code), `${file} ${code}`);
    }
  });

  test.each<[string, Transformation, boolean, number?]>([
    ['fn_boxcox_0.5', 'box-cox', false, 0.5],
    ['fn_boxcox_0', 'box-cox', false, 0],
    ['fn_boxcox_2', 'box-cox', false, 2],
    ['fn_log_CT', 'log', false],
    ['fn_log_CT_orig', 'log-shift', false],
    ['fn_log_CT_plus', 'log', true],
  ])('%s', (file, method, mirrors, lambda) => {
    const expected = readTable(`coinr-cases/treat/${file}__raw.csv`);
    for (const code of codes) {
      const values = raw.numbers(code);
      expectClose(
        transformed(values, { method, mirrors, ...(lambda === undefined ? {} : { lambda }) }),
        expected.numbers(code),
        `${file} ${code}`,
      );
    }
  });

  test('fn_log_GII: COINr returns its input unchanged; ours runs from 0 to ln max', () => {
    const unchanged = readTable('coinr-cases/treat/fn_log_GII__raw.csv');
    for (const code of codes) {
      const values = raw.numbers(code);
      expectClose(unchanged.numbers(code), values, code);
      const max = Math.max(...values.filter(value => value !== null));
      if (max <= 1) continue;
      const ours = transformed(values, { method: 'log-gii', mirrors: false }).filter(value => value !== null);
      expectClose([Math.min(...ours), Math.max(...ours)], [0, Math.log(max)], code);
    }
  });

  test('skew_kurt', () => {
    const expected = readTable('coinr-cases/treat/skew_kurt__raw.csv');
    expected.text('iCode').forEach((code, row) => {
      const moments = momentsOf(Float64Array.from(raw.numbers(code).filter(value => value !== null)));
      expectClose(
        [moments.skew, moments.kurtosis],
        [expected.numbers('skew')[row]!, expected.numbers('kurt')[row]!],
        code,
        1e-12,
      );
      expect(passes(moments, { skew: 2, kurtosis: 3.5 })).toBe(expected.text('pass')[row] === 'TRUE');
    });
  });
});

function transformed(
  values: Numbers,
  { method, mirrors, lambda }: { method: Transformation; mirrors: boolean; lambda?: number },
): Numbers {
  const present = Float64Array.from(values.filter(value => value !== null));
  const transform = transformMethods[method].prepare({
    min: Math.min(...present),
    max: Math.max(...present),
    mirrored: mirrors && (momentsOf(present).skew ?? 0) < 0,
    ...(lambda === undefined ? {} : { lambda }),
  });
  if (typeof transform === 'string') throw new Error(transform);
  return values.map(value => (value === null ? null : transform(value)));
}

interface TreatCase {
  readonly fn: string;
  readonly inputs: { readonly x: Numbers; readonly data: Record<string, Numbers> };
  readonly params: {
    readonly winmax?: number | null;
    readonly lambda: number;
    readonly force_win?: boolean;
    readonly 'na.rm'?: boolean;
    readonly f2?: string;
  };
  readonly expected: Numbers & {
    readonly x: Numbers;
    readonly skew: number | null;
    readonly kurt: number | null;
    readonly pass: boolean | null;
    readonly nwin: number;
    readonly error?: string;
  };
}

describe.skipIf(isAbsent)('treat.json', () => {
  const cases = casesById<TreatCase>('coinr-cases/treat.json');
  const limits = { skew: 2, kurtosis: 3.5 };
  const presentOf = (values: Numbers) => Float64Array.from(values.filter(value => value !== null));

  test('every case is here', () => expect(cases.size).toBe(65));

  test.each([...cases])('%s', (id, { fn, inputs, params, expected }) => {
    switch (fn) {
      case 'skew, kurt, check_SkewKurt': {
        const moments = momentsOf(presentOf(inputs.x));
        expectClose([moments.skew, moments.kurtosis], [expected.skew, expected.kurt], id);
        // Where COINr cannot say, there are no outliers.
        expect(passes(moments, limits)).toBe(expected.pass ?? true);
        return;
      }
      case 'skew, kurt':
        // COINr's na.rm = FALSE gives NA; a missing value never hides the others here.
        expect(expected).toEqual({ skew: null, kurt: null });
        expect(momentsOf(presentOf(inputs.x)).skew).not.toBeNull();
        return;
      case 'winsorise': {
        const max = params.winmax ?? undefined;
        const result = winsoriseSorted(presentOf(inputs.x).sort(), {
          ...limits,
          force: params.force_win === true,
          ...(max === undefined ? {} : { max }),
        })!;
        const moved = inputs.x.map(value =>
          value === null ? null : Math.min(Math.max(value, result.low), result.high),
        );
        // A constant column stops COINr; here it has no outliers.
        expectClose(moved, expected.error === undefined ? expected.x : inputs.x, id);
        expect(result.nLow + result.nHigh).toBe(expected.error === undefined ? expected.nwin : 0);
        return;
      }
      case 'log_CT':
      case 'log_CT_orig': {
        const values = transformed(inputs.x, { method: fn === 'log_CT' ? 'log' : 'log-shift', mirrors: false });
        // Of a constant column COINr's logarithm is −∞; a constant column passes, so it is never transformed here.
        if (id === 'log_CT_const')
          expect(
            prepare([inputs.x], () => ({
              treat: { ...limits, transform: { method: 'log', mirrored: true }, combine: false },
            })).prepared[0],
          ).toEqual(inputs.x);
        else expectClose(values, expected.x, id);
        return;
      }
      case 'boxcox':
        return expectClose(
          transformed(inputs.x, { method: 'box-cox', mirrors: false, lambda: params.lambda }),
          expected,
          id,
        );
      case 'Treat(numeric)':
      case 'Treat(data.frame)': {
        const data = inputs.data ?? { x: inputs.x };
        const transform = params.f2 === undefined ? {} : { transform: { method: 'log', mirrored: false } as const };
        const treat: Treatment = {
          ...limits,
          winsorise: { max: params.winmax!, force: false },
          combine: false,
          ...transform,
        };
        const { prepared } = prepare(Object.values(data), () => ({ treat }));
        Object.keys(data).forEach((name, index) => {
          expectClose(prepared[index]!, (expected as unknown as Record<string, Numbers>)[name]!, `${id} ${name}`);
        });
        return;
      }
      default:
        expect.fail(`${fn} is not tested`);
    }
  });
});

/** Made by running COINr 1.1.14's `Treat` on one column in R 4.2.2, with `log_CT` and the limits that are given. */
describe('treat: columns that can hardly be treated', () => {
  const mostlyZero = (...last: number[]) => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...last];
  const strict = { skew: 0.1, kurtosis: 0.1 };
  test.each<[string, Partial<Treatment>, number[], number[]]>([
    ['a second step would make all equal: untreated', {}, mostlyZero(3, 9), mostlyZero(3, 9)],
    ['the first step would: untreated', {}, mostlyZero(9), mostlyZero(9)],
    ['one step is allowed: transformed', { winsorise: { max: 1, force: false } }, mostlyZero(3, 9), logarithms()],
    ['three values have no kurtosis: untreated', strict, [1, 2, 50], [1, 2, 50]],
    ['four have: winsorised', strict, [1, 2, 3, 50], [1, 2, 3, 3]],
  ])('%s', (name, more, values, expected) => {
    const treat: Treatment = {
      ...{ skew: 2, kurtosis: 3.5, winsorise: { max: 5, force: false }, combine: false },
      transform: { method: 'log', mirrored: false },
      ...more,
    };
    expectClose(prepare([values], () => ({ treat })).prepared[0]!, expected, name, 1e-12);
  });

  function logarithms(): number[] {
    return [...Array.from({ length: 12 }, () => -2.40794560865187), 1.12817109090965, 2.20717490818939];
  }
});

/** Denominators and screening as COINr 1.1.14 does them; where we decide otherwise the test says so. */
import { describe, expect, test } from 'vitest';
import { eligibleUnits } from '../../server/src/engine/eligible.ts';
import { prepare } from '../support/coinr.ts';
import { inMemory } from '../support/memory.ts';
import { casesById, expectClose, isAbsent, type Numbers, readTable, referenceText } from '../support/reference.ts';
import { aggregate, cellsOf, column, leaf, plan } from '../unit/engine/plans.ts';

interface ScreenCase {
  readonly inputs: {
    readonly data: Record<string, (number | string | null)[]>;
    readonly denoms: Record<string, (number | string)[]>;
  };
  readonly params: { readonly unit_screen: string; readonly dat_thresh?: number; readonly nonzero_thresh?: number };
  readonly expected: { readonly included: (boolean | null)[]; readonly Goods: Numbers; readonly Flights: Numbers };
}

describe.skipIf(isAbsent)('denominate and screen', () => {
  const cases = casesById<ScreenCase>('coinr-cases/denominate_screen_rank.json');

  test.each(['denominate_scale', 'denominate_missing_unit'])('%s', id => {
    const { inputs, expected } = cases.get(id)!;
    const units = inputs.data.uCode as string[];
    const denominator = (name: string) =>
      units.map(unit => (inputs.denoms[name]![inputs.denoms.uCode!.indexOf(unit)] as number | undefined) ?? null);
    const columns = [inputs.data.Goods as Numbers, inputs.data.Flights as Numbers];
    const { prepared, scores } = prepare(
      columns,
      index => ({ denominator: { column: 2 + index, factor: index === 0 ? 1 : 1000 } }),
      [denominator('GDP'), denominator('Population')],
    );
    if (id === 'denominate_scale') {
      expectClose(prepared[0]!, expected.Goods, 'Goods');
      expectClose(prepared[1]!, expected.Flights, 'Flights');
    } else {
      // COINr stops; here only the cells without a denominator have no value, and say so.
      expect(cellsOf(scores.prepared[0]!).map(cell => (typeof cell === 'number' ? 'number' : cell))).toEqual([
        ...['denominator-missing', 'denominator-missing', 'denominator-missing', 'number', 'number', 'number'],
      ]);
    }
  });

  test('scalefactor: denominators of the ASEM data', () => {
    const data = readTable('coinr-asem/ASEM_iData.csv');
    const expected = readTable('coinr-cases/asem/scalefactor.csv');
    const inOrder = (name: string) =>
      expected.text('uCode').map(unit => data.numbers(name)[data.text('uCode').indexOf(unit)]!);
    const { prepared } = prepare(
      [inOrder('Goods'), inOrder('Flights')],
      index => ({ denominator: { column: 2 + index, factor: index === 0 ? 1 : 1000 } }),
      [inOrder('GDP'), inOrder('Population')],
    );
    expectClose(prepared[0]!, expected.numbers('Goods'), 'Goods');
    expectClose(prepared[1]!, expected.numbers('Flights'), 'Flights');
  });

  test.each(['screen_byNA_1', 'screen_both', 'screen_all_na_row'])('%s', id => {
    const { inputs, params, expected } = cases.get(id)!;
    const columns = Object.entries(inputs.data).flatMap(([name, values]) => (name === 'ID' ? [] : [values as Numbers]));
    // A unit without data: COINr says NA, here it is not eligible.
    expect(screen(columns, params)).toEqual(expected.included.map(included => included === true));
  });

  test.each([
    ['byNA_default', { unit_screen: 'byNA' }],
    ['byNA_0.85', { unit_screen: 'byNA', dat_thresh: 0.85 }],
    ['byNA_0.95', { unit_screen: 'byNA', dat_thresh: 0.95 }],
    ['byzeros_0.95', { unit_screen: 'byzeros', nonzero_thresh: 0.95 }],
    ['byNAandzeros_0.9_0.95', { unit_screen: 'byNAandzeros', dat_thresh: 0.9, nonzero_thresh: 0.95 }],
  ])('%s: the ASEM data', (file, params) => {
    const raw = readTable('coinr-cases/asem/Raw.csv');
    const summary = readTable(`coinr-cases/asem/${file}__summary.csv`);
    expect(raw.text('uCode')).toEqual(summary.text('uCode'));
    const included = screen(
      raw.names.slice(1).map(code => raw.numbers(code)),
      params,
    );
    expect(included).toEqual(summary.text('Included').map(text => text === 'TRUE'));
    const removed = readTable(`coinr-cases/asem/${file}__removed.csv`).text('uCode');
    expect(raw.text('uCode').filter((_, unit) => !included[unit])).toEqual(removed);
  });

  test('byNA_0.9_force: the ASEM data, one unit forced in and one out', () => {
    const raw = readTable('coinr-cases/asem/Raw.csv');
    const codes = raw.names.slice(1);
    const definition = `indicatorSystem: 1
units: {id: uCode}
data: [{path: Raw.csv}]
defaults: {normalise: rank}
indicators:
${codes.map(code => `  - {id: ${code}, name: ${code}}`).join('\n')}
ranking: {eligible: {minShare: 0.9, include: [BRN], exclude: [GBR]}}
`;
    const files = { 'demo.indicators.yaml': definition, 'Raw.csv': referenceText('coinr-cases/asem/Raw.csv') };
    const { workspace, file } = inMemory(files);
    const { scores } = workspace.scoring(file)!;
    const removed = raw.text('uCode').filter((_, unit) => scores.eligible[unit] === 0);
    expect(removed).toEqual(readTable('coinr-cases/asem/byNA_0.9_force__removed.csv').text('uCode'));
  });

  function screen(
    columns: readonly Numbers[],
    { unit_screen, dat_thresh = 2 / 3, nonzero_thresh = 0.05 }: ScreenCase['params'],
  ): boolean[] {
    const nodes = [
      ...columns.map((_, index) => leaf(index)),
      aggregate(
        columns.map((_, index) => index),
        columns.map(() => 1),
      ),
    ];
    const ranking = {
      ...(unit_screen === 'byzeros' ? {} : { minShare: dat_thresh }),
      ...(unit_screen === 'byNA' ? {} : { minNonZero: nonzero_thresh }),
    };
    const screened = plan(columns[0]!.length, nodes, { ranking });
    return [...eligibleUnits(screened, columns.map(column))].map(eligible => eligible === 1);
  }
});

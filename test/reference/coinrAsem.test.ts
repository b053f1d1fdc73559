/** The ASEM index from raw data to ranks by one definition, through every layer, at each of COINr's stages. */
import { describe, expect, test } from 'vitest';
import type { Column } from '../../server/src/engine/column.ts';
import { checkStructure } from '../../server/src/schema/structure.ts';
import { explain } from '../../server/src/scoring/explain/explain.ts';
import { reportOf } from '../../server/src/scoring/report/report.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { expectClose, isAbsent, type Numbers, readTable, referenceText } from '../support/reference.ts';
import { scoreTexts } from '../support/scoring.ts';

describe.skipIf(isAbsent)('ASEM, as COINr builds it', () => {
  const meta = readTable('coinr-asem/ASEM_iMeta.csv');
  const rows = !isAbsent
    ? meta.text('iCode').map((code, row) => ({
        code,
        type: meta.text('Type')[row]!,
        parent: meta.text('Parent')[row]!,
        weight: meta.text('Weight')[row]!,
        isNegative: meta.text('Direction')[row] === '-1',
        denominator: meta.text('Denominator')[row]!,
      }))
    : [];
  const codes = rows.flatMap(({ code, type }) => (type === 'Indicator' ? [code] : []));
  const scoring = !isAbsent ? scoreTexts(definition(), referenceText('coinr-asem/ASEM_iData.csv')) : undefined!;
  const report = !isAbsent ? reportOf(scoring, { locale: 'en', findings: [] }) : undefined!;

  function definition(pipeline = ''): string {
    const under = (parent: string, indent: string): string =>
      rows
        .filter(row => row.parent === parent && (row.type === 'Aggregate' || row.type === 'Indicator'))
        .map(({ code, type, weight, isNegative, denominator }) => {
          const direction = type === 'Indicator' && isNegative ? `${indent}  direction: negative\n` : '';
          const divisor =
            /^[A-Z]/.test(denominator) && denominator !== 'NA' ? `${indent}  denominator: ${denominator}\n` : '';
          const head = `${indent}- id: ${code}\n${indent}  weight: ${weight}\n${direction}${divisor}`;
          return type === 'Aggregate' ? `${head}${indent}  indicators:\n${under(code, `${indent}    `)}` : head;
        })
        .join('');
    return `
indicatorSystem: 1
id: asem
weights: relative
${pipeline}
units: {id: uCode, name: uName, groups: {EurAsia_group: {column: EurAsia_group}}}
data: [{path: asem.csv}]
defaults:
  impute: {method: mean, by: EurAsia_group}
  treat: {winsorise: {max: 5, skew: 2, kurtosis: 3.5}, then: log}
  normalise: {method: min-max}
ranking: {eligible: {minShare: 0.9}, ties: competition}
indicators:
${under('Index', '  ')}`;
  }

  const nodeOf = (code: string) => {
    const [indicator] = scoring.system.byId.get(code)!;
    return scoring.compiled.nodeOf.get(indicator!)!;
  };
  const after = (step: string, columns: readonly (Column | undefined)[]) =>
    scoring.scores.steps.find(each => each.step === step)?.columns ?? columns;
  const valuesOf = (column: Column, units: readonly string[]): Numbers =>
    units.map(unit => {
      const { index } = scoring.data.unitById.get(unit)!;
      return column.states[index] === 0 ? column.values[index]! : null;
    });

  /** The columns before the step stand for leaves without it. */
  function expectStage(file: string, columnOf: (node: number) => Column) {
    const expected = readTable(`coinr-asem/${file}.csv`);
    for (const code of codes) {
      const actual = valuesOf(columnOf(nodeOf(code)), expected.text('uCode'));
      expectClose(actual, expected.numbers(code), `${file} ${code}`, 1e-12);
    }
  }

  test('everything is in the format, and scored', () => {
    const codesOfProblems = checkStructure(parse(definition())).map(({ code }) => code);
    // The test's indicators have no names.
    expect(new Set(codesOfProblems)).toEqual(new Set(['schema']));
    expect(checkStructure(parse(definition().replaceAll(/( *)- id: (\w+)/g, '$&\n$1  name: $2')))).toEqual([]);
    expect(report.unscored).toEqual([]);
    expect(codes.length).toBe(49);
    expect(scoring.scores.steps.map(({ step }) => step)).toEqual(['denominate', 'impute', 'treat']);
  });

  test('raw, denominated, imputed, screened, treated, normalised', () => {
    const { raw, prepared, nodes } = scoring.scores;
    const denominated = after('denominate', raw);
    const imputed = after('impute', raw);
    expectStage('dset_Raw', node => raw[node]!);
    expectStage('dset_Denominated', node => denominated[node] ?? raw[node]!);
    expectStage('dset_Imputed', node => imputed[node]!);
    // After imputation no unit lacks data, so screening at 0.9 leaves all 51.
    expectStage('dset_Screened', node => imputed[node]!);
    expect([...scoring.scores.eligible]).toEqual(Array.from({ length: 51 }, () => 1));
    expectStage('dset_Treated', node => prepared[node]!);
    expectStage('dset_Normalised', node => nodes[node]!);
  });

  test('aggregated, and ranks', () => {
    const aggregated = readTable('coinr-asem/dset_Aggregated.csv');
    const units = new Map(report.units.map(unit => [unit.id, unit]));
    const order = aggregated.text('uCode');
    for (const { code, type } of rows) {
      if (type !== 'Aggregate') continue;
      const ours = order.map(unit => (code === 'Index' ? units.get(unit)!.unrounded : units.get(unit)!.scores[code]!));
      expectClose(ours, aggregated.numbers(code), code, 1e-12);
    }
    const results = readTable('coinr-asem/results_aggs.csv');
    expect(results.text('uCode').map(unit => units.get(unit)!.rank)).toEqual(results.numbers('Rank'));
  });

  test('the details of treatment: 15 indicators are winsorised, none needs the logarithm', () => {
    const details = readTable('coinr-asem/treat_details.csv');
    const treat = scoring.params.preparation!.treat;
    let nWinsorised = 0;
    details.text('iCode').forEach((code, row) => {
      const { before, winsorised, transformed } = treat[nodeOf(code)]!;
      expectClose(
        [before.skew, before.kurtosis],
        [details.numbers('check_SkewKurt0.Skew')[row]!, details.numbers('check_SkewKurt0.Kurt')[row]!],
        code,
        1e-11,
      );
      expect(winsorised === undefined ? null : winsorised.nLow + winsorised.nHigh, code).toBe(
        details.numbers('winsorise.nwin')[row],
      );
      expect(transformed, code).toBeUndefined();
      if (winsorised !== undefined) nWinsorised++;
    });
    expect(nWinsorised).toBe(15);
  });

  test('screening before imputing leaves out those whom an audit of the raw data finds', () => {
    const order = 'pipeline: [denominate, screen, impute, treat, normalise]';
    const strict = definition(order).replace('minShare: 0.9', 'minShare: 0.85');
    const screened = reportOf(scoreTexts(strict, referenceText('coinr-asem/ASEM_iData.csv')), {
      locale: 'en',
      findings: [],
    });
    expect(screened.units.flatMap(({ id, eligible }) => (eligible ? [] : [id])).sort()).toEqual(['BRN', 'LAO', 'MMR']);
  });

  test('the parameters are plain JSON', () => {
    const { params } = scoring;
    expect(JSON.parse(JSON.stringify(params))).toEqual(params);
  });

  test('the report lists what was imputed and moved, and explanations say how', () => {
    const brunei = report.units.find(({ id }) => id === 'BRN')!;
    const raw = readTable('coinr-asem/dset_Raw.csv');
    const missing = codes.filter(code => raw.numbers(code)[raw.text('uCode').indexOf('BRN')] === null);
    expect(missing.length).toBeGreaterThan(5);
    expect(Object.keys(brunei.imputed).sort()).toEqual(missing.toSorted());
    const pat = explain(scoring, 'BRN')!.steps.find(({ subject }) => subject === missing[0])!;
    expect(pat.lines.map(({ en }) => en).join('\n')).toContain('mean of the group Asia');
    const winsorised = report.indicators.filter(({ treatment }) => treatment !== null && treatment.moved.length > 0);
    expect(winsorised.length).toBe(15);
  });
});

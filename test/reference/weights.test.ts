/**
 * Weights against COINr’s numbers. COINr’s defects that are not followed: negative loadings become negative weights
 * (`get_PCA` with weights updated): here there are none, with the indicator named; `get_opt_weights` takes targets by
 * position: here they are by id.
 */
import { describe, expect, test } from 'vitest';
import { reportOf, type ScoreReport } from '../../server/src/scoring/report/report.ts';
import { effectiveWeights } from '../../server/src/scoring/weights.ts';
import { isAbsent, readCases, readTable, referenceText } from '../support/reference.ts';
import { scoreTexts, systemOf } from '../support/scoring.ts';

type Row = Readonly<Record<string, string>>;

interface Element {
  readonly code: string;
  readonly parent: string | null;
  readonly weight: number;
}

interface EffectiveWeightsCase {
  readonly id: string;
  readonly fn: string;
  readonly inputs: {
    readonly iMeta: {
      readonly iCode: readonly string[];
      readonly Parent: readonly (string | null)[];
      readonly Weight: readonly number[];
    };
  };
  readonly expected: { readonly iCode: readonly string[]; readonly EffWeight: readonly number[] };
}

describe.skipIf(isAbsent)('effective weights', () => {
  test('of COINr’s small frameworks', () => {
    const cases = readCases<EffectiveWeightsCase>('coinr-cases/weights_sensitivity.json');
    const known = cases.filter(({ fn }) => fn === 'get_eff_weights');
    expect(known.length).toBe(2);
    for (const { inputs, expected } of known) {
      const { iCode, Parent, Weight } = inputs.iMeta;
      const elements = iCode.map((code, k) => ({ code, parent: Parent[k]!, weight: Weight[k]! }));
      const weights = effectiveWeights(systemOf(`weights: relative\n${framework(elements, 'I')}`));
      expected.iCode.forEach((code, k) => {
        if (code !== 'I') expectClose(weights.get(code)!.effective, expected.EffWeight[k]!, code);
      });
    }
  });

  test('of the ASEM framework', () => {
    const meta = readTable('coinr-asem/ASEM_iMeta.csv').records;
    const weights = effectiveWeights(systemOf(`weights: relative\n${framework(asem(meta), 'Index')}`));
    const expected = readTable('coinr-cases/asem/eff_weights_original.csv').records;
    expect(expected.length).toBeGreaterThan(50);
    for (const { iCode, EffWeight } of expected) {
      if (iCode !== 'Index') expectClose(weights.get(iCode!)!.effective, Number(EffWeight), iCode!);
    }
  });
});

describe.skipIf(isAbsent)('principal components of the ASEM groups', () => {
  const loadings = readTable('coinr-cases/asem/pca_norm1__pca.csv').records.filter(({ pc }) => pc === '1');
  const groups = [...new Set(loadings.map(({ group }) => group!))];

  test('the squares of the first component’s loadings are the shares', () => {
    const report = asemReport('{method: pca}');
    for (const { iCode, loading, group, eigenvalue, n_rows } of loadings) {
      expectClose(report.indicators.find(({ id }) => id === iCode)!.share!, Number(loading) ** 2, iCode!);
      const { figures, method } = report.weightings.find(({ parent }) => parent === group)!;
      expect(method).toBe('pca');
      expectClose(figures.eigenvalue!, Number(eigenvalue), `${group} eigenvalue`);
      expect(figures.n).toBe(Number(n_rows));
    }
    expect(loadings.length).toBe(49);
  });

  test('signed: the loadings themselves, where none is negative', () => {
    const report = asemReport('{method: pca, signed: true}');
    let nNegative = 0;
    for (const group of groups) {
      const members = loadings.filter(each => each.group === group);
      const total = members.reduce((sum, { loading }) => sum + Number(loading), 0);
      const signed = members.map(({ loading }) => Number(loading) * Math.sign(total));
      const { shares, reason } = report.weightings.find(({ parent }) => parent === group)!;
      if (signed.some(loading => loading < 0)) {
        expect([shares, reason]).toEqual([null, 'negative']);
        nNegative++;
      } else {
        members.forEach(({ iCode }, k) => {
          expectClose(shares!['']![iCode!]!, signed[k]! / Math.abs(total), iCode!);
        });
      }
    }
    expect(nNegative).toBeGreaterThan(0);
    expect(nNegative).toBeLessThan(groups.length);
  });
});

function asemReport(weighting: string): ScoreReport {
  const meta = readTable('coinr-asem/ASEM_iMeta.csv').records;
  const definition = `weights: relative
units: {id: uCode}
data: [{path: asem.csv}]
defaults: {normalise: none}
${framework(asem(meta), 'Index', weighting)}`;
  const csv = referenceText('coinr-asem/dset_Normalised.csv');
  return reportOf(scoreTexts(definition, csv), { locale: 'en', findings: [] });
}

function asem(meta: readonly Row[]): readonly Element[] {
  return meta
    .filter(({ Type }) => Type === 'Indicator' || Type === 'Aggregate')
    .map(({ iCode, Parent, Weight }) => ({ code: iCode!, parent: Parent!, weight: Number(Weight) }));
}

/** `weighting` stands on every parent of leaves, whose weights are then left out. */
function framework(elements: readonly Element[], root: string, weighting?: string): string {
  const childrenOf = (code: string) => elements.filter(({ parent }) => parent === code);
  const flow = ({ code, weight }: Element, isComputed: boolean): string => {
    const children = childrenOf(code);
    const head = `id: ${code}${isComputed ? '' : `, weight: ${weight}`}`;
    if (children.length === 0) return `{${head}}`;
    const computes = weighting !== undefined && children.every(child => childrenOf(child.code).length === 0);
    const below = children.map(child => flow(child, computes)).join(', ');
    return `{${head}${computes ? `, weighting: ${weighting}` : ''}, indicators: [${below}]}`;
  };
  return `indicators: [${childrenOf(root)
    .map(child => flow(child, false))
    .join(', ')}]\n`;
}

function expectClose(actual: number, expected: number, what: string): void {
  const difference = Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-3);
  expect(difference, `${what}: ${actual} for ${expected}`).toBeLessThan(1e-9);
}

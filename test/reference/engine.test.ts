/** The engine against numbers that others published or computed. The data lies beside the repository. */
import { describe, expect, test } from 'vitest';
import type { LeafPlan } from '../../server/src/engine/leafPlan.ts';
import type { NodePlan } from '../../server/src/engine/plan.ts';
import { score } from '../../server/src/engine/score.ts';
import { expectCells, isAbsent, readTable } from '../support/reference.ts';
import { aggregate, cellsOf, input, leaf, plan } from '../unit/engine/plans.ts';

describe.skipIf(isAbsent)('Human Development Index', () => {
  const { nRows, text, numbers } = readTable('hdi/hdr2023-24_hdi_components.csv');

  test.each([1990, 2000, 2010, 2015, 2019, 2021, 2022])('%i: every value at 3 decimals', year => {
    const { ranking, scores } = scoreHdi(year);
    const published = numbers(`hdi_${year}`);
    let nCompared = 0;
    published.forEach((value, unit) => {
      if (value === null) return;
      expect(scores.totals.states[unit], `${text('iso3')[unit]} has a total`).toBe(0);
      expect([text('iso3')[unit], ranking.rounded[unit]]).toEqual([text('iso3')[unit], value]);
      nCompared++;
    });
    expect(nCompared).toBeGreaterThan(130);
  });

  test('2022: rank and tier of every country', () => {
    const { ranking } = scoreHdi(2022);
    const tiers = ['Very High', 'High', 'Medium', 'Low'];
    const published = numbers('hdi_rank_2022').map((value, unit) => [
      text('country')[unit],
      value,
      text('hdicode')[unit],
    ]);
    const computed = published.map(([country], unit) => [
      country,
      ranking.ranks[unit] || null,
      tiers[ranking.tiers[unit]!] ?? '',
    ]);
    expect(published.filter(([, value]) => value !== null).length).toBe(193);
    expect(computed.filter((_, unit) => published[unit]![1] !== null)).toEqual(
      published.filter(([, value]) => value !== null),
    );
  });

  function scoreHdi(year: number) {
    const posts = (lower: number, upper: number): Partial<LeafPlan> => ({
      normalise: { method: 'goalposts', range: [0, 1], lower, upper, truncate: true },
    });
    const income: Partial<LeafPlan> = {
      normalise: { method: 'log-goalposts', range: [0, 1], lower: 100, upper: 75000, truncate: true },
    };
    const nodes: NodePlan[] = [
      leaf(0, posts(20, 85)),
      leaf(1, posts(0, 18)),
      leaf(2, posts(0, 15)),
      aggregate([1, 2], [1, 1], { missing: 'fail' }),
      leaf(3, income),
      aggregate([0, 3, 4], [1, 1, 1], { aggregate: 'geometric', missing: 'fail' }),
    ];
    return score(
      plan(nRows, nodes, {
        scale: [0, 1],
        ranking: { round: { decimals: 3, mode: 'half-up', when: 'before-rank' } },
        tiers: { kind: 'bounds', tiers: [{ atLeast: 0.8 }, { atLeast: 0.7 }, { atLeast: 0.55 }, {}] },
      }),
      input(...['le', 'eys', 'mys', 'gnipc'].map(name => numbers(`${name}_${year}`))),
    );
  }
});

describe.skipIf(isAbsent)('E-Government Development Index 2022', () => {
  const { nRows, numbers } = readTable('egdi/egdi_2022.csv');

  test('index and rank of every country', () => {
    const nodes = [leaf(0), leaf(1), leaf(2), aggregate([0, 1, 2], [1, 1, 1])];
    const { ranking } = score(
      plan(nRows, nodes, {
        scale: [0, 1],
        ranking: { round: { decimals: 4, mode: 'half-up', when: 'before-rank' } },
      }),
      input(
        numbers('Online Service Index'),
        numbers('Human Capital Index'),
        numbers('Telecommunication Infrastructure Index'),
      ),
    );
    const published = numbers('E-Government Index');
    // The published parts have 4 decimals themselves, so the last digit of their mean may differ.
    ranking.rounded.forEach((value, unit) => {
      expect(Math.abs(value - published[unit]!)).toBeLessThan(0.00011);
    });
    expect([...ranking.ranks]).toEqual(numbers('E-Government Rank'));
    expect(nRows).toBe(193);
  });
});

describe.skipIf(isAbsent)('ASEM index as COINr computes it', () => {
  const meta = readTable('coinr-asem/ASEM_iMeta.csv');

  test('min–max of the treated data', () => {
    const [treated, normalised] = [
      readTable('coinr-asem/dset_Treated.csv'),
      readTable('coinr-asem/dset_Normalised.csv'),
    ];
    const codes = namesOf('Indicator');
    const directions = meta.numbers('Direction');
    const leaves = codes.map((code, index) =>
      leaf(index, {
        direction: directions[meta.text('iCode').indexOf(code)] === -1 ? 'negative' : 'positive',
        normalise: { method: 'min-max', range: [0, 100] },
      }),
    );
    const index = aggregate(
      leaves.map((_, position) => position),
      leaves.map(() => 1),
    );
    const { scores } = score(plan(treated.nRows, [...leaves, index]), input(...codes.map(treated.numbers)));
    expect(codes.length).toBe(49);
    codes.forEach((code, node) => {
      expectCells(cellsOf(scores.nodes[node]!), normalised.numbers(code), 1e-12, code);
    });
  });

  test('arithmetic means, complete data', () => {
    expectAggregates('coinr-asem/dset_Normalised.csv', 'coinr-asem/dset_Aggregated.csv', 'arithmetic');
  });

  test('the published order', () => {
    const results = readTable('coinr-asem/results_aggs.csv');
    const { ranking, units } = scoreAsem('coinr-asem/dset_Normalised.csv', 'arithmetic');
    expect([...ranking.order].map(unit => units[unit])).toEqual(results.text('uCode'));
  });

  function namesOf(type: string): string[] {
    return meta.text('iCode').filter((_, row) => meta.text('Type')[row] === type);
  }

  function scoreAsem(file: string, method: 'arithmetic' | 'geometric') {
    const normalised = readTable(file);
    const codes = meta.text('iCode').filter((_, row) => ['Indicator', 'Aggregate'].includes(meta.text('Type')[row]!));
    const weights = meta.numbers('Weight');
    const nodes = codes.map((code, position): NodePlan => {
      const isLeaf = meta.text('Type')[meta.text('iCode').indexOf(code)] === 'Indicator';
      if (isLeaf) return leaf(position);
      const rows = meta.text('Parent').flatMap((parent, row) => (parent === code ? [row] : []));
      const children = rows.map(row => codes.indexOf(meta.text('iCode')[row]!));
      return aggregate(
        children,
        rows.map(row => weights[row]!),
        { aggregate: method },
      );
    });
    const columns = codes.slice(0, namesOf('Indicator').length).map(normalised.numbers);
    return { codes, units: normalised.text('uCode'), ...score(plan(normalised.nRows, nodes), input(...columns)) };
  }

  function expectAggregates(from: string, to: string, method: 'arithmetic' | 'geometric'): void {
    const { codes, scores, units } = scoreAsem(from, method);
    const expected = readTable(to);
    expect(units).toEqual(expected.text('uCode'));
    expect(codes.length).toBe(60);
    codes.forEach((code, node) => {
      expectCells(cellsOf(scores.nodes[node]!), expected.numbers(code), 1e-12, code);
    });
  }
});

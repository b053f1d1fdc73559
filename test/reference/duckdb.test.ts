/** The engine against DuckDB, an independent reading of the same formulas; skipped where it is not installed. */
import { expect, test } from 'vitest';
import { learnAndMap, rankWithin, score } from '../../server/src/engine/score.ts';
import { duckDbWith, install, sqlOfPercentileRanks, sqlOfScoring } from '../bench/duckdb.ts';
import { nGroups, wideInput, widePlan } from '../bench/wide.ts';

const nUnits = 5_000;
/** Leaves by percentile ranks. */
const nRanked = 6;
const duckDb = await duckDbWith(nUnits);
if (duckDb === undefined) console.log(`skipped: DuckDB is not installed (${install})`);

async function columnsOf(sql: string): Promise<(number | null)[][]> {
  return (await duckDb!.runAndReadAll(`SELECT * EXCLUDE (id) FROM (${sql}) ORDER BY id`)).getColumns();
}

test.skipIf(duckDb === undefined)('five normalisers, two means, ranks and quota tiers: no rank flipped', async () => {
  const plan = widePlan(nUnits);
  const { scores, ranking } = score(plan, wideInput(nUnits));
  const [totals, ranks, ranksWithin, tiers] = await columnsOf(sqlOfScoring(plan));
  expect(farthest(ranking.rounded, scores.totals.states, totals!)).toBeLessThan(1e-12);
  expect([...ranking.ranks]).toEqual(ranks);
  expect(ranksWithin).toEqual(
    Array.from(ranks!, (_, unit) => rankWithin(ranking.ranksWithin[0]!, unit, unit % nGroups)),
  );
  expect([...ranking.tiers]).toEqual(tiers);
});

test.skipIf(duckDb === undefined)('totals before rounding', async () => {
  const plan = widePlan(nUnits);
  const { round: _, ...unrounded } = plan.ranking;
  const { totals } = score(plan, wideInput(nUnits)).scores;
  const [others] = await columnsOf(sqlOfScoring({ ...plan, ranking: unrounded }));
  expect(farthest(totals.values, totals.states, others!)).toBeLessThan(1e-12);
});

test.skipIf(duckDb === undefined)('percentile ranks', async () => {
  const range = [0, 100] as const;
  const plan = widePlan(nUnits, () => ({ method: 'percentile-rank', ties: 'lowest', range }));
  const positive = plan.nodes.map(node => (node.kind === 'leaf' ? { ...node, direction: 'positive' as const } : node));
  const { nodes } = learnAndMap({ ...plan, nodes: positive }, wideInput(nUnits)).scores;
  const columns = await columnsOf(sqlOfPercentileRanks(range, nRanked));
  expect(columns).toHaveLength(nRanked);
  columns.forEach((column, leaf) => {
    expect(farthest(nodes[leaf]!.values, nodes[leaf]!.states, column)).toBeLessThan(1e-12);
  });
});

/** The largest difference, relative above 1; infinite where only one of the two has a number. */
function farthest(values: Float64Array, states: Uint8Array, others: readonly (number | null)[]): number {
  expect(others).toHaveLength(values.length);
  return others.reduce<number>((worst, other, unit) => {
    const hasNumber = states[unit] === 0;
    if (other === null || !hasNumber) return hasNumber === (other !== null) ? worst : Infinity;
    return Math.max(worst, Math.abs(values[unit]! - other) / Math.max(1, Math.abs(other)));
  }, 0);
}

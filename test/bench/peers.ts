/** Scoring beside COINr (its figures as measured elsewhere) and DuckDB (here, on one thread, the same numbers). */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Normalisation } from '../../server/src/engine/normalisation.ts';
import type { NodePlan } from '../../server/src/engine/plan.ts';
import { learnAndMap, map, rank, rescore, score } from '../../server/src/engine/score.ts';
import { surveyed } from '../../server/src/engine/surveyedColumn.ts';
import { costOfLarge, costOfSmall } from './cost.ts';
import { duckDbWith, install, sqlOfPercentileRanks, sqlOfScoring } from './duckdb.ts';
import { nLeaves, wideInput, widePlan } from './wide.ts';

const timings = resolve('../shared/data/coinr-cases/timings.json');
const range = [0, 100] as const;
const nRounds = 3;
/** Windows over all leaves would take minutes. */
const nRanked = 4;

export async function comparePeers(nUnits: number): Promise<void> {
  console.log(`\n${'units × leaves'.padEnd(52)}   here, ms    there, ms   times as fast`);
  compareRecomputed();
  compareCoinr();
  if (nUnits > 0) await compareDuckDb(nUnits);
}

/** With columns as they are read of data files, which remember what was seen of their numbers. */
function compareRecomputed(): void {
  const plan = widePlan(64);
  const input = { columns: wideInput(64).columns.map(surveyed) };
  const { params, scores } = score(plan, input);
  const earlier = { plan, input, params, scores };
  const reweighed = { ...plan, nodes: plan.nodes.map(withFirstWeightDoubled) };
  say(
    `64 × ${nLeaves}: every aggregate's weights changed, rank`,
    costOfSmall(() => rank(reweighed, rescore(reweighed, input, earlier).scores)),
  );
  say(
    `64 × ${nLeaves}: map, rank`,
    costOfSmall(() => rank(plan, map(plan, params, input))),
  );
  say(
    `64 × ${nLeaves}: fit, map, rank`,
    costOfSmall(() => score(plan, input)),
  );
}

function withFirstWeightDoubled(node: NodePlan): NodePlan {
  if (node.kind === 'leaf') return node;
  return { ...node, weightSets: node.weightSets.map(([first, ...others]) => [2 * first!, ...others]) };
}

/** Min–max and arithmetic means in three levels, of data not seen before and again, when their gaps and ends are known. */
function compareCoinr(): void {
  if (!existsSync(timings)) {
    console.log('COINr: its figures are not beside the repository');
    return;
  }
  const steps: readonly { step: string; units: number; cpuMedianSeconds: number }[] = JSON.parse(
    readFileSync(timings, 'utf8'),
  ).timings;
  for (const { step, units, cpuMedianSeconds } of steps) {
    if (step !== 'Normalise + Aggregate') continue;
    const plan = arithmeticPlan(units, () => ({ method: 'min-max', range }));
    const input = wideInput(units);
    const known = { columns: input.columns.map(surveyed) };
    const name = `${units} × ${nLeaves}: normalise and aggregate`;
    say(
      `${name}; COINr`,
      costOfSmall(() => learnAndMap(plan, input)),
      1000 * cpuMedianSeconds,
    );
    say(
      `${name} again; COINr`,
      costOfSmall(() => learnAndMap(plan, known)),
      1000 * cpuMedianSeconds,
    );
  }
}

async function compareDuckDb(nUnits: number): Promise<void> {
  const duckDb = await duckDbWith(nUnits);
  if (duckDb === undefined) console.log(`DuckDB is not installed (${install}): only our own numbers`);
  const there = async (sql: string) =>
    duckDb && (await costOfLarge(nRounds, () => duckDb.run(`CREATE OR REPLACE TABLE result AS ${sql}`)));
  const input = wideInput(nUnits);
  const plan = widePlan(nUnits);
  const scored = await there(sqlOfScoring(plan));
  say(`${nUnits} × ${nLeaves}: fit, map, rank; DuckDB`, await costOfLarge(nRounds, () => score(plan, input)), scored);
  const percentiles = leavesOnly(nUnits, { method: 'percentile-rank', ties: 'lowest', range });
  const ranked = await there(sqlOfPercentileRanks(range, nRanked));
  const cost = await costOfLarge(nRounds, () => learnAndMap(percentiles, input));
  say(`${nUnits} × ${nRanked}: percentile ranks; DuckDB's windows`, cost, ranked);
}

function arithmeticPlan(nUnits: number, normalise: (leaf: number) => Normalisation) {
  const plan = widePlan(nUnits, normalise);
  const nodes = plan.nodes.map(node => (node.kind === 'leaf' ? node : { ...node, aggregate: 'arithmetic' as const }));
  return { ...plan, nodes };
}

/** The first few, all normalised alike; the last stands for the index. */
function leavesOnly(nUnits: number, normalise: Normalisation) {
  const plan = widePlan(nUnits, () => normalise);
  return { ...plan, nodes: plan.nodes.slice(0, nRanked) };
}

function say(name: string, here: number, there?: number): void {
  const beside =
    there === undefined ? '' : `${there.toFixed(3).padStart(12)} ${(there / here).toFixed(1).padStart(11)} ×`;
  console.log(`${name.padEnd(52)} ${here.toFixed(3).padStart(10)} ${beside}`);
}

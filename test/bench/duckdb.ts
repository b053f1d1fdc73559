/**
 * A wide system as SQL, and DuckDB to run it: in memory, on one thread. An independent reading of the formulas, so
 * nothing of the engine is imported but types. DuckDB is 70 MB, so it is installed beside this file, if at all.
 */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { AggregatePlan } from '../../server/src/engine/aggregatePlan.ts';
import type { LeafPlan } from '../../server/src/engine/leafPlan.ts';
import type { Plan } from '../../server/src/engine/plan.ts';
import { cells, nGroups, nLeaves, shares } from './wide.ts';

/** What is used of `@duckdb/node-api`, which need not be there. */
interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getColumns(): (number | null)[][] }>;
}

export const install = 'npm install --prefix test/bench --no-package-lock';

/** With the cells of so many units in `cells`; `undefined` where DuckDB is not installed. */
export async function duckDbWith(nUnits: number): Promise<Connection | undefined> {
  const connection = await connect();
  await connection?.run('SET threads = 1');
  await connection?.run(`CREATE TABLE cells AS SELECT id, ${each(cellOf)} FROM range(${nUnits}) AS units(id)`);
  return connection;
}

async function connect(): Promise<Connection | undefined> {
  const require = createRequire(resolve('test/bench/package.json'));
  try {
    require.resolve('@duckdb/node-api');
  } catch {
    return undefined;
  }
  const { DuckDBInstance } = require('@duckdb/node-api');
  return (await DuckDBInstance.create(':memory:')).connect();
}

function cellOf(leaf: number): string {
  const { modulus, otherModulus, multiplier, divisor, nMissing, factorOf } = cells;
  const number = `((id + 1) * ${factorOf(leaf)} % ${modulus} * ${multiplier} % ${otherModulus})`;
  return `CASE WHEN ${number} % 1000 >= ${nMissing} THEN ${number}::DOUBLE / ${divisor} END AS x${leaf}`;
}

/** Columns id, total (rounded if the plan says so), rank, rank_within, tier (from 0); by rank within groups of `id % nGroups`. */
export function sqlOfScoring({ nodes, ranking }: Plan): string {
  const aggregates = nodes.flatMap((node, index) => (node.kind === 'aggregate' ? [{ node, index }] : []));
  const dimensions = aggregates.slice(0, -1);
  const index = aggregates.at(-1)!;
  const total = meanOf(index.node);
  const rounded = ranking.round === undefined ? total : `round(${total}, ${ranking.round.decimals})`;
  const borders = shares.map((_, tier) => shares.slice(0, tier + 1).map(share => `round(n * ${share} / 100.0)`));
  const tier = borders.map((quotas, tier) => `WHEN rank_within <= ${quotas.join(' + ')} THEN ${tier}`).join(' ');
  return `
    WITH learned AS (SELECT ${each(leaf => statisticsOf(leaf))} FROM cells),
    leaves AS (SELECT id, ${each(leaf => `${scoreOf(nodes[leaf] as LeafPlan, leaf)} AS s${leaf}`)} FROM cells, learned),
    dimensions AS (SELECT id, ${dimensions.map(({ node, index }) => `${meanOf(node)} AS s${index}`).join()} FROM leaves),
    totals AS (SELECT id, id % ${nGroups} AS part, ${rounded} AS total FROM dimensions),
    ranks AS (
      SELECT id, total,
        rank() OVER (ORDER BY total DESC) AS rank,
        rank() OVER (PARTITION BY part ORDER BY total DESC) AS rank_within,
        count(*) OVER (PARTITION BY part) AS n
      FROM totals
    )
    SELECT id, total, rank::INT AS rank, rank_within::INT AS rank_within, CASE ${tier} ELSE ${shares.length} END AS tier
    FROM ranks`;
}

/** Columns id, s0 …: percentile ranks, ties the lowest, of the first leaves. */
export function sqlOfPercentileRanks(range: readonly [number, number], count: number): string {
  const [start, end] = range;
  const scoreOf = (leaf: number) => {
    const place = `percent_rank() OVER (PARTITION BY x${leaf} IS NULL ORDER BY x${leaf})`;
    return `CASE WHEN x${leaf} IS NOT NULL THEN ${start} + ${end - start} * ${place} END AS s${leaf}`;
  };
  return `SELECT id, ${each(scoreOf, count)} FROM cells`;
}

function statisticsOf(leaf: number): string {
  const x = `x${leaf}`;
  return `min(${x}) AS min${leaf}, max(${x}) AS max${leaf}, favg(${x}) AS mean${leaf}, stddev_samp(${x}) AS sd${leaf}`;
}

function scoreOf({ normalise, direction }: LeafPlan, leaf: number): string {
  const isPositive = direction === 'positive';
  const x = `x${leaf}`;
  const line = (value: string, lower: string, upper: string, [start, end]: readonly [number, number]) =>
    `(${start} + ${end - start} * (${isPositive ? `${value} - ${lower}` : `${upper} - ${value}`}) / (${upper} - ${lower}))`;
  switch (normalise.method) {
    case 'min-max':
      return line(x, `min${leaf}`, `max${leaf}`, normalise.range);
    case 'goalposts':
      return within(
        line(x, `${normalise.lower}::DOUBLE`, `${normalise.upper}::DOUBLE`, normalise.range),
        x,
        normalise.range,
      );
    case 'log-goalposts':
      return within(
        line(`ln(${x})`, `ln(${normalise.lower})`, `ln(${normalise.upper})`, normalise.range),
        x,
        normalise.range,
      );
    case 'z-score':
      return `(${normalise.mean} + ${isPositive ? normalise.sd : -normalise.sd} * (${x} - mean${leaf}) / sd${leaf})`;
    case 'fraction-of-max': {
      const [start, end] = normalise.range;
      return `(${start} + ${end - start} * ${isPositive ? `${x} / max${leaf}` : `min${leaf} / ${x}`})`;
    }
    default:
      throw new Error(`not in the wide system: ${normalise.method}`);
  }
}

/** `least` and `greatest` leave out what is null. */
function within(score: string, value: string, [start, end]: readonly [number, number]): string {
  return `CASE WHEN ${value} IS NOT NULL THEN least(greatest(${score}, ${start}), ${end}) END`;
}

function meanOf({ children, weightSets, aggregate }: AggregatePlan): string {
  const terms = children.map((child, position) => ({ score: `s${child}`, weight: weightSets[0]![position]! }));
  const weight = terms.map(each => `CASE WHEN ${each.score} IS NULL THEN 0 ELSE ${each.weight} END`).join(' + ');
  const sumOf = (scoreOf: (score: string) => string) =>
    terms.map(({ score, weight }) => `coalesce(${weight} * ${scoreOf(score)}, 0)`).join(' + ');
  if (aggregate === 'geometric') return `exp((${sumOf(score => `ln(${score})`)}) / nullif(${weight}, 0))`;
  return `(${sumOf(score => score)}) / nullif(${weight}, 0)`;
}

function each(say: (leaf: number) => string, count: number = nLeaves): string {
  return Array.from({ length: count }, (_, leaf) => say(leaf)).join(', ');
}

/** CPU time of a piece of work, in milliseconds: user and system, the best of several rounds. */

/**
 * So small a piece of work that a round is many runs of it: the best of 15 rounds of about 20 ms, after warming up for
 * half a second, in which what is used often is compiled.
 */
export function costOfSmall(work: () => unknown): number {
  for (const before = process.cpuUsage(); since(before) < 500; ) work();
  let nRuns = 1;
  while (timed(work, nRuns) * nRuns < 20) nRuns *= 2;
  return Math.min(...Array.from({ length: 15 }, () => timed(work, nRuns)));
}

/** The best of `nRounds` single runs; the first warms up. */
export async function costOfLarge(nRounds: number, work: () => unknown): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < nRounds; round++) {
    const before = process.cpuUsage();
    await work();
    best = Math.min(best, since(before));
  }
  return best;
}

function timed(work: () => unknown, nRuns: number): number {
  const before = process.cpuUsage();
  for (let run = 0; run < nRuns; run++) work();
  return since(before) / nRuns;
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

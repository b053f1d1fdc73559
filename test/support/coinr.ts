/** The preparation of COINr’s cases by the engine: leaves that are imputed, treated or divided, and what comes of them. */
import type { Grouping } from '../../server/src/engine/groups.ts';
import type { LeafPlan } from '../../server/src/engine/leafPlan.ts';
import { score } from '../../server/src/engine/score.ts';
import { aggregate, cellsOf, input, leaf, plan } from '../unit/engine/plans.ts';
import type { Numbers } from './reference.ts';

/** The values that are normalised, one list a leaf, and what was learned. */
export function prepare(
  columns: readonly Numbers[],
  partOf: (leaf: number) => Partial<LeafPlan>,
  more: readonly Numbers[] = [],
) {
  const leaves = columns.map((_, index) => ({
    ...leaf(index),
    normalise: { method: 'rank', ties: 'lowest' } as const,
    ...partOf(index),
  }));
  const nodes = [
    ...leaves,
    aggregate(
      columns.map((_, index) => index),
      columns.map(() => 1),
    ),
  ];
  const { scores, params } = score(plan(columns[0]!.length, nodes), input(...columns, ...more));
  const prepared = columns.map((_, index) =>
    cellsOf(scores.prepared[index]!).map(cell => (typeof cell === 'number' ? cell : null)),
  );
  return { prepared, params, scores };
}

export function groupingOf(names: readonly (string | null)[]): Grouping {
  const groups = [...new Set(names.filter(name => name !== null && name !== '' && name !== 'NA'))];
  return { nGroups: groups.length, groupsOf: names.map(name => (groups.includes(name) ? [groups.indexOf(name)] : [])) };
}

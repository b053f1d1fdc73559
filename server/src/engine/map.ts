/** Map: every unit by itself, from its cells to its total, with frozen parameters. Knows nothing of ranks. */
import { adjust } from './adjust.ts';
import { scoreAggregate } from './mapAggregate.ts';
import { scoreLeaf } from './mapLeaf.ts';
import type { Column, Input, Params, Plan, Scores } from './plan.ts';
import { rawColumn } from './source.ts';

/** A leaf without parameters has no values to learn from, so its method is undefined. */
const noParams = { n: 0 };

export function map(plan: Plan, params: Params, input: Input): Scores {
  const raw: (Column | undefined)[] = [];
  const nodes: Column[] = [];
  const truncated: Record<number, number> = {};
  plan.nodes.forEach((node, index) => {
    if (node.kind === 'aggregate') {
      raw.push(undefined);
      nodes.push(scoreAggregate(plan, node, nodes));
      return;
    }
    const values = rawColumn(node.source, input, plan.nUnits);
    const { scores, nTruncated } = scoreLeaf(plan, node, params.leaves[index] ?? noParams, values);
    raw.push(values);
    nodes.push(scores);
    if (nTruncated > 0) truncated[index] = nTruncated;
  });
  return { raw, nodes, truncated, ...adjust(plan, nodes, input) };
}

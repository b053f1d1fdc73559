/** Map: every unit by itself, from its cells to its total, with frozen parameters. Knows nothing of ranks. */
import { adjust } from './adjust.ts';
import { emptyColumns } from './column.ts';
import { scoreAggregate } from './mapAggregate.ts';
import { scoreLeaf } from './mapLeaf.ts';
import type { Column, Input, Params, Plan, Scores } from './plan.ts';
import { readSource } from './source.ts';

/** A leaf without parameters has no values to learn from, so its method is undefined. */
const noParams = { n: 0 };

export function map(plan: Plan, params: Params, input: Input): Scores {
  const nodes = emptyColumns(plan.nodes.length, plan.nUnits);
  const raw = rawColumns(plan, input);
  const truncated: Record<number, number> = {};
  plan.nodes.forEach((node, index) => {
    const scores = nodes[index]!;
    if (node.kind === 'aggregate') {
      scoreAggregate(plan, node, nodes, scores);
      return;
    }
    const nTruncated = scoreLeaf(plan, node, params.leaves[index] ?? noParams, raw[index]!, scores);
    if (nTruncated > 0) truncated[index] = nTruncated;
  });
  return { raw, nodes, truncated, ...adjust(plan, nodes, input) };
}

function rawColumns(plan: Plan, input: Input): (Column | undefined)[] {
  const nLeaves = plan.nodes.filter(node => node.kind === 'leaf').length;
  const columns = emptyColumns(nLeaves, plan.nUnits).values();
  return plan.nodes.map(node => {
    const column = node.kind === 'leaf' ? columns.next().value : undefined;
    if (node.kind === 'leaf' && column !== undefined) readSource(node.source, input, column);
    return column;
  });
}

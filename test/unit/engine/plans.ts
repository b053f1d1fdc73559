/** Plans and inputs built by hand, in few words. */
import type { AggregatePlan } from '../../../server/src/engine/aggregatePlan.ts';
import { type Column, type Reason, reasons } from '../../../server/src/engine/column.ts';
import type { LeafPlan } from '../../../server/src/engine/leafPlan.ts';
import type { Input, NodePlan, Plan } from '../../../server/src/engine/plan.ts';
import type { RankingPlan } from '../../../server/src/engine/rankingPlan.ts';

export type Cell = number | Reason;

/** A number, or the reason why there is none; `null` is missing. */
export function column(cells: readonly (Cell | null)[]): Column {
  return {
    values: Float64Array.from(cells, cell => (typeof cell === 'number' ? cell : 0)),
    states: Uint8Array.from(cells, cell =>
      typeof cell === 'number' ? 0 : reasons.indexOf(cell === null ? 'missing' : cell),
    ),
  };
}

export function input(...columns: readonly (readonly (Cell | null)[])[]): Input {
  return { columns: columns.map(column) };
}

/** What `column` was made of, with reasons for what is missing. */
export function cellsOf({ values, states }: Column): Cell[] {
  return Array.from(values, (value, unit) => (states[unit] === 0 ? value : reasons[states[unit]!]!));
}

/** The columns in full, those among them that are written when they are asked for. */
export function written(columns: readonly Column[]): Column[] {
  return columns.map(({ values, states }) => ({ values, states }));
}

export function leaf(sourceColumn: number, more: Partial<LeafPlan> = {}): LeafPlan {
  return {
    kind: 'leaf',
    source: { kind: 'column', column: sourceColumn },
    direction: 'positive',
    normalise: { method: 'none' },
    ...more,
  };
}

export function aggregate(
  children: readonly number[],
  weights: readonly number[],
  more: Partial<AggregatePlan> = {},
): AggregatePlan {
  return { kind: 'aggregate', children, weightSets: [weights], aggregate: 'arithmetic', missing: 'exclude', ...more };
}

type Parts = Partial<Omit<Plan, 'ranking'>> & { readonly ranking?: Partial<RankingPlan> };

export function plan(nUnits: number, nodes: readonly NodePlan[], parts: Parts = {}): Plan {
  return {
    nUnits,
    scale: [0, 100],
    nodes,
    indexFactor: 1,
    adjustments: [],
    tiers: { kind: 'none' },
    ...parts,
    ranking: {
      ties: 'competition',
      tieOrder: Int32Array.from({ length: nUnits }, (_, unit) => unit),
      within: [],
      ...parts.ranking,
    },
  };
}

/** A plan whose totals are the given scores. */
export function planOfTotals(totals: readonly (Cell | null)[], parts: Parts = {}): { plan: Plan; input: Input } {
  return { plan: plan(totals.length, [leaf(0), aggregate([0], [1])], parts), input: input(totals) };
}

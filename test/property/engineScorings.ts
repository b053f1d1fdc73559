/** Random systems up to several levels deep, and the same with other units, weights and cells. */
import fc from 'fast-check';
import type { AggregatePlan } from '../../server/src/engine/aggregatePlan.ts';
import type { Column } from '../../server/src/engine/column.ts';
import type { LeafPlan } from '../../server/src/engine/leafPlan.ts';
import type { Normalisation } from '../../server/src/engine/normalisation.ts';
import type { Adjustment, Input, NodePlan, Plan } from '../../server/src/engine/plan.ts';
import type { RankingPlan } from '../../server/src/engine/rankingPlan.ts';

/** Every unit so many times. */
export function manyTimes(plan: Plan, input: Input, times: number): Case {
  const nUnits = plan.nUnits * times;
  const again = (unit: number) => unit % plan.nUnits;
  const weightSetOf =
    plan.weightSetOf && Uint16Array.from({ length: nUnits }, (_, unit) => plan.weightSetOf![again(unit)]!);
  const columns = input.columns.map(({ values, states }) => ({
    values: Float64Array.from({ length: nUnits }, (_, unit) => values[again(unit)]!),
    states: Uint8Array.from({ length: nUnits }, (_, unit) => states[again(unit)]!),
  }));
  const tieOrder = Int32Array.from({ length: nUnits }, (_, unit) => unit);
  const ranking = { ...plan.ranking, tieOrder };
  return { plan: { ...plan, nUnits, ranking, ...(weightSetOf && { weightSetOf }) }, input: { columns } };
}

interface Case {
  readonly plan: Plan;
  readonly input: Input;
}

/** `frozen`: no method that learns from the data and no holes; `wild`: any numbers, adjustments, any cell. */
export function scorings(options: { readonly wild?: true; readonly frozen?: true } = {}): fc.Arbitrary<Case> {
  const sizes = fc.record({ nUnits: fc.integer({ min: 1, max: 8 }), shape: shapes });
  return sizes.chain(({ nUnits, shape }) => {
    const nLeaves = countLeaves(shape);
    return fc
      .record({
        leaves: fc.array(leaves(options), { minLength: nLeaves, maxLength: nLeaves }),
        aggregates: fc.array(aggregateWords(options), { minLength: 1, maxLength: 6 }),
        weights: fc.array(options.wild ? fc.oneof(weights, wildNumbers) : weights, { minLength: 5, maxLength: 9 }),
        columns: fc.array(columns(nUnits, options), { minLength: nLeaves + 1, maxLength: nLeaves + 1 }),
        ranking: rankings(nUnits),
        adjustments: options.wild ? fc.array(adjustments(nLeaves), { maxLength: 4 }) : fc.constant([]),
      })
      .map(parts => ({ plan: build(nUnits, shape, parts), input: { columns: parts.columns } }));
  });
}

type Shape = readonly Shape[] | 'leaf';

const shapes: fc.Arbitrary<Shape> = fc.letrec<{ tree: Shape[]; node: Shape }>(tie => ({
  tree: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
  node: fc.oneof({ maxDepth: 4, withCrossShrink: true }, fc.constant('leaf' as const), tie('tree')),
})).tree;

const wildNumbers = fc.double();
export const weights = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0.01, max: 1, noNaN: true }));

export function leaves({
  wild,
  frozen,
}: {
  wild?: true;
  frozen?: true;
}): fc.Arbitrary<Omit<LeafPlan, 'kind' | 'source'>> {
  const range = fc.constant([0, 100] as const);
  const learning: fc.Arbitrary<Normalisation>[] = [
    fc.record({ method: fc.constant('min-max' as const), range }),
    fc.record({ method: fc.constant('z-score' as const), mean: fc.constant(50), sd: fc.constant(10) }),
    fc.record({ method: fc.constant('rank' as const), ties: fc.constantFrom('lowest', 'average', 'highest') }),
  ];
  const posts = { range, lower: fc.constant(5), upper: fc.constant(95), truncate: fc.boolean() };
  const fixed: fc.Arbitrary<Normalisation>[] = [
    fc.record({ method: fc.constant('goalposts' as const), ...posts, ...(wild && { lower: wildNumbers }) }),
    fc.record({ method: fc.constant('log-goalposts' as const), ...posts, ...(wild && { upper: wildNumbers }) }),
  ];
  const methods = fc.oneof(...fixed, ...(frozen ? [] : learning));
  const directions = fc.constantFrom('positive' as const, 'negative' as const);
  const ownWords: Pick<LeafPlan, 'missing'>[] = [
    {},
    { missing: { score: 50 } },
    { missing: 'exclude' },
    { missing: 'fail' },
  ];
  return fc
    .tuple(methods, directions, fc.constantFrom(...ownWords))
    .map(([normalise, direction, own]) => ({ normalise, direction, ...own }));
}

type Words = Pick<AggregatePlan, 'aggregate' | 'missing' | 'minShare' | 'minCount'>;

function aggregateWords({ frozen }: { frozen?: true }): fc.Arbitrary<Words> {
  // With untruncated goalposts scores may be negative, where a geometric mean is not defined.
  const kinds = ['arithmetic', 'min', 'max', 'sum', ...(frozen ? [] : (['geometric'] as const))] as const;
  return fc.record(
    {
      aggregate: fc.constantFrom(...kinds),
      missing: fc.constantFrom('exclude', 'zero', 'fail'),
      minShare: fc.double({ min: 0, max: 1, noNaN: true }),
      minCount: fc.integer({ min: 0, max: 3 }),
    },
    { requiredKeys: ['aggregate', 'missing'] },
  );
}

export function columns(nUnits: number, { wild, frozen }: { wild?: true; frozen?: true }): fc.Arbitrary<Column> {
  const value = wild
    ? fc.oneof(wildNumbers, fc.constantFrom(0, 1, Number.MAX_VALUE, Number.MIN_VALUE, -Infinity))
    : fc.double({ min: 60, max: 120, noNaN: true });
  const state = frozen
    ? fc.constant(0)
    : fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) });
  const size = { minLength: nUnits, maxLength: nUnits };
  return fc
    .record({ values: fc.array(value, size), states: fc.array(state, size) })
    .map(({ values, states }) => ({ values: Float64Array.from(values), states: Uint8Array.from(states) }));
}

function rankings(nUnits: number): fc.Arbitrary<RankingPlan> {
  return fc.record({
    ties: fc.constantFrom('dense', 'competition', 'modified', 'ordinal', 'fractional'),
    tieOrder: permutationOf(nUnits).map(order => Int32Array.from(order)),
    round: fc.record({
      decimals: fc.integer({ min: 0, max: 4 }),
      mode: fc.constantFrom('half-up', 'half-even', 'down'),
      when: fc.constantFrom('before-rank', 'after-rank'),
    }),
    within: fc.constant([]),
  });
}

export function adjustments(column: number): fc.Arbitrary<Adjustment> {
  const number = fc.oneof(wildNumbers.filter(Number.isFinite), fc.integer({ min: 0, max: 20 }));
  const base = { column: fc.constant(column), points: number };
  return fc.oneof(
    fc.record({ kind: fc.constant('bonus' as const), ...base, cap: number }),
    fc.record({ kind: fc.constant('deduction' as const), ...base, of: fc.constant(0) }),
    fc.record({ kind: fc.constant('deduction' as const), ...base, floor: number }),
    fc.record({ kind: fc.constant('node-bonus' as const), node: fc.constant(0), cap: number }),
    fc.record({ kind: fc.constant('veto' as const), column: fc.constant(column), score: number, tier: fc.constant(1) }),
  );
}

interface Parts {
  readonly leaves: readonly Omit<LeafPlan, 'kind' | 'source'>[];
  readonly aggregates: readonly Words[];
  readonly weights: readonly number[];
  readonly ranking: RankingPlan;
  readonly adjustments: readonly Adjustment[];
}

function build(nUnits: number, shape: Shape, { leaves, aggregates, weights, ranking, adjustments }: Parts): Plan {
  const nodes: NodePlan[] = [];
  let nLeaves = 0;
  const add = (part: Shape): number => {
    if (part === 'leaf') {
      const source = { kind: 'column', column: nLeaves } as const;
      return nodes.push({ kind: 'leaf', source, ...leaves[nLeaves++]! }) - 1;
    }
    const children = part.map(add);
    const words = aggregates[nodes.length % aggregates.length]!;
    const own = children.map((child, position) => weights[(child + position) % weights.length]!);
    return nodes.push({ kind: 'aggregate', children, weightSets: [own], ...words }) - 1;
  };
  add(shape);
  const tiers = { kind: 'bounds', tiers: [{ atLeast: 60 }, {}] } as const;
  return { nUnits, scale: [0, 100], nodes, indexFactor: 1, adjustments, ranking, tiers };
}

function countLeaves(shape: Shape): number {
  return shape === 'leaf' ? 1 : shape.reduce((sum, part) => sum + countLeaves(part), 0);
}

export function permutationOf(n: number): fc.Arbitrary<number[]> {
  const all = Array.from({ length: n }, (_, index) => index);
  return fc.shuffledSubarray(all, { minLength: n, maxLength: n });
}

export function planInOrder(plan: Plan, order: readonly number[]): Plan {
  const tieOrder = Int32Array.from(order, unit => plan.ranking.tieOrder[unit]!);
  return { ...plan, ranking: { ...plan.ranking, tieOrder } };
}

export function inputInOrder({ columns }: Input, order: readonly number[]): Input {
  return {
    columns: columns.map(({ values, states }) => ({
      values: Float64Array.from(order, unit => values[unit]!),
      states: Uint8Array.from(order, unit => states[unit]!),
    })),
  };
}

export function slice({ columns }: Input, from: number, to: number): Input {
  return {
    columns: columns.map(({ values, states }) => ({ values: values.slice(from, to), states: states.slice(from, to) })),
  };
}

export function withSiblingsShuffled(node: AggregatePlan, keys: Iterator<number>): AggregatePlan {
  const order = node.children
    .map((_, position) => ({ position, key: keys.next().value as number }))
    .sort((one, other) => one.key - other.key)
    .map(({ position }) => position);
  return {
    ...node,
    children: order.map(position => node.children[position]!),
    weightSets: node.weightSets.map(set => order.map(position => set[position]!)),
  };
}

/** The first weight of an aggregate, or what a missing value of a leaf means. */
export function withNodeChanged(plan: Plan, at: number, factor: number): Plan {
  const changed = (node: NodePlan): NodePlan => {
    if (node.kind === 'leaf') return { ...node, missing: { score: factor } };
    return { ...node, weightSets: node.weightSets.map(([first, ...others]) => [first! * factor, ...others]) };
  };
  return { ...plan, nodes: plan.nodes.map((node, index) => (index === at ? changed(node) : node)) };
}

export function withWeights(plan: Plan, change: (weight: number) => number): Plan {
  const nodes = plan.nodes.map(node =>
    node.kind === 'leaf' ? node : { ...node, weightSets: node.weightSets.map(set => set.map(change)) },
  );
  return { ...plan, nodes };
}

export function withCell({ columns }: Input, column: number, unit: number, change: (value: number) => number): Input {
  const changed = columns.map(({ values, states }, index) => ({
    values: index === column ? values.with(unit, change(values[unit]!)) : values,
    states,
  }));
  return { columns: changed };
}

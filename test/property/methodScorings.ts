/** Random systems of every method, and the same with other units. */
import fc from 'fast-check';
import type { AggregatePlan, Standardisation } from '../../server/src/engine/aggregatePlan.ts';
import type { Column } from '../../server/src/engine/column.ts';
import type { Grouping } from '../../server/src/engine/groups.ts';
import type { LeafPlan } from '../../server/src/engine/leafPlan.ts';
import type { Normalisation, Over } from '../../server/src/engine/normalisation.ts';
import type { Input, Plan } from '../../server/src/engine/plan.ts';
import { aggregate, leaf, plan } from '../unit/engine/plans.ts';

interface Case {
  readonly plan: Plan;
  readonly input: Input;
}

export function scorings(
  value: fc.Arbitrary<number> = fc.double({ min: 1, max: 120, noNaN: true }),
): fc.Arbitrary<Case> {
  return fc.record({ nUnits: fc.integer({ min: 1, max: 8 }), nLeaves: fc.integer({ min: 1, max: 8 }) }).chain(sizes =>
    fc
      .record({
        leaves: fc.array(leafPlans(sizes.nUnits), { minLength: sizes.nLeaves, maxLength: sizes.nLeaves }),
        columns: fc.array(columns(sizes.nUnits, value), { minLength: sizes.nLeaves, maxLength: sizes.nLeaves }),
        words: fc.array(aggregateWords(sizes.nUnits), { minLength: 3, maxLength: 6 }),
        weights: fc.array(fc.double({ min: 0.1, max: 9, noNaN: true }), { minLength: 5, maxLength: 9 }),
        minShare: fc.constantFrom(undefined, 0.5),
      })
      .map(({ leaves, columns, words, weights, minShare }) => {
        const nodes: Plan['nodes'][number][] = leaves.map((own, index) => leaf(index, own));
        let open = nodes.map((_, index) => index);
        while (open.length > 1 || nodes.length === leaves.length) {
          const children = open.slice(0, 3);
          const own = children.map(child => weights[child % weights.length]!);
          nodes.push(aggregate(children, own, words[nodes.length % words.length]!));
          open = [...open.slice(3), nodes.length - 1];
        }
        const ranking = minShare === undefined ? {} : { minShare };
        return { plan: plan(sizes.nUnits, nodes, { ranking }), input: { columns } };
      }),
  );
}

function leafPlans(nUnits: number): fc.Arbitrary<Partial<LeafPlan>> {
  return fc.record({
    normalise: normalisations(fc.constant(nUnits)),
    direction: fc.constantFrom('positive' as const, 'negative' as const),
  });
}

export function normalisations(sizes: fc.Arbitrary<number>): fc.Arbitrary<Normalisation> {
  const range = fc.constantFrom([0, 100] as const, [1, 10] as const);
  const ties = fc.constantFrom('lowest' as const, 'average' as const, 'highest' as const);
  const cap = fc.constantFrom({}, { cap: 1 }, { cap: 0.5 });
  const frozen = fc.constantFrom({}, { frozen: { min: 0, max: 130 } }, { frozen: { max: 90 } });
  const given = fc.constantFrom({}, { frozen: { sorted: [10, 20, 20, 30] } });
  return sizes.chain(nUnits => {
    const learning = overs(nUnits).map(over => (over === undefined ? {} : { over }));
    const record = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
      fc.tuple(fc.record(shape), learning).map(([own, more]) => ({ ...own, ...more }));
    const is = <T extends string>(method: T) => fc.constant(method);
    return fc.oneof(
      fc
        .tuple(record({ method: is('min-max'), range, truncate: fc.boolean() }), frozen)
        .map(([own, more]) => ({ ...own, ...more })),
      fc.tuple(record({ method: is('distance-to-max'), range }), frozen).map(([own, more]) => ({ ...own, ...more })),
      record({ method: is('fraction-of-max'), range }),
      record({
        ...{ method: is('z-score'), mean: fc.constant(50), sd: fc.constant(10), range, truncate: fc.boolean() },
        deviation: fc.constantFrom('sample' as const, 'population' as const),
      }),
      fc.tuple(record({ method: is('rank'), ties }), given).map(([own, more]) => ({ ...own, ...more })),
      record({ method: is('borda'), ties }),
      fc
        .tuple(record({ method: is('percentile-rank'), ties, range }), given)
        .map(([own, more]) => ({ ...own, ...more })),
      fc
        .tuple(record({ method: is('distance-to-reference'), unit: fc.constant(nUnits - 1), range }), cap)
        .map(([own, more]) => ({ ...own, ...more })),
      fc
        .tuple(record({ method: is('distance-to-target'), target: fc.constant(60), range }), cap)
        .map(([own, more]) => ({ ...own, ...more })),
      fc.record({ method: is('scaled'), range, lower: fc.constant(5), upper: fc.constant(80) }),
    );
  });
}

function standardisations(nUnits: number): fc.Arbitrary<Standardisation> {
  const normalisation = normalisations(fc.constant(nUnits)) as fc.Arbitrary<Exclude<Normalisation, { method: 'none' }>>;
  return fc.oneof(normalisation, fc.constant({ method: 'normal-cdf' as const }));
}

function overs(nUnits: number): fc.Arbitrary<Over | undefined> {
  const mask = fc.array(fc.constantFrom(0, 1, 1), { minLength: nUnits, maxLength: nUnits });
  return fc.oneof(
    fc.constant(undefined),
    fc.constant('eligible' as const),
    mask.map(units => Uint8Array.from(units)),
  );
}

function aggregateWords(nUnits: number): fc.Arbitrary<Partial<AggregatePlan>> {
  const groupsOf = fc.array(fc.subarray([0, 1, 2], { maxLength: 2 }), { minLength: nUnits, maxLength: nUnits });
  const grouping: fc.Arbitrary<Grouping> = groupsOf.map(groups => ({ nGroups: 3, groupsOf: groups }));
  const impute = fc
    .record(
      { method: fc.constantFrom('mean', 'median'), by: grouping, over: overs(nUnits) },
      { requiredKeys: ['method'] },
    )
    .map(({ over, ...more }) => ({ ...more, ...(over !== undefined && { over }) })) as fc.Arbitrary<
    NonNullable<AggregatePlan['impute']>
  >;
  const kinds = [
    'arithmetic',
    'geometric',
    'harmonic',
    'power',
    'min',
    'max',
    'median',
    'sum',
    'product',
    'copeland',
  ] as const;
  return fc.record(
    {
      aggregate: fc.constantFrom(...kinds),
      power: fc.constantFrom(-2, 0, 0.5, 3),
      missing: fc.constantFrom('exclude' as const, 'zero' as const, 'fail' as const),
      notApplicable: fc.constantFrom('rescale' as const, 'full' as const, 'spread' as const),
      minShare: fc.double({ min: 0, max: 1, noNaN: true }),
      impute,
      standardise: standardisations(nUnits),
    },
    { requiredKeys: ['aggregate', 'power', 'missing'] },
  );
}

export function columns(nUnits: number, value: fc.Arbitrary<number>): fc.Arbitrary<Column> {
  const state = fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
  );
  const size = { minLength: nUnits, maxLength: nUnits };
  return fc
    .record({ values: fc.array(value, size), states: fc.array(state, size) })
    .map(({ values, states }) => ({ values: Float64Array.from(values), states: Uint8Array.from(states) }));
}

export function permutationOf(n: number): fc.Arbitrary<number[]> {
  const all = Array.from({ length: n }, (_, index) => index);
  return fc.shuffledSubarray(all, { minLength: n, maxLength: n });
}

/** The plan of some of the units, in the order given. */
export function planOf(whole: Plan, units: readonly number[]): Plan {
  const masked = (over: Over | undefined) =>
    over instanceof Uint8Array ? Uint8Array.from(units, u => over[u]!) : over;
  const of = <Spec extends Normalisation | Standardisation>(spec: Spec): Spec => {
    const over = 'over' in spec && spec.over !== undefined ? { over: masked(spec.over)! } : {};
    const unit = spec.method === 'distance-to-reference' ? { unit: units.indexOf(spec.unit) } : {};
    return { ...spec, ...over, ...unit };
  };
  const nodes = whole.nodes.map(node => {
    if (node.kind === 'aggregate') {
      const standardise = node.standardise && { standardise: of(node.standardise) };
      if (node.impute === undefined) return { ...node, ...standardise };
      const { by, over, ...impute } = node.impute;
      const groups = by && { by: { nGroups: by.nGroups, groupsOf: pick(by.groupsOf, units) } };
      return { ...node, ...standardise, impute: { ...impute, ...groups, ...(over && { over: masked(over)! }) } };
    }
    return { ...node, normalise: of(node.normalise) };
  });
  const positions = units.map((_, position) => position).sort((one, other) => units[one]! - units[other]!);
  const tieOrder = new Int32Array(units.length);
  positions.forEach((position, place) => {
    tieOrder[position] = place;
  });
  return { ...whole, nUnits: units.length, nodes, ranking: { ...whole.ranking, tieOrder } };
}

export function inputOf({ columns }: Input, units: readonly number[]): Input {
  return {
    columns: columns.map(({ values, states }) => ({
      values: Float64Array.from(units, unit => values[unit]!),
      states: Uint8Array.from(units, unit => states[unit]!),
    })),
  };
}

export function pick<T>(all: readonly T[], places: readonly number[]): T[] {
  return places.map(place => all[place]!);
}

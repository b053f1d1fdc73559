/** Laws of every normalisation and aggregation on random trees, with chosen units, given numbers and nodes that learn. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AggregatePlan } from '../../server/src/engine/aggregatePlan.ts';
import type { LeafPlan } from '../../server/src/engine/leafPlan.ts';
import type { Normalisation } from '../../server/src/engine/normalisation.ts';
import type { Params } from '../../server/src/engine/params.ts';
import type { Plan } from '../../server/src/engine/plan.ts';
import { fit, isLearned, learnAndMap, map, mergeFits, paramsOf, score } from '../../server/src/engine/score.ts';
import { aggregate, cellsOf, column, input, leaf, plan } from '../unit/engine/plans.ts';
import { inputOf, normalisations, permutationOf, pick, planOf, scorings } from './methodScorings.ts';

const runs = { numRuns: 300 };

describe('laws of a scoring, whatever the methods', () => {
  test('numbers or reasons: nothing that is not finite', () => {
    fc.assert(
      fc.property(scorings(fc.double()), ({ plan, input }) => {
        const { scores } = score(plan, input);
        for (const { values, states } of [...scores.nodes, scores.totals]) {
          values.forEach((value, unit) => {
            expect(Number.isFinite(value), `${states[unit]}`).toBe(true);
          });
        }
        for (const shares of scores.weightLeft) {
          shares?.forEach(share => {
            expect(share >= 0 && share <= 1).toBe(true);
          });
        }
      }),
      runs,
    );
  });

  test('the order of the units does not matter, to the last bit', () => {
    const permuted = scorings().chain(scoring => fc.tuple(fc.constant(scoring), permutationOf(scoring.plan.nUnits)));
    fc.assert(
      fc.property(permuted, ([{ plan, input }, order]) => {
        const one = score(plan, input);
        const other = score(planOf(plan, order), inputOf(input, order));
        expect(other.params).toEqual(one.params);
        other.scores.nodes.forEach((scores, node) => {
          expect(cellsOf(scores)).toEqual(pick(cellsOf(one.scores.nodes[node]!), order));
        });
        expect([...other.ranking.ranks]).toEqual(pick([...one.ranking.ranks], order));
      }),
      runs,
    );
  });

  test('parts fitted apart, round by round, give the parameters of the whole in one pass', () => {
    fc.assert(
      fc.property(scorings(), fc.nat(), ({ plan, input }, at) => {
        const all = Array.from({ length: plan.nUnits }, (_, unit) => unit);
        const cut = at % (plan.nUnits + 1);
        const parts = [all.slice(0, cut), all.slice(cut)].map(units => ({
          plan: planOf(plan, units),
          input: inputOf(input, units),
        }));
        let params: Params | undefined;
        for (let round = 0; params === undefined || !isLearned(plan, params); round++) {
          const [first, second] = parts.map(part => fit(part.plan, part.input, params));
          params = paramsOf(plan, mergeFits(first!, second!), params);
          expect(round).toBeLessThan(3 * plan.nodes.length);
        }
        expect(params).toEqual(learnAndMap(plan, input).params);
      }),
      runs,
    );
  });

  test('every unit by itself, with parameters read back from JSON, has the score it has in the whole', () => {
    fc.assert(
      fc.property(scorings(), ({ plan, input }) => {
        const { params, scores } = learnAndMap(plan, input);
        const frozen = JSON.parse(JSON.stringify(params));
        for (let unit = 0; unit < plan.nUnits; unit++) {
          const alone = map(planOf(plan, [unit]), frozen, inputOf(input, [unit]));
          alone.nodes.forEach((column, node) => {
            expect(cellsOf(column)[0]).toEqual(cellsOf(scores.nodes[node]!)[unit]);
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  test('the order of the siblings does not matter, to the last bit', () => {
    fc.assert(
      fc.property(scorings(), ({ plan, input }) => {
        const turned = plan.nodes.map(node => (node.kind === 'leaf' ? node : withChildrenTurned(node)));
        const one = score(plan, input).scores;
        expect(score({ ...plan, nodes: turned }, input).scores.nodes.map(cellsOf)).toEqual(one.nodes.map(cellsOf));
      }),
      runs,
    );
  });
});

describe('ranks', () => {
  const values = fc.array(
    fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
    {
      minLength: 1,
      maxLength: 60,
    },
  );

  test.each(['lowest', 'average', 'highest'] as const)('%s: as counted one by one', ties => {
    fc.assert(
      fc.property(values, fc.boolean(), (cells, isPositive) => {
        const direction = isPositive ? 'positive' : 'negative';
        const ranks = scoresOf({ method: 'rank', ties }, cells, direction);
        const borda = scoresOf({ method: 'borda', ties }, cells, direction);
        cells.forEach((cell, unit) => {
          const nWorse = cells.filter(other => (isPositive ? other < cell : other > cell)).length;
          const nEqual = cells.filter(other => other === cell).length;
          const own = { lowest: 1, average: (nEqual + 1) / 2, highest: nEqual }[ties];
          expect(ranks[unit]).toBe(nWorse + own);
          expect(borda[unit]).toBe(nWorse + own - 1);
        });
      }),
      runs,
    );
  });

  test('percentile ranks go from the start to the end of the range, and over some units stay inside', () => {
    fc.assert(
      fc.property(values, fc.infiniteStream(fc.boolean()), (cells, chosen) => {
        const over = Uint8Array.from(cells, () => (chosen.next().value ? 1 : 0));
        for (const learning of [{}, { over }]) {
          const method = { method: 'percentile-rank', ties: 'average', range: [20, 80], ...learning } as const;
          for (const cell of scoresOf(method, cells)) {
            if (typeof cell === 'number') expect(cell >= 20 && cell <= 80).toBe(true);
          }
        }
      }),
      runs,
    );
  });
});

describe('normalisations', () => {
  const finite = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 12 });

  test('a better value never gets a lower score, as long as the numbers stay', () => {
    fc.assert(
      fc.property(
        normalisations(finite.map(cells => cells.length)),
        finite,
        fc.boolean(),
        (method, cells, isPositive) => {
          const direction = isPositive ? 'positive' : 'negative';
          const scored = scoresOf(method, cells, direction);
          const order = cells.map((_, unit) => unit).sort((one, other) => cells[one]! - cells[other]!);
          const inOrder = pick(scored, isPositive ? order : order.reverse());
          const numbers = inOrder.filter(cell => typeof cell === 'number');
          numbers.slice(1).forEach((next, index) => {
            expect(next).toBeGreaterThanOrEqual(numbers[index]! - 1e-9 * Math.abs(numbers[index]!));
          });
        },
      ),
      runs,
    );
  });

  test('turning values and direction around changes nothing where the method has no zero', () => {
    const shapes: readonly Normalisation[] = [
      { method: 'min-max', range: [0, 100] },
      { method: 'z-score', mean: 50, sd: 10 },
      { method: 'rank', ties: 'average' },
      { method: 'borda', ties: 'lowest' },
      { method: 'percentile-rank', ties: 'highest', range: [0, 1] },
      { method: 'distance-to-max', range: [0, 100] },
      { method: 'distance-to-reference', unit: 0, range: [0, 1] },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...shapes), finite, (method, cells) => {
        const turned = cells.map(cell => -cell);
        expect(scoresOf(method, turned, 'negative')).toEqual(scoresOf(method, cells, 'positive'));
      }),
      runs,
    );
  });
});

describe('means', () => {
  const children = fc.array(
    fc.tuple(fc.double({ min: 0.01, max: 100, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true })),
    { minLength: 1, maxLength: 8 },
  );

  test('harmonic ≤ geometric ≤ arithmetic, and power means rise with their exponent', () => {
    fc.assert(
      fc.property(
        children,
        fc.double({ min: -40, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 9, noNaN: true }),
        (parts, p, more) => {
          const mean = (own: Partial<AggregatePlan>) => combined(parts, own) as number;
          const rises = (...means: readonly number[]) => {
            means.slice(1).forEach((next, index) => {
              expect(next).toBeGreaterThanOrEqual(means[index]! * (1 - 1e-12));
            });
          };
          rises(mean({ aggregate: 'harmonic' }), mean({ aggregate: 'geometric' }), mean({ aggregate: 'arithmetic' }));
          const power = (exponent: number) => mean({ aggregate: 'power', power: exponent });
          rises(mean({ aggregate: 'min' }), power(p), power(p + more), mean({ aggregate: 'max' }));
          rises(mean({ aggregate: 'min' }), mean({ aggregate: 'median' }), mean({ aggregate: 'max' }));
          expect(power(-1)).toBe(mean({ aggregate: 'harmonic' }));
          expect(power(0)).toBe(mean({ aggregate: 'geometric' }));
          expect(power(1)).toBe(mean({ aggregate: 'arithmetic' }));
          const direct =
            Math.log(parts.reduce((sum, [s, w]) => sum + w * s ** p, 0) / parts.reduce((sum, [, w]) => sum + w, 0)) / p;
          if (Math.abs(p) > 0.5)
            expect(Math.abs(Math.log(power(p)) - direct)).toBeLessThan(1e-12 * (1 + Math.abs(direct)));
        },
      ),
      runs,
    );
  });

  test('Copeland: what one wins another loses, so that the scores add up to 0', () => {
    const tables = fc.integer({ min: 1, max: 7 }).chain(n =>
      fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: n, maxLength: n }), {
        minLength: 1,
        maxLength: 4,
      }),
    );
    fc.assert(
      fc.property(tables, columns => {
        const positions = columns.map((_, position) => position);
        const node = aggregate(
          positions,
          positions.map(position => position + 1),
          { aggregate: 'copeland' },
        );
        const n = columns[0]!.length;
        const cells = cellsOf(
          score(plan(n, [...positions.map(each => leaf(each)), node]), input(...columns)).scores.totals,
        );
        const numbers = cells.filter(cell => typeof cell === 'number');
        expect(numbers.reduce((sum, each) => sum + each, 0)).toBe(0);
        for (const each of numbers) expect(Math.abs(each)).toBeLessThan(n);
      }),
      runs,
    );
  });

  test('spread: under arithmetic means the index is that of all leaves that apply, by their effective weights', () => {
    const leaves = fc.array(
      fc.record({ score: fc.option(fc.integer({ min: 0, max: 100 })), weight: fc.integer({ min: 1, max: 9 }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    const groups = fc.array(fc.record({ leaves, weight: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(groups, parts => {
        const all = parts.flatMap(({ leaves, weight }) => {
          const total = leaves.reduce((sum, each) => sum + each.weight, 0);
          return leaves.map(each => ({ score: each.score, weight: (weight * each.weight) / total }));
        });
        const applying = all.filter(({ score }) => score !== null);
        const nodes: Plan['nodes'][number][] = all.map((_, position) => leaf(position));
        let first = 0;
        for (const { leaves } of parts) {
          const positions = leaves.map((_, position) => first + position);
          first += leaves.length;
          nodes.push(
            aggregate(
              positions,
              leaves.map(({ weight }) => weight),
              { notApplicable: 'spread' },
            ),
          );
        }
        const tops = parts.map((_, position) => all.length + position);
        nodes.push(
          aggregate(
            tops,
            parts.map(({ weight }) => weight),
            { notApplicable: 'spread' },
          ),
        );
        const cells = all.map(({ score }) => column([score ?? 'not-applicable']));
        const [total] = cellsOf(score(plan(1, nodes), { columns: cells }).scores.totals);
        if (applying.length === 0) expect(total).toBe('not-applicable');
        else {
          const sum = applying.reduce((sum, { weight }) => sum + weight, 0);
          const mean = applying.reduce((sum, { score, weight }) => sum + score! * weight, 0) / sum;
          expect(total).toBeCloseTo(mean, 9);
        }
      }),
      runs,
    );
  });
});

/** The children the other way round. */
function withChildrenTurned(node: AggregatePlan): AggregatePlan {
  const weightSets = node.weightSets.map(set => set.toReversed());
  return { ...node, children: node.children.toReversed(), weightSets };
}

function scoresOf(normalise: Normalisation, cells: readonly number[], direction: LeafPlan['direction'] = 'positive') {
  const unit = normalise.method === 'distance-to-reference' ? { unit: Math.min(normalise.unit, cells.length - 1) } : {};
  const over =
    'over' in normalise && normalise.over instanceof Uint8Array && normalise.over.length !== cells.length
      ? { over: new Uint8Array(cells.length).fill(1) }
      : {};
  const node = leaf(0, { normalise: { ...normalise, ...unit, ...over } as Normalisation, direction });
  return cellsOf(score(plan(cells.length, [node, aggregate([0], [1])]), input(cells)).scores.nodes[0]!);
}

function combined(parts: readonly (readonly [number, number])[], own: Partial<AggregatePlan>) {
  const positions = parts.map((_, position) => position);
  const node = aggregate(
    positions,
    parts.map(([, weight]) => weight),
    own,
  );
  const columns = parts.map(([score]) => column([score]));
  return cellsOf(score(plan(1, [...positions.map(each => leaf(each)), node]), { columns }).scores.totals)[0];
}

/** Runs the engine on a system and its data, and says the results in the model's terms. */
import { type Reason, reasons } from '../engine/column.ts';
import type { Params } from '../engine/params.ts';
import type { Ranking } from '../engine/rank.ts';
import { dustDecimals, withoutDust } from '../engine/round.ts';
import { learnAndMap, rank, rankWithin, rescore } from '../engine/score.ts';
import type { Scores } from '../engine/scores.ts';
import { weightedPlan } from '../engine/weigh.ts';
import type { Indicator } from '../model/indicator.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { BoundData } from './bind/bind.ts';
import { type CompiledPlan, compilePlan } from './compile/compile.ts';
import { noObstacles, type Obstacles } from './obstacles.ts';
import type { BoundUnit } from './units.ts';
import type { Unscored } from './unscored.ts';

export interface Scoring {
  readonly system: IndicatorSystem;
  readonly data: BoundData;
  readonly compiled: CompiledPlan;
  readonly params: Params;
  readonly scores: Scores;
  readonly ranking: Ranking;
}

/** A number, or why there is none: the engine's reason, or what the definition lacks. */
export type Outcome =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'reason'; readonly reason: Reason }
  | { readonly kind: 'unscored'; readonly unscored: Unscored }
  | { readonly kind: 'no-weight-group' };

/** Where a unit stands. */
export interface Standing {
  readonly unit: BoundUnit;
  /** The total rounded as the definition says. */
  readonly score: number | undefined;
  readonly unrounded: number | undefined;
  /** Why there is no total. */
  readonly reason: Exclude<Outcome, { kind: 'number' }> | undefined;
  readonly rank: number | undefined;
  /** Index in `system.tiers`. */
  readonly tier: number | undefined;
}

/** The results of one unit. */
export interface UnitScore extends Standing {
  /** Group system → group → rank, for the systems of `ranking.within`. */
  readonly rankWithin: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Whether it may be ranked. */
  readonly eligible: boolean;
  /** What changed the total, in order. */
  readonly adjustments: readonly { readonly id: string; readonly points: number }[];
}

/** `before`: an earlier scoring, of which is kept what still holds. */
export function scoreSystem(
  system: IndicatorSystem,
  data: BoundData,
  obstacles: Obstacles = noObstacles,
  before?: Scoring,
): Scoring {
  const compiled = compilePlan(system, data, obstacles);
  const { plan, input } = compiled;
  const { params, scores: learned } =
    before === undefined ? learnAndMap(plan, input) : rescore(plan, input, { ...before, ...before.compiled });
  const scores = withoutUnknownTotals(compiled, learned);
  const ranking = rank(plan, scores);
  return { system, data, compiled: { ...compiled, plan: weightedPlan(plan, params) }, params, scores, ranking };
}

/** The score of an indicator for a unit. */
export function scoreOf({ compiled, scores }: Scoring, indicator: Indicator, unit: number): Outcome {
  const node = compiled.nodeOf.get(indicator);
  if (node === undefined) return { kind: 'unscored', unscored: compiled.unscored.get(indicator)! };
  if (compiled.withoutWeights.has(unit) && indicator.children !== undefined) return { kind: 'no-weight-group' };
  const column = scores.nodes[node]!;
  const state = column.states[unit]!;
  return state === 0 ? { kind: 'number', value: column.values[unit]! } : { kind: 'reason', reason: reasons[state]! };
}

/** The total before rounding, after the adjustments. */
export function totalOf({ compiled, scores }: Scoring, unit: number): Outcome {
  if (compiled.noTotals !== undefined) return { kind: 'unscored', unscored: compiled.noTotals };
  if (compiled.withoutWeights.has(unit)) return { kind: 'no-weight-group' };
  const state = scores.totals.states[unit]!;
  return state === 0
    ? { kind: 'number', value: scores.totals.values[unit]! }
    : { kind: 'reason', reason: reasons[state]! };
}

/** As `unitScore`, without what takes a look at every indicator. */
export function standingOf(scoring: Scoring, index: number): Standing {
  const { data, ranking } = scoring;
  const total = totalOf(scoring, index);
  const hasTotal = total.kind === 'number';
  const tier = ranking.tiers[index]!;
  return {
    unit: data.units[index]!,
    score: hasTotal ? ranking.rounded[index] : undefined,
    unrounded: hasTotal ? total.value : undefined,
    reason: hasTotal ? undefined : total,
    rank: hasTotal && ranking.ranks[index]! > 0 ? ranking.ranks[index] : undefined,
    tier: tier >= 0 ? tier : undefined,
  };
}

export function unitScore(scoring: Scoring, index: number): UnitScore {
  const { compiled, scores, ranking } = scoring;
  const standing = standingOf(scoring, index);
  const { unit } = standing;
  const hasTotal = standing.reason === undefined;
  const ranksWithin = new Map(
    compiled.within.map(({ id, groups }, position) => {
      const ranks = (unit.groups.get(id) ?? []).flatMap(group => {
        const rankThere = rankWithin(ranking.ranksWithin[position]!, index, groups.indexOf(group));
        return rankThere > 0 ? [[group, rankThere] as const] : [];
      });
      return [id, new Map(ranks)] as const;
    }),
  );
  return {
    ...standing,
    rankWithin: ranksWithin,
    eligible: ranking.eligible[index] === 1,
    adjustments: compiled.adjustments.flatMap(({ id }, position) => {
      const effect = hasTotal ? scores.adjustments[position]![index]! : 0;
      const points = withoutDust(effect, dustDecimals(compiled.plan));
      return points === 0 ? [] : [{ id, points }];
    }),
  };
}

/** Totals that the definition cannot give are not given, whatever the arithmetic says. */
function withoutUnknownTotals({ noTotals, withoutWeights }: CompiledPlan, scores: Scores): Scores {
  if (noTotals === undefined && withoutWeights.size === 0) return scores;
  const states = scores.totals.states.map((state, unit) =>
    noTotals !== undefined || withoutWeights.has(unit) ? (state === 0 ? noTotal : state) : state,
  );
  const vetoedTier = scores.vetoedTier?.map((tier, unit) => (states[unit] === 0 ? tier : -1));
  return { ...scores, totals: { values: scores.totals.values, states }, vetoedTier };
}

const noTotal = reasons.indexOf('invalid');

/**
 * From the index to the total: bonuses, deductions and vetoes, in the order written, each on the running total.
 *
 * A cell of an adjustment that holds no number adjusts nothing. A unit without an index has no total, whatever its
 * bonuses; a veto still sets its tier.
 */
import { worseOf } from './better.ts';
import { type Bounds, isWithin } from './bounds.ts';
import { type Column, codes, emptyColumn, writeReason } from './column.ts';
import { contributionOf } from './explain.ts';
import type { Adjustment, Input, Plan } from './plan.ts';
import { roundedAsPlanned } from './round.ts';
import type { Scores } from './scores.ts';

type Adjusted = Pick<Scores, 'adjustments' | 'totals' | 'vetoedTier'>;

export function adjust(plan: Plan, scores: Pick<Scores, 'nodes' | 'weightLeft'>, input: Input): Adjusted {
  const { nodes, weightLeft } = scores;
  const totals = indexInPoints(plan, nodes[nodes.length - 1]!);
  const vetoes = plan.adjustments.some(({ kind }) => kind === 'veto');
  const vetoedTier = vetoes ? new Int16Array(plan.nUnits).fill(-1) : undefined;
  const adjustments: Float64Array[] = [];
  const running: Running = { plan, nodes, weightLeft, input, totals, adjustments };
  for (const adjustment of plan.adjustments) {
    const effects = new Float64Array(plan.nUnits);
    for (let unit = 0; unit < plan.nUnits; unit++) {
      if (totals.states[unit] === codes.present) effects[unit] = apply(adjustment, running, unit);
      if (adjustment.kind === 'veto') vetoTier(adjustment, running, unit, vetoedTier!);
    }
    adjustments.push(effects);
  }
  return { adjustments, totals, vetoedTier };
}

interface Running {
  readonly plan: Plan;
  readonly nodes: readonly Column[];
  readonly weightLeft: Scores['weightLeft'];
  readonly input: Input;
  readonly totals: Column;
  /** The effects of the adjustments before this one. */
  readonly adjustments: readonly Float64Array[];
}

/** The index itself where it is the total. */
function indexInPoints(plan: Plan, index: Column): Column {
  if (plan.indexFactor === 1 && plan.adjustments.length === 0) return index;
  const totals = emptyColumn(plan.nUnits);
  for (let unit = 0; unit < plan.nUnits; unit++) {
    const total = index.values[unit]! * plan.indexFactor;
    if (index.states[unit] !== codes.present) writeReason(totals, unit, index.states[unit]!);
    else if (Number.isFinite(total)) totals.values[unit] = total + 0;
    else writeReason(totals, unit, codes.overflow);
  }
  return totals;
}

/** Changes the unit's total and returns by how much; a total that overflows gets the reason. */
function apply(adjustment: Adjustment, running: Running, unit: number): number {
  const before = running.totals.values[unit]!;
  const after = adjusted(adjustment, running, unit, before);
  if (!Number.isFinite(after)) {
    writeReason(running.totals, unit, codes.overflow);
    return 0;
  }
  running.totals.values[unit] = after + 0;
  return after - before + 0;
}

function adjusted(adjustment: Adjustment, running: Running, unit: number, total: number): number {
  switch (adjustment.kind) {
    case 'node-bonus':
      return meetsCondition(adjustment.when, total, running.plan)
        ? total + nodeBonus(adjustment, running, unit)
        : total;
    case 'bonus': {
      if (!meetsCondition(adjustment.when, total, running.plan)) return total;
      const amount = adjustment.points * cell(running, adjustment.column, unit);
      return total + Math.min(amount, adjustment.cap ?? Infinity);
    }
    case 'deduction': {
      const amount = adjustment.points * cell(running, adjustment.column, unit);
      return total - Math.min(amount, mostToTake(adjustment, running, unit, total));
    }
    case 'veto':
      return adjustment.score !== undefined && cell(running, adjustment.column, unit) === 1
        ? worseOf(total, adjustment.score, running.plan.ranking.best)
        : total;
  }
}

/** 0 where the cell holds no number. */
function cell({ input }: Running, column: number, unit: number): number {
  const { values, states } = input.columns[column]!;
  const value = states[unit] === codes.present ? values[unit]! : 0;
  return Number.isFinite(value) ? value : 0;
}

/** The total is rounded as the ranking says before the bound is tested: what would be printed decides. */
export function meetsCondition(when: Bounds | undefined, total: number, plan: Plan): boolean {
  return when === undefined || isWithin(when, roundedAsPlanned(total, plan));
}

/** The node's way along the scale (score/100 on a scale to 100) × cap; between 0 and the cap. */
function nodeBonus(
  { node, cap }: Extract<Adjustment, { kind: 'node-bonus' }>,
  { plan, nodes }: Running,
  unit: number,
): number {
  const [start, end] = plan.scale;
  const { values, states } = nodes[node]!;
  if (states[unit] !== codes.present) return 0;
  return Math.min(Math.max(((values[unit]! - start) * cap) / (end - start), 0), cap);
}

/**
 * With `of`: what the node contributes to the index less what was taken from it before and less the floor. Without: the
 * total less the floor, if there is one. A deduction never adds because of a floor.
 */
function mostToTake(
  { of, floor }: Extract<Adjustment, { kind: 'deduction' }>,
  running: Running,
  unit: number,
  total: number,
): number {
  if (of === undefined) return floor === undefined ? Infinity : Math.max(0, total - floor);
  const { plan, adjustments } = running;
  let left = contributionOf(plan, running, unit, of);
  adjustments.forEach((effects, index) => {
    const earlier = plan.adjustments[index]!;
    if (earlier.kind === 'deduction' && earlier.of === of) left += effects[unit]!;
  });
  return Math.max(0, left - (floor ?? 0));
}

/** The worst tier of several vetoes stays. */
function vetoTier(
  { column, tier }: Extract<Adjustment, { kind: 'veto' }>,
  running: Running,
  unit: number,
  vetoedTier: Int16Array,
): void {
  if (tier !== undefined && cell(running, column, unit) === 1) vetoedTier[unit] = Math.max(vetoedTier[unit]!, tier);
}

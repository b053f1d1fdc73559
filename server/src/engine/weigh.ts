/**
 * Computed weights of an aggregate: from the specification to shares, and from shares to the plan that uses them. They
 * are learned from all units at once, with the leaves' parameters frozen, and do not depend on the order of units or
 * children. Formulas: `weight/`.
 */
import type { AggregatePlan, Weighting } from './aggregatePlan.ts';
import { type Column, codes, emptyColumn } from './column.ts';
import { unitsOver } from './eligible.ts';
import { removeDust } from './finishAggregate.ts';
import type { Below } from './gather.ts';
import { rowsCompared, scoreAggregate } from './mapAggregate.ts';
import { type NodeScores, scoresIn } from './nodeScores.ts';
import type { Over } from './normalisation.ts';
import type { Params, WeightParams } from './params.ts';
import type { Plan } from './plan.ts';
import { sumOf } from './sum.ts';
import { combined, sharesOf } from './weight/combine.ts';
import { weightMethod } from './weight/index.ts';
import type { NoWeights } from './weight/method.ts';

/** What the weights of a node are learned of: its children's scores, and how much of their weight applies to each unit. */
export interface WeightSample {
  readonly children: readonly Column[];
  readonly left: readonly (Float64Array | undefined)[];
  /** Where the second of two methods learns from other units. */
  readonly second?: WeightSample;
}

/** `eligible`: 1 where a unit may be ranked. */
export function sampleOf(plan: Plan, node: AggregatePlan, below: Below, eligible: Uint8Array): WeightSample {
  const { over, combine } = node.weighting ?? {};
  const all: WeightSample = {
    children: node.children.map(child => {
      const { column } = below.nodes[child]!;
      return plan.nodes[child]!.kind === 'leaf' ? column : withoutItsDust(plan, column);
    }),
    left: node.children.map(child => below.weightLeft[child]),
  };
  const sample = sampleOver(over, all, eligible);
  if (combine?.over === undefined) return sample;
  return { ...sample, second: sampleOver(combine.over === 'all' ? undefined : combine.over, all, eligible) };
}

function sampleOver(over: Over | undefined, { children, left }: WeightSample, eligible: Uint8Array): WeightSample {
  const units = unitsOver(over, eligible);
  if (units === undefined) return { children, left };
  const counts = (_: number, unit: number) => units[unit] !== 0;
  return {
    children: children.map(({ values, states }) => ({ values: values.filter(counts), states: states.filter(counts) })),
    left: left.map(share => share?.filter(counts)),
  };
}

function withoutItsDust(plan: Plan, { values, states }: Column): Column {
  const column = { values: values.slice(), states };
  removeDust(plan, column);
  return column;
}

/** Of two disjoint sets of units together. */
export function mergeSamples(one: WeightSample, other: WeightSample): WeightSample {
  const children = one.children.map(({ values, states }, position) => ({
    values: Float64Array.from([...values, ...other.children[position]!.values]),
    states: Uint8Array.from([...states, ...other.children[position]!.states]),
  }));
  const left = one.left.map((share, position) => {
    const otherShare = other.left[position];
    return share && otherShare && Float64Array.from([...share, ...otherShare]);
  });
  const second = one.second && other.second && mergeSamples(one.second, other.second);
  return { children, left, ...(second && { second }) };
}

export function learnWeights(plan: Plan, node: AggregatePlan, sample: WeightSample): WeightParams {
  const weighable = (of: WeightSample): Weighable => ({
    nChildren: of.children.length,
    children: of.children,
    scale: plan.scale,
    scoreParent: weights => scoreSample(plan, node, of, weights),
  });
  return weigh(node, weighable(sample), weighable(sample.second ?? sample));
}

/** The scores of the sample's units under weights that hold for all of them. */
function scoreSample(plan: Plan, node: AggregatePlan, { children, left }: WeightSample, weights: readonly number[]) {
  const scores = emptyColumn(children[0]?.values.length ?? 0);
  const nodes: NodeScores[] = [];
  const weightLeft: (Float64Array | undefined)[] = [];
  node.children.forEach((child, position) => {
    nodes[child] = scoresIn(children[position]!);
    weightLeft[child] = left[position];
  });
  const { weightSetOf: _, ...rest } = plan;
  const alike: Plan = { ...rest, nUnits: scores.values.length };
  const parent = { ...node, weightSets: [weights] };
  const below = { nodes, weightLeft };
  const compared = node.aggregate === 'copeland' ? rowsCompared(alike, parent, below) : [];
  scoreAggregate(alike, parent, below, compared, scores, undefined);
  return scores;
}

/** What a node's weights are computed from. */
export interface Weighable {
  readonly nChildren: number;
  /** The children's scores; empty where no method of the node needs them. */
  readonly children: readonly Column[];
  readonly scale: Plan['scale'];
  /** The node's scores under other weights. */
  readonly scoreParent: (weights: readonly number[]) => Column;
}

/** What a node says of its weights. */
type Weighing = Pick<AggregatePlan, 'weighting' | 'weightSets'>;

/** The weights of a node that computes them, for each set of weights of the plan. `second`: for the second of two methods. */
export function weigh(node: Weighing, weighable: Weighable, second = weighable): WeightParams {
  const { weighting, combine } = node.weighting!;
  const own = sharesBy(weighting, weighable);
  if ('reason' in own) return own;
  if (combine === undefined) return { ...own, shares: node.weightSets.map(() => own.shares) };
  const other = combine.with === 'weight-sets' ? undefined : sharesBy(combine.with, second);
  if (other !== undefined && 'reason' in other) return other;
  const others = other === undefined ? node.weightSets : node.weightSets.map(() => other.shares);
  const shares = others.map(set => combined(combine.how, own.shares, set));
  if (!shares.every(set => set !== undefined)) return { reason: 'no-information' };
  const figures = { ...other?.figures, ...own.figures };
  return { figures, parts: [own.shares, ...(other === undefined ? [] : [other.shares])], shares };
}

/** Whether the node's weights can be computed without scores. */
export function weighsAlone({ weighting }: Weighing): boolean {
  if (weighting === undefined) return false;
  const { combine } = weighting;
  const methods = [
    weighting.weighting,
    ...(combine === undefined || combine.with === 'weight-sets' ? [] : [combine.with]),
  ];
  return methods.every(({ method }) => !weightMethod(method).needsScores);
}

/** The node with the weights that were computed for it; without any, no child weighs anything. */
export function weighted(node: AggregatePlan, params: WeightParams | undefined): AggregatePlan {
  if (node.weighting === undefined) return node;
  const none = node.weightSets.map(set => set.map(() => 0));
  return { ...node, weightSets: params?.shares ?? none };
}

/** The plan with all computed weights in their places: what explanations and reports read. */
export function weightedPlan(plan: Plan, params: Params): Plan {
  if (plan.nodes.every(node => node.kind === 'leaf' || node.weighting === undefined)) return plan;
  const nodes = plan.nodes.map((node, index) =>
    node.kind === 'leaf' ? node : weighted(node, params.aggregates[index]?.weights),
  );
  return { ...plan, nodes };
}

interface Shares {
  readonly shares: readonly number[];
  readonly figures?: Readonly<Record<string, number>>;
}

function sharesBy(weighting: Weighting, weighable: Weighable): Shares | NoWeights {
  const { nChildren } = weighable;
  if (nChildren === 1) return { shares: [1] };
  const order = canonicalOrder(nChildren, valuesBy(weighting, weighable));
  const place = order.map((_, child) => order.indexOf(child));
  const situation = {
    nChildren,
    scale: weighable.scale,
    children: weighable.children.length === 0 ? [] : order.map(child => weighable.children[child]!),
    scoreParent: (weights: readonly number[]) => weighable.scoreParent(place.map(position => weights[position]!)),
  };
  const found = weightMethod(weighting.method).weigh(inOrder(weighting, order), situation);
  if ('reason' in found) return found.child === undefined ? found : { ...found, child: order[found.child]! };
  const shares = sharesOf(place.map(position => found.weights[position]!));
  if (shares === undefined) {
    return { reason: found.weights.every(Number.isFinite) ? 'no-information' : 'overflow' };
  }
  return { shares, ...(found.figures !== undefined && { figures: found.figures }) };
}

/** An order of the children by what is known of them, so that the last digits do not depend on the order in the file. */
function canonicalOrder(nChildren: number, valuesOf: readonly Float64Array[]): readonly number[] {
  const keys = valuesOf.map(values => [values.length, sumOf(values), sumOf(values.map(value => value * value))]);
  const order = Array.from({ length: nChildren }, (_, child) => child);
  if (keys.length === 0) return order;
  return order.sort((a, b) => {
    const at = keys[a]!.findIndex((key, position) => key !== keys[b]![position]);
    return at < 0 ? a - b : keys[a]![at]! - keys[b]![at]!;
  });
}

function valuesBy(weighting: Weighting, { children }: Weighable): readonly Float64Array[] {
  if (weighting.method === 'ahp') {
    return weighting.judgements.map(row => Float64Array.from(row.filter(entry => entry !== null)));
  }
  return children.map(({ values, states }) => values.filter((_, unit) => states[unit] === codes.present));
}

/** What a specification says of each child, in another order of the children. */
function inOrder(weighting: Weighting, order: readonly number[]): Weighting {
  switch (weighting.method) {
    case 'ahp':
      return { ...weighting, judgements: order.map(row => order.map(column => weighting.judgements[row]![column]!)) };
    case 'optimised':
      return { ...weighting, targets: order.map(child => weighting.targets[child]!) };
    default:
      return weighting;
  }
}

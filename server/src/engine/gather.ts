/** The children of a node that take part for one unit, with the weights that they take part with. */
import type { AggregatePlan } from './aggregatePlan.ts';
import { type Block, blockOf, limitOf } from './block.ts';
import { codes } from './column.ts';
import type { NodeScores } from './nodeScores.ts';
import type { Plan } from './plan.ts';
import { applies, type Presence, presencesOf, standIn, takesPart, weightsFor } from './presence.ts';
import { sumOf } from './sum.ts';

/** Filled anew for each unit: what takes part comes first in `scores`, `weights` and `positions`. */
export interface Children extends Taken {
  readonly nodes: readonly NodeScores[];
  /** The scores of the units at hand. */
  readonly block: Block;
  /** By position and state. */
  readonly presences: readonly (readonly Presence[])[];
  /** By position: what of the child's weight applies to each unit; `undefined`: all of every child's. */
  readonly weightLeft: readonly (Float64Array | undefined)[] | undefined;
  count: number;
  nPresent: number;
  nApplicable: number;
  /** Of those that apply. */
  nTaken: number;
  nWeighted: number;
  fails: boolean;
}

/** A number for each child of one unit; used again and again, from the first unit that goes by itself on. */
interface Taken {
  scores: Float64Array;
  weights: Float64Array;
  /** Among all children. */
  positions: Int32Array;
}

const noNumbers = new Float64Array(0);
const noPositions = new Int32Array(0);

function makeRoom(children: Children): void {
  const { width } = children.block;
  children.scores = new Float64Array(width);
  children.weights = new Float64Array(width);
  children.positions = new Int32Array(width);
}

/** The nodes before, as far as they are scored. */
export interface Below {
  readonly nodes: readonly (NodeScores | undefined)[];
  readonly weightLeft: readonly (Float64Array | undefined)[];
}

export function childrenOf(plan: Plan, aggregate: AggregatePlan, { nodes, weightLeft }: Below): Children {
  const width = aggregate.children.length;
  const left = weightLeft.length === 0 ? [] : aggregate.children.map(child => weightLeft[child]);
  return {
    nodes: aggregate.children.map(child => nodes[child]!),
    block: blockOf(width, aggregate.weightSets.length, plan.nUnits, limitOf(plan.scale)),
    presences: aggregate.children.map(child => presencesOf(plan.nodes[child]!, aggregate)),
    weightLeft: left.some(each => each !== undefined) ? left : undefined,
    scores: noNumbers,
    weights: noNumbers,
    positions: noPositions,
    count: 0,
    nPresent: 0,
    nApplicable: 0,
    nTaken: 0,
    nWeighted: 0,
    fails: false,
  };
}

export function gather(plan: Plan, aggregate: AggregatePlan, unit: number, children: Children): void {
  const weights = weightsFor(plan, aggregate, unit);
  if (children.scores === noNumbers) makeRoom(children);
  if (children.weightLeft !== undefined || !gatherAll(weights, unit, children)) {
    gatherSome(plan, weights, unit, children);
  }
}

/** Where every child weighs something and is present, which is most of the time; else false. */
function gatherAll(weights: readonly number[], unit: number, children: Children): boolean {
  const { block } = children;
  const n = block.width;
  const first = block.scores + unit - block.start;
  for (let position = 0, at = first; position < n; position++, at += block.height) {
    const weight = weights[position]!;
    const score = block.numbers[at]!;
    if (!(weight > 0) || Number.isNaN(score)) return false;
    children.scores[position] = score;
    children.weights[position] = weight;
    children.positions[position] = position;
  }
  children.count = n;
  children.nPresent = n;
  children.nApplicable = n;
  children.nTaken = n;
  children.nWeighted = n;
  children.fails = false;
  return true;
}

function gatherSome(plan: Plan, weights: readonly number[], unit: number, children: Children): void {
  const { block } = children;
  const first = block.scores + unit - block.start;
  let count = 0;
  let nPresent = 0;
  let nApplicable = 0;
  let nTaken = 0;
  let nWeighted = 0;
  let fails = false;
  for (let position = 0; position < block.width; position++) {
    if (!(weights[position]! > 0)) continue;
    nWeighted++;
    const presence = presenceAt(children, position, unit);
    if (presence === 'not-applicable') continue;
    if (presence === 'present') nPresent++;
    if (presence === 'fails') fails = true;
    if (presence !== 'full') nApplicable++;
    if (!takesPart(presence)) continue;
    if (presence !== 'full') nTaken++;
    children.scores[count] =
      presence === 'present' ? block.numbers[first + position * block.height]! : standIn(plan, presence);
    children.positions[count] = position;
    children.weights[count++] = weightAt(children, weights, position, unit);
  }
  children.count = count;
  children.nPresent = nPresent;
  children.nApplicable = nApplicable;
  children.nTaken = nTaken;
  children.nWeighted = nWeighted;
  children.fails = fails;
}

/** Why the unit has no score, or `present`. */
export function obstacleOf(plan: Plan, aggregate: AggregatePlan, unit: number, children: Children): number {
  const { minShare, minCount } = aggregate;
  if (children.nApplicable === 0) return codes[children.nWeighted > 0 ? 'not-applicable' : noWeights(aggregate)];
  if (children.fails) return codes['child-missing'];
  if (children.nTaken === 0) return codes['no-children'];
  if (minShare !== undefined && presentShare(plan, aggregate, unit, children) < minShare - shareTolerance) {
    return codes['too-little-weight'];
  }
  if (minCount !== undefined && children.nPresent < minCount) return codes['too-few-children'];
  return codes.present;
}

/** Computed weights that could not be computed are told apart. */
function noWeights({ weighting }: AggregatePlan): 'no-weights' | 'no-children' {
  return weighting === undefined ? 'no-children' : 'no-weights';
}

/** The share of the node's own weight, 0–1, that applies to the unit. */
export function applicableShare(plan: Plan, aggregate: AggregatePlan, unit: number, children: Children): number {
  if (children.nApplicable === children.nWeighted && children.weightLeft === undefined) return 1;
  const weights = weightsFor(plan, aggregate, unit);
  return weightWhere(plan, aggregate, unit, children, applies) / sumOf(weights.map(weight => Math.max(0, weight)));
}

/** Weights such as 0.1 and 0.2 are not exact in binary: 0.3 of 1 must pass a `minShare` of 0.3. */
const shareTolerance = 1e-12;

/** The weight that is present as a share of the weight that is applicable. */
function presentShare(plan: Plan, aggregate: AggregatePlan, unit: number, children: Children): number {
  if (children.nPresent === children.nApplicable) return 1;
  const weightOf = (counts: (presence: Presence) => boolean) => weightWhere(plan, aggregate, unit, children, counts);
  return weightOf(presence => presence === 'present') / weightOf(applies);
}

function weightWhere(
  plan: Plan,
  aggregate: AggregatePlan,
  unit: number,
  children: Children,
  counts: (presence: Presence) => boolean,
): number {
  const weights = weightsFor(plan, aggregate, unit);
  return sumOf(
    weights.map((weight, position) =>
      weight > 0 && counts(presenceAt(children, position, unit)) ? weightAt(children, weights, position, unit) : 0,
    ),
  );
}

function weightAt({ weightLeft }: Children, weights: readonly number[], position: number, unit: number): number {
  const weight = weights[position]!;
  return weightLeft === undefined ? weight : weight * (weightLeft[position]?.[unit] ?? 1);
}

function presenceAt({ block, nodes, presences }: Children, position: number, unit: number): Presence {
  const score = block.numbers[block.scores + position * block.height + unit - block.start]!;
  return presences[position]![Number.isNaN(score) ? nodes[position]!.stateOf(unit) : codes.present]!;
}

/**
 * A system and its data → the engine's plan and input. What cannot be honoured is not replaced by something else: the
 * indicator has no score and `unscored` says why, and neither has anything above it.
 */
import { compare, decimalOf, divide, subtract, sum, toNumber } from '../../base/decimal.ts';
import type { AggregatePlan } from '../../engine/aggregatePlan.ts';
import type { Column } from '../../engine/column.ts';
import type { LeafPlan } from '../../engine/leafPlan.ts';
import type { Input, NodePlan, Plan } from '../../engine/plan.ts';
import { hasScale } from '../../model/header.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { BoundData } from '../bind/bind.ts';
import type { Obstacles } from '../obstacles.ts';
import { notHonoured, type Unscored, unscored } from '../unscored.ts';
import { weightedAmong, weightTotal } from '../weights.ts';
import { type AdjustmentOrigin, compileAdjustments } from './adjustments.ts';
import { type Combining, compileAggregate } from './aggregate.ts';
import { withLeaves } from './imputation.ts';
import { compileLeaf } from './leaf.ts';
import { columnsOf, compileSteps } from './preparation.ts';
import { type CompiledRanking, compileRanking, compileTiers } from './ranking.ts';

export interface CompiledPlan {
  readonly plan: Plan;
  readonly input: Input;
  /** Node of each indicator that can be scored. The index itself is the last node. */
  readonly nodeOf: ReadonlyMap<Indicator, number>;
  /** By node; `undefined` for the index itself. */
  readonly indicatorOf: readonly (Indicator | undefined)[];
  /** Aligned with `plan.adjustments`. */
  readonly adjustments: readonly AdjustmentOrigin[];
  /** Groups of each `plan.ranking.within`. */
  readonly within: CompiledRanking['within'];
  /** Groups of the weight sets; `[undefined]` where weights do not differ by group. */
  readonly weightGroups: readonly (string | undefined)[];
  /** Indicators that cannot be scored as the definition stands. */
  readonly unscored: ReadonlyMap<Indicator, Unscored>;
  /** Why there is no total, no rank, no tier for any unit; `undefined` where there may be. */
  readonly noTotals: Unscored | undefined;
  readonly noRanks: Unscored | undefined;
  readonly noTiers: Unscored | undefined;
  /** Units without a total because their group for the weights is not known: in none, or in several. */
  readonly withoutWeights: ReadonlySet<number>;
}

export function compilePlan(system: IndicatorSystem, data: BoundData, obstacles: Obstacles): CompiledPlan {
  const weightSets = weightSetsOf(system, data);
  const compiler = new TreeCompiler(system, data, weightSets.groups, obstacles);
  const index = compiler.compileIndex();
  const columns = compiler.columns;
  const adjustments = compileAdjustments(system, data, compiler.nodeOf, columns);
  const ranking = compileRanking(system, data);
  const tiers = compileTiers(system, data);
  const shareUnder = nodesOfLevel(system, system.ranking.eligible?.level?.value, compiler.nodeOf);
  const factor = indexFactor(system, weightSets.groups);
  const nodes = withLeaves(compiler.nodes, compiler.nodeOf, system);
  const steps = compileSteps(system, leavesOf(nodes));
  const plan: Plan = {
    nUnits: data.units.length,
    scale: system.scale,
    nodes,
    ...(steps !== undefined && !('code' in steps) && { steps }),
    ...(weightSets.setOf && { weightSetOf: weightSets.setOf }),
    indexFactor: typeof factor === 'number' ? factor : 1,
    adjustments: adjustments.adjustments,
    ranking: { ...ranking.ranking, ...(shareUnder.length > 0 && { shareUnder }) },
    tiers: obstacles.tiers === undefined ? tiers.tiers : { kind: 'none' },
  };
  const obstacle = obstacles.totals && notHonoured(undefined, obstacles.totals);
  const order = steps !== undefined && 'code' in steps ? steps : undefined;
  const scale = hasScale(system) ? undefined : unscored('scale-order', undefined);
  const problem = obstacle ?? scale ?? index ?? order ?? adjustments.problem ?? ranking.noTotals;
  return {
    plan,
    input: { columns },
    nodeOf: compiler.nodeOf,
    indicatorOf: compiler.indicatorOf,
    adjustments: adjustments.origins,
    within: ranking.within,
    weightGroups: weightSets.groups,
    unscored: compiler.unscored,
    noTotals: problem ?? (typeof factor === 'number' ? undefined : factor),
    noRanks: ranking.noRanks,
    noTiers: tiers.problem ?? (obstacles.tiers && notHonoured(undefined, obstacles.tiers)),
    withoutWeights: weightSets.without,
  };
}

/** Goes through the tree once, children before parents. */
class TreeCompiler {
  readonly nodes: NodePlan[] = [];
  readonly columns: Column[] = [];
  readonly nodeOf = new Map<Indicator, number>();
  readonly indicatorOf: (Indicator | undefined)[] = [];
  readonly unscored = new Map<Indicator, Unscored>();
  private readonly system: IndicatorSystem;
  private readonly data: BoundData;
  private readonly groups: readonly (string | undefined)[];
  private readonly groupIds: ReadonlySet<string>;
  private readonly obstacles: Obstacles;
  /** The first column of each indicator that is certainly nowhere. */
  private readonly unresolved: ReadonlyMap<Indicator | undefined, string>;

  constructor(system: IndicatorSystem, data: BoundData, groups: readonly (string | undefined)[], obstacles: Obstacles) {
    this.system = system;
    this.data = data;
    this.groups = groups;
    this.groupIds = new Set(data.groupSystems.map(({ id }) => id));
    this.obstacles = obstacles;
    this.unresolved = new Map(data.unresolved.toReversed().map(({ indicator, name }) => [indicator, name]));
  }

  /** Adds all nodes, the index last. Why the index cannot be scored, if so: it then has no children. */
  compileIndex(): Unscored | undefined {
    const { top, aggregate } = this.system;
    for (const indicator of top) this.compile(indicator);
    const children = weightedAmong(top);
    const index = this.combine({ indicator: undefined, own: aggregate, weighting: aggregate.weighting, children });
    this.add('code' in index ? nothing : index, undefined);
    return 'code' in index ? index : undefined;
  }

  private compile(indicator: Indicator): void {
    for (const child of indicator.children ?? []) this.compile(child);
    const node = this.nodeFor(indicator);
    if ('code' in node) this.unscored.set(indicator, node);
    else this.add(node, indicator);
  }

  private nodeFor(indicator: Indicator): NodePlan | Unscored {
    const { own, children, parent } = indicator;
    const obstacle = this.obstacles.indicators.get(indicator);
    if (obstacle !== undefined) return notHonoured(indicator, obstacle);
    if (own.bonus !== undefined && parent !== undefined) return unscored('bonus-not-on-top', indicator);
    if (children === undefined) return this.leaf(indicator);
    if (children.length === 0) {
      return unscored(own.unpublished?.value === true ? 'unpublished' : 'no-children', indicator);
    }
    return this.combine({ indicator, own, weighting: own.weighting, children });
  }

  private leaf(indicator: Indicator): LeafPlan | Unscored {
    const cells = this.data.leaves.get(indicator);
    for (let each: Indicator | undefined = indicator; each !== undefined; each = each.parent) {
      const foreign = each.own.appliesTo.find(({ group }) => !this.groupIds.has(group));
      if (foreign !== undefined) return unscored('group-not-found', indicator, foreign.group);
    }
    if (cells === undefined) {
      const certain = this.unresolved.get(indicator);
      const column = certain ?? indicator.own.column?.value ?? indicator.id;
      return unscored(certain === undefined ? 'data-not-available' : 'column-not-found', indicator, column);
    }
    const leaf = compileLeaf(indicator, this.system, this.data, cells, this.columns.length);
    if (!('code' in leaf)) this.columns.push(...columnsOf(cells));
    return leaf;
  }

  private combine(combining: Combining): AggregatePlan | Unscored {
    const missing = combining.children.find(child => !this.nodeOf.has(child));
    if (missing !== undefined) return unscored('child', combining.indicator, missing.id);
    if (combining.children.length === 0) return unscored('no-children', combining.indicator);
    const nodes = combining.children.map(child => this.nodeOf.get(child)!);
    return compileAggregate(combining, this.system, this.data, nodes, this.groups);
  }

  private add(node: NodePlan, indicator: Indicator | undefined): void {
    if (indicator !== undefined) this.nodeOf.set(indicator, this.nodes.length);
    this.nodes.push(node);
    this.indicatorOf.push(indicator);
  }
}

/** The level's indicators that are scored, bonuses and what is below them left out. */
function nodesOfLevel(
  { indicators }: IndicatorSystem,
  level: number | undefined,
  nodeOf: ReadonlyMap<Indicator, number>,
): readonly number[] {
  const isBeside = (each: Indicator): boolean =>
    each.own.bonus !== undefined || (each.parent !== undefined && isBeside(each.parent));
  return indicators.flatMap(each => (each.level === level && !isBeside(each) ? (nodeOf.get(each) ?? []) : []));
}

function leavesOf(nodes: readonly NodePlan[]): readonly LeafPlan[] {
  return nodes.flatMap(node => (node.kind === 'leaf' ? [node] : []));
}

const nothing: AggregatePlan = {
  kind: 'aggregate',
  children: [],
  weightSets: [[]],
  aggregate: 'arithmetic',
  missing: 'exclude',
};

interface WeightSets {
  readonly groups: readonly (string | undefined)[];
  readonly setOf: Uint16Array | undefined;
  readonly without: ReadonlySet<number>;
}

/** One weight set for each group that has units, where any weight differs by group. */
function weightSetsOf(system: IndicatorSystem, data: BoundData): WeightSets {
  const differs = system.indicators.some(({ own }) => own.weight?.kind === 'by-group');
  const by = system.weightsBy?.value;
  if (!differs || by === undefined) return { groups: [undefined], setOf: undefined, without: new Set() };
  const groupsOf = data.units.map(unit => unit.groups.get(by) ?? []);
  const groups = [...new Set(groupsOf.flatMap(names => (names.length === 1 ? names : [])))];
  const without = new Set(groupsOf.flatMap((names, unit) => (names.length === 1 ? [] : [unit])));
  const setOf = Uint16Array.from(groupsOf, names => Math.max(0, groups.indexOf(names[0] ?? '')));
  return { groups: groups.length === 0 ? [undefined] : groups, setOf, without };
}

/** What the index is multiplied by: with points, the points of level 1 ÷ the scale's end; else 1. */
function indexFactor(system: IndicatorSystem, groups: readonly (string | undefined)[]): number | Unscored {
  if (system.weights !== 'points') return 1;
  const [start, end] = system.scale;
  const members = weightedAmong(system.top);
  const caps = sum(system.top.flatMap(({ own }) => own.bonus?.cap?.value ?? []));
  const isImplied = members.every(({ own }) => own.weight === undefined);
  const [total, ...others] = isImplied
    ? [system.fullMark && subtract(system.fullMark.value, caps)]
    : groups.map(group => weightTotal(members, group));
  if (total === undefined || start !== 0 || end <= 0) return unscored('points-unknown', undefined);
  if (others.some(other => other === undefined || compare(other, total) !== 0)) {
    return unscored('points-by-group', undefined);
  }
  return toNumber(divide(total, decimalOf(end), 25));
}

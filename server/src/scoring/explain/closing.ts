/**
 * What would bring a unit to a total that it has not: which score of a single indicator alone, all else staying as it is.
 * The engine's own formulas are gone through for this one unit; parameters learned from the data stay as they were learned.
 */
import { type LocalText, localText } from '../../base/locale.ts';
import { aggregateMethods } from '../../engine/aggregate/index.ts';
import type { AggregatePlan } from '../../engine/aggregatePlan.ts';
import { betterSign } from '../../engine/better.ts';
import { sharesUnder } from '../../engine/explain.ts';
import type { Adjustment, Input } from '../../engine/plan.ts';
import { presenceOf, standIn, takesPart } from '../../engine/presence.ts';
import { roundedAsPlanned } from '../../engine/round.ts';
import { nameText } from '../names.ts';
import { printNumber } from '../printNumber.ts';
import type { Scoring } from '../score.ts';

export interface Goal {
  /** The published total to reach, and whether it must be passed. */
  readonly total: number;
  readonly isOpen: boolean;
}

interface Way {
  readonly node: number;
  readonly now: number;
  readonly needed: number;
}

const mostWays = 3;
/** Scores are tried in steps of a ten-thousandth of the scale. */
const nSteps = 10_000;

/** Nothing where the total is not made of scores in a way that one unit's can be redone. */
export function closingLines(scoring: Scoring, unit: number, goal: Goal): readonly LocalText[] {
  const { compiled, scores } = scoring;
  const { plan, input } = compiled;
  if (plan.adjustments.some(adjustment => followsScores(adjustment, input, unit))) return [];
  const total = scores.totals.values[unit]!;
  const direction = betterSign(plan.ranking.best);
  const best = plan.scale[direction > 0 ? 1 : 0];
  const isReached = (change: number) => {
    const ahead = direction * (roundedAsPlanned(total + change, plan) - goal.total);
    return goal.isOpen ? ahead > 0 : ahead >= 0;
  };
  const ways: Way[] = [];
  let furthest: { readonly node: number; readonly change: number } | undefined;
  for (const path of pathsToIndex(scoring, unit)) {
    const [leaf] = path;
    const now = scores.nodes[leaf!]!.values[unit]!;
    if (direction * (best - now) <= 0) continue;
    const changeAt = (score: number) => totalChange(scoring, unit, path, score);
    const most = changeAt(best);
    if (most === undefined) continue;
    if (isReached(most)) {
      ways.push({
        node: leaf!,
        now,
        needed: firstThat(score => isReached(changeAt(score) ?? 0), now, best, plan.scale),
      });
    } else if (direction * most > direction * (furthest?.change ?? 0)) furthest = { node: leaf!, change: most };
  }
  const name = (node: number) => {
    const indicator = compiled.indicatorOf[node]!;
    return nameText(indicator.own.name?.value, indicator.id);
  };
  if (ways.length > 0) return [waysText(ways, name)];
  if (furthest === undefined) return [];
  const [change, end] = [`${direction > 0 ? '+' : '−'}${printNumber(Math.abs(furthest.change))}`, printNumber(best)];
  const { en, 'zh-CN': zh } = name(furthest.node);
  return [
    localText(
      `no single indicator is enough; the most is ${change}, with ${en} at ${end}`,
      `任何单项都不足以达到；最多的是“${zh}”达到 ${end}，${change}`,
    ),
  ];
}

/** Whether what an adjustment does to the unit may become something else with its scores. */
function followsScores(adjustment: Adjustment, { columns }: Input, unit: number): boolean {
  if (adjustment.kind === 'node-bonus') return adjustment.when !== undefined;
  const { states, values } = columns[adjustment.column]!;
  if (states[unit] !== 0 || values[unit] === 0) return false;
  switch (adjustment.kind) {
    case 'bonus':
      return adjustment.when !== undefined;
    case 'deduction':
      return adjustment.of !== undefined || adjustment.floor !== undefined;
    case 'veto':
      return adjustment.score !== undefined;
  }
}

/** The least changes first. */
function waysText(ways: readonly Way[], name: (node: number) => LocalText): LocalText {
  const shown = ways
    .toSorted((a, b) => Math.abs(a.needed - a.now) - Math.abs(b.needed - b.now) || a.node - b.node)
    .slice(0, mostWays);
  const one = ({ now, needed }: Way) => `${printNumber(now)} → ${printNumber(needed)}`;
  const more = ways.length - shown.length;
  const en = shown.map(way => `${name(way.node).en} ${one(way)}`).join(', or ');
  const zh = shown.map(way => `“${name(way.node)['zh-CN']}”${one(way)}`).join('，或');
  return localText(
    `reached with ${en}${more > 0 ? `, or ${more} more` : ''}, all else equal`,
    `其他不变时，${zh}${more > 0 ? `，或另外 ${more} 项之一` : ''}，即可达到`,
  );
}

/** From each leaf of the index that the unit has a score of, the nodes up to the index. */
function pathsToIndex({ compiled: { plan }, scores }: Scoring, unit: number): readonly (readonly number[])[] {
  const paths: (readonly number[])[] = [];
  const descend = (node: number, above: readonly number[]) => {
    const own = plan.nodes[node]!;
    const path = [node, ...above];
    if (own.kind === 'leaf') paths.push(path);
    else {
      const shares = sharesUnder(plan, scores, unit, own);
      own.children.forEach((child, position) => {
        if (shares[position]! > 0 && scores.nodes[child]!.states[unit] === 0) descend(child, path);
      });
    }
  };
  const index = plan.nodes.length - 1;
  if (scores.nodes[index]!.states[unit] === 0) descend(index, []);
  return paths;
}

/** By how much the total changes if the leaf that the path begins with had this score; `undefined`: it cannot be told. */
function totalChange(scoring: Scoring, unit: number, path: readonly number[], score: number): number | undefined {
  const { compiled, scores } = scoring;
  let [changed, value] = [path[0]!, score];
  for (const node of path.slice(1)) {
    const aggregate = compiled.plan.nodes[node] as AggregatePlan;
    const isRedone = aggregate.standardise !== undefined || (scores.imputed[node]?.[unit] ?? 0) !== 0;
    if (isRedone || aggregateMethods[aggregate.aggregate].comparesUnits) return undefined;
    value = combined(scoring, unit, aggregate, { node: changed, value });
    if (!Number.isFinite(value)) return undefined;
    changed = node;
  }
  return (value - scores.nodes[changed]!.values[unit]!) * compiled.plan.indexFactor;
}

interface Changed {
  readonly node: number;
  readonly value: number;
}

function combined(
  { compiled: { plan }, scores }: Scoring,
  unit: number,
  parent: AggregatePlan,
  changed: Changed,
): number {
  const shares = sharesUnder(plan, scores, unit, parent);
  const parts = parent.children.flatMap((child, position) => {
    const state = scores.nodes[child]!.states[unit]!;
    const presence = presenceOf(plan.nodes[child]!, state, parent);
    if (!takesPart(presence) || shares[position] === 0) return [];
    const own = state === 0 ? scores.nodes[child]!.values[unit]! : standIn(plan, presence);
    return [{ position, share: shares[position]!, score: child === changed.node ? changed.value : own }];
  });
  return aggregateMethods[parent.aggregate].combine(
    Float64Array.from(parts, ({ score }) => score),
    Float64Array.from(parts, ({ share }) => share),
    parts.length,
    1,
    {
      power: parent.power ?? 1,
      scale: plan.scale,
      positions: Int32Array.from(parts, ({ position }) => position),
      compared: [],
    },
  );
}

/** The step of the scale nearest to `now` at which it holds; it holds at `best`, and from there on. */
function firstThat(
  holds: (score: number) => boolean,
  now: number,
  best: number,
  [start, end]: readonly [number, number],
): number {
  const scoreAt = (step: number) => start + ((end - start) * step) / nSteps;
  const direction = best > now ? 1 : -1;
  let reached = direction > 0 ? nSteps : 0;
  let lacking = Math.trunc(((now - start) / (end - start)) * nSteps) - (direction > 0 ? 1 : -1);
  while (Math.abs(reached - lacking) > 1) {
    const middle = Math.trunc((reached + lacking) / 2);
    if (holds(scoreAt(middle))) reached = middle;
    else lacking = middle;
  }
  return scoreAt(reached);
}

/** How a unit's total is made up: what each indicator adds, what is lacking, and how far the next place is. */
import { decimalOf, subtract, toNumber } from '../../base/decimal.ts';
import type { Locale } from '../../base/locale.ts';
import { betterSign } from '../../engine/better.ts';
import { reasons } from '../../engine/column.ts';
import { contributionOf, effectiveWeightOf, shareOf } from '../../engine/explain.ts';
import type { LeafPlan } from '../../engine/leafPlan.ts';
import { presenceOf, standIn, takesPart } from '../../engine/presence.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Neighbour, PartState, UnitDetails, UnitPart, UnitSteps } from '../../protocol/questions.ts';
import { findUnit } from '../../scoring/bind/bind.ts';
import { explainAggregate } from '../../scoring/explain/aggregate.ts';
import { explainLeaf } from '../../scoring/explain/leaf.ts';
import { nameText, tierName } from '../../scoring/names.ts';
import { reasonText } from '../../scoring/reasonText.ts';
import { type Scoring, scoreOf, unitScore } from '../../scoring/score.ts';

/** `undefined`: there is no such unit. */
export function unitView(scoring: Scoring, reference: string, locale: Locale): UnitDetails | undefined {
  const { system, data, compiled, scores } = scoring;
  const found = findUnit(data, reference);
  if (found === undefined) return undefined;
  const unit = found.index;
  const { plan } = compiled;
  const result = unitScore(scoring, unit);
  const root = plan.nodes.length - 1;
  const hasIndex = compiled.noTotals === undefined && scores.nodes[root]?.states[unit] === 0;
  const parts: UnitPart[] = [];
  const visit = (indicator: Indicator, depth: number) => {
    parts.push(partOf(scoring, indicator, { unit, depth, locale }));
    for (const child of indicator.children ?? []) visit(child, depth + 1);
  };
  for (const indicator of system.top) visit(indicator, 0);
  return {
    unit: found.id,
    parts,
    adjustments: result.adjustments.map(({ id, points }) => ({
      id,
      points,
      name: adjustmentName(scoring, id)[locale],
    })),
    index: hasIndex ? scores.nodes[root]!.values[unit]! * plan.indexFactor : null,
    total: result.unrounded ?? null,
    isAdditive: isAdditive(scoring),
    above: neighbour(scoring, unit, 'above'),
    below: neighbour(scoring, unit, 'below'),
    nextTier: nextTier(scoring, unit, locale),
  };
}

/** The lines of one indicator: cells, formula, numbers filled in. */
export function unitSteps(
  scoring: Scoring,
  reference: string,
  indicatorId: string,
  locale: Locale,
): UnitSteps | undefined {
  const unit = findUnit(scoring.data, reference)?.index;
  const indicator = scoring.system.indicators.find(({ id }) => id === indicatorId);
  if (unit === undefined || indicator === undefined) return undefined;
  const node = scoring.compiled.nodeOf.get(indicator);
  const outcome = scoreOf(scoring, indicator, unit);
  if (node === undefined || outcome.kind === 'unscored' || outcome.kind === 'no-weight-group') {
    const line = outcome.kind === 'unscored' ? outcome.unscored.message : reasonText('no-weight-group');
    return { lines: [line[locale]] };
  }
  const { lines } =
    indicator.children === undefined
      ? explainLeaf(scoring, indicator, node, unit)
      : explainAggregate(scoring, node, unit);
  return { lines: lines.map(line => line[locale]) };
}

interface Place {
  readonly unit: number;
  readonly depth: number;
  readonly locale: Locale;
}

function partOf(scoring: Scoring, indicator: Indicator, { unit, depth, locale }: Place): UnitPart {
  const { compiled, scores } = scoring;
  const { id, own, children } = indicator;
  const node = compiled.nodeOf.get(indicator);
  const outcome = scoreOf(scoring, indicator, unit);
  const head = { id, name: nameText(own.name?.value, id)[locale], depth, isLeaf: children === undefined };
  if (node === undefined || compiled.noTotals !== undefined) {
    const reason = outcome.kind === 'unscored' ? outcome.unscored.message[locale] : null;
    return { ...head, score: null, share: null, points: null, most: null, state: 'missing', reason };
  }
  const isInIndex = !isBonus(indicator);
  const state = scores.nodes[node]!.states[unit]!;
  return {
    ...head,
    score: state === 0 ? scores.nodes[node]!.values[unit]! : null,
    share: isInIndex || own.bonus === undefined ? shareOf(compiled.plan, scores, unit, node) : null,
    points: isInIndex ? pointsOf(scoring, node, unit) : bonusPoints(scoring, indicator, unit),
    most: isInIndex ? mostOf(scoring, node, unit) : null,
    state: stateOf(scoring, node, unit),
    reason: state === 0 ? null : reasonText(reasons[state]!)[locale],
  };
}

/** Whether the indicator stands outside the index: it is a bonus, or below one. */
function isBonus(indicator: Indicator): boolean {
  return indicator.own.bonus !== undefined || (indicator.parent !== undefined && isBonus(indicator.parent));
}

/** A child without a score may take part all the same: with 0, or with the end of the scale. */
function pointsOf({ compiled, scores }: Scoring, node: number, unit: number): number {
  const { plan } = compiled;
  const state = scores.nodes[node]!.states[unit]!;
  if (state === 0) return contributionOf(plan, scores, unit, node);
  const parent = plan.nodes.find(each => each.kind === 'aggregate' && each.children.includes(node));
  if (parent?.kind !== 'aggregate') return 0;
  const presence = presenceOf(plan.nodes[node]!, state, parent);
  if (!takesPart(presence)) return 0;
  return standIn(plan, presence) * effectiveWeightOf(plan, scores, unit, node) * plan.indexFactor;
}

function mostOf({ compiled, scores }: Scoring, node: number, unit: number): number {
  const { plan } = compiled;
  return plan.scale[1] * effectiveWeightOf(plan, scores, unit, node) * plan.indexFactor;
}

/** What the bonus itself adds; its parts are not told apart. */
function bonusPoints({ compiled, scores }: Scoring, indicator: Indicator, unit: number): number | null {
  const position = compiled.adjustments.findIndex(origin => origin.indicator === indicator);
  return position < 0 || scores.totals.states[unit] !== 0 ? null : (scores.adjustments[position]?.[unit] ?? null);
}

export function stateOf({ compiled, scores }: Scoring, node: number, unit: number): PartState {
  const plan = compiled.plan.nodes[node]!;
  const score = reasons[scores.nodes[node]!.states[unit]!]!;
  if ((scores.imputed[node]?.[unit] ?? 0) !== 0) return 'imputed';
  if (score !== 'present') return score === 'not-applicable' ? 'not-applicable' : 'missing';
  if (plan.kind === 'aggregate') return 'present';
  const prepared = scores.prepared[node]!;
  if (prepared.states[unit] !== 0) return 'given';
  const position = scores.steps.findIndex(({ step }) => step === 'treat');
  const treated = scores.steps[position]?.columns[node];
  if (treated !== undefined) {
    const before = scores.steps.slice(0, position).findLast(({ columns }) => columns[node] !== undefined);
    const column = before?.columns[node] ?? scores.raw[node]!;
    if (column.values[unit] !== treated.values[unit]) return 'treated';
  }
  return isTruncated(plan, prepared.values[unit]!) ? 'truncated' : 'present';
}

function isTruncated({ normalise }: LeafPlan, value: number): boolean {
  if (normalise.method !== 'goalposts' && normalise.method !== 'log-goalposts') return false;
  const { lower, upper, truncate } = normalise;
  return truncate && (value < Math.min(lower, upper) || value > Math.max(lower, upper));
}

/** Bonuses stand outside: how their parts are combined does not matter. */
function isAdditive({ compiled }: Scoring): boolean {
  const { nodes } = compiled.plan;
  const isAdditiveBelow = (node: number): boolean => {
    const plan = nodes[node]!;
    if (plan.kind === 'leaf') return true;
    const { aggregate, standardise, impute, children } = plan;
    if (aggregate !== 'arithmetic' && aggregate !== 'sum') return false;
    return standardise === undefined && impute === undefined && children.every(isAdditiveBelow);
  };
  return isAdditiveBelow(nodes.length - 1);
}

function adjustmentName({ compiled }: Scoring, id: string) {
  const origin = compiled.adjustments.find(each => each.id === id);
  return nameText((origin?.adjustment?.name ?? origin?.indicator?.own.name)?.value, id);
}

function neighbour({ data, ranking }: Scoring, unit: number, side: 'above' | 'below'): Neighbour | null {
  if (!(ranking.ranks[unit]! > 0)) return null;
  const ranked = [...ranking.order].filter(other => ranking.ranks[other]! > 0);
  const place = ranked.indexOf(unit);
  const differs = (other: number) => ranking.rounded[other] !== ranking.rounded[unit];
  const other = side === 'above' ? ranked.slice(0, place).findLast(differs) : ranked.slice(place + 1).find(differs);
  if (other === undefined) return null;
  const { id, name } = data.units[other]!;
  return { unit: id, name, rank: ranking.ranks[other]!, gap: Math.abs(difference(ranking, other, unit)) };
}

function nextTier(scoring: Scoring, unit: number, locale: Locale): UnitDetails['nextTier'] {
  const { compiled, ranking } = scoring;
  const tier = ranking.tiers[unit]!;
  if (tier < 1) return null;
  const name = tierName(scoring, tier - 1, locale);
  const { tiers } = compiled.plan;
  const sign = betterSign(compiled.plan.ranking.best);
  if (tiers.kind === 'bounds') {
    const [bound] = Object.values(tiers.tiers[tier - 1] ?? {});
    if (bound === undefined) return null;
    return { name, gap: Math.max(0, sign * toNumber(subtract(decimalOf(bound), decimalOf(ranking.rounded[unit]!)))) };
  }
  const last = [...ranking.order].findLast(other => ranking.tiers[other] === tier - 1);
  return last === undefined ? null : { name, gap: Math.max(0, sign * difference(ranking, last, unit)) };
}

/** Of the published scores, without the dust of binary subtraction. */
function difference({ rounded }: Scoring['ranking'], a: number, b: number): number {
  return toNumber(subtract(decimalOf(rounded[a]!), decimalOf(rounded[b]!)));
}

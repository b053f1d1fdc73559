/**
 * Two definitions or two editions of one: what was changed, what it did to ranks and tiers, and which change did it.
 * Plain data for every view. Scores that cannot be compared are not; the reason is given. Knows no format.
 */
import { toNumber } from '../../base/decimal.ts';
import { type LocalText, localText } from '../../base/locale.ts';
import { atOnce, type Steps } from '../../base/steps.ts';
import { normaliseMethod } from '../../engine/normalise/index.ts';
import { bestOf } from '../../model/bounds.ts';
import type { Indicator } from '../../model/indicator.ts';
import { computedShares } from '../computedWeights.ts';
import { nameText } from '../names.ts';
import type { Scoring } from '../score.ts';
import { effectiveWeights } from '../weights.ts';
import { type Contributions, contributions, type OwnEffect, ownEffects } from './causes.ts';
import { type Change, changesBetween } from './changes.ts';
import { changeOf, type Effects, effectsBetween } from './effects.ts';
import type { Sides } from './hybrid.ts';
import { isInBoth, matchIndicators, type Named, named, type Pairs } from './match.ts';
import { areSame } from './plain.ts';
import { placesIn } from './standings.ts';

export interface Comparison {
  readonly before: Edition;
  readonly after: Edition;
  readonly comparability: Comparability;
  readonly changes: readonly { readonly change: Change; readonly effect: OwnEffect | null }[];
  /** Of indicators whose effective weight differs, 0–1; `null`: there is none, or it differs by group. */
  readonly effectiveWeights: readonly (Named & {
    readonly level: number;
    readonly isLeaf: boolean;
    readonly before: number | null;
    readonly after: number | null;
  })[];
  /** Why a side gives no total for any unit; `null`: it does. */
  readonly noTotals: { readonly before: LocalText | null; readonly after: LocalText | null };
  /** `null`: the two have no unit in common, or one gives no totals. */
  readonly effects: Effects | null;
  /** In the order of the later ranking. */
  readonly units: readonly UnitComparison[];
}

export interface Edition {
  readonly id: string;
  readonly title: LocalText;
  readonly edition: string | null;
}

export interface UnitComparison {
  readonly id: string;
  readonly name: string;
  readonly scoreBefore: number | null;
  readonly scoreAfter: number | null;
  /** `null` also where scores cannot be compared. */
  readonly scoreChange: number | null;
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
  readonly causes: Contributions | null;
}

/** `qualified`: a difference of scores is not the units' own alone. `refused`: it means nothing and is not given. */
export interface Comparability {
  readonly scores: 'comparable' | 'qualified' | 'refused';
  readonly reasons: readonly { readonly code: string; readonly message: LocalText }[];
}

export function compareSystems(before: Scoring, after: Scoring): Comparison {
  return atOnce(comparing(before, after));
}

/** As `compareSystems`, in steps. */
export function* comparing(before: Scoring, after: Scoring): Steps<Comparison> {
  const pairs = matchIndicators(before, after);
  const sides: Sides = { before, after, pairs };
  yield;
  const changes = yield* changesBetween(before, after, pairs);
  const comparability = comparabilityOf(before, after, pairs);
  yield;
  const canScore = before.compiled.noTotals === undefined && after.compiled.noTotals === undefined;
  const hasUnits = after.data.units.some(({ id }) => before.data.unitById.has(id));
  const canCompare = canScore && hasUnits;
  const own = canCompare ? yield* ownEffects(sides, changes) : [];
  const units = canCompare ? yield* unitComparisons(sides, changes, comparability) : [];
  yield;
  const effects = canCompare ? effectsBetween(before, after) : null;
  yield;
  return {
    before: editionOf(before),
    after: editionOf(after),
    comparability,
    changes: changes.map((change, index) => ({ change, effect: own[index] ?? null })),
    effectiveWeights: effectiveWeightChanges(before, after, pairs),
    noTotals: {
      before: noTotalsOf(before),
      after: noTotalsOf(after),
    },
    effects,
    units,
  };
}

function editionOf({ system: { id, title, edition } }: Scoring): Edition {
  return { id: id?.value ?? '', title: nameText(title?.value, id?.value ?? ''), edition: edition?.value ?? null };
}

function* unitComparisons(
  sides: Sides,
  changes: readonly Change[],
  { scores }: Comparability,
): Steps<readonly UnitComparison[]> {
  const causes = yield* contributions(sides, changes);
  yield;
  const old = placesIn(sides.before);
  return [...placesIn(sides.after).values()].flatMap(place => {
    const earlier = old.get(place.id);
    if (earlier === undefined) return [];
    const cause = causes.get(place.id);
    return [
      {
        id: place.id,
        name: place.name,
        scoreBefore: earlier.score ?? null,
        scoreAfter: place.score ?? null,
        scoreChange: scores === 'refused' ? null : (changeOf(earlier.score, place.score) ?? null),
        rankBefore: earlier.rank ?? null,
        rankAfter: place.rank ?? null,
        causes: cause === undefined ? null : scores === 'refused' ? { ...cause, score: null } : cause,
      },
    ];
  });
}

/** Two weights closer than this are one: shares are quotients. */
const dust = 1e-12;

function effectiveWeightChanges(before: Scoring, after: Scoring, pairs: Pairs): Comparison['effectiveWeights'] {
  const weightsOf = (scoring: Scoring) => effectiveWeights(scoring.system, undefined, computedShares(scoring));
  const [old, now] = [weightsOf(before), weightsOf(after)];
  return pairs.all.flatMap(pair => {
    const indicator = (pair.after ?? pair.before)!;
    const left = (pair.before && old.get(pair.before.id)?.effective) ?? null;
    const right = (pair.after && now.get(pair.after.id)?.effective) ?? null;
    if (left === right || (left !== null && right !== null && Math.abs(left - right) <= dust)) return [];
    const { level, children } = indicator;
    return [{ ...named(indicator), level, isLeaf: children === undefined, before: left, after: right }];
  });
}

function comparabilityOf(before: Scoring, after: Scoring, pairs: Pairs): Comparability {
  const refusals: { code: string; message: LocalText }[] = [];
  const [old, now] = [before.system, after.system];
  if (!areSame(old.scale, now.scale)) {
    const [a, b] = [old.scale.join('–'), now.scale.join('–')];
    refusals.push({
      code: 'scale',
      message: localText(`the scale is another: ${a} before, ${b} after`, `得分区间不同：之前 ${a}，之后 ${b}`),
    });
  }
  const [bestBefore, bestAfter] = [bestOf(old), bestOf(now)];
  if (bestBefore !== bestAfter) {
    refusals.push({
      code: 'best',
      message: localText(
        `the best total is the ${bestBefore} before, the ${bestAfter} after`,
        `之前以得分${bestZh[bestBefore]}为优，之后以得分${bestZh[bestAfter]}为优`,
      ),
    });
  }
  const [markBefore, markAfter] = [fullMarkOf(before), fullMarkOf(after)];
  if (markBefore !== markAfter) {
    refusals.push({
      code: 'full-mark',
      message: localText(
        `the full mark is another: ${markBefore} before, ${markAfter} after`,
        `满分不同：之前 ${markBefore}，之后 ${markAfter}`,
      ),
    });
  }
  if (!after.data.units.some(({ id }) => before.data.unitById.has(id))) {
    refusals.push({ code: 'units', message: localText('they have no unit in common', '两者没有共同的评估对象') });
  }
  const canScore = [before, after].every(({ compiled }) => compiled.noTotals === undefined);
  const both = canScore ? pairs.all.filter(isInBoth) : [];
  const estimated = both.filter(pair => learnedOtherwise(before, after, pair.before, pair.after));
  const names = estimated.map(pair => named(pair.after).name);
  const list = (locale: 'en' | 'zh-CN') =>
    names
      .slice(0, 5)
      .map(name => name[locale])
      .join(locale === 'en' ? ', ' : '、');
  const more = names.length > 5;
  const qualification = {
    code: 'estimated-parameters',
    message: localText(
      `parameters learned from the data differ (${names.length}: ${list('en')}${more ? ', …' : ''}): a score also moves with the other units`,
      `由数据估计的参数不同（${names.length} 个：${list('zh-CN')}${more ? '…' : ''}）：得分也随其他评估对象变动`,
    ),
  };
  const reasons = [...refusals, ...(names.length > 0 ? [qualification] : [])];
  return { scores: refusals.length > 0 ? 'refused' : names.length > 0 ? 'qualified' : 'comparable', reasons };
}

const bestZh = { highest: '高', lowest: '低' };

function fullMarkOf({ system }: Scoring): number {
  return system.fullMark === undefined ? system.scale[1] : toNumber(system.fullMark.value);
}

/** Whether what was learned from the data for an indicator differs; how many values there were does not matter. */
function learnedOtherwise(before: Scoring, after: Scoring, old: Indicator, now: Indicator): boolean {
  return JSON.stringify(learnedFor(before, old)) !== JSON.stringify(learnedFor(after, now));
}

function learnedFor({ compiled, params }: Scoring, indicator: Indicator): unknown {
  const node = compiled.nodeOf.get(indicator);
  if (node === undefined) return undefined;
  const plan = compiled.plan.nodes[node]!;
  const leaf = params.leaves[node];
  const used = plan.kind === 'leaf' ? normaliseMethod(plan.normalise.method).freezes.map(key => leaf?.[key]) : [];
  const { imputed, standardised, weights } = params.aggregates[node] ?? {};
  const { impute, treat } = params.preparation ?? {};
  return [used, imputed, standardised, weights?.shares, impute?.[node]?.centres, treat?.[node]];
}

/** The first thing that stands in the way, not what follows from it. */
function noTotalsOf({ compiled }: Scoring): LocalText | null {
  if (compiled.noTotals === undefined) return null;
  const first = [...compiled.unscored.values()].find(({ code }) => code !== 'child');
  if (first?.indicator === undefined) return compiled.noTotals.message;
  const name = named(first.indicator).name;
  const why = first.message;
  return localText(`${name.en}: ${why.en}`, `${name['zh-CN']}：${why['zh-CN']}`);
}

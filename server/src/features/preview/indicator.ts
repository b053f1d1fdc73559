/** What an indicator's scores look like, who has none, and who gains when it counts for more. */
import { add, type Decimal, decimalOf, divide, printDecimal, subtract, sum, zero } from '../../base/decimal.ts';
import type { Locale } from '../../base/locale.ts';
import { apportion } from '../../checks/weightSum.ts';
import { betterDirection, betterSign } from '../../engine/better.ts';
import { type Column, reasons } from '../../engine/column.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Siblings } from '../../model/siblings.ts';
import type { Growth, IndicatorDetails, NamedUnit, Summary } from '../../protocol/questions.ts';
import { computedShares } from '../../scoring/computedWeights.ts';
import { nameText } from '../../scoring/names.ts';
import { type Scoring, unitScore } from '../../scoring/score.ts';
import { effectiveWeights } from '../../scoring/weights.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { freeLevels, placesOf, tried, weightOf } from './whatIf.ts';

const nBins = 20;
/** So many units that gain most and that lose most are told. */
const nMoves = 50;

/** `undefined`: there is no such indicator, or it cannot be scored. */
export function indicatorView(
  workspace: Workspace,
  file: string,
  scoring: Scoring,
  id: string,
  locale: Locale,
): IndicatorDetails | undefined {
  const { system, compiled, scores } = scoring;
  const indicator = system.indicators.find(each => each.id === id);
  const node = indicator && compiled.nodeOf.get(indicator);
  if (indicator === undefined || node === undefined) return undefined;
  const isLeaf = indicator.children === undefined;
  const column = scores.nodes[node]!;
  const raw = isLeaf ? scores.raw[node] : undefined;
  const { share = null, effective = null } = effectiveWeights(system, undefined, computedShares(scoring)).get(id) ?? {};
  const plan = compiled.plan.nodes[node]!;
  return {
    id,
    name: nameText(indicator.own.name?.value, id)[locale],
    parent: indicator.parent?.id ?? null,
    path: pathTo(indicator).map(each => nameText(each.own.name?.value, each.id)[locale]),
    isLeaf,
    share,
    effective,
    measure: indicator.own.measure?.value ?? null,
    direction: plan.kind === 'leaf' ? betterDirection(plan.direction, compiled.plan.ranking.best) : null,
    histogram: histogramOf(presentIn(column), system.scale),
    scores: summaryOf(presentIn(column)),
    raw: raw === undefined ? null : summaryOf(presentIn(raw)),
    missing: unitsWith(scoring, raw ?? column, state => state !== 'present' && state !== 'not-applicable'),
    notApplicable: unitsWith(scoring, raw ?? column, state => state === 'not-applicable'),
    nImputed: scores.imputed[node]?.filter(replaced => replaced !== 0).length ?? 0,
    nTruncated: scores.truncated[node] ?? 0,
    growth: growthOf(workspace, file, scoring, indicator) ?? null,
  };
}

function pathTo({ parent }: Indicator): readonly Indicator[] {
  return parent === undefined ? [] : [...pathTo(parent), parent];
}

function presentIn({ values, states }: Column): readonly number[] {
  return [...values].filter((_, unit) => states[unit] === 0).sort((a, b) => a - b);
}

function unitsWith({ data }: Scoring, { states }: Column, isMeant: (state: string) => boolean): readonly NamedUnit[] {
  return data.units
    .filter(({ index }) => isMeant(reasons[states[index]!]!))
    .map(({ id, name }) => ({ unit: id, name }));
}

/** Scores outside the scale (z-scores) widen it. */
export function histogramOf(sorted: readonly number[], [start, end]: readonly [number, number]) {
  const [lowest, highest] = [Math.min(start, sorted[0] ?? start), Math.max(end, sorted.at(-1) ?? end)];
  const width = (highest - lowest) / nBins;
  const counts = new Array<number>(nBins).fill(0);
  for (const value of sorted) counts[Math.min(nBins - 1, Math.floor((value - lowest) / width))]! += 1;
  return counts.map((count, bin) => ({ from: lowest + bin * width, to: lowest + (bin + 1) * width, count }));
}

export function summaryOf(sorted: readonly number[]): Summary | null {
  const n = sorted.length;
  if (n === 0) return null;
  const quantile = (share: number) => {
    const place = (n - 1) * share;
    const low = sorted[Math.floor(place)]!;
    return low + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - low);
  };
  return {
    n,
    min: sorted[0]!,
    lowerQuartile: quantile(0.25),
    median: quantile(0.5),
    upperQuartile: quantile(0.75),
    max: sorted[n - 1]!,
    mean: sorted.reduce((total, value) => total + value / n, 0),
  };
}

/** A point is a hundredth of what the siblings sum to. */
function growthOf(workspace: Workspace, file: string, scoring: Scoring, indicator: Indicator): Growth | undefined {
  const level = freeLevels(workspace.system(file)).find(({ members }) => members.some(({ id }) => id === indicator.id));
  const weights = level && grownWeights(level, indicator.id);
  const after = weights && tried(workspace, file, { weights });
  if (weights === undefined || after === undefined) return undefined;
  const moves = scoring.data.units.flatMap(({ id, name, index }) => {
    const [was, is] = [unitScore(scoring, index), unitScore(after, index)];
    if (was.unrounded === undefined || is.unrounded === undefined) return [];
    const change = is.unrounded - was.unrounded;
    return [{ unit: id, name, rank: is.rank ?? null, before: was.rank ?? null, change }];
  });
  const sign = betterSign(scoring.compiled.plan.ranking.best);
  moves.sort((a, b) => sign * (b.change - a.change));
  return { weights, moves: moves.length > 2 * nMoves ? [...moves.slice(0, nMoves), ...moves.slice(-nMoves)] : moves };
}

/** `undefined`: it has the whole already, or its siblings have nothing to give. */
export function grownWeights(level: Siblings, id: string): Readonly<Record<string, string>> | undefined {
  const { members } = level;
  const written = members.map(member => weightOf(member)!);
  const position = members.findIndex(member => member.id === id);
  const whole = sum(written);
  const places = placesOf(level);
  const grown = add(written[position]!, divide(whole, decimalOf(100), places));
  const others = written.filter((_, index) => index !== position);
  const left = subtract(whole, grown);
  if (left.digits <= 0n || sum(others).digits <= 0n) return undefined;
  const shared = apportion(others, left, places);
  const values: Decimal[] = [...shared.slice(0, position), grown, ...shared.slice(position)];
  return Object.fromEntries(members.map((member, index) => [member.id, printDecimal(values[index] ?? zero)]));
}

/** The units of a scoring as the columns that are sent to the preview. Reads only what is shown of them. */
import type { Locale } from '../base/locale.ts';
import { type Reason, reasons } from '../engine/column.ts';
import { dustDecimals, withoutDust } from '../engine/round.ts';
import { rankWithin } from '../engine/score.ts';
import type { Indicator } from '../model/indicator.ts';
import type { UnitColumns, UnitView } from '../protocol/preview.ts';
import { nameText, textOf } from '../scoring/names.ts';
import { reasonText } from '../scoring/reasonText.ts';
import { type Scoring, totalOf } from '../scoring/score.ts';

export interface ColumnsQuery {
  readonly scoring: Scoring;
  /** What the changes are counted from. */
  readonly before: Scoring | undefined;
  /** Of the scores of level 1. */
  readonly decimals: number;
}

export function unitColumns({ scoring, before, decimals }: ColumnsQuery, locale: Locale): UnitColumns {
  const { data, ranking, system } = scoring;
  const order = [...ranking.order];
  const standings = standingsOf(scoring);
  const counts = leafCounts(scoring);
  return {
    ids: order.map(unit => data.units[unit]!.id),
    names: order.map(unit => data.units[unit]!.name),
    groups: groupsOf(scoring, order),
    ranksWithin: ranksWithin(scoring, order),
    scores: order.map(unit => standings.scores[unit]!),
    ranks: order.map(unit => standings.ranks[unit]!),
    tiers: order.map(unit => standings.tiers[unit]!),
    levels: system.top.map(indicator => levelScores(scoring, indicator, { order, decimals })),
    missing: order.map(unit => counts.missing[unit]!),
    notApplicable: order.map(unit => counts.notApplicable[unit]!),
    reasons: sparse(order, unit => reasonOf(scoring, unit, standings.ranks[unit]!, locale)),
    adjustments: sparse(order, unit => adjustmentsOf(scoring, unit, locale)),
    before: before === undefined ? null : beforeOf(scoring, before, order),
  };
}

export interface Standings {
  /** By unit. */
  readonly scores: readonly (number | null)[];
  readonly ranks: readonly (number | null)[];
  readonly tiers: readonly (number | null)[];
}

/** What is published of each unit, by its position in the data. */
export function standingsOf(scoring: Scoring): Standings {
  const { ranking, data } = scoring;
  const hasTotal = data.units.map((_, unit) => totalOf(scoring, unit).kind === 'number');
  return {
    scores: hasTotal.map((has, unit) => (has ? ranking.rounded[unit]! : null)),
    ranks: hasTotal.map((has, unit) => (has && ranking.ranks[unit]! > 0 ? ranking.ranks[unit]! : null)),
    tiers: data.units.map((_, unit) => (ranking.tiers[unit]! >= 0 ? ranking.tiers[unit]! : null)),
  };
}

function groupsOf({ data }: Scoring, order: readonly number[]): UnitColumns['groups'] {
  return Object.fromEntries(
    data.groupSystems.map(({ id, groups }) => {
      const positions = new Map(groups.map((group, position) => [group, position]));
      return [id, order.map(unit => (data.units[unit]!.groups.get(id) ?? []).map(group => positions.get(group)!))];
    }),
  );
}

function ranksWithin({ data, compiled, ranking }: Scoring, order: readonly number[]): UnitColumns['ranksWithin'] {
  return Object.fromEntries(
    compiled.within.map(({ id, groups }, position) => {
      const ofUnit = (unit: number) =>
        (data.units[unit]!.groups.get(id) ?? []).map(group => {
          const rank = rankWithin(ranking.ranksWithin[position]!, unit, groups.indexOf(group));
          return rank > 0 ? rank : null;
        });
      return [id, order.map(ofUnit)];
    }),
  );
}

interface LevelQuery {
  readonly order: readonly number[];
  readonly decimals: number;
}

/** As they are shown: a number that is rounded here once is not rounded again. */
function levelScores({ compiled, scores }: Scoring, indicator: Indicator, { order, decimals }: LevelQuery) {
  const node = compiled.nodeOf.get(indicator);
  const column = node === undefined ? undefined : scores.nodes[node];
  const isWithout = (unit: number) => indicator.children !== undefined && compiled.withoutWeights.has(unit);
  return order.map(unit => {
    if (column === undefined || column.states[unit] !== 0 || isWithout(unit)) return null;
    return shownNumber(column.values[unit]!, decimals);
  });
}

/** `Number(value.toFixed(decimals))`, without the text where the nearest number is beyond doubt. */
export function shownNumber(value: number, decimals: number): number {
  const power = 10 ** decimals;
  const scaled = value * power;
  const whole = Math.round(scaled);
  return Math.abs(scaled - whole) < 0.4999 && Math.abs(whole) < 1e12 ? whole / power : Number(value.toFixed(decimals));
}

/** Leaves without a value and leaves that do not apply, by unit. */
function leafCounts({ system, compiled, scores, data }: Scoring) {
  const missing = new Uint16Array(data.units.length);
  const notApplicable = new Uint16Array(data.units.length);
  for (const leaf of system.indicators) {
    if (leaf.children !== undefined) continue;
    const node = compiled.nodeOf.get(leaf);
    const states = node === undefined ? undefined : scores.raw[node]?.states;
    if (states === undefined) {
      if (node === undefined) for (let unit = 0; unit < missing.length; unit++) missing[unit]! += 1;
      continue;
    }
    for (let unit = 0; unit < states.length; unit++) {
      if (states[unit] === 0) continue;
      (states[unit] === notApplicableState ? notApplicable : missing)[unit]! += 1;
    }
  }
  return { missing, notApplicable };
}

const notApplicableState = reasons.indexOf('not-applicable');

/** Why there is no score, with the leaves that are missing, or no rank. */
function reasonOf(scoring: Scoring, unit: number, rank: number | null, locale: Locale): string | undefined {
  const { compiled } = scoring;
  const total = totalOf(scoring, unit);
  if (total.kind !== 'number') {
    const reason = total.kind === 'unscored' ? total.unscored.message[locale] : outcomeText(total, locale);
    const names = missingLeaves(scoring, unit).map(leaf => textOf(leaf.own.name?.value, locale) ?? leaf.id);
    if (names.length === 0) return reason;
    const more = names.length > 3 ? '…' : '';
    const listed = names.slice(0, 3).join(locale === 'en' ? ', ' : '、');
    return locale === 'en' ? `${reason} (${listed}${more})` : `${reason}（${listed}${more}）`;
  }
  if (rank !== null) return undefined;
  if (compiled.noRanks !== undefined) return compiled.noRanks.message[locale];
  return locale === 'en' ? 'it is not eligible for a rank' : '不参与排名';
}

function outcomeText(total: { kind: 'reason'; reason: Reason } | { kind: 'no-weight-group' }, locale: Locale): string {
  return reasonText(total.kind === 'reason' ? total.reason : total.kind)[locale];
}

function missingLeaves({ system, compiled, scores }: Scoring, unit: number): readonly Indicator[] {
  return system.indicators.filter(leaf => {
    if (leaf.children !== undefined) return false;
    const node = compiled.nodeOf.get(leaf);
    const state = node === undefined ? 'missing' : reasons[scores.raw[node]?.states[unit] ?? 0];
    return state !== 'present' && state !== 'not-applicable';
  });
}

function adjustmentsOf(scoring: Scoring, unit: number, locale: Locale): UnitView['adjustments'] | undefined {
  const { compiled, scores } = scoring;
  if (compiled.adjustments.length === 0 || totalOf(scoring, unit).kind !== 'number') return undefined;
  const decimals = dustDecimals(compiled.plan);
  const changing = compiled.adjustments.flatMap((origin, position) => {
    const points = withoutDust(scores.adjustments[position]![unit]!, decimals);
    const written = (origin.adjustment?.name ?? origin.indicator?.own.name)?.value;
    return points === 0 ? [] : [{ id: origin.id, name: nameText(written, origin.id)[locale], points }];
  });
  return changing.length === 0 ? undefined : changing;
}

/** Units are the same if their ids are, tiers if their names are. */
function beforeOf(scoring: Scoring, before: Scoring, order: readonly number[]): UnitColumns['before'] {
  const standings = standingsOf(before);
  const unitBefore = new Map(before.data.units.map(({ id, index }) => [id, index]));
  const tierNow = tierPositions(before, scoring);
  const places = order.map(unit => unitBefore.get(scoring.data.units[unit]!.id));
  const read = <T>(column: readonly (T | null)[]) =>
    places.map(place => (place === undefined ? null : (column[place] ?? null)));
  return {
    scores: read(standings.scores),
    ranks: read(standings.ranks),
    tiers: read(standings.tiers).map(tier => (tier === null ? null : (tierNow[tier] ?? null))),
    new: places.flatMap((place, position) => (place === undefined ? [position] : [])),
  };
}

/** By tier of `from`: its position among the tiers of `to`. */
function tierPositions(from: Scoring, to: Scoring): readonly (number | null)[] {
  const name = ({ system }: Scoring, tier: number) => textOf(system.tiers[tier]?.name?.value, 'en') ?? `#${tier + 1}`;
  const positions = new Map(to.system.tiers.map((_, tier) => [name(to, tier), tier]));
  return from.system.tiers.map((_, tier) => positions.get(name(from, tier)) ?? null);
}

function sparse<T>(order: readonly number[], read: (unit: number) => T | undefined): Record<number, T> {
  const found: Record<number, T> = {};
  order.forEach((unit, position) => {
    const value = read(unit);
    if (value !== undefined) found[position] = value;
  });
  return found;
}

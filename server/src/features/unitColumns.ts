/** The units of a scoring as the columns that are sent to the preview. Reads only what is shown of them. */
import { roundNumber } from '../base/decimal.ts';
import type { Locale } from '../base/locale.ts';
import { type Column, type Reason, reasons } from '../engine/column.ts';
import { dustDecimals, withoutDust } from '../engine/round.ts';
import { rankWithin } from '../engine/score.ts';
import type { Indicator } from '../model/indicator.ts';
import type { UnitColumns, UnitView } from '../protocol/preview.ts';
import { nameText, textOf } from '../scoring/names.ts';
import { reasonText } from '../scoring/reasonText.ts';
import { type Scoring, totalOf } from '../scoring/score.ts';
import type { BoundUnit } from '../scoring/units.ts';

export interface ColumnsQuery {
  readonly scoring: Scoring;
  /** What the changes are counted from. */
  readonly before: Scoring | undefined;
  /** Of the scores of level 1. */
  readonly decimals: number;
}

/** Columns and what they were made of: what comes out the same is taken from there. */
export interface MadeColumns {
  readonly query: ColumnsQuery;
  readonly columns: UnitColumns;
}

export function unitColumns(query: ColumnsQuery, locale: Locale, last?: MadeColumns): UnitColumns {
  const { scoring, before, decimals } = query;
  const { data, ranking, system } = scoring;
  const { units } = data;
  const known = last?.query.scoring.data.units === units ? last.columns : undefined;
  return {
    order: [...ranking.order],
    ids: known?.ids ?? units.map(({ id }) => id),
    names: known?.names ?? units.map(({ name }) => name),
    groups: known?.groups ?? groupsOf(scoring),
    ranksWithin: ranksWithin(scoring),
    ...standingsOf(scoring),
    levels: system.top.map((indicator, level) => levelScores(scoring, indicator, decimals, levelOf(last, level))),
    ...leafCounts(scoring, last),
    reasons: sparse(scoring, unit => reasonOf(scoring, unit, locale)),
    adjustments: sparse(scoring, unit => adjustmentsOf(scoring, unit, locale)),
    before: before === undefined ? null : beforeOf(scoring, before),
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

function groupsOf({ data }: Scoring): UnitColumns['groups'] {
  return Object.fromEntries(
    data.groupSystems.map(({ id, groups }) => {
      const positions = new Map(groups.map((group, position) => [group, position]));
      return [id, data.units.map(unit => (unit.groups.get(id) ?? []).map(group => positions.get(group)!))];
    }),
  );
}

function ranksWithin({ data, compiled, ranking }: Scoring): UnitColumns['ranksWithin'] {
  return Object.fromEntries(
    compiled.within.map(({ id, groups }, position) => {
      const ofUnit = (unit: BoundUnit) =>
        (unit.groups.get(id) ?? []).map(group => {
          const rank = rankWithin(ranking.ranksWithin[position]!, unit.index, groups.indexOf(group));
          return rank > 0 ? rank : null;
        });
      return [id, data.units.map(ofUnit)];
    }),
  );
}

type LevelColumn = UnitColumns['levels'][number];

/** A column that was made, and of what. */
interface MadeLevel {
  readonly source: Column;
  readonly decimals: number;
  readonly isWhole: boolean;
  readonly column: LevelColumn;
}

function levelOf(last: MadeColumns | undefined, level: number): MadeLevel | undefined {
  const source = last && columnOf(last.query.scoring, last.query.scoring.system.top[level]);
  if (last === undefined || source === undefined) return undefined;
  const isWhole = last.query.scoring.compiled.withoutWeights.size === 0;
  return { source, decimals: last.query.decimals, isWhole, column: last.columns.levels[level]! };
}

/** As they are shown: a number that is rounded here once is not rounded again. */
function levelScores(
  scoring: Scoring,
  indicator: Indicator,
  decimals: number,
  made: MadeLevel | undefined,
): LevelColumn {
  const { compiled, data } = scoring;
  const column = columnOf(scoring, indicator);
  const { withoutWeights } = compiled;
  if (made?.source === column && made?.decimals === decimals && made.isWhole && withoutWeights.size === 0)
    return made.column;
  const isWithout = (unit: number) => indicator.children !== undefined && withoutWeights.has(unit);
  return data.units.map((_, unit) => {
    if (column === undefined || column.states[unit] !== 0 || isWithout(unit)) return null;
    return shownNumber(column.values[unit]!, decimals);
  });
}

function columnOf({ compiled, scores }: Scoring, indicator: Indicator | undefined): Column | undefined {
  const node = indicator && compiled.nodeOf.get(indicator);
  return node === undefined ? undefined : scores.nodes[node];
}

/** Rounded as a decimal, without the digits where the nearest number is beyond doubt. */
export function shownNumber(value: number, decimals: number): number {
  const power = 10 ** decimals;
  const scaled = value * power;
  const whole = Math.round(scaled);
  return Math.abs(scaled - whole) < 0.4999 && Math.abs(whole) < 1e12 ? whole / power + 0 : roundNumber(value, decimals);
}

/** Leaves without a value or without a score, as the report counts them, and leaves that do not apply, by unit. */
function leafCounts(scoring: Scoring, last: MadeColumns | undefined): Pick<UnitColumns, 'missing' | 'notApplicable'> {
  const nUnits = scoring.data.units.length;
  const columns = leafColumns(scoring);
  const known = last && leafColumns(last.query.scoring);
  if (known?.length === columns.length && known.every((each, leaf) => isSameLeaf(each, columns[leaf]!))) {
    const { missing, notApplicable } = last!.columns;
    if (missing.length === nUnits) return { missing, notApplicable };
  }
  const missing = new Array<number>(nUnits).fill(columns.filter(each => each === 'unscored').length);
  const notApplicable = new Array<number>(nUnits).fill(0);
  for (const leaf of columns) {
    if (leaf === 'unscored') continue;
    const [read, scored] = [leaf.read.states, leaf.scored.states];
    for (let unit = 0; unit < nUnits; unit++) {
      if (read[unit] === 0 && scored[unit] === 0) continue;
      if (read[unit] === notApplicableState) notApplicable[unit]! += 1;
      else if (read[unit] !== 0 || scored[unit] !== notApplicableState) missing[unit]! += 1;
    }
  }
  return { missing, notApplicable };
}

/** What was read of a leaf, and what it came to. */
type LeafColumns = { readonly read: Column; readonly scored: Column } | 'unscored';

function leafColumns({ system, compiled, scores }: Scoring): readonly LeafColumns[] {
  return system.indicators
    .filter(({ children }) => children === undefined)
    .map(leaf => {
      const node = compiled.nodeOf.get(leaf);
      return node === undefined ? 'unscored' : { read: scores.raw[node]!, scored: scores.nodes[node]! };
    });
}

function isSameLeaf(one: LeafColumns, other: LeafColumns): boolean {
  if (one === 'unscored' || other === 'unscored') return one === other;
  return one.read === other.read && one.scored === other.scored;
}

const notApplicableState = reasons.indexOf('not-applicable');

/** Why there is no score, with the leaves that are missing, or no rank. */
function reasonOf(scoring: Scoring, unit: number, locale: Locale): string | undefined {
  const { compiled, ranking } = scoring;
  const total = totalOf(scoring, unit);
  if (total.kind !== 'number') {
    const reason = total.kind === 'unscored' ? total.unscored.message[locale] : outcomeText(total, locale);
    const names = missingLeaves(scoring, unit).map(leaf => textOf(leaf.own.name?.value, locale) ?? leaf.id);
    if (names.length === 0) return reason;
    const more = names.length > 3 ? '…' : '';
    const listed = names.slice(0, 3).join(locale === 'en' ? ', ' : '、');
    return locale === 'en' ? `${reason} (${listed}${more})` : `${reason}（${listed}${more}）`;
  }
  if (ranking.ranks[unit]! > 0) return undefined;
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
function beforeOf(scoring: Scoring, before: Scoring): UnitColumns['before'] {
  const standings = standingsOf(before);
  const isSame = before.data.units === scoring.data.units;
  const unitBefore = isSame ? undefined : new Map(before.data.units.map(({ id, index }) => [id, index]));
  const tierNow = tierPositions(before, scoring);
  const places = scoring.data.units.map(({ id, index }) => (unitBefore === undefined ? index : unitBefore.get(id)));
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

function sparse<T>({ data }: Scoring, read: (unit: number) => T | undefined): Record<number, T> {
  const found: Record<number, T> = {};
  for (const { index } of data.units) {
    const value = read(index);
    if (value !== undefined) found[index] = value;
  }
  return found;
}

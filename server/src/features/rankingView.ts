/** A report of a scoring as the preview's page shows it, with what it was before. */
import { toNumber } from '../base/decimal.ts';
import type { Locale } from '../base/locale.ts';
import { type Reason, reasons } from '../engine/plan.ts';
import type { Tier } from '../model/system.ts';
import { textIn } from '../model/text.ts';
import type {
  Baseline,
  ExpectationView,
  PublicationView,
  RankingView,
  TierView,
  UnitView,
} from '../protocol/preview.ts';
import { actualText, claimText, expectedText } from '../scoring/claimText.ts';
import { compareReports, type Standing, type UnitChange } from '../scoring/compare.ts';
import { checkExpectations } from '../scoring/expectations.ts';
import { reasonText } from '../scoring/reasonText.ts';
import type { IndicatorReport, PublicationReport, ScoreReport, UnitReport } from '../scoring/report.ts';
import type { Scoring } from '../scoring/score.ts';

export interface Ranked {
  readonly scoring: Scoring;
  /** The scoring's own report. */
  readonly report: ScoreReport;
  readonly baseline: Baseline;
  readonly before: ScoreReport | undefined;
}

export function rankingView({ scoring, report, baseline, before }: Ranked, locale: Locale): RankingView {
  const { system, units, indicators, groups } = report;
  const top = indicators.filter(({ parent }) => parent === null);
  const changes = new Map(before && compareReports(before, report).map(change => [change.id, change]));
  const { within } = scoring.system.ranking;
  return {
    system: { id: system.id, title: system.title, edition: system.edition },
    totalRange: [system.scale[0], system.fullMark],
    scale: system.scale,
    decimals: system.decimals ?? 2,
    baseline,
    groupSystems: groups.map(({ id, groups: names }) => ({
      id,
      name: groupSystemName(scoring, id),
      groups: names.map(name => ({ name, count: units.filter(unit => unit.groups[id]?.includes(name)).length })),
      isRanked: within.some(({ value }) => value === id),
    })),
    columns: top.map(({ id, name, share, bonusCap }) => ({ id, name, share, bonusCap })),
    units: units.map(unit => unitView(scoring, { report, unit, top, change: changes.get(unit.id) }, locale)),
    tiers: report.tiers.map(({ name, count, by }, index) => ({
      ...{ name, bound: boundOf(scoring.system.tiers[index]), count, by },
      before: before?.tiers.find(tier => tier.name === name)?.count ?? null,
    })),
    publications: report.publications.map(publicationView),
    expectations: expectationViews(scoring, locale),
  };
}

/** Its column's heading where that is a text for readers, not a name for programs; else the id. */
function groupSystemName({ system }: Scoring, id: string): string {
  const heading = system.units.groups.find(group => group.id.value === id)?.column?.value;
  return heading !== undefined && /[^\w.-]/.test(heading) ? heading : id;
}

interface UnitFacts {
  readonly report: ScoreReport;
  readonly unit: UnitReport;
  readonly top: readonly IndicatorReport[];
  readonly change: UnitChange | undefined;
}

function unitView(scoring: Scoring, { report, unit, top, change }: UnitFacts, locale: Locale): UnitView {
  const { id, name, groups, score, unrounded, rank, eligible } = unit;
  return {
    ...{ id, name, groups, score, unrounded, rank, eligible },
    rankWithin: unit.ranksWithin,
    tier: tierIndex(report, unit.tier),
    reason: reasonOf(scoring, report, unit, locale),
    scores: top.map(indicator => unit.scores[indicator.id] ?? null),
    missing: unit.missing.length,
    notApplicable: unit.notApplicable.length,
    adjustments: unit.adjustments.map(adjustment => ({
      ...adjustment,
      name: adjustmentName(scoring, report, adjustment.id, locale),
    })),
    before: standingBefore(report, change?.before ?? null),
  };
}

function standingBefore(report: ScoreReport, before: Standing | null): UnitView['before'] {
  return before && { score: before.score, rank: before.rank, tier: tierIndex(report, before.tier) };
}

function tierIndex({ tiers }: ScoreReport, name: string | null): number | null {
  const index = tiers.findIndex(tier => tier.name === name);
  return index < 0 ? null : index;
}

/** Why there is no score, with the leaves that are missing, or no rank. */
function reasonOf({ compiled }: Scoring, { indicators }: ScoreReport, unit: UnitReport, locale: Locale): string | null {
  const code = unit.reasons[''];
  if (code !== undefined) {
    const isKnown = code === 'no-weight-group' || reasons.some(reason => reason === code);
    const reason = isKnown ? reasonText(code as Reason | 'no-weight-group')[locale] : code;
    const names = unit.missing.slice(0, 3).map(id => indicators.find(each => each.id === id)?.name ?? id);
    if (names.length === 0) return reason;
    const more = unit.missing.length > names.length ? '…' : '';
    return locale === 'en' ? `${reason} (${names.join(', ')}${more})` : `${reason}（${names.join('、')}${more}）`;
  }
  if (unit.rank !== null) return null;
  if (compiled.noRanks !== undefined) return compiled.noRanks.message[locale];
  return locale === 'en' ? 'it is not eligible for a rank' : '不参与排名';
}

function adjustmentName({ system }: Scoring, { indicators }: ScoreReport, id: string, locale: Locale): string {
  const written = system.adjustments.find(adjustment => adjustment.id?.value === id)?.name?.value;
  return (written && textIn(written, locale)) ?? indicators.find(indicator => indicator.id === id)?.name ?? id;
}

function boundOf(tier: Tier | undefined): TierView['bound'] {
  if (tier?.atLeast !== undefined) return { atLeast: toNumber(tier.atLeast.value) };
  if (tier?.above !== undefined) return { above: toNumber(tier.above.value) };
  if (tier?.top !== undefined) return { top: tier.top.value };
  return tier?.topShare === undefined ? {} : { topShare: toNumber(tier.topShare.value) };
}

function publicationView({ id, title, table, rows }: PublicationReport): PublicationView {
  if (table === null) {
    return { kind: 'units', id, title, rows: rows.flatMap(row => ('unit' in row ? [row] : [])) };
  }
  const tiers = rows.flatMap(row => ('tier' in row ? [row] : []));
  const groups = Object.keys(tiers[0]?.by ?? {});
  const cells = tiers.map(({ tier, count, by }) => ({
    name: tier,
    cells: [count, ...groups.map(group => by[group] ?? null)],
  }));
  return { kind: 'table', id, title, columns: ['Σ', ...groups], rows: cells };
}

export function expectationViews(scoring: Scoring, locale: Locale): readonly ExpectationView[] {
  return checkExpectations(scoring).map(checked => {
    const { index, expectation, holds } = checked;
    const { claim, note } = expectation;
    const unreadable = locale === 'en' ? 'cannot be read' : '无法读取';
    return {
      index,
      text: claim === undefined ? unreadable : claimText(claim)[locale],
      holds: holds ?? null,
      expected: claim === undefined ? '' : expectedText(claim)[locale],
      actual: actualText(checked)?.[locale] ?? null,
      note: (note && textIn(note.value, locale)) ?? null,
    };
  });
}

/** A scoring as tables of plain cells: what the workbook and the page of a report are made of. */
import { decimalOf, multiply, printDecimal, round, toNumber } from '../../base/decimal.ts';
import { inPercent, type Locale } from '../../base/locale.ts';
import { aggregateMethods } from '../../engine/aggregate/index.ts';
import { betterDirection } from '../../engine/better.ts';
import { normaliseMethods } from '../../engine/normalise/index.ts';
import { boundOf, boundSigns } from '../../model/bounds.ts';
import type { Indicator } from '../../model/indicator.ts';
import { textOf } from '../names.ts';
import type { ScoreReport } from '../report/report.ts';
import type { Scoring } from '../score.ts';
import { type Words, wordsFor } from './words.ts';

export type Cell = string | number | null;

export interface DocumentTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Documented {
  readonly scoring: Scoring;
  readonly report: ScoreReport;
  readonly locale: Locale;
}

/** Rank, unit, groups, score, tier, ranks within groups, and the scores of level 1. */
export function rankingTable({ report, locale }: Documented): DocumentTable {
  const words = wordsFor(locale);
  const { units, indicators, groups, tiers } = report;
  const top = indicators.filter(({ parent }) => parent === null);
  const ranked = groups.filter(({ id }) => units.some(unit => unit.ranksWithin[id] !== undefined));
  const withTiers = tiers.length > 0;
  return {
    title: words.ranking,
    header: [
      ...[words.rank, words.id, words.unit, words.score],
      ...(withTiers ? [words.tier] : []),
      ...groups.map(({ id }) => id),
      ...ranked.map(({ id }) => words.rankIn(id)),
      ...top.map(({ name }) => name),
    ],
    rows: units.map(unit => [
      ...[unit.rank, unit.id, unit.name, unit.score],
      ...(withTiers ? [unit.tier] : []),
      ...groups.map(({ id }) => (unit.groups[id] ?? []).join('; ')),
      ...ranked.map(({ id }) => ranksText(Object.values(unit.ranksWithin[id] ?? {}))),
      ...top.map(({ id }) => unit.scores[id] ?? null),
    ]),
  };
}

function ranksText(ranks: readonly number[]): Cell {
  return ranks.length < 2 ? (ranks[0] ?? null) : ranks.join('; ');
}

/** Every unit under every indicator. */
export function scoresTable({ report, locale }: Documented): DocumentTable {
  const words = wordsFor(locale);
  const { units, indicators } = report;
  return {
    title: words.scores,
    header: [words.id, words.unit, words.unrounded, ...indicators.map(({ name }) => name)],
    rows: units.map(unit => [
      ...[unit.id, unit.name, unit.unrounded],
      ...indicators.map(({ id }) => unit.scores[id] ?? null),
    ]),
  };
}

/** The framework with its weights and methods; the first cell is indented by level. */
export function methodologyTable({ scoring, report, locale }: Documented): DocumentTable {
  const words = wordsFor(locale);
  const byId = new Map(scoring.system.indicators.map(indicator => [indicator.id, indicator]));
  const rows = report.indicators.map(({ id, name, level, share, effective, bonusCap }): readonly Cell[] => {
    const indicator = byId.get(id)!;
    const { own } = indicator;
    return [
      ...[level, id, name],
      bonusCap === null ? percent(share, locale) : words.bonus(bonusCap),
      percent(effective, locale),
      methodName(scoring, indicator, locale),
      directionOf(scoring, indicator, words),
      own.measure?.value ?? '',
      sourceOf(indicator),
    ];
  });
  const header = [words.level, words.id, words.indicator, words.weight, words.effective];
  return {
    title: words.methodology,
    header: [...header, words.method, words.direction, words.measure, words.source],
    rows,
  };
}

function percent(share: number | null, locale: Locale): string {
  return share === null ? '' : inPercent(printDecimal(round(multiply(decimalOf(share), hundred), 2)), locale);
}

const hundred = { digits: 100n, scale: 0 };

/** How its values become scores, or the scores of its children its own. */
function methodName({ compiled }: Scoring, indicator: Indicator, locale: Locale): string {
  const node = compiled.nodeOf.get(indicator);
  const plan = node === undefined ? undefined : compiled.plan.nodes[node];
  if (plan === undefined) return '';
  return plan.kind === 'leaf'
    ? normaliseMethods[plan.normalise.method].title[locale]
    : aggregateMethods[plan.aggregate].title[locale];
}

function directionOf({ compiled }: Scoring, indicator: Indicator, words: Words): string {
  const node = compiled.nodeOf.get(indicator);
  const plan = node === undefined ? undefined : compiled.plan.nodes[node];
  return plan?.kind === 'leaf' ? words.directions[betterDirection(plan.direction, compiled.plan.ranking.best)] : '';
}

function sourceOf({ own }: Indicator): string {
  const entry = own.node.entries.find(({ name }) => name === 'source')?.value;
  return entry?.kind === 'scalar' ? String(entry.value ?? '') : '';
}

export function tiersTable({ scoring, report, locale }: Documented): DocumentTable {
  const words = wordsFor(locale);
  const groups = report.groups.flatMap(({ id, groups: names }) => names.map(name => ({ id, name })));
  return {
    title: words.tiers,
    header: [words.tier, words.bound, words.count, ...groups.map(({ name }) => name)],
    rows: report.tiers.map(({ name, count, by }, index) => [
      ...[name, boundText(scoring, index, words), count],
      ...groups.map(group => by[group.id]?.[group.name] ?? 0),
    ]),
  };
}

function boundText({ system }: Scoring, index: number, words: Words): string {
  const tier = system.tiers[index];
  const bound = tier && boundOf(tier, system);
  if (bound !== undefined) return `${boundSigns[bound.key]} ${toNumber(bound.value)}`;
  if (tier?.top !== undefined) return words.top(tier.top.value);
  return tier?.topShare === undefined ? words.rest : words.topShare(toNumber(tier.topShare.value));
}

/** One table for each publication. */
export function publicationTables({ report, locale }: Documented): readonly DocumentTable[] {
  const words = wordsFor(locale);
  return report.publications.map(({ title, rows }) => {
    const tiers = rows.flatMap(row => ('tier' in row ? [row] : []));
    const [first] = tiers;
    if (first !== undefined) {
      const header = [words.tier, words.all, ...Object.keys(first.by)];
      return { title, header, rows: tiers.map(({ tier, count, by }) => [tier, count, ...Object.values(by)]) };
    }
    const units = rows.flatMap(row => ('unit' in row ? [row] : []));
    const isRanked = units.some(({ rank }) => rank !== null);
    return {
      title,
      header: [...(isRanked ? [words.rank] : []), words.unit],
      rows: units.map(({ rank, name }) => [...(isRanked ? [rank] : []), name]),
    };
  });
}

export function expectationsTable({ report, locale }: Documented): DocumentTable {
  const words = wordsFor(locale);
  const text = (value: number | readonly string[] | null): Cell =>
    value === null || typeof value === 'number' ? value : value.join(locale === 'en' ? ', ' : '、');
  return {
    title: words.expectations,
    header: [words.claim, words.expected, words.actual, '', words.note],
    rows: report.expect.map(({ claim, expected, actual, holds, note }) => {
      const verdict = holds === null ? words.unchecked : holds ? `✓ ${words.holds}` : `✗ ${words.fails}`;
      return [claim ?? '', text(expected), text(actual), verdict, note ?? ''];
    }),
  };
}

export function findingsTable({ report, locale }: Documented): DocumentTable {
  const words = wordsFor(locale);
  return {
    title: words.findings,
    header: [words.severity, words.message, words.id, words.place],
    rows: report.findings.map(({ severity, message, code, file, range }) => [
      ...[words.severities[severity] ?? severity, message, code],
      `${file.replace(/^.*[\\/]/, '')}:${range.start.line + 1}`,
    ]),
  };
}

export function titleOf({ scoring, report, locale }: Documented): { title: string; publisher: string | undefined } {
  const { title, edition } = report.system;
  const publisher = textOf(scoring.system.publisher?.value, locale);
  return { title: edition === null ? title : `${title} ${edition}`, publisher };
}

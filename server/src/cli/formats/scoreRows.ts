/** The ranking as rows of texts: what the table, CSV and Markdown formats share. */
import type { Locale } from '../../base/locale.ts';
import { printedDecimals, printedScore } from '../../scoring/report/printed.ts';
import type { ScoreReport } from '../../scoring/report/report.ts';
import type { UnitReport } from '../../scoring/report/units.ts';

export interface ScoreRows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Positions of the columns that hold numbers. */
  readonly numeric: ReadonlySet<number>;
}

/** Rank, id, name, groups, score, tier, ranks within groups, and the scores of a level where one is asked for. */
export function scoreRows(report: ScoreReport, level: number | undefined, locale: Locale): ScoreRows {
  const words = heads[locale];
  const decimals = printedDecimals(report.system);
  const indicators = report.indicators.filter(indicator => indicator.level === level);
  const groups = report.groups.filter(({ id }) => report.units.some(unit => (unit.groups[id] ?? []).length > 0));
  const ranked = groups.filter(({ id }) => report.units.some(unit => unit.rankWithin[id] !== undefined));
  const header = [
    words.rank,
    words.id,
    words.name,
    words.score,
    ...(report.tiers.length > 0 ? [words.tier] : []),
    ...groups.map(({ id }) => id),
    ...ranked.map(({ id }) => words.within(id)),
    ...indicators.map(({ name }) => name),
  ];
  const row = (unit: UnitReport) => [
    unit.rank === null ? '–' : String(unit.rank),
    unit.id,
    unit.name,
    numberText(unit.score, decimals.ofTotals),
    ...(report.tiers.length > 0 ? [unit.tier ?? '–'] : []),
    ...groups.map(({ id }) => (unit.groups[id] ?? []).join(';')),
    ...ranked.map(({ id }) => rankText(unit, id)),
    ...indicators.map(({ id }) => numberText(unit.scores[id] ?? null, decimals.ofLevels)),
  ];
  const firstLevel = header.length - indicators.length;
  const firstWithin = firstLevel - ranked.length;
  const numeric = new Set([0, 3, ...header.flatMap((_, index) => (index >= firstWithin ? [index] : []))]);
  return { header, rows: report.units.map(row), numeric };
}

function rankText(unit: UnitReport, group: string): string {
  return Object.values(unit.ranksWithin[group] ?? {}).join(';');
}

export function numberText(value: number | null, decimals: number): string {
  return value === null ? '–' : printedScore(value, decimals);
}

const heads = {
  en: {
    rank: 'rank',
    id: 'id',
    name: 'name',
    score: 'score',
    tier: 'tier',
    within: (group: string) => `rank in ${group}`,
  },
  'zh-CN': {
    rank: '位次',
    id: '代码',
    name: '评估对象',
    score: '得分',
    tier: '档次',
    within: (group: string) => `${group} 组内位次`,
  },
};

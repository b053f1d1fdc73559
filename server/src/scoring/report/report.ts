/**
 * A scoring as plain data: what `score --format json` prints and every view shows. Keys stand in a fixed order; numbers
 * are finite, `null` says that there is none. Findings are passed in by the caller. Knows no format and no editor.
 */
import { toNumber } from '../../base/decimal.ts';
import type { Locale } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { checkExpectations } from '../expectations.ts';
import { textOf } from '../names.ts';
import { publish } from '../publications.ts';
import type { Scoring } from '../score.ts';
import { type IndicatorReport, indicatorReports, type WeightingReport, weightingReports } from './indicators.ts';
import {
  type ExpectationReport,
  expectationReport,
  type PublicationReport,
  publicationReport,
  type TierReport,
  tierReports,
} from './results.ts';
import { type UnitReport, unitReport } from './units.ts';

export interface ScoreReport {
  readonly system: {
    readonly id: string;
    readonly title: string;
    readonly edition: string | null;
    /** Of every score; of the total: from the scale's start to `fullMark`. */
    readonly scale: readonly [number, number];
    readonly fullMark: number;
    /** Decimals of the total; `null` where it is not rounded. */
    readonly decimals: number | null;
  };
  /** In rank order, ties in tie order, units without a rank last. */
  readonly units: readonly UnitReport[];
  readonly tiers: readonly TierReport[];
  readonly publications: readonly PublicationReport[];
  readonly expect: readonly ExpectationReport[];
  readonly findings: readonly FindingReport[];
  readonly indicators: readonly IndicatorReport[];
  readonly weightings: readonly WeightingReport[];
  readonly groups: readonly { readonly id: string; readonly groups: readonly string[] }[];
  /** Why the definition, as it stands, gives no total, rank or tier; `indicator` null: the whole. */
  readonly unscored: readonly { readonly indicator: string | null; readonly code: string; readonly message: string }[];
}

/** A finding with lines and characters from 0. */
export interface FindingReport {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly range: { readonly start: LineCharacter; readonly end: LineCharacter };
}

interface LineCharacter {
  readonly line: number;
  readonly character: number;
}

export interface ReportOptions {
  readonly locale: Locale;
  readonly findings: readonly FindingReport[];
}

export function reportOf(scoring: Scoring, { locale, findings }: ReportOptions): ScoreReport {
  const { system, data, compiled, ranking } = scoring;
  const { id, title, edition, scale, fullMark } = system;
  const indicators = namedIndicators(system.indicators);
  return {
    system: {
      id: id?.value ?? '',
      title: textOf(title?.value, locale) ?? id?.value ?? '',
      edition: edition?.value ?? null,
      scale,
      fullMark: fullMark === undefined ? scale[1] : toNumber(fullMark.value),
      decimals: compiled.plan.ranking.round?.decimals ?? null,
    },
    units: [...ranking.order].map(unit => unitReport(scoring, indicators, unit, locale)),
    tiers: tierReports(scoring, locale),
    publications: publish(scoring).map(published => publicationReport(scoring, published, locale)),
    expect: checkExpectations(scoring).map(checked => expectationReport(scoring, checked, locale)),
    findings,
    indicators: indicatorReports(scoring, indicators, locale),
    weightings: weightingReports(scoring),
    groups: data.groupSystems,
    unscored: unscoredReports(scoring, locale),
  };
}

function unscoredReports({ compiled }: Scoring, locale: Locale): ScoreReport['unscored'] {
  const { unscored, noTotals, noRanks, noTiers } = compiled;
  const whole = [noTotals, noRanks, noTiers].flatMap(each => each ?? []);
  return [...unscored.values(), ...whole].map(({ indicator, code, message }) => ({
    indicator: indicator?.id ?? null,
    code,
    message: message[locale],
  }));
}

/** The first of indicators that share an id. */
function namedIndicators(indicators: readonly Indicator[]): readonly Indicator[] {
  return [...new Map(indicators.toReversed().map(indicator => [indicator.id, indicator])).values()].toReversed();
}

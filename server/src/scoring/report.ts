/**
 * A scoring as plain data: what `score --format json` prints and every view shows. Keys stand in a fixed order; numbers
 * are finite, `null` says that there is none. Findings are passed in by the caller. Knows no format and no editor.
 */

import { type Decimal, toNumber } from '../base/decimal.ts';
import type { Locale } from '../base/locale.ts';
import type { ImputeParams, LeafParams } from '../engine/plan.ts';
import type { Indicator } from '../model/system.ts';
import { claimText } from './claimText.ts';
import { computedShares, computedWeights, methodsOf } from './computedWeights.ts';
import { type CheckedExpectation, checkExpectations } from './expectations.ts';
import { textOf, tierName } from './names.ts';
import { countTiers, type Published, publish } from './publications.ts';
import { imputedOf, type TreatmentReport, treatmentOf } from './reportPreparation.ts';
import { type Outcome, type Scoring, scoreOf, unitScore } from './score.ts';
import { effectiveWeights } from './weights.ts';

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

export interface UnitReport {
  readonly id: string;
  readonly name: string;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly score: number | null;
  readonly unrounded: number | null;
  readonly rank: number | null;
  /** By group system; in several groups: the rank in the first. */
  readonly rankWithin: Readonly<Record<string, number>>;
  /** By group system and group. */
  readonly ranksWithin: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly tier: string | null;
  readonly eligible: boolean;
  readonly scores: Readonly<Record<string, number | null>>;
  /** Ids of the leaves without a value, whatever stands in for it. */
  readonly missing: readonly string[];
  readonly notApplicable: readonly string[];
  /** What stands in for missing values, by indicator: of a leaf the value in its own measure, of an aggregate the score. */
  readonly imputed: Readonly<Record<string, number>>;
  /** Why there is no score: by indicator id; under `""` for the total. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly adjustments: readonly { readonly id: string; readonly points: number }[];
}

export interface TierReport {
  readonly name: string;
  readonly count: number;
  readonly by: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface PublicationReport {
  readonly id: string;
  readonly title: string;
  readonly table: 'tiers' | null;
  /** Of a list: units; of a table: tiers. */
  readonly rows: readonly (
    | { readonly rank: number | null; readonly unit: string; readonly name: string }
    | { readonly tier: string; readonly count: number; readonly by: Readonly<Record<string, number>> }
  )[];
  /** A name that stands for nothing, so that there are no rows. */
  readonly unresolved: string | null;
}

export interface ExpectationReport {
  readonly index: number;
  /** What is claimed, in words; `null` where the entry could not be read. */
  readonly claim: string | null;
  readonly holds: boolean | null;
  readonly expected: number | readonly string[] | null;
  readonly actual: number | readonly string[] | null;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly note: string | null;
}

export interface IndicatorReport {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly parent: string | null;
  readonly isLeaf: boolean;
  /** Among its siblings, 0–1, and down from the index; `null` for bonuses and where weights differ by group. */
  readonly share: number | null;
  readonly effective: number | null;
  /** `written`, `implied` (equal, for none is written), `bonus`, or how it was computed: `ahp`, `entropy × weight`… */
  readonly weightSource: string;
  readonly bonusCap: number | null;
  /** What was learned from the data. */
  readonly params: LeafParams | null;
  /** How many values goalposts truncated. */
  readonly truncated: number;
  /** What imputation and outlier treatment learned, and which values were moved; `null` where the leaf has no such step. */
  readonly imputation: ImputeParams | null;
  readonly treatment: TreatmentReport | null;
}

/** Weights that were computed: the record of how. */
export interface WeightingReport {
  /** `null`: the index. */
  readonly parent: string | null;
  readonly method: string;
  /** By group of units where weights differ by group, else under `""`; of each child, 0–1. `null`: there are none. */
  readonly shares: Readonly<Record<string, Readonly<Record<string, number>>>> | null;
  /** `n` units, `lambda`, `eigenvalue`…: what came out beside the weights. */
  readonly figures: Readonly<Record<string, number>>;
  /** Why there are none. */
  readonly reason: string | null;
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
    expect: checkExpectations(scoring).map(checked => expectationReport(checked, locale)),
    findings,
    indicators: indicatorReports(scoring, indicators, locale),
    weightings: weightingReports(scoring),
    groups: data.groupSystems,
    unscored: unscoredReports(scoring, locale),
  };
}

function unitReport(scoring: Scoring, indicators: readonly Indicator[], index: number, locale: Locale): UnitReport {
  const result = unitScore(scoring, index);
  const outcomes = indicators.map(indicator => [indicator.id, scoreOf(scoring, indicator, index)] as const);
  const reasons = outcomes.flatMap(([id, outcome]) => {
    const code = reasonCode(outcome);
    return code === undefined ? [] : [[id, code] as const];
  });
  const totalReason = result.reason === undefined ? [] : [['', reasonCode(result.reason) ?? ''] as const];
  return {
    id: result.unit.id,
    name: result.unit.name,
    groups: Object.fromEntries(result.unit.groups),
    score: result.score ?? null,
    unrounded: result.unrounded ?? null,
    rank: result.rank ?? null,
    rankWithin: Object.fromEntries(
      [...result.rankWithin].flatMap(([id, byGroup]) => {
        const [first] = byGroup.values();
        return first === undefined ? [] : [[id, first] as const];
      }),
    ),
    ranksWithin: Object.fromEntries([...result.rankWithin].map(([id, ranks]) => [id, Object.fromEntries(ranks)])),
    tier: result.tier === undefined ? null : tierName(scoring, result.tier, locale),
    eligible: result.eligible,
    scores: Object.fromEntries(outcomes.map(([id, each]) => [id, each.kind === 'number' ? each.value : null])),
    missing: result.missing.map(({ id }) => id),
    notApplicable: result.notApplicable.map(({ id }) => id),
    imputed: imputedOf(scoring, indicators, index),
    reasons: Object.fromEntries([...totalReason, ...reasons]),
    adjustments: result.adjustments,
  };
}

function reasonCode(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'number':
      return undefined;
    case 'reason':
      return outcome.reason;
    case 'unscored':
      return outcome.unscored.code;
    case 'no-weight-group':
      return outcome.kind;
  }
}

function tierReports(scoring: Scoring, locale: Locale): readonly TierReport[] {
  const { data } = scoring;
  const all = data.units.map(({ index }) => index);
  const bySystem = data.groupSystems.map(({ id, groups }) => ({
    id,
    groups,
    rows: countTiers(scoring, all, id, groups),
  }));
  return countTiers(scoring, all, undefined, []).map(({ tier, count }) => ({
    name: tierName(scoring, tier, locale),
    count,
    by: Object.fromEntries(bySystem.map(({ id, groups, rows }) => [id, byName(groups, rows[tier]!.byGroup)])),
  }));
}

function publicationReport(scoring: Scoring, published: Published, locale: Locale): PublicationReport {
  const { id, publication } = published;
  const head = { id, title: textOf(publication.title?.value, locale) ?? id };
  switch (published.kind) {
    case 'units': {
      const rows = published.rows.map(({ unit, rank }) => {
        const { id: unitId, name } = scoring.data.units[unit]!;
        return { rank: rank ?? null, unit: unitId, name };
      });
      return { ...head, table: null, rows, unresolved: null };
    }
    case 'tiers': {
      const rows = published.rows.map(({ tier, count, byGroup }) => ({
        tier: tierName(scoring, tier, locale),
        count,
        by: byName(published.groups, byGroup),
      }));
      return { ...head, table: 'tiers', rows, unresolved: null };
    }
    case 'unresolved':
      return { ...head, table: null, rows: [], unresolved: published.name };
  }
}

function expectationReport(checked: CheckedExpectation, locale: Locale): ExpectationReport {
  return {
    index: checked.index,
    claim: checked.expectation.claim === undefined ? null : claimText(checked.expectation.claim)[locale],
    holds: checked.holds ?? null,
    expected: plainResult(checked.expected),
    actual: plainResult(checked.actual),
    missing: checked.missing,
    extra: checked.extra,
    note: textOf(checked.expectation.note?.value, locale) ?? null,
  };
}

function plainResult(result: Decimal | readonly string[] | undefined): number | readonly string[] | null {
  if (result === undefined) return null;
  return 'digits' in result ? toNumber(result) : result;
}

function indicatorReports(
  scoring: Scoring,
  indicators: readonly Indicator[],
  locale: Locale,
): readonly IndicatorReport[] {
  const { system, compiled, params, scores } = scoring;
  const weights = effectiveWeights(system, undefined, computedShares(scoring));
  const sourceOf = weightSources(scoring);
  return indicators.map(indicator => {
    const { id, own, level, parent, children } = indicator;
    const node = compiled.nodeOf.get(indicator);
    const cap = own.bonus?.cap;
    return {
      id,
      name: textOf(own.name?.value, locale) ?? id,
      level,
      parent: parent?.id ?? null,
      isLeaf: children === undefined,
      share: weights.get(id)?.share ?? null,
      effective: weights.get(id)?.effective ?? null,
      weightSource: sourceOf(indicator),
      bonusCap: cap === undefined ? null : toNumber(cap.value),
      params: (node === undefined ? undefined : params.leaves[node]) ?? null,
      truncated: (node === undefined ? undefined : scores.truncated[node]) ?? 0,
      imputation: (node === undefined ? undefined : params.preparation?.impute[node]) ?? null,
      treatment: node === undefined ? null : treatmentOf(scoring, node),
    };
  });
}

function weightSources(scoring: Scoring): (indicator: Indicator) => string {
  const computed = new Map(
    computedWeights(scoring).flatMap(({ children, weighting }) =>
      children.map(child => [child, methodsOf(weighting)] as const),
    ),
  );
  return indicator => {
    if (indicator.own.bonus !== undefined) return 'bonus';
    return computed.get(indicator) ?? (indicator.own.weight === undefined ? 'implied' : 'written');
  };
}

function weightingReports(scoring: Scoring): readonly WeightingReport[] {
  const { weightGroups } = scoring.compiled;
  return computedWeights(scoring).map(({ parent, weighting, children, shares, figures, reason }) => {
    const byChild = (set: readonly number[]) => Object.fromEntries(children.map(({ id }, child) => [id, set[child]!]));
    return {
      parent: parent?.id ?? null,
      method: methodsOf(weighting),
      shares:
        shares === undefined
          ? null
          : Object.fromEntries(weightGroups.map((group, position) => [group ?? '', byChild(shares[position]!)])),
      figures,
      reason: reason ?? null,
    };
  });
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

function byName(names: readonly string[], counts: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name, position) => [name, counts[position]!]));
}

/** What is made of the ranks, as plain data: tiers, publications, expectations. */
import { type Decimal, toNumber } from '../../base/decimal.ts';
import type { Locale } from '../../base/locale.ts';
import { claimText } from '../claimText.ts';
import type { CheckedExpectation } from '../expectations.ts';
import { textOf, tierName } from '../names.ts';
import { countTiers, type Published } from '../publications.ts';
import type { Scoring } from '../score.ts';

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

export function tierReports(scoring: Scoring, locale: Locale): readonly TierReport[] {
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

export function publicationReport(scoring: Scoring, published: Published, locale: Locale): PublicationReport {
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

export function expectationReport({ system }: Scoring, checked: CheckedExpectation, locale: Locale): ExpectationReport {
  return {
    index: checked.index,
    claim: checked.expectation.claim === undefined ? null : claimText(checked.expectation.claim, system.tiers)[locale],
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

function byName(names: readonly string[], counts: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name, position) => [name, counts[position]!]));
}

/** A scoring as the preview's page shows it, with what it was before. */
import { toNumber } from '../../base/decimal.ts';
import type { Locale } from '../../base/locale.ts';
import { bestOf, boundOf } from '../../model/bounds.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { textIn } from '../../model/text.ts';
import type { Baseline, ExpectationView, PublicationView, RankingColumns, TierView } from '../../protocol/preview.ts';
import { actualText, claimText, expectedText } from '../../scoring/claimText.ts';
import { computedShares } from '../../scoring/computedWeights.ts';
import { checkExpectations } from '../../scoring/expectations.ts';
import { type ExpectedTier, expectedTiers } from '../../scoring/expectedTiers.ts';
import { nameText, textOf, tierName } from '../../scoring/names.ts';
import { countTiers, type Published, publish } from '../../scoring/publications.ts';
import type { Scoring } from '../../scoring/score.ts';
import { effectiveWeights } from '../../scoring/weights.ts';
import { type MadeColumns, unitColumns } from '../unitColumns.ts';

/** What is compared with. */
export interface BaselineText {
  /** Under which name the workspace keeps it; `undefined`: there is none, for the reason in `refusal`. */
  readonly file: string | undefined;
  readonly name: string | null;
  readonly refusal: string | null;
}

export interface Ranked {
  readonly scoring: Scoring;
  readonly baseline: Baseline;
  readonly before: Scoring | undefined;
  readonly baselineText: BaselineText | undefined;
}

/** A ranking that was made, and of what: much of it is that of the next one. */
export interface MadeRanking {
  readonly scoring: Scoring;
  readonly before: Scoring | undefined;
  readonly ranking: RankingColumns;
}

export function rankingView(
  { scoring, baseline, before, baselineText }: Ranked,
  locale: Locale,
  last?: MadeRanking,
): RankingColumns {
  const { system, data, compiled } = scoring;
  const { id, title, edition, scale, fullMark, ranking } = system;
  const weights = effectiveWeights(system, undefined, computedShares(scoring));
  const decimals = compiled.plan.ranking.round?.decimals ?? 2;
  return {
    system: {
      id: id?.value ?? '',
      title: textOf(title?.value, locale) ?? id?.value ?? '',
      edition: edition?.value ?? null,
    },
    totalRange: [scale[0], fullMark === undefined ? scale[1] : toNumber(fullMark.value)],
    scale,
    best: bestOf(system),
    decimals,
    baseline,
    baselineName: baselineText?.name ?? null,
    baselineRefusal: baselineText?.refusal ?? null,
    hasPrevious: system.previous !== undefined,
    groupSystems: data.groupSystems.map(groupSystem => ({
      id: groupSystem.id,
      name: groupSystemName(scoring, groupSystem.id),
      groups: groupCounts(scoring, groupSystem),
      isRanked: ranking.within.some(({ value }) => value === groupSystem.id),
    })),
    columns: system.top.map(({ id: top, own }) => ({
      id: top,
      name: nameText(own.name?.value, top)[locale],
      share: weights.get(top)?.share ?? null,
      bonusCap: own.bonus?.cap === undefined ? null : toNumber(own.bonus.cap.value),
    })),
    units: unitColumns({ scoring, before, decimals }, locale, last && madeColumns(last)),
    tiers: tierViews(scoring, before, locale),
    publications: publish(scoring).map(published => publicationView(scoring, published, locale)),
    expectations: expectationViews(scoring, locale),
  };
}

function madeColumns({ scoring, before, ranking }: MadeRanking): MadeColumns {
  return { query: { scoring, before, decimals: ranking.decimals }, columns: ranking.units };
}

function groupCounts({ data }: Scoring, { id, groups }: Scoring['data']['groupSystems'][number]) {
  const counts = new Map(groups.map(group => [group, 0]));
  for (const unit of data.units) {
    for (const group of unit.groups.get(id) ?? []) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return groups.map(name => ({ name, count: counts.get(name)! }));
}

/** Its column's heading where that is a text for readers, not a name for programs; else the id. */
function groupSystemName({ system }: Scoring, id: string): string {
  const heading = system.units.groups.find(group => group.id.value === id)?.column?.value;
  return heading !== undefined && /[^\w.-]/.test(heading) ? heading : id;
}

function tierViews(scoring: Scoring, before: Scoring | undefined, locale: Locale): readonly TierView[] {
  const { data, system } = scoring;
  const all = data.units.map(({ index }) => index);
  const bySystem = data.groupSystems.map(({ id, groups }) => ({
    id,
    groups,
    rows: countTiers(scoring, all, id, groups),
  }));
  const counts = countTiers(scoring, all, undefined, []);
  const unitsBefore = before?.data.units.map(({ index }) => index) ?? [];
  const expected = expectedTiers(scoring);
  const countsBefore = before === undefined ? [] : countTiers(before, unitsBefore, undefined, []);
  const countBefore = (name: string) =>
    countsBefore.find(({ tier }) => tierName(before!, tier, locale) === name)?.count ?? null;
  return counts.map(({ tier, count }) => {
    const name = tierName(scoring, tier, locale);
    const by = bySystem.map(({ id, groups, rows }) => [id, byName(groups, rows[tier]!.byGroup)]);
    return {
      ...{ name, bound: boundView(system, tier), count, before: countBefore(name), by: Object.fromEntries(by) },
      ...expectedCounts(expected.filter(each => each.tier === tier)),
    };
  });
}

function expectedCounts(said: readonly ExpectedTier[]): Pick<TierView, 'expected' | 'expectedBy'> {
  const by: Record<string, Record<string, number>> = {};
  for (const { group, count } of said) {
    if (group !== undefined) by[group.system] = { ...by[group.system], [group.name]: count };
  }
  return { expected: said.findLast(({ group }) => group === undefined)?.count ?? null, expectedBy: by };
}

function boundView(system: IndicatorSystem, index: number): TierView['bound'] {
  const tier = system.tiers[index];
  const bound = tier && boundOf(tier, system);
  if (bound !== undefined) return { [bound.key]: toNumber(bound.value) };
  if (tier?.top !== undefined) return { top: tier.top.value };
  return tier?.topShare === undefined ? {} : { topShare: toNumber(tier.topShare.value) };
}

function publicationView(scoring: Scoring, published: Published, locale: Locale): PublicationView {
  const { id, publication } = published;
  const title = textOf(publication.title?.value, locale) ?? id;
  switch (published.kind) {
    case 'units': {
      const rows = published.rows.map(({ unit, rank }) => {
        const { id: unitId, name } = scoring.data.units[unit]!;
        return { rank: rank ?? null, unit: unitId, name };
      });
      return { kind: 'units', id, title, rows };
    }
    case 'tiers': {
      const rows = published.rows.map(({ tier, count, byGroup }) => ({
        name: tierName(scoring, tier, locale),
        cells: [count, ...byGroup],
      }));
      return { kind: 'table', id, title, columns: ['Σ', ...published.groups], rows };
    }
    case 'unresolved':
      return { kind: 'units', id, title, rows: [] };
  }
}

export function expectationViews(scoring: Scoring, locale: Locale): readonly ExpectationView[] {
  return checkExpectations(scoring).map(checked => {
    const { index, expectation, holds } = checked;
    const { claim, note } = expectation;
    const unreadable = locale === 'en' ? 'cannot be read' : '无法读取';
    return {
      index,
      text: claim === undefined ? unreadable : claimText(claim, scoring.system.tiers)[locale],
      holds: holds ?? null,
      expected: claim === undefined ? '' : expectedText(claim)[locale],
      actual: actualText(checked)?.[locale] ?? null,
      note: (note && textIn(note.value, locale)) ?? null,
    };
  });
}

function byName(names: readonly string[], counts: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name, position) => [name, counts[position]!]));
}

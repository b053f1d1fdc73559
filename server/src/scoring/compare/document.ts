/** A comparison as a document: a title, a few lines that say it all, and tables for those who want to know more. */
import type { Locale, LocalText } from '../../base/locale.ts';
import { type Change, factorNames } from './changes.ts';
import type { Effects, GroupEffect, RankMove, TierMove } from './effects.ts';
import type { Named } from './match.ts';
import type { Comparison, Edition, UnitComparison } from './systems.ts';
import {
  changeText,
  decimalsIn,
  full,
  listText,
  ownEffectText,
  percent,
  signed,
  tierText,
  withDecimals,
} from './text.ts';
import { comparisonWords } from './words.ts';

export interface ComparisonDocument {
  readonly title: string;
  readonly summary: readonly string[];
  readonly sections: readonly ComparisonSection[];
}

export interface ComparisonSection {
  /** `changes`: each row is a change and what it does. */
  readonly kind: 'changes' | 'table';
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly ComparisonRow[];
  /** Positions of the columns that hold numbers. */
  readonly numeric: ReadonlySet<number>;
}

export interface ComparisonRow {
  readonly cells: readonly string[];
  readonly subject: Subject | null;
}

/** What a row is about in the later of the two. `key`: a place in the file, from its top. */
export type Subject =
  | { readonly kind: 'unit' | 'indicator'; readonly id: string }
  | { readonly kind: 'key'; readonly path: readonly string[] };

export function documentOf(comparison: Comparison, locale: Locale): ComparisonDocument {
  return {
    title: titleOf(comparison, locale),
    summary: summaryOf(comparison, locale),
    sections: [
      changesSection(comparison, locale),
      movesSection(comparison, locale),
      tierMovesSection(comparison, locale),
      tiersSection(comparison, locale),
      groupsSection(comparison, locale),
      weightsSection(comparison, locale),
    ]
      .filter(({ rows }) => rows.length > 0)
      .map(withAlignedNumbers),
  };
}

/** The numbers of a column with as many decimals as the longest has; shares with as many in all columns. */
function withAlignedNumbers(section: ComparisonSection): ComparisonSection {
  const { header, rows, numeric } = section;
  const columns = header.map((_, column) => rows.map(({ cells }) => cells[column]!));
  const shares = columns.filter(texts => texts.some(text => text.endsWith('%'))).flat();
  const aligned = columns.map((texts, column) => {
    if (!numeric.has(column)) return texts;
    const nDecimals = decimalsIn(texts.some(text => text.endsWith('%')) ? shares : texts);
    return texts.map(text => withDecimals(text, nDecimals));
  });
  return { ...section, rows: rows.map((row, index) => ({ ...row, cells: aligned.map(texts => texts[index]!) })) };
}

function titleOf({ before, after }: Comparison, locale: Locale): string {
  const name = ({ title, edition }: Edition) =>
    `${title[locale] || comparisonWords[locale].untitled}${edition === null ? '' : ` ${edition}`}`;
  return name(before) === name(after) ? name(after) : `${name(before)} → ${name(after)}`;
}

function summaryOf(comparison: Comparison, locale: Locale): readonly string[] {
  const { changes, effects, comparability, noTotals } = comparison;
  const words = comparisonWords[locale];
  if (changes.length === 0) return [words.nothing];
  const reasons = comparability.reasons.map(({ message }) => message[locale]);
  const qualification =
    comparability.scores === 'comparable'
      ? []
      : [words[comparability.scores](reasons.join(locale === 'en' ? '; ' : '；'))];
  const lines = effects === null ? noEffects(noTotals, locale) : effectLines(effects, comparison, locale);
  return [words.changes(changes.length), ...lines, ...qualification];
}

function noEffects({ before, after }: Comparison['noTotals'], locale: Locale): readonly string[] {
  const words = comparisonWords[locale];
  return [
    ...(before === null ? [] : [words.noTotals(words.before, before[locale])]),
    ...(after === null ? [] : [words.noTotals(words.after, after[locale])]),
  ];
}

function effectLines(effects: Effects, { comparability }: Comparison, locale: Locale): readonly string[] {
  const words = comparisonWords[locale];
  const { rankMoves, rankGained, rankLost, nRanked, tierMoves, tiers, firstPlaces } = effects;
  const { spearman, kendall, scores, entered, left } = effects;
  const names = (units: readonly { readonly name: string }[]) =>
    listText(
      units.map(({ name }) => name),
      units.length,
      locale,
    );
  const move = ({ name, before, after }: RankMove) => `${name} ${before} → ${after}`;
  const furthest =
    rankMoves.length === 0 ? '' : listText(rankMoves.slice(0, 3).map(move), Math.min(3, rankMoves.length), locale);
  const crossers = (direction: TierMove['direction']) => names(tierMoves.filter(each => each.direction === direction));
  return [
    words.ranks(rankMoves.length, nRanked, furthest),
    ...(rankLost.length > 0 ? [words.rankLost(names(rankLost))] : []),
    ...(rankGained.length > 0 ? [words.rankGained(names(rankGained))] : []),
    ...(tiers.length > 0
      ? [words.tiers(tierMoves.length, { up: crossers('up'), down: crossers('down'), other: crossers('other') })]
      : []),
    ...firstPlaces
      .filter(place => place.entered.length + place.left.length > 0)
      .map(({ n, entered: into, left: out }) => words.first(n, names(into), names(out))),
    ...(comparability.scores === 'refused' || scores.mean === null
      ? []
      : [words.scores(scores.nChanged, signed(scores.mean), signed(scores.largest ?? 0))]),
    ...(scores.nLost > 0 ? [words.lost(scores.nLost)] : []),
    ...(scores.nGained > 0 ? [words.gained(scores.nGained)] : []),
    ...(entered.length > 0 ? [words.entered(names(entered))] : []),
    ...(left.length > 0 ? [words.left(names(left))] : []),
    ...(spearman === null || kendall === null ? [] : [words.correlation(spearman.toFixed(4), kendall.toFixed(4))]),
  ];
}

function changesSection({ changes }: Comparison, locale: Locale): ComparisonSection {
  const words = comparisonWords[locale];
  const rows = changes.map(({ change, effect }) => {
    const own =
      change.factor === null ? words.noEffect : effect === null ? words.unknownEffect : ownEffectText(effect, locale);
    return { cells: [changeText(change, locale), own], subject: subjectOf(change) };
  });
  return {
    kind: 'changes',
    title: words.whatChanged,
    header: [words.change, words.itsEffect],
    rows,
    numeric: new Set(),
  };
}

function subjectOf(change: Change): Subject {
  const inTree = (indicator: Named | null): Subject =>
    indicator === null ? { kind: 'key', path: ['indicators'] } : { kind: 'indicator', id: indicator.id };
  switch (change.kind) {
    case 'added':
    case 'moved':
    case 'method':
      return inTree(change.indicator);
    case 'removed':
    case 'reordered':
      return inTree(change.parent);
    case 'renamed':
      return inTree(change.after);
    case 'weights':
      return inTree(change.settings.find(({ indicator }) => indicator !== null)?.indicator ?? change.parent);
    case 'setting':
      return { kind: 'key', path: (change.settings[0]?.key ?? '').split('.') };
    case 'expectations':
      return { kind: 'key', path: ['expect'] };
    case 'data': {
      const [unit] = [...change.cells.map(({ unit: id }) => id), ...change.unitsAdded.map(({ id }) => id)];
      return unit === undefined ? { kind: 'key', path: ['data'] } : { kind: 'unit', id: unit };
    }
  }
}

/** Every unit whose rank moved, the furthest first. */
function movesSection({ effects, units }: Comparison, locale: Locale): ComparisonSection {
  const words = comparisonWords[locale];
  const unitOf = new Map(units.map(unit => [unit.id, unit]));
  const rows = (effects?.rankMoves ?? []).map(({ id, name, before, after, places }) => {
    const unit = unitOf.get(id)!;
    const score = unit.scoreChange === null ? '–' : signed(unit.scoreChange);
    const cells = [name, String(before), String(after), signed(places), score, causesText(unit, locale)];
    return { cells, subject: { kind: 'unit', id } as const };
  });
  const header = [words.unit, words.rankBefore, words.rankAfter, words.places, words.score, words.causes];
  return { kind: 'table', title: words.whoMoves, header, rows, numeric: new Set([1, 2, 3, 4]) };
}

function causesText({ causes }: UnitComparison, locale: Locale): string {
  if (causes?.places == null) return '–';
  return Object.entries(causes.places)
    .filter(([, places]) => Math.abs(places) > 1e-9)
    .map(
      ([factor, places]) =>
        `${(factorNames as Record<string, LocalText>)[factor]?.[locale] ?? factor} ${signed(places, 1)}`,
    )
    .join(locale === 'en' ? ', ' : '，');
}

function tierMovesSection({ effects }: Comparison, locale: Locale): ComparisonSection {
  const words = comparisonWords[locale];
  const arrows = { up: '↑', down: '↓', other: '·' };
  const rows = (effects?.tierMoves ?? []).map(({ id, name, from, to, direction }) => ({
    cells: [name, arrows[direction], tierText(from, locale), tierText(to, locale)],
    subject: { kind: 'unit', id } as const,
  }));
  return {
    kind: 'table',
    title: words.tierCrossings,
    header: [words.unit, '', words.before, words.after],
    rows,
    numeric: new Set(),
  };
}

function tiersSection({ effects }: Comparison, locale: Locale): ComparisonSection {
  const words = comparisonWords[locale];
  const rows = (effects?.tiers ?? [])
    .filter(({ before, after }) => before !== after)
    .map(({ name, before, after }) => ({
      cells: [name[locale], String(before ?? '–'), String(after ?? '–')],
      subject: { kind: 'key', path: ['tiers', name[locale]] } as const,
    }));
  return {
    kind: 'table',
    title: words.tierCounts,
    header: [words.tier, words.before, words.after],
    rows,
    numeric: new Set([1, 2]),
  };
}

function groupsSection({ effects, comparability }: Comparison, locale: Locale): ComparisonSection {
  const words = comparisonWords[locale];
  const isMoved = (group: GroupEffect) =>
    group.nRankMoves + group.nTierUp + group.nTierDown > 0 || (group.meanScoreChange ?? 0) !== 0;
  const rows = (effects?.groups ?? []).filter(isMoved).map(group => ({
    cells: [
      `${group.system}: ${group.group}`,
      String(group.nUnits),
      String(group.nRankMoves),
      group.meanPlaces === null ? '–' : signed(group.meanPlaces, 1),
      group.meanScoreChange === null || comparability.scores === 'refused' ? '–' : signed(group.meanScoreChange),
      String(group.nTierUp),
      String(group.nTierDown),
    ],
    subject: null,
  }));
  const header = [words.group, words.units, words.moved, words.meanPlaces, words.meanScore, '↑', '↓'];
  return { kind: 'table', title: words.byGroup, header, rows, numeric: new Set([1, 2, 3, 4, 5, 6]) };
}

function weightsSection({ effectiveWeights }: Comparison, locale: Locale): ComparisonSection {
  const words = comparisonWords[locale];
  const rows = effectiveWeights.map(({ before, after, ...indicator }) => ({
    cells: [
      full(indicator, locale),
      percent(before, locale),
      percent(after, locale),
      before === null || after === null ? '–' : signed((after - before) * 100, 3),
    ],
    subject: { kind: 'indicator', id: indicator.id } as const,
  }));
  return {
    kind: 'table',
    title: words.effective,
    header: [words.indicator, words.before, words.after, '±'],
    rows,
    numeric: new Set([1, 2, 3]),
  };
}

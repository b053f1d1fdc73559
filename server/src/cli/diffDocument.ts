/** A comparison as a document: a title, a few lines that say it all, and tables for those who want to know more. */
import type { Locale, LocalText } from '../base/locale.ts';
import { factorNames } from '../scoring/compareChanges.ts';
import type { Effects, GroupEffect, RankMove } from '../scoring/compareEffects.ts';
import type { Comparison, Edition, UnitComparison } from '../scoring/compareSystems.ts';
import { changeText, full, listText, ownEffectText, percent, signed, tierText } from './diffText.ts';

export interface DiffDocument {
  readonly title: string;
  readonly summary: readonly string[];
  readonly sections: readonly DiffSection[];
}

export interface DiffSection {
  /** `changes`: each row is a change and what it does. */
  readonly kind: 'changes' | 'table';
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Positions of the columns that hold numbers. */
  readonly numeric: ReadonlySet<number>;
}

export function documentOf(comparison: Comparison, locale: Locale): DiffDocument {
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
    ].filter(({ rows }) => rows.length > 0),
  };
}

function titleOf({ before, after }: Comparison, locale: Locale): string {
  const name = ({ title, edition }: Edition) => `${title[locale]}${edition === null ? '' : ` ${edition}`}`;
  return name(before) === name(after) ? name(after) : `${name(before)} → ${name(after)}`;
}

function summaryOf(comparison: Comparison, locale: Locale): readonly string[] {
  const { changes, effects, comparability, noTotals } = comparison;
  const words = texts[locale];
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
  const words = texts[locale];
  return [
    ...(before === null ? [] : [words.noTotals(words.before, before[locale])]),
    ...(after === null ? [] : [words.noTotals(words.after, after[locale])]),
  ];
}

function effectLines(effects: Effects, { comparability }: Comparison, locale: Locale): readonly string[] {
  const words = texts[locale];
  const { rankMoves, nRanked, tierMoves, tiers, firstPlaces, spearman, kendall, scores, entered, left } = effects;
  const names = (units: readonly { readonly name: string }[]) =>
    listText(
      units.map(({ name }) => name),
      units.length,
      locale,
    );
  const move = ({ name, before, after }: RankMove) => `${name} ${before} → ${after}`;
  const furthest =
    rankMoves.length === 0 ? '' : listText(rankMoves.slice(0, 3).map(move), Math.min(3, rankMoves.length), locale);
  const count = (direction: string) => tierMoves.filter(each => each.direction === direction).length;
  return [
    words.ranks(rankMoves.length, nRanked, furthest),
    ...(tiers.length > 0 ? [words.tiers(tierMoves.length, count('up'), count('down'))] : []),
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

function changesSection({ changes }: Comparison, locale: Locale): DiffSection {
  const words = texts[locale];
  const rows = changes.map(({ change, effect }) => {
    const own =
      change.factor === null ? words.noEffect : effect === null ? words.unknownEffect : ownEffectText(effect, locale);
    return [changeText(change, locale), own];
  });
  return {
    kind: 'changes',
    title: words.whatChanged,
    header: [words.change, words.itsEffect],
    rows,
    numeric: new Set(),
  };
}

/** Every unit whose rank moved, the furthest first. */
function movesSection({ effects, units }: Comparison, locale: Locale): DiffSection {
  const words = texts[locale];
  const unitOf = new Map(units.map(unit => [unit.id, unit]));
  const rows = (effects?.rankMoves ?? []).map(({ id, name, before, after, places }) => {
    const unit = unitOf.get(id)!;
    const score = unit.scoreChange === null ? '–' : signed(unit.scoreChange);
    return [name, String(before), String(after), signed(places), score, causesText(unit, locale)];
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

function tierMovesSection({ effects }: Comparison, locale: Locale): DiffSection {
  const words = texts[locale];
  const arrows = { up: '↑', down: '↓', other: '·' };
  const rows = (effects?.tierMoves ?? []).map(({ name, from, to, direction }) => [
    name,
    arrows[direction],
    tierText(from, locale),
    tierText(to, locale),
  ]);
  return {
    kind: 'table',
    title: words.tierCrossings,
    header: [words.unit, '', words.before, words.after],
    rows,
    numeric: new Set(),
  };
}

function tiersSection({ effects }: Comparison, locale: Locale): DiffSection {
  const words = texts[locale];
  const rows = (effects?.tiers ?? [])
    .filter(({ before, after }) => before !== after)
    .map(({ name, before, after }) => [name[locale], String(before ?? '–'), String(after ?? '–')]);
  return {
    kind: 'table',
    title: words.tierCounts,
    header: [words.tier, words.before, words.after],
    rows,
    numeric: new Set([1, 2]),
  };
}

function groupsSection({ effects, comparability }: Comparison, locale: Locale): DiffSection {
  const words = texts[locale];
  const isMoved = (group: GroupEffect) =>
    group.nRankMoves + group.nTierUp + group.nTierDown > 0 || (group.meanScoreChange ?? 0) !== 0;
  const rows = (effects?.groups ?? [])
    .filter(isMoved)
    .map(group => [
      `${group.system}: ${group.group}`,
      String(group.nUnits),
      String(group.nRankMoves),
      group.meanPlaces === null ? '–' : signed(group.meanPlaces, 1),
      group.meanScoreChange === null || comparability.scores === 'refused' ? '–' : signed(group.meanScoreChange),
      String(group.nTierUp),
      String(group.nTierDown),
    ]);
  const header = [words.group, words.units, words.moved, words.meanPlaces, words.meanScore, '↑', '↓'];
  return { kind: 'table', title: words.byGroup, header, rows, numeric: new Set([1, 2, 3, 4, 5, 6]) };
}

function weightsSection({ effectiveWeights }: Comparison, locale: Locale): DiffSection {
  const words = texts[locale];
  const rows = effectiveWeights.map(({ before, after, ...indicator }) => [
    full(indicator, locale),
    percent(before),
    percent(after),
    before === null || after === null ? '–' : signed((after - before) * 100, 3),
  ]);
  return {
    kind: 'table',
    title: words.effective,
    header: [words.indicator, words.before, words.after, '±'],
    rows,
    numeric: new Set([1, 2, 3]),
  };
}

const texts = {
  en: {
    nothing: 'Nothing changed that concerns the framework, weights, methods or data.',
    changes: (count: number) => `${count} ${count === 1 ? 'change' : 'changes'}`,
    ranks: (moved: number, ranked: number, furthest: string) =>
      moved === 0 ? `No rank moves (${ranked} units)` : `${moved} of ${ranked} ranks move; furthest: ${furthest}`,
    tiers: (crossed: number, up: number, down: number) =>
      crossed === 0
        ? 'No tier is crossed'
        : `${crossed} ${crossed === 1 ? 'unit crosses a tier' : 'units cross tiers'}: ${up} up, ${down} down`,
    first: (n: number, entered: string, left: string) => `Top ${n}: in ${entered || '–'}; out ${left || '–'}`,
    scores: (changed: number, mean: string, largest: string) =>
      `${changed} ${changed === 1 ? 'score changes' : 'scores change'}: mean ${mean}, largest ${largest}`,
    lost: (count: number) => `${count} lost their score`,
    gained: (count: number) => `${count} have a score now`,
    entered: (names: string) => `Units that came: ${names}`,
    left: (names: string) => `Units that went: ${names}`,
    correlation: (rho: string, tau: string) => `The two rankings: Spearman ${rho}, Kendall ${tau}`,
    refused: (reason: string) => `Scores are not compared: ${reason}`,
    qualified: (reason: string) => `Compare scores with care: ${reason}`,
    noTotals: (side: string, reason: string) => `No totals ${side}: ${reason}`,
    before: 'before',
    after: 'after',
    whatChanged: 'What changed',
    change: 'change',
    itsEffect: 'what it does',
    noEffect: 'moves nobody',
    unknownEffect: 'not to be told apart from the other changes',
    whoMoves: 'Who moves',
    unit: 'unit',
    rankBefore: 'rank before',
    rankAfter: 'after',
    places: 'places',
    score: 'score',
    causes: 'places caused by',
    tierCrossings: 'Tiers crossed',
    tierCounts: 'Units in tiers',
    tier: 'tier',
    byGroup: 'By group',
    group: 'group',
    units: 'units',
    moved: 'moved',
    meanPlaces: 'mean places',
    meanScore: 'mean score',
    effective: 'Effective weights',
    indicator: 'indicator',
  },
  'zh-CN': {
    nothing: '指标框架、权重、方法和数据均无变化。',
    changes: (count: number) => `${count} 处变化`,
    ranks: (moved: number, ranked: number, furthest: string) =>
      moved === 0 ? `位次无变动（${ranked} 个对象）` : `${ranked} 个位次中 ${moved} 个变动，最大：${furthest}`,
    tiers: (crossed: number, up: number, down: number) =>
      crossed === 0 ? '没有对象跨档' : `${crossed} 个对象跨档：${up} 升 ${down} 降`,
    first: (n: number, entered: string, left: string) => `前 ${n} 名：进入 ${entered || '–'}；退出 ${left || '–'}`,
    scores: (changed: number, mean: string, largest: string) => `${changed} 个得分变动：平均 ${mean}，最大 ${largest}`,
    lost: (count: number) => `${count} 个对象不再有得分`,
    gained: (count: number) => `${count} 个对象现在有得分`,
    entered: (names: string) => `新增对象：${names}`,
    left: (names: string) => `退出对象：${names}`,
    correlation: (rho: string, tau: string) => `两次排名的相关：Spearman ${rho}，Kendall ${tau}`,
    refused: (reason: string) => `得分不可比：${reason}`,
    qualified: (reason: string) => `得分比较须谨慎：${reason}`,
    noTotals: (side: string, reason: string) => `${side}没有总分：${reason}`,
    before: '之前',
    after: '之后',
    whatChanged: '变化内容',
    change: '变化',
    itsEffect: '影响',
    noEffect: '不影响任何对象',
    unknownEffect: '无法与其他变化分开',
    whoMoves: '位次变动',
    unit: '评估对象',
    rankBefore: '之前位次',
    rankAfter: '之后',
    places: '升降',
    score: '得分',
    causes: '升降原因',
    tierCrossings: '跨档',
    tierCounts: '各档数量',
    tier: '档次',
    byGroup: '分组',
    group: '组别',
    units: '对象数',
    moved: '变动数',
    meanPlaces: '平均升降',
    meanScore: '平均得分变动',
    effective: '综合权重',
    indicator: '指标',
  },
};
